import { has } from './fake-conditions';
import type { FakeContext } from './fake-context';
import type { FakeModule } from './fake-module';

type AccessCalls = Pick<
  FakeModule,
  | 'isHealthDataAvailable'
  | 'authorizationStatusFor'
  | 'getRequestStatusForAuthorization'
  | 'requestAuthorization'
  | 'getEarliestAuthorizedSampleDates'
  | 'areObjectTypesAvailable'
>;

/** The calls about what this phone has and its user allows. */
export const accessOf = ({ conditions, set }: FakeContext): AccessCalls => ({
  isHealthDataAvailable: () => conditions().available,
  authorizationStatusFor: (type) => {
    const { asked, deniedWrites, unknownTypes } = conditions();
    if (unknownTypes.includes(type)) throw new Error(`[healthkit] Failed to initialize unrecognized type ${type}`);
    if (!asked) return 0;
    return has(deniedWrites, type) ? 1 : 2;
  },
  getRequestStatusForAuthorization: async () => (conditions().asked ? 2 : 1),
  requestAuthorization: async () => {
    set({ asked: true });
    return true;
  },
  getEarliestAuthorizedSampleDates: async (types) => {
    const since = conditions().readableSince;
    return since === undefined ? {} : Object.fromEntries(types.map((type) => [type, new Date(since)]));
  },
  areObjectTypesAvailable: (types) =>
    Object.fromEntries(types.map((type) => [type, !conditions().unknownTypes.includes(type)])),
});
