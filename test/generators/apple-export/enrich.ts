import type { Activity } from '../../../src/domain/activity';
import type { Interval } from '../../../src/domain/interval';
import { fromHealthKitActivity, toHealthKitActivity } from '../../../src/platforms/healthkit/activity-map';
import { type LabelledRecording, MINUTE, SECOND, usualMetres } from '../labelled-recording';
import { OTHER_APP, WATCH } from '../scene';
import { type SeededRandom, seededRandom } from '../seeded-random';
import type { ExportedLeg, ExportedWorkout } from './exported-workout';
import { HAND } from './habits';
import { type ExportSource, phoneAppFor, SOURCES } from './person';

const OUTDOORS: ReadonlySet<string> = new Set([
  'running',
  'cycling',
  'walking',
  'hiking',
  'open-water-swimming',
  'multisport',
]);
const ON_FOOT: ReadonlySet<string> = new Set(['running', 'treadmill-running', 'walking', 'indoor-walking', 'hiking']);

const sourceOf = ({ recording }: LabelledRecording): ExportSource => {
  switch (recording.source?.app) {
    case WATCH:
      return SOURCES.watch;
    case OTHER_APP:
      return SOURCES.runlog;
    case HAND:
      return SOURCES.health;
    default:
      return phoneAppFor(recording.activity);
  }
};

const wholeSecond = (instant: number): number => Math.floor(instant / SECOND) * SECOND;

const hex = (random: SeededRandom, digits: number): string =>
  Array.from({ length: digits }, () => random.whole(0, 15).toString(16))
    .join('')
    .toUpperCase();

const uuid = (random: SeededRandom): string =>
  [hex(random, 8), hex(random, 4), `4${hex(random, 3)}`, `A${hex(random, 3)}`, hex(random, 12)].join('-');

/** Waiting at lights, tying a shoe: at most two pauses, never more than a tenth of the time. */
const pausesIn = (random: SeededRandom, { start, end }: Interval): Interval[] => {
  const length = end - start;
  return [0.2, 0.6]
    .filter(() => random.chance(0.2))
    .map((share) => {
      const from = wholeSecond(start + (share + random.between(0, 0.2)) * length);
      return { start: from, end: from + wholeSecond(random.between(0.01, 0.05) * length) + SECOND };
    });
};

const LEGS = ['open-water-swimming', 'cycling', 'running'] as const;

const legsOf = (random: SeededRandom, { start, end }: Interval): ExportedLeg[] => {
  const cuts = [start, wholeSecond(start + (end - start) * 0.25), wholeSecond(start + (end - start) * 0.7), end];
  return LEGS.map((activity, index) => {
    const from = (cuts[index] as number) + (index === 0 ? 0 : MINUTE);
    const to = cuts[index + 1] as number;
    return { uuid: uuid(random), activity, start: from, end: to, distanceMetres: usualMetres(activity, to - from) };
  });
};

const idsOf = (random: SeededRandom, { ids }: ExportSource): Pick<ExportedWorkout, 'sync' | 'externalUuid'> => {
  if (ids === 'none') return {};
  return ids === 'sync-identifier'
    ? { sync: { id: uuid(random).toLowerCase(), version: random.chance(0.2) ? 2 : 1 } }
    : { externalUuid: uuid(random) };
};

/** Rewrites of one recording by one app carry ids of their own, and everything else that can be told apart is alike. */
const REWRITTEN = 'exact rewrites';

/**
 * What an activity is after it was written in Apple's types: some have none of their own. The watch says of everything
 * that is not outdoors that it is indoors.
 */
const readBack = (activity: Activity, source: ExportSource): Activity => {
  const { type, metadata } = toHealthKitActivity(activity);
  const { HKIndoorWorkout, HKSwimmingLocationType } = metadata;
  const indoor = HKIndoorWorkout ?? (source === SOURCES.watch && !OUTDOORS.has(activity));
  if (HKSwimmingLocationType === undefined) return fromHealthKitActivity({ type, indoor }).activity;
  return fromHealthKitActivity({ type, swimLocation: HKSwimmingLocationType === 1 ? 'pool' : 'open-water' }).activity;
};

/**
 * A recording with everything that an export says of it. `original` is the first recording of what happened: where that was
 * indoors, there is no route, whatever another app calls it.
 */
export const exportedWorkout = (
  seed: number,
  kind: string,
  labelled: LabelledRecording,
  ordinal: number,
  original: LabelledRecording,
): ExportedWorkout => {
  const { recording, happening } = labelled;
  const random = seededRandom(seed);
  const source = sourceOf(labelled);
  const activity = readBack(recording.activity, source);
  const isOutdoors = OUTDOORS.has(activity) && OUTDOORS.has(original.recording.activity);
  const start = wholeSecond(recording.start);
  const end = Math.max(start + SECOND, wholeSecond(recording.end));
  const minutes = (end - start) / MINUTE;
  const measures = source.records === 'everything' || source.records === 'heart-rate';
  const pauses = source === SOURCES.watch ? pausesIn(random, { start, end }) : [];
  const paused = pauses.reduce((sum, pause) => sum + pause.end - pause.start, 0);
  const average = random.whole(105, 160);
  const ids = idsOf(random, source);
  const { distanceMetres } = recording;
  return {
    key: recording.key,
    happening,
    kind,
    ordinal,
    seed,
    source,
    activity,
    start,
    end,
    activeSeconds: (end - start - paused) / SECOND,
    pauses,
    // Apple writes kilometres and miles with up to five decimals or more; a decimetre survives either.
    ...(distanceMetres !== undefined && { distanceMetres: Math.round(distanceMetres * 10) / 10 }),
    ...(source !== SOURCES.health && { activeKilocalories: Math.round(minutes * random.between(5, 13)) }),
    ...(source === SOURCES.watch && { basalKilocalories: Math.round(minutes * 1.3) }),
    ...(measures && { heartRate: { average, minimum: average - random.whole(15, 40), maximum: average + 30 } }),
    ...(source === SOURCES.watch && OUTDOORS.has(activity) && { ascentMetres: random.whole(4, 400) }),
    ...(source === SOURCES.watch && ON_FOOT.has(activity) && { steps: Math.round(minutes * random.between(100, 165)) }),
    manual: source === SOURCES.health,
    route: isOutdoors && source.records !== 'nothing' && (ordinal === 1 || source.records === 'route'),
    legs: activity === 'multisport' ? legsOf(random, { start, end }) : [],
    ...ids,
    superseded: kind !== REWRITTEN && ids.sync?.version === 2,
  };
};
