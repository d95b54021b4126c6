export const size = { bundler: 'Metro', budget: 52_490 };

export const probe = ({ clusterRecordings, externalIdOf, isExternalId }) =>
  clusterRecordings([]).length === 0 && isExternalId(externalIdOf({ account: 'ada' }, 'session-1'));
