import fc from 'fast-check';
import type { Activity } from '../../domain/activity';
import { MINUTE } from './happening';

/** Small worlds lie around one day. */
const MIDNIGHT = Date.UTC(2026, 4, 4);

/** The instant at a minute of that day. */
export const at = (minute: number): number => MIDNIGHT + minute * MINUTE;

/** Slots hours apart, and how a recording lies in its slot: alike within minutes, possibly alike, a half. */
const SLOTS = [0, 400, 800] as const;
const SHAPES = [
  [0, 60],
  [1, 61],
  [2, 59],
  [22, 84],
  [0, 20],
] as const;

/** What and when, drawn from so few that records collide. */
export interface Span {
  readonly activity: Activity;
  readonly start: number;
  readonly end: number;
}

export const span: fc.Arbitrary<Span> = fc
  .record({
    slot: fc.constantFrom(...SLOTS),
    shape: fc.constantFrom(...SHAPES),
    activity: fc.oneof(
      { weight: 6, arbitrary: fc.constant('running' as const) },
      { weight: 1, arbitrary: fc.constant('strength-training' as const) },
    ),
  })
  .map(({ slot, shape: [from, to], activity }) => ({
    activity,
    start: at(100 + slot + from),
    end: at(100 + slot + to),
  }));
