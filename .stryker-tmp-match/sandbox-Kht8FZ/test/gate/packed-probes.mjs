/**
 * One real call per entry, on the packed build: true when the answer is right.
 *
 * The functions travel as text into the consumer's own process, so they see nothing but the entry.
 */
// @ts-nocheck

export const probes = {
  index: ({ clusterRecordings, externalIdOf, isExternalId }) =>
    clusterRecordings([]).length === 0 && isExternalId(externalIdOf({ account: 'ada' }, 'session-1')),
  healthkit: ({ toHealthKitActivity }) => toHealthKitActivity('running').type === 37,
  'health-connect': ({ toHealthConnectActivity }) => toHealthConnectActivity('running').type === 56,
};
