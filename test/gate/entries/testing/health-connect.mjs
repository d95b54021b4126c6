export const size = { bundler: 'Metro', budget: 7100 };

export const probe = async ({ fakeHealthConnect }) => {
  const { module } = fakeHealthConnect({ now: () => 0 });
  await module.initialize();
  return (await module.requestPermission([{ accessType: 'read', recordType: 'ExerciseSession' }])).length === 1;
};
