import { describe, expect, test } from 'vitest';
import type { Link } from '../../src/domain/link';
import type { Session } from '../../src/domain/session';
import type { MirrorEntry } from '../../src/domain/workout';
import type { SettingsOverrides } from '../../src/policy/settings-from';
import type { Plan } from '../../src/reconcile/plan';
import { reconcile } from '../../src/reconcile/reconcile';
import type { World } from '../../src/reconcile/world';
import { placeOf } from './builders/places';
import { bare, product, quarrelsOf, withFar } from './builders/quarrels';
import { at, ownRecord, PHONE, session, workout } from './builders/records';
import { link } from './builders/world';
import { LONE_WORKOUTS } from './tables/unlinked';

interface Beside {
  readonly sessions: readonly Session[];
  readonly workouts: readonly MirrorEntry[];
  readonly links: readonly Link[];
}

/** A session with its settled link over the whole hour. */
const settledPair = (kind: Link['kind'], key: string): Beside => {
  const of = session({ key });
  const record = kind === 'exported' ? ownRecord('w2', of) : workout({ key: 'w2', app: PHONE });
  return { sessions: [of], workouts: [record], links: [link(kind, of, record)] };
};

const tombstone = (): Beside => {
  const of = session({ key: 's1' });
  const record = workout({ key: 'w2', app: PHONE });
  return { sessions: [], workouts: [record], links: [link('imported', of, record, { state: 'session-deleted' })] };
};

const NOTHING: Beside = { sessions: [], workouts: [], links: [] };

const besides: Readonly<Record<string, () => Beside>> = {
  none: () => NOTHING,
  'open-session': () => ({ ...NOTHING, sessions: [session({ key: 's1', state: 'open', from: 640, to: 700 })] }),
  'part-of-recorded': () => settledPair('exported', 's1'),
  'possible-recorded': () => settledPair('exported', 's1'),
  'possible-imported': () => settledPair('imported', 's1'),
  'part-of-imported': () => settledPair('imported', 's1'),
  'holds-imported': () => settledPair('imported', 's1'),
  'possible-deleted': tombstone,
};

/** From when to when the lone workout is, so that it is to its neighbour what the case says. */
const spanOf = (beside: string): { readonly from: number; readonly to: number } => {
  if (beside.startsWith('part-of')) return { from: 600, to: 630 };
  if (beside.startsWith('possible')) return { from: 620, to: 680 };
  if (beside.startsWith('holds')) return { from: 600, to: 725 };
  return { from: 600, to: 660 };
};

const rules: Readonly<Record<string, SettingsOverrides['import']>> = {
  eligible: {},
  refused: { categories: { running: false } },
  settling: { summaryOnly: 'refuse', settlingSeconds: 864_000 },
  both: { categories: { running: false }, summaryOnly: 'refuse', settlingSeconds: 864_000 },
};

const NO_SAMPLES = { series: {}, route: 'none', routePoints: 0 } as const;

const build = ([beside = '', side, onPossible, rule = '']: readonly string[]): World => {
  const there = besides[beside]?.() ?? NOTHING;
  return withFar({
    ...there,
    workouts: [...there.workouts, workout({ key: 'w1', ...spanOf(beside), detail: NO_SAMPLES })],
    sessionSide: side === 'uncertain' ? { complete: false } : {},
    settings: { onPossible: onPossible === 'hold' ? 'hold' : 'import', import: rules[rule] ?? {} },
  });
};

describe('clusters of workouts alone', () => {
  const states = product(Object.keys(besides), ['certain', 'uncertain'], ['import', 'hold'], Object.keys(rules));

  test('P7 total: each of the 128 states has exactly one outcome, that of the literal table', () => {
    const read = (plan: Plan): string => bare(placeOf(plan, 'workout w1'));
    expect(quarrelsOf(LONE_WORKOUTS, states, build, read)).toEqual([]);
  });

  test('what is possibly there, or partly, and comes in all the same comes with a review', () => {
    const asked = states.filter(
      ([beside = '', side, , rule]) =>
        /^(possible|part|holds)/.test(beside) && side === 'certain' && rule === 'eligible',
    );
    const quiet = asked.filter((state) => !reconcile(build(state)).notices.some(({ kind }) => kind === 'review'));
    expect(quiet).toEqual([]);
    expect(asked).toHaveLength(12);
  });

  test('S3 no double import: of several copies the best eligible one comes in and the others are its copies', () => {
    const copies = ['a', 'b', 'c'].map((key, index) => workout({ key, app: `com.app${index}`, to: 660 + index }));
    const refusals = product(['in', 'out'], ['in', 'out'], ['in', 'out']);
    const imports = refusals.map((fates) => {
      const ignoredSources = fates.flatMap((fate, index) => (fate === 'out' ? [`com.app${index}`] : []));
      const plan = reconcile(withFar({ workouts: copies, settings: { import: { ignoredSources } } }));
      const rows = plan.steps.map(({ effect, link: row }) => ({ effect, all: [row.workout, ...row.copies].sort() }));
      if (ignoredSources.length === 3) {
        return rows.length === 0 && plan.skipped.length === 3;
      }
      const chosen = rows[0]?.effect.kind === 'import' ? rows[0].effect.workout : '';
      const source = copies.find(({ key }) => key === chosen)?.source?.app ?? '';
      return rows.length === 1 && rows[0]?.all.join('') === 'abc' && !ignoredSources.includes(source);
    });
    expect(imports).toEqual(imports.map(() => true));
  });

  test('a workout that waits for its samples is said when to look again', () => {
    const plan = reconcile(build(['none', 'certain', 'import', 'settling']));
    expect(plan.waiting.find(({ key }) => key === 'w1')?.until).toBe(at(660) + 864_000_000);
  });
});
