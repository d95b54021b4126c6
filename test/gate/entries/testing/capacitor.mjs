export const size = { bundler: 'Metro', budget: 2100 };

export const probe = async ({ fakeCapacitor }) => {
  const { module, put } = fakeCapacitor({ platform: 'ios' });
  put({ id: 'w', app: 'com.other', type: 'running', start: 0, end: 60_000 });
  const range = { startDate: '1970-01-01T00:00:00Z', endDate: '1970-01-02T00:00:00Z', limit: 10, ascending: true };
  return (await module.queryWorkouts(range)).workouts.length === 1;
};
