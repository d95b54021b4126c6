export const size = { bundler: 'Metro', budget: 16_800 };

export const probe = ({ healthStoreContract, simulatedHealthStore }) =>
  simulatedHealthStore('apple-health', { now: () => 0, ownSources: ['own'] }).port.platform === 'apple-health' &&
  healthStoreContract(() => ({})).length > 10;
