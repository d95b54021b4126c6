import fc from 'fast-check';
import { ACTION_NAMES, type ActionName } from './actions';
import { type Accident, CALLS, type Setting, type Trace, type TraceStep } from './trace';
import { type Upset, upset } from './upset';

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

/** What may happen in a trace. */
interface Menu {
  readonly actions: readonly ActionName[];
  readonly accidents: readonly Accident['kind'][];
  readonly calls: readonly Accident['call'][];
}

const accidentOf = ({ actions, accidents, calls }: Menu): fc.Arbitrary<Accident> =>
  fc
    .record({
      kind: fc.constantFrom(...accidents),
      call: fc.constantFrom(...calls),
      at: fc.nat({ max: 40 }),
      action: fc.constantFrom(...actions),
    })
    // A method is called a few times in a run, most often once.
    .map((accident) => (accident.call === 'any' ? accident : { ...accident, at: Math.floor(accident.at / 14) }));

/** Draws each field with a chance of its own; a field that is not drawn is left out. */
const sometimes = <Fields extends object>(
  fields: {
    readonly [Name in keyof Fields]-?: readonly [share: number, values: fc.Arbitrary<Exclude<Fields[Name], undefined>>];
  },
): fc.Arbitrary<Fields> => {
  const entries = Object.entries(fields) as [string, readonly [number, fc.Arbitrary<unknown>]][];
  return fc
    .tuple(
      ...entries.map(([, [share, values]]) =>
        fc.tuple(
          fc.nat({ max: 99 }).map((draw) => draw < share),
          values,
        ),
      ),
    )
    .map((drawn) => {
      const chosen = drawn.flatMap(([isDrawn, value], index) =>
        isDrawn ? [[entries[index]?.[0], value] as const] : [],
      );
      return Object.fromEntries(chosen) as Fields;
    });
};

const stepOf = (menu: Menu): fc.Arbitrary<TraceStep> =>
  fc
    .tuple(
      fc.record({
        action: fc.constantFrom(...menu.actions),
        index: fc.nat({ max: 3 }),
        variant: fc.nat({ max: 3 }),
        sync: fc.constantFrom<TraceStep['sync'][]>(
          'no',
          'first',
          'first',
          'first',
          'second',
          'both',
          'background',
          'processes',
        ),
      }),
      sometimes<Pick<TraceStep, 'by' | 'request' | 'budget' | 'accident'>>({
        by: [20, fc.constant('background')],
        request: [20, fc.constantFrom('backfill', 'background', 'completed', 'look')],
        budget: [10, fc.constantFrom(1, 2)],
        accident: [40, accidentOf(menu)],
      }),
    )
    .map(([step, rest]) => ({ ...step, ...rest }));

const setting: fc.Arbitrary<Setting> = fc
  .tuple(
    fc.record({
      profile: fc.constantFrom('apple-health', 'health-connect'),
      devices: fc.constantFrom<(1 | 2)[]>(1, 1, 2),
    }),
    sometimes<Omit<Setting, 'profile' | 'devices' | 'fullReads'>>({
      pageSize: [30, fc.constantFrom(1, 2, 3)],
      paging: [40, fc.constantFrom('repeated', 'shuffled')],
      feed: [25, fc.constant('full')],
      equalVersions: [40, fc.constantFrom('ignored', 'replaced')],
      titles: [40, fc.constant('given')],
      gone: [40, fc.constant('forgotten')],
      precision: [30, fc.constant('seconds')],
      sessions: [8, fc.constant('sink')],
      witness: [20, fc.constant('none')],
      rules: [20, fc.constantFrom('samples', 'careful')],
    }),
  )
  .map(([world, rest]) => ({ ...world, ...rest }));

const EVERYTHING: Menu = { actions: ACTION_NAMES, accidents: ACCIDENTS, calls: CALLS };

/** What makes a world worth looking at. */
const SEEDS: readonly ActionName[] = ['watchWrites', 'record', 'busyWeek', 'nothing'];

const swarmMenu: fc.Arbitrary<Menu> = fc.record({
  actions: fc.subarray([...ACTION_NAMES], { minLength: 1, maxLength: 4 }).map((names) => [...SEEDS, ...names]),
  accidents: fc.subarray([...ACCIDENTS], { minLength: 1, maxLength: 2 }),
  calls: fc.subarray([...CALLS], { minLength: 1, maxLength: 2 }),
});

/** What no feed ever tells: deletions that the store forgot, and what was there while reading was denied unseen. */
const UNTOLD: ReadonlySet<string> = new Set<ActionName>(['purge', 'denyRead']);

/** Also what is told when a run begins, and by no feed that is read in the middle of it. */
const UNTOLD_MIDWAY: ReadonlySet<string> = new Set([...UNTOLD, 'limitHistory' satisfies ActionName]);

/** Whether everything in a trace can be seen without reading everything once a day. */
export const isTold = (steps: readonly TraceStep[]): boolean =>
  !steps.some(({ action, accident }) => UNTOLD.has(action) || UNTOLD_MIDWAY.has(accident?.action ?? ''));

const UPSETS: fc.Arbitrary<readonly (Upset | undefined)[]> = fc
  .tuple(
    fc.nat({ max: 99 }),
    fc.array(
      fc.record({
        share: fc.nat({ max: 99 }),
        kind: fc.constantFrom<Upset['kind'][]>('lost', 'restored', 'killed'),
        at: fc.nat({ max: 40 }),
        index: fc.nat({ max: 1 }),
      }),
      { minLength: 10, maxLength: 10 },
    ),
  )
  .map(([draw, all]) => (draw < 30 ? all.map(({ share, ...one }) => (share < 35 ? one : undefined)) : []));

/** Traces in which everything may happen, and traces in which only a few things do, often. */
export const arbitraryTrace = (maxLength = 8): fc.Arbitrary<Trace> => {
  const uniform = fc.array(stepOf(EVERYTHING), { minLength: 1, maxLength, size: 'max' });
  const swarm = swarmMenu.chain((menu) =>
    fc.array(stepOf(menu), { minLength: 2, maxLength: maxLength + 2, size: 'max' }),
  );
  return (
    fc
      // What is drawn last leaves everything before it as it was under the same seed.
      .tuple(setting, fc.oneof(uniform, { arbitrary: swarm, weight: 2 }), UPSETS, fc.nat({ max: 99 }))
      .map(([world, drawn, upsets, draw]) => {
        const steps = upset(drawn, upsets);
        return { ...world, ...(draw < 16 && isTold(steps) && { fullReads: 'needed' as const }), steps };
      })
  );
};

/** What changes records, and nothing that hides them, fails or asks. */
const PEACEFUL: readonly ActionName[] = [
  'record',
  'watchWrites',
  'phoneWrites',
  'busyWeek',
  'editFacts',
  'editDetail',
  'binSession',
  'eraseSession',
  'unbin',
  'changeFacts',
  'changeDetail',
  'removeForeign',
  'removeOwn',
  'replace',
  'startSession',
  'complete',
  'restart',
];

/** Traces in which nothing goes wrong: what they end in does not depend on how sync got there. */
export const peacefulTrace = (maxLength = 6): fc.Arbitrary<Trace> =>
  fc.record({
    profile: fc.constantFrom('apple-health', 'health-connect'),
    devices: fc.constant(1),
    steps: fc.array(
      fc.record({
        action: fc.constantFrom(...PEACEFUL),
        index: fc.nat({ max: 3 }),
        variant: fc.nat({ max: 3 }),
        sync: fc.constantFrom<TraceStep['sync'][]>('no', 'first', 'first'),
      }),
      { minLength: 1, maxLength, size: 'max' },
    ),
  });
