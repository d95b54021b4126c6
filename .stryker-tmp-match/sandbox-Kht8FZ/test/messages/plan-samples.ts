// @ts-nocheck
import type { Link } from '../../src/domain/link';
import type { MirrorEntry } from '../../src/domain/workout';
import type { Plan, Step } from '../../src/reconcile/plan';
import { WATCH, type WorkoutShape, workout } from '../reconcile/builders/records';

export const EMPTY_PLAN: Plan = {
  base: { revision: 1, settings: '' },
  steps: [],
  skipped: [],
  waiting: [],
  blocked: [],
  settled: 0,
  notices: [],
  guard: { id: 'g', removals: 0, linked: 0, held: false },
};

const START = Date.UTC(2026, 10, 3, 17, 22);

export const LINK: Link = {
  kind: 'imported',
  state: 'active',
  session: 's1',
  workout: 'w1',
  copies: [],
  app: 'com.example.watch',
  base: { session: { facts: '', detail: '' }, workout: { facts: '', detail: '' }, revision: '', version: 0 },
  shadow: { start: START, end: START + 2_700_000, activity: 'running' },
};

export const step = (effect: Step['effect'], rest: Partial<Step> = {}): Step => ({
  id: 'step',
  effect,
  link: LINK,
  expect: [],
  reason: { code: 'new-workout' },
  evidence: [],
  ...rest,
});

export const IMPORT = step({ kind: 'import', session: 's1', workout: 'w1' });

const watch = { app: WATCH, appName: 'Watch', device: { type: 'watch' } } as const;

/** A workout of a source whose name the platform shows. */
export const watched = (shape: WorkoutShape): MirrorEntry => ({ ...workout(shape), source: watch });

/** A comparison that found the same activity and says nothing more. */
export const SAME = { verdict: 'same', rung: 'evidence', evidence: [] } as const;
