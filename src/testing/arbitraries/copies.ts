import fc from 'fast-check';
import type { Activity } from '../../domain/activity';
import type { Recording } from '../../domain/recording';
import { MINUTE, SECOND } from './happening';

/**
 * How a second recording of one activity comes to be.
 *
 * - `relayed`: an app passes a file on, the same but for seconds.
 * - `second-device`: a phone beside the watch, started and stopped by hand, minutes apart.
 * - `renamed`: relayed by an app that calls the activity otherwise.
 * - `unmeasured`: relayed by an app that drops the distance.
 * - `rounded`: by an app that keeps whole minutes.
 * - `rewritten`: the first app writes its recording again under a new key.
 */
export type CopyKind = 'relayed' | 'second-device' | 'renamed' | 'unmeasured' | 'rounded' | 'rewritten';

export const COPY_KINDS: readonly CopyKind[] = [
  'relayed',
  'second-device',
  'renamed',
  'unmeasured',
  'rounded',
  'rewritten',
];

/** Other names that apps give an activity, as met in real histories. */
const OTHER_NAMES: Readonly<Partial<Record<Activity, Activity>>> = {
  running: 'treadmill-running',
  cycling: 'indoor-cycling',
  walking: 'hiking',
  'strength-training': 'functional-strength',
  yoga: 'stretching',
};

/** How far the ends of a copy lie from those of the original: usual, and at the edge of what was measured. */
const RELAY_SECONDS = [0, 0, 1, -2, 35, -35] as const;
const DEVICE_SECONDS = [27, -27, 163, -163, 420, -420] as const;

/** A second device sees most of the activity: each end is off by a tenth of its length at most. */
const bounded = (seconds: number, { start, end }: Recording): number => {
  const most = (end - start) / 10;
  return Math.max(-most, Math.min(most, seconds * SECOND));
};

const scaled = ({ distanceMetres, ...recording }: Recording, factor: number): Recording => ({
  ...recording,
  ...(distanceMetres !== undefined && { distanceMetres: distanceMetres * factor }),
});

const moved = (original: Recording, start: number, end: number): Recording => {
  const copy = { ...original, start: Math.round(original.start + start), end: Math.round(original.end + end) };
  return scaled(copy, (copy.end - copy.start) / (original.end - original.start));
};

const wholeMinutes = (original: Recording): Recording => {
  const start = Math.floor(original.start / MINUTE) * MINUTE;
  return { ...original, start, end: start + Math.round((original.end - original.start) / MINUTE) * MINUTE };
};

/** All that is drawn for a copy. */
export interface CopyDraw {
  readonly kind: CopyKind;
  readonly start: number;
  readonly end: number;
  readonly deviceStart: number;
  readonly deviceEnd: number;
  readonly factor: number;
}

export const copyDraw = (kinds: readonly CopyKind[]): fc.Arbitrary<CopyDraw> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    start: fc.constantFrom(...RELAY_SECONDS),
    end: fc.constantFrom(...RELAY_SECONDS),
    deviceStart: fc.constantFrom(...DEVICE_SECONDS),
    deviceEnd: fc.constantFrom(...DEVICE_SECONDS),
    factor: fc.constantFrom(1, 1, 1.0006, 0.98),
  });

/** A recording as an app passes it on. */
const relayedBy = ({ start, end, factor }: CopyDraw, original: Recording): Recording => ({
  ...scaled(original, factor),
  start: original.start + start * SECOND,
  end: original.end + end * SECOND,
});

const drawnFrom = (draw: CopyDraw, original: Recording): Recording => {
  const relayed = relayedBy(draw, original);
  const { distanceMetres: _distance, ...unmeasured } = relayed;
  switch (draw.kind) {
    case 'relayed':
      return relayed;
    case 'second-device':
      return moved(original, bounded(draw.deviceStart, original), bounded(draw.deviceEnd, original));
    case 'renamed':
      return { ...relayed, activity: OTHER_NAMES[relayed.activity] ?? relayed.activity };
    case 'unmeasured':
      return unmeasured;
    case 'rounded':
      return wholeMinutes(original);
    case 'rewritten':
      return original;
  }
};

/** The copy that was drawn. */
export const copyFrom = (original: Recording, draw: CopyDraw, { key, app }: Omit<CopyOptions, 'kind'>): Recording => {
  const copy = { ...drawnFrom(draw, original), key };
  return draw.kind === 'rewritten' ? copy : { ...copy, source: { app } };
};

/** What a copy is made of. */
export interface CopyOptions {
  readonly key: string;
  /** Who wrote it; a `rewritten` one keeps the app of the original. */
  readonly app: string;
  /** @defaultValue any */
  readonly kind?: CopyKind;
}

/**
 * A second recording of the same activity.
 *
 * **Shape** distances go with the time that was seen, and differ by up to two percent.
 *
 * @example
 * ```ts
 * import fc from 'fast-check';
 * import { compareRecordings } from 'workout-sync';
 * import { copyOf } from 'workout-sync/testing/arbitraries';
 *
 * const watch = { key: 'watch', activity: 'running', start: 0, end: 3_600_000, source: { app: 'com.watch' } } as const;
 * const copies = copyOf(watch, { key: 'phone', app: 'com.phone', kind: 'relayed' });
 * fc.assert(fc.property(copies, (copy) => compareRecordings(watch, copy).verdict === 'same'));
 * ```
 */
export const copyOf = (original: Recording, { kind, ...options }: CopyOptions): fc.Arbitrary<Recording> =>
  copyDraw(kind === undefined ? COPY_KINDS : [kind]).map((draw) => copyFrom(original, draw, options));
