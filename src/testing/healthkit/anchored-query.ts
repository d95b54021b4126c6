import type { HealthKitWorkoutObject } from '../../platforms/healthkit/healthkit-module';
import { has } from './fake-conditions';
import { type FakeContext, isVisible, query } from './fake-context';
import type { FakeModule } from './fake-module';
import { nativeWorkout } from './native-object';
import { WORKOUT } from './stored-object';

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const ANCHOR = /^QU5D(\d+)T(\d+)$/;

const anchorAt = (place: number, generation: number): string => `QU5D${generation}T${place}`;

/** An empty anchor is none. */
const placeOf = (anchor: string, generation: number): number => {
  if (anchor === '') return 0;
  if (!BASE64.test(anchor)) throw new Error(`[healthkit] Invalid base64 string: ${anchor}`);
  const [, made, place] = ANCHOR.exec(anchor) ?? [];
  if (made === undefined || Number(made) !== generation) {
    throw new Error('[healthkit] Error recreating HKQueryAnchor object: the data is not in the correct format.');
  }
  return Number(place);
};

/** The query by anchor: what was added and deleted since, in no order. */
export const anchoredQuery =
  (context: FakeContext): FakeModule['queryWorkoutSamplesWithAnchor'] =>
  ({ anchor = '', limit }) => {
    const { shelf, switches, conditions, ownApp, generation } = context;
    const answer = () => {
      const from = placeOf(anchor, generation());
      const log = shelf.log();
      const workouts: HealthKitWorkoutObject[] = [];
      const deletedSamples: { uuid: string; metadata: object }[] = [];
      const given = new Set<string>();
      let place = from;
      const isFull = (): boolean =>
        limit > 0 && workouts.length + (switches.limitCounts === 'all' ? deletedSamples.length : 0) >= limit;
      for (; place < log.length && !isFull(); place++) {
        const entry = log[place];
        if (entry?.kind === 'added') {
          const object = shelf.get(entry.uuid);
          if (object?.type !== WORKOUT || !isVisible(context, object) || given.has(object.uuid)) continue;
          given.add(object.uuid);
          workouts.push(nativeWorkout(context, object));
        } else if (entry?.kind === 'deleted' && (from > 0 || switches.firstAnchor === 'told')) {
          const isTold = entry.app === ownApp || !has(conditions().deniedReads, WORKOUT);
          if (isTold) deletedSamples.push({ uuid: entry.uuid, metadata: entry.metadata });
        }
      }
      return { workouts: workouts.reverse(), deletedSamples, newAnchor: anchorAt(place, generation()) };
    };
    return query(context, answer, { workouts: [], deletedSamples: [], newAnchor: '' });
  };
