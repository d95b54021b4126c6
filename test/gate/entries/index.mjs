export const size = { bundler: 'Metro', budget: 58_100 };

export const probe = ({ clusterRecordings, externalIdOf, isExternalId }) =>
  clusterRecordings([]).length === 0 && isExternalId(externalIdOf({ account: 'ada' }, 'session-1'));
