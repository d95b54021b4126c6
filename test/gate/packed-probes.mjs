/**
 * One real call per entry, on the packed build: true when the answer is right.
 *
 * The functions travel as text into the consumer's own process, so they see nothing but the entry.
 */
export const probes = {
  index: ({ clusterRecordings, externalIdOf, isExternalId }) =>
    clusterRecordings([]).length === 0 && isExternalId(externalIdOf({ account: 'ada' }, 'session-1')),
  schema: ({ parseSettings }) =>
    parseSettings({}).kind === 'ok' && parseSettings({ nonsense: 1 }).error[0].path === 'nonsense',
  messages: ({ messageFor }) => messageFor({ code: 'manual-entry' }).text.endsWith('.'),
  state: ({ seedLinks }) => typeof seedLinks === 'function',
  healthkit: ({ toHealthKitActivity }) => toHealthKitActivity('running').type === 37,
  'health-connect': ({ toHealthConnectActivity }) => toHealthConnectActivity('running').type === 56,
};
