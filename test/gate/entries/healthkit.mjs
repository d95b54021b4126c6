export const size = { bundler: 'Metro', budget: 14_000 };

export const probe = async ({ toHealthKitActivity, healthKitStore }) => {
  const nowhere = { isHealthDataAvailable: () => false };
  const { store } = await healthKitStore(nowhere, { ownSources: [] }).access();
  return toHealthKitActivity('running').type === 37 && store === 'unavailable';
};
