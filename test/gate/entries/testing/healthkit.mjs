export const size = { bundler: 'Metro', budget: 5200 };

export const probe = async ({ fakeHealthKit }) => {
  const { module, writeAsOther } = fakeHealthKit();
  writeAsOther({ app: 'com.other', activityType: 37, start: 0, end: 1 });
  return (await module.queryWorkoutSamples({ limit: 0 })).length === 1;
};
