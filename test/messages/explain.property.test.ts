import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan, World } from '../../src/index';
import { describeNotices, describePlan, explain, messageFor } from '../../src/messages/index';
import { world } from '../reconcile/builders/world';
import { EMPTY_PLAN, LINK } from './plan-samples';
import { ALL_CODES } from './union-codes';

// Everything is drawn from a few values that collide, and from values that no plan should hold.
const key = fc.constantFrom('s1', 'w1', 'w2', '', 'constructor', '{of:record}');
const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(Number.NaN, Infinity, -Infinity, 0, 8.65e15));
const value = fc.oneof(number, key, fc.string());
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });

const reason = fc.record(
  {
    code: fc.oneof(fc.constantFrom(...ALL_CODES), fc.string(), fc.constantFrom('host-', 'toString', 'host-a-b')),
    params: maybe(
      fc.dictionary(
        fc.constantFrom('of', 'other', 'until', 'from', 'field', 'activity', 'actualSeconds', 'route', 'needed'),
        value,
      ),
    ),
  },
  { requiredKeys: ['code'] },
);
const reasons = fc.array(reason, { minLength: 1, maxLength: 3 });
const placed = fc.record({ kind: fc.constantFrom('workout', 'session'), key, reasons });

const recording = fc.record(
  {
    key,
    activity: fc.constantFrom('running', 'other', 'moon-walking', ''),
    start: number,
    end: number,
    source: maybe(fc.record({ app: key, appName: maybe(fc.string()) })),
    offsetSeconds: maybe(number),
    distanceMetres: maybe(number),
  },
  { requiredKeys: ['key', 'activity', 'start', 'end'] },
);

const step = fc.record({
  id: key,
  effect: fc.record({
    kind: fc.constantFrom('import', 'update-session', 'remove-session', 'remove-workout', 'export', 'set-link'),
    session: key,
    workout: key,
    workouts: fc.array(key, { maxLength: 2 }),
  }),
  link: fc.record({
    ...Object.fromEntries(Object.entries(LINK).map(([name, held]) => [name, fc.constant(held)])),
    state: fc.constantFrom('active', 'detached', 'session-deleted', 'workout-removed', 'sleeping'),
    session: key,
    workout: key,
    app: maybe(key),
    shadow: recording,
  }),
  expect: fc.constant([]),
  reason,
  evidence: fc.constant([]),
});

const comparison = fc.record({
  verdict: fc.constantFrom('same', 'part-of', 'possible', 'different'),
  rung: fc.constant('evidence'),
  evidence: fc.array(
    fc.record({
      code: fc.constantFrom('overlap-of-union', 'start-distance', 'activity-affinity', 'parent', 'valueOf'),
      value,
      threshold: maybe(number),
      speaks: fc.constant('for'),
    }),
    { maxLength: 2 },
  ),
});

const notice = fc.oneof(
  fc.record({ kind: fc.constant('review'), a: key, b: key, comparison }),
  fc.record({
    kind: fc.constant('conflict'),
    session: key,
    workout: key,
    parts: fc.array(fc.constantFrom('facts', 'detail', 'constructor')),
  }),
  fc.record({
    kind: fc.constant('copy'),
    of: key,
    copy: key,
    apps: fc.record({ of: maybe(key), copy: maybe(key) }),
    numbers: fc.array(
      fc.record({
        name: fc.constantFrom('durationSeconds', 'distanceMetres', 'activeKilocalories', 'valueOf'),
        of: maybe(number),
        copy: maybe(number),
      }),
    ),
    comparison,
  }),
);

const few = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.array(arbitrary, { maxLength: 3 });
const plans = fc
  .record({
    steps: few(step),
    skipped: few(placed),
    waiting: few(placed),
    blocked: few(placed),
    notices: few(notice),
    guard: fc.record({ id: key, removals: fc.nat(), linked: fc.nat(), held: fc.boolean() }),
  })
  .map((parts) => ({ ...EMPTY_PLAN, ...parts }) as unknown as Plan);
const worlds = fc
  .record({ sessions: few(recording), workouts: few(recording) })
  .map((sides) => world(sides as unknown as Parameters<typeof world>[0]));

describe('explain', () => {
  it('never throws, whatever a plan holds, and leaves no hole in a text', () => {
    fc.assert(
      fc.property(plans, maybe(worlds), (plan: Plan, maybeWorld: World | undefined) => {
        expect(explain(plan, maybeWorld)).not.toMatch(/undefined|\bNaN\b|\[object/);
      }),
      { numRuns: 500 },
    );
  });

  it('gives every step, every placed record and every notice a line', () => {
    fc.assert(
      fc.property(plans, worlds, (plan, given) => {
        const { steps, skipped, waiting, blocked } = plan;
        expect(describePlan(plan, given)).toHaveLength(steps.length + skipped.length + waiting.length + blocked.length);
        expect(describeNotices(plan, given)).toHaveLength(plan.notices.length);
      }),
    );
  });
});

describe('messageFor', () => {
  it('ends every sentence with a full stop, whatever the parameters', () => {
    fc.assert(
      fc.property(reason, (given) => {
        const { text, advice = '.' } = messageFor(given as Parameters<typeof messageFor>[0]);
        return text.endsWith('.') && advice.endsWith('.');
      }),
    );
  });
});
