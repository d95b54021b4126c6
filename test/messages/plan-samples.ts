import type { Link } from '../../src/domain/link';
import type { Plan, Step } from '../../src/reconcile/plan';

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
