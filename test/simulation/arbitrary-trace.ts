import fc from 'fast-check';
import { ACTION_NAMES, type ActionName } from './actions';
import type { Accident, Setting, Trace, TraceStep } from './trace';

const ACCIDENTS: readonly Accident['kind'][] = [
  'throw-before',
  'throw-after',
  'crash-before',
  'crash-after',
  'abort',
  'rival',
  'conflict',
  'user-before',
  'user-after',
];

const accidentOf = (names: readonly ActionName[]): fc.Arbitrary<Accident> =>
  fc.record({
    kind: fc.constantFrom(...ACCIDENTS),
    at: fc.nat({ max: 24 }),
    action: fc.constantFrom(...names),
  });

const stepOf = (names: readonly ActionName[]): fc.Arbitrary<TraceStep> =>
  fc.record(
    {
      action: fc.constantFrom(...names),
      index: fc.nat({ max: 3 }),
      variant: fc.nat({ max: 3 }),
      sync: fc.constantFrom<TraceStep['sync'][]>('no', 'first', 'first', 'second', 'both'),
      budget: fc.constantFrom(1, 2),
      accident: accidentOf(names),
    },
    { requiredKeys: ['action', 'index', 'variant', 'sync'] },
  );

const setting: fc.Arbitrary<Setting> = fc.record(
  {
    profile: fc.constantFrom('apple-health', 'health-connect'),
    devices: fc.constantFrom<(1 | 2)[]>(1, 1, 2),
    pageSize: fc.constantFrom(1, 2, 3),
    paging: fc.constantFrom('clean', 'repeated', 'shuffled'),
    feed: fc.constantFrom('changes', 'changes', 'full'),
    equalVersions: fc.constantFrom('ignored', 'replaced'),
    titles: fc.constantFrom('given', 'none'),
    gone: fc.constantFrom('told', 'forgotten'),
    witness: fc.constant('none' as const),
  },
  { requiredKeys: ['profile', 'devices'] },
);

const SEEDS: readonly ActionName[] = ['watchWrites', 'record', 'nothing'];

/** Traces in which everything may happen, and traces in which only a few things do, often. */
export const arbitraryTrace = (maxLength = 8): fc.Arbitrary<Trace> => {
  const uniform = fc.array(stepOf(ACTION_NAMES), { maxLength });
  const swarm = fc
    .subarray([...ACTION_NAMES], { minLength: 2, maxLength: 6 })
    .chain((names) => fc.array(stepOf([...SEEDS, ...names]), { minLength: 2, maxLength: maxLength + 2 }));
  return fc.tuple(setting, fc.oneof(uniform, swarm)).map(([world, steps]) => ({ ...world, steps }));
};
