import { describe, expect, it } from 'vitest';
import { printOf, untitled } from '../../../src/domain/prints';
import type { Session } from '../../../src/domain/session';
import {
  agreement,
  baseOf,
  caughtUp,
  importedBase,
  originBase,
  ownRecordMatches,
  sessionFrom,
  takeParts,
} from '../../../src/reconcile/write/content';
import { at, changedWorkout, ownRecord, session, WATCH, workout } from '../builders/records';
import { link, world } from '../builders/world';

const { scope } = world();

const DETAIL = { series: { speed: { count: 60, coverage: 1 } }, route: 'present', routePoints: 3600 } as const;

/** Every field that a session takes over from a workout, by the part it belongs to. */
const FACTS = { activity: 'treadmill-running', start: at(601), end: at(659), offsetSeconds: 7200 } as const;
const TOTALS = {
  distanceMetres: 10_000,
  energyKilocalories: { active: 600, total: 700 },
  elevationGainMetres: 120,
  activeSeconds: 3300,
  detail: DETAIL,
} as const;

const base = session({ key: 's1', title: 'Tempo', distanceMetres: 9000, offsetSeconds: 3600, revision: 'r3' });
const recording = changedWorkout(workout({ key: 'w1' }), { ...FACTS, ...TOTALS });

describe('a session that takes parts of a workout', () => {
  it.each([
    ['nothing', [], base],
    ['the facts', ['facts'], { ...base, ...FACTS }],
    ['the detail', ['detail'], { ...base, ...TOTALS }],
    ['both', ['facts', 'detail'], { ...base, ...FACTS, ...TOTALS }],
  ] as const)('takes %s, and keeps its key, title, revision and state', (_, parts, after) => {
    expect(takeParts(base, recording, parts)).toStrictEqual(after);
  });

  const bare = workout({ key: 'w1' });
  it.each([
    ['offset', { offsetSeconds: 3600 }],
    ['distance', { distanceMetres: 9000 }],
    ['energy', { energyKilocalories: { active: 500 } }],
    ['climb', { elevationGainMetres: 90 }],
    ['active time', { activeSeconds: 3200 }],
    ['samples', { detail: DETAIL }],
  ])('keeps its %s where the workout knows none', (_, known) => {
    const before = session({ key: 's1', ...known });
    expect(takeParts(before, bare, ['facts', 'detail'])).toStrictEqual(before);
  });

  it('adds no field that neither of them knows', () => {
    const before = session({ key: 's1' });
    expect(takeParts(before, bare, ['facts', 'detail'])).toStrictEqual(before);
  });
});

describe('what a session remembers of its origin', () => {
  const origin = { platform: 'apple-health', workout: 'w1' } as const;
  const before = session({ key: 's1' });
  const old = { facts: 'running 1 2 ', detail: '    |?' };
  const { facts, detail } = recording.prints;

  it.each([
    ['nothing', [], old],
    ['the facts', ['facts'], { ...old, facts }],
    ['the detail', ['detail'], { ...old, detail }],
    ['both', ['facts', 'detail'], { facts, detail }],
  ] as const)('is what the workout says in %s that were taken', (_, parts, prints) => {
    const known = { ...before, origin: { ...origin, prints: old } };
    expect(takeParts(known, recording, parts).origin).toStrictEqual({ ...origin, prints });
  });

  it.each([
    ['nothing', undefined],
    ['no prints', { facts: 7 } as never],
  ])('is what the workout says in both parts, where it remembered %s', (_, prints) => {
    const known = { ...before, origin: { ...origin, ...(prints !== undefined && { prints }) } };
    expect(takeParts(known, recording, ['facts']).origin).toStrictEqual(origin);
    expect(takeParts(known, recording, ['facts', 'detail']).origin).toStrictEqual({
      ...origin,
      prints: { facts, detail },
    });
  });

  it('is the workout that it was last written from, as where a record was replaced under a new key', () => {
    const known = { ...before, origin: { ...origin, workout: 'w0', prints: old } };
    expect(takeParts(known, recording, ['facts']).origin).toStrictEqual({ ...origin, prints: { ...old, facts } });
  });

  it('is nothing where it was not made from a workout', () => {
    expect(takeParts(before, recording, ['facts', 'detail']).origin).toBeUndefined();
  });
});

describe('the session that importing creates', () => {
  it('holds all that the workout says, and where it came from', () => {
    const known = { source: { app: WATCH, model: 'Watch7,1' }, method: 'recorded', crossIds: ['c1'] } as const;
    const full = changedWorkout(workout({ key: 'w1' }), { ...FACTS, ...TOTALS, ...known });
    expect(sessionFrom(scope, full)).toStrictEqual({
      kind: 'session',
      key: 'apple-health:w1',
      ...FACTS,
      ...TOTALS,
      ...known,
      revision: '',
      state: 'completed',
      origin: { platform: 'apple-health', workout: 'w1', prints: full.prints },
    });
  });

  it('holds no field that the workout does not know', () => {
    const { source: _unknown, ...nameless } = workout({ key: 'w1' });
    expect(sessionFrom(scope, nameless)).toStrictEqual({
      kind: 'session',
      key: 'apple-health:w1',
      activity: 'running',
      start: at(600),
      end: at(660),
      revision: '',
      state: 'completed',
      origin: { platform: 'apple-health', workout: 'w1', prints: nameless.prints },
    });
  });

  it('has the key that it is given', () => {
    expect(sessionFrom(scope, workout({ key: 'w1' }), 's7').key).toBe('s7');
  });

  it('leaves behind what belongs to the record alone', () => {
    const own = { sourceId: 'x', parent: 'w0', relayedFrom: ['com.bike'] };
    expect(sessionFrom(scope, workout({ key: 'w1', ...own }))).toStrictEqual(
      sessionFrom(scope, workout({ key: 'w1' })),
    );
  });
});

describe('merge bases', () => {
  const titled = changedWorkout(workout({ key: 'w1' }), { title: 'Morning run', distanceMetres: 10_000 });
  const written = ownRecord('w1', base, 4);

  it('of an import: what the workout says, its title on the workout side alone, and no revision yet', () => {
    const { facts, detail } = titled.prints;
    expect(importedBase(titled)).toStrictEqual({
      session: { facts: untitled(facts), detail },
      workout: { facts, detail },
      revision: '',
      version: 0,
    });
    expect(untitled(facts)).not.toBe(facts);
  });

  it('of a pair that agrees: each side as it is, at the revision of the session', () => {
    expect(baseOf(base, titled)).toStrictEqual({
      session: printOf(base),
      workout: titled.prints,
      revision: 'r3',
      version: 0,
    });
  });

  it('hold the version of an own record', () => {
    expect(baseOf(base, written).version).toBe(4);
    expect(importedBase(written).version).toBe(4);
  });
});

describe('the merge base of a session and its origin that nobody remembers', () => {
  const origin = workout({ key: 'w1', distanceMetres: 10_000 });
  const [same, longer, farther, both] = [
    { distanceMetres: 10_000 },
    { distanceMetres: 10_000, to: 670 },
    { distanceMetres: 12_000 },
    { distanceMetres: 12_000, to: 670 },
  ].map((change) => session({ key: 's1', revision: 'r3', ...change }));
  const made = origin.prints;

  it.each([
    ['as it was made', same, { ...made }, 'r3'],
    ['with its time edited', longer, { ...made }, ''],
    ['with its distance edited', farther, { ...made }, ''],
    ['with both edited', both, { ...made }, ''],
  ] as const)('%s: an edit stays an edit', (_, found, sessionSide, revision) => {
    if (found === undefined) throw new Error('no session');
    expect(originBase(found, origin)).toStrictEqual({
      session: sessionSide,
      workout: origin.prints,
      revision,
      version: 0,
    });
  });

  it('takes the session as it is, part by part, where it agrees within the tolerance', () => {
    const nearly = { ...session({ key: 's1', revision: 'r3', distanceMetres: 10_001 }), end: at(660) + 1000 };
    expect(originBase(nearly, origin)).toStrictEqual({
      session: printOf(nearly),
      workout: made,
      revision: 'r3',
      version: 0,
    });
    const { facts } = printOf(nearly);
    expect(originBase({ ...nearly, distanceMetres: 12_000 }, origin)).toStrictEqual({
      session: { facts, detail: made.detail },
      workout: made,
      revision: '',
      version: 0,
    });
    const { detail } = printOf(nearly);
    expect(originBase({ ...nearly, end: at(670) }, origin)).toStrictEqual({
      session: { facts: made.facts, detail },
      workout: made,
      revision: '',
      version: 0,
    });
  });

  it('is what the workout said when the session was written, if the session knows it: what changed since is news', () => {
    const said = workout({ key: 'w1', distanceMetres: 9000 }).prints;
    const known = { platform: 'apple-health', workout: 'w1', prints: said } as const;
    const untouched = session({ key: 's1', revision: 'r3', distanceMetres: 9000 });
    expect(originBase({ ...untouched, origin: known }, origin)).toStrictEqual({
      session: printOf(untouched),
      workout: said,
      revision: 'r3',
      version: 0,
    });
    const edited = session({ key: 's1', revision: 'r3', distanceMetres: 9500 });
    expect(originBase({ ...edited, origin: known }, origin)).toStrictEqual({
      session: said,
      workout: said,
      revision: '',
      version: 0,
    });
  });

  it.each([null, {}, { facts: 'f' }, { detail: 'd' }, { facts: 'f', detail: 7 }])(
    'takes %j for no memory',
    (prints) => {
      const untouched = session({ key: 's1', revision: 'r3', distanceMetres: 10_000 });
      const spoilt = {
        ...untouched,
        origin: { platform: 'apple-health', workout: 'w1', prints: prints as never },
      } as const;
      expect(originBase(spoilt, origin)).toStrictEqual(originBase(untouched, origin));
    },
  );

  it('counts a title and a distance that only the session knows as edits', () => {
    const bare = workout({ key: 'w1' });
    const known = session({ key: 's1', revision: 'r3', title: 'Tempo', distanceMetres: 10_000 });
    expect(originBase(known, bare)).toStrictEqual({
      session: bare.prints,
      workout: bare.prints,
      revision: '',
      version: 0,
    });
  });
});

describe('whether a session and a workout agree', () => {
  const plain = session({ key: 's1' });
  const bare = workout({ key: 'w1' });

  it.each([
    ['the same', plain, bare, { facts: true, detail: true }, { facts: true, detail: true }],
    ['another end', { ...plain, end: at(661) }, bare, { facts: false, detail: true }, { facts: false, detail: true }],
    [
      'another distance',
      { ...plain, distanceMetres: 9000 },
      workout({ key: 'w1', distanceMetres: 8000 }),
      { facts: true, detail: false },
      { facts: true, detail: false },
    ],
    [
      'a title that only the session has',
      { ...plain, title: 'Tempo' },
      bare,
      { facts: true, detail: true },
      { facts: false, detail: true },
    ],
    [
      'a distance that only the session has',
      { ...plain, distanceMetres: 9000 },
      bare,
      { facts: true, detail: true },
      { facts: true, detail: false },
    ],
    [
      'a distance that only the workout has',
      plain,
      workout({ key: 'w1', distanceMetres: 9000 }),
      { facts: true, detail: true },
      { facts: true, detail: true },
    ],
  ])('%s', (_, one, other, whereBoth, always) => {
    expect(agreement(one, other)).toStrictEqual(whereBoth);
    expect(agreement(one, other, 'where-both')).toStrictEqual(whereBoth);
    expect(agreement(one, other, 'always')).toStrictEqual(always);
  });
});

describe('whether an own record says what its session says', () => {
  const sent = session({ key: 's1', distanceMetres: 9000 });
  const kept = ownRecord('w1', sent);

  it.each<readonly [string, Partial<Session>, boolean]>([
    ['the same', {}, true],
    ['an activity of the same family, which the platform may have broadened', { activity: 'treadmill-running' }, true],
    ['an activity of another family', { activity: 'walking' }, false],
    ['another end', { end: at(661) }, false],
    ['an end within the tolerance', { end: at(660) + 1000 }, true],
    ['another distance', { distanceMetres: 8000 }, false],
    ['a title that the platform does not keep', { title: 'Tempo' }, true],
    ['a climb that the platform does not keep', { elevationGainMetres: 100 }, true],
  ])('%s', (_, change, matches) => {
    expect(ownRecordMatches({ ...sent, ...change }, kept)).toBe(matches);
  });

  it('compares titles where the store keeps them', () => {
    const titled = { ...sent, title: 'Tempo' };
    expect(ownRecordMatches(titled, ownRecord('w1', titled))).toBe(true);
    expect(ownRecordMatches({ ...sent, title: 'Easy' }, ownRecord('w1', titled))).toBe(false);
  });
});

describe('a link whose session was written from the workout since', () => {
  const first = workout({ key: 'w1', distanceMetres: 10_000 });
  const later = workout({ key: 'w1', to: 670, distanceMetres: 11_000 });
  const now = workout({ key: 'w1', to: 680, distanceMetres: 12_000 });
  const before = session({ key: 's1', distanceMetres: 10_000 });
  const known = link('imported', before, first);
  const origin = { platform: 'apple-health', workout: 'w1', prints: later.prints } as const;
  const written = session({ key: 's1', to: 670, distanceMetres: 11_000, revision: 'r2', origin });

  it('knows what was written', () => {
    expect(caughtUp(known, written, now)).toStrictEqual({
      ...known,
      base: { ...known.base, session: printOf(written), workout: later.prints },
    });
  });

  it.each([
    ['its facts, where the user has edited the totals', { ...written, distanceMetres: 13_000 }, now, 'facts'],
    ['its totals, where the user has edited the time', { ...written, end: at(700) }, now, 'detail'],
    [
      'its facts, where the totals are what they were',
      written,
      { ...now, prints: { ...now.prints, detail: first.prints.detail } },
      'facts',
    ],
    [
      'its totals, where the time is what it was',
      written,
      { ...now, prints: { ...now.prints, facts: first.prints.facts } },
      'detail',
    ],
  ] as const)('knows %s', (_, found, entry, part) => {
    expect(caughtUp(known, found, entry)).toStrictEqual({
      ...known,
      base: {
        ...known.base,
        session: { ...known.base.session, [part]: printOf(found)[part] },
        workout: { ...known.base.workout, [part]: later.prints[part] },
      },
    });
  });

  it('knows what was written, under the title that the app had given it', () => {
    const titled = { ...known, base: { ...known.base, session: printOf({ ...before, title: 'Lunch run' }) } };
    const found = { ...written, title: 'Lunch run' };
    expect(caughtUp(titled, found, now).base).toMatchObject({ session: printOf(found), workout: later.prints });
    const renamed = { ...written, title: 'Mine' };
    expect(caughtUp(titled, renamed, now).base.session.facts).toBe(titled.base.session.facts);
  });

  it.each([
    ['totals', { distanceMetres: before.distanceMetres }],
    ['time', { end: before.end }],
  ])('knows what was written, where the user has put the %s back to what is known: that is an edit', (_, edit) => {
    expect(caughtUp(known, { ...written, ...edit } as typeof written, now)).toStrictEqual({
      ...known,
      base: { ...known.base, session: printOf(written), workout: later.prints },
    });
  });

  it.each([
    ['at the revision that is known', known, { ...written, revision: known.base.revision }, now],
    ['that the app does not show', known, undefined, now],
    ['that remembers nothing of it', known, { ...written, origin: { ...origin, prints: undefined as never } }, now],
    ['that says nothing of where it came from', known, session({ key: 's1', to: 670, revision: 'r2' }), now],
    ['whose workout is gone', known, written, undefined],
    ['that did not come from the store', { ...known, kind: 'matched' }, written, now],
    ['whose link is closed', { ...known, state: 'detached' }, written, now],
  ] as const)('stays as it is for a session %s', (_, of, found, entry) => {
    expect(caughtUp(of, found, entry)).toBe(of);
  });

  it('stays as it is where the workout is what it was: another phone, which sees it differently, wrote the session', () => {
    expect(caughtUp(known, written, first)).toStrictEqual(known);
  });

  it('stays as it is where the session says what is known, whatever the workout said in between', () => {
    const agreed = { ...known, base: { ...known.base, session: printOf(written), workout: first.prints } };
    expect(caughtUp(agreed, written, now)).toStrictEqual(agreed);
  });
});
