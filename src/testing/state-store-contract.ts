import type { StateChange, StateRange, StateRead, StateRow, StateStore } from '../ports/state-store';
import { type StoreError, toStoreError } from '../ports/store-error';
import type { StateStoreCase, StateStorePlace } from './state-store-place';

const ALL: StateRange = { from: '', to: '\u007f' };

/** Fails with the clause, what was seen, and what to do about it. */
const must = (clause: string, holds: boolean, seen: string, fix: string): void => {
  if (!holds) throw new Error(`${clause}: ${seen}. ${fix}`);
};

const show = (value: unknown): string => JSON.stringify(value);

const row = (key: string, value = `value of ${key}`): StateRow => ({ key, value });

const texts = ({ rows }: StateRead): string => rows.map(({ key, value }) => `${key}=${value}`).join(', ');

const BEFORE = [row('a'), row('b'), row('c')];
const CHANGE: Omit<StateChange, 'expectRevision'> = { put: [row('b', 'new'), row('d')], remove: ['a'] };
const NOTHING = 'a=value of a, b=value of b, c=value of c';
const WHOLE = 'b=new, c=value of c, d=value of d';

/** Carries out a change that any store takes. */
const mustDo = async (
  store: StateStore,
  expectRevision: number,
  put: readonly StateRow[],
  remove: readonly string[] = [],
  clause = 'ST2',
): Promise<void> => {
  const answer = await store
    .transact({ expectRevision, put, remove })
    .catch((thrown) => `an error: ${toStoreError(thrown).message}`);
  must(
    clause,
    answer === 'done',
    `a change of ${[...put.map(({ key }) => key), ...remove].join(', ')} at revision ${expectRevision} answered ${answer}`,
    'Carry out every change that expects the revision the store is at.',
  );
};

const failureOf = async (work: () => Promise<unknown>): Promise<StoreError | undefined> => {
  try {
    await work();
    return undefined;
  } catch (thrown) {
    return toStoreError(thrown);
  }
};

/** A case that every place can try. */
const always = (name: string, run: (place: StateStorePlace) => Promise<void>): StateStoreCase => ({
  name,
  run: async (place) => {
    await run(place);
    return 'held';
  },
});

/** A case for places that offer something. */
const where = <Offer extends keyof StateStorePlace>(
  offer: Offer,
  name: string,
  run: (place: StateStorePlace & Required<Pick<StateStorePlace, Offer>>) => Promise<void>,
): StateStoreCase => ({
  name,
  run: async (place) => {
    if (place[offer] === undefined) return 'not-tried';
    await run(place as StateStorePlace & Required<Pick<StateStorePlace, Offer>>);
    return 'held';
  },
});

/** More writes than a change of three rows may take. */
const ENOUGH_WRITES = 100;

/**
 * What a {@link StateStore} must do, clause by clause, free of any test runner: run each case over a place of its own.
 */
export const stateStoreContract: readonly StateStoreCase[] = [
  where('openDying', 'ST1 a change is whole or nothing, at whichever write the process dies', async (place) => {
    for (let writes = 0; writes < ENOUGH_WRITES; writes++) {
      const store = await place.open();
      const { revision } = await store.read(ALL);
      await mustDo(store, revision, BEFORE, ['d']);
      const dying = await place.openDying(writes);
      const answer = await dying.transact({ ...CHANGE, expectRevision: revision + 1 }).catch(() => 'died');
      const after = await (await place.open()).read(ALL);
      const isWhole = texts(after) === WHOLE && after.revision === revision + 2;
      const isNothing = texts(after) === NOTHING && after.revision === revision + 1;
      must(
        'ST1',
        isWhole || isNothing,
        `after a death at write ${writes} the rows are ${texts(after)}, the revision ${after.revision}`,
        'Write all of a change aside and let one last write make it count, or use a transaction.',
      );
      must('ST5', answer !== 'done' || isWhole, 'a change was answered done before it was', 'Wait for the last write.');
      if (answer === 'done') return;
    }
    must('ST1', false, `a change of three rows took ${ENOUGH_WRITES} writes`, 'Write rows together.');
  }),

  always('ST1 a change answered with a conflict leaves every row as it was', async ({ open }) => {
    const store = await open();
    await mustDo(store, 0, BEFORE);
    await store.transact({ ...CHANGE, expectRevision: 0 });
    const after = texts(await store.read(ALL));
    must('ST1', after === NOTHING, `after a conflict the rows are ${after}`, 'Compare the revision before writing.');
  }),

  always('ST2 an empty store is at revision 0, and each change raises it by one', async ({ open }) => {
    const store = await open();
    for (const revision of [0, 1, 2, 3]) {
      const seen = (await store.read(ALL)).revision;
      must(
        'ST2',
        seen === revision,
        `after ${revision} changes it is at revision ${seen}`,
        'Count every change, also one without rows, as one.',
      );
      await mustDo(store, revision, revision === 2 ? [] : [row('a', String(revision))]);
    }
  }),

  always('ST2 a change that expects another revision is a conflict', async ({ open }) => {
    const store = await open();
    await mustDo(store, 0, BEFORE);
    for (const expectRevision of [0, 2, 7]) {
      const answer = await store.transact({ ...CHANGE, expectRevision });
      must(
        'ST2',
        answer === 'conflict',
        `at revision 1 a change that expects ${expectRevision} answered ${answer}`,
        'Compare expectRevision with what is stored, within the transaction.',
      );
    }
  }),

  always('ST2 of two stores over one place that expect the same revision, one has a conflict', async ({ open }) => {
    const [one, other] = [await open(), await open()];
    await Promise.all([one.read(ALL), other.read(ALL)]);
    const answers = await Promise.all([
      one.transact({ expectRevision: 0, put: [row('a', 'one')], remove: [] }),
      other.transact({ expectRevision: 0, put: [row('a', 'other')], remove: [] }),
    ]);
    must(
      'ST2',
      [...answers].sort().join() === 'conflict,done',
      `two changes at once answered ${answers.join(' and ')}`,
      'Compare with the revision in the place itself, not with one kept in memory, and let changes wait for each other.',
    );
    const after = texts(await one.read(ALL));
    const expected = `a=${answers[0] === 'done' ? 'one' : 'other'}`;
    must('ST2', after === expected, `the row of the conflict is there: ${after}`, 'Write nothing on a conflict.');
  }),

  always('ST3 rows come in the order of character codes, whatever the order they were put in', async ({ open }) => {
    const store = await open();
    const keys = ['b/10', 'B/1', 'a-1', 'b/9', 'a/1', 'a.1', '%00e9', 'z', '_', 'a/1/x', 'a'];
    await mustDo(
      store,
      0,
      keys.slice(0, 6).map((key) => row(key)),
    );
    await mustDo(
      store,
      1,
      keys.slice(6).map((key) => row(key)),
    );
    const given = (await store.read(ALL)).rows.map(({ key }) => key).join(' ');
    must(
      'ST3',
      given === [...keys].sort().join(' '),
      `the keys come as ${given}`,
      'Sort by character code: binary collation in SQL, never localeCompare.',
    );
  }),

  always('ST3 a range starts with its first key, ends before its last, and stops at its limit', async ({ open }) => {
    const store = await open();
    await mustDo(
      store,
      0,
      ['a', 'b', 'c', 'd', 'e'].map((key) => row(key)),
    );
    const expected: readonly (readonly [StateRange, string])[] = [
      [{ from: 'b', to: 'd' }, 'bc'],
      [{ from: 'b\u0000', to: 'd\u0000' }, 'cd'],
      [{ from: 'aa', to: 'cc' }, 'bc'],
      [{ from: 'b', to: 'e', limit: 2 }, 'bc'],
      [{ from: 'b', to: 'e', limit: 9 }, 'bcd'],
      [{ from: 'd', to: 'b' }, ''],
      [{ from: 'x', to: 'y' }, ''],
    ];
    for (const [range, keys] of expected) {
      const read = await store.read(range);
      const given = read.rows.map(({ key }) => key).join('');
      must('ST3', given === keys, `of a to e the range ${show(range)} gives "${given}"`, 'Half-open, then the limit.');
      must('ST3', read.revision === 1, `the range ${show(range)} is at ${read.revision}`, 'Give the revision, too.');
    }
  }),

  always('ST4 a value comes back as it was put, whatever characters it holds', async ({ open }) => {
    const store = await open();
    const values = [
      '',
      ' ',
      '{"a":"\\n"}',
      'Zürich',
      '走る',
      '🏃‍♀️',
      '\ud83c',
      '\udfc3x',
      'a\u0000b',
      '\u0010\u001b',
      '\ufeff',
      "'; --",
      'x'.repeat(70_000),
    ];
    await mustDo(
      store,
      0,
      values.map((value, at) => row(`key-${String.fromCharCode(97 + at)}`, value)),
    );
    const { rows } = await (await open()).read(ALL);
    for (const [at, value] of values.entries()) {
      must(
        'ST4',
        rows[at]?.value === value,
        `${show(value.slice(0, 20))} came back as ${show(rows[at]?.value.slice(0, 20))}`,
        'Escape what the place cannot hold: lone surrogates, NUL.',
      );
    }
  }),

  always('ST5 what was answered done is there after a restart', async ({ open }) => {
    const store = await open();
    await mustDo(store, 0, BEFORE);
    await mustDo(store, 1, CHANGE.put, CHANGE.remove);
    const after = await (await open()).read(ALL);
    must(
      'ST5',
      texts(after) === WHOLE && after.revision === 2,
      `after a restart the rows are "${texts(after)}", the revision ${after.revision}`,
      'Answer done when it is stored, not when it is in memory.',
    );
  }),

  where(
    'damage',
    'ST6 what cannot be read is named, the rest is given, and the store stays writable',
    async (place) => {
      const rows = Array.from({ length: 400 }, (_, at) =>
        row(`row/${String(at).padStart(3, '0')}`, `${at} `.repeat(50)),
      );
      await mustDo(await place.open(), 0, rows);
      await place.damage('row/123');
      const store = await place.open();
      const read = await store.read(ALL);
      const given = new Map(read.rows.map(({ key, value }) => [key, value]));
      const isAsPut = read.rows.every(({ key, value }) => rows.some((one) => one.key === key && one.value === value));
      must('ST6', isAsPut, 'a damaged row was given with another value', 'Keep a checksum with what is stored.');
      must(
        'ST6',
        given.size === rows.length || (read.damaged ?? []).length > 0,
        `${rows.length - given.size} rows are gone, and damaged is empty`,
        'Name what is there and cannot be read.',
      );
      must(
        'ST6',
        given.has('row/000') && given.has('row/399'),
        'rows far from the damage are gone',
        'Give what is whole.',
      );
      await mustDo(store, read.revision, [row('row/400')], [], 'ST6');
      const later = await (await place.open()).read(ALL);
      must(
        'ST6',
        show([...(later.damaged ?? [])].sort()) === show([...(read.damaged ?? [])].sort()),
        `after a change elsewhere ${show(read.damaged)} became ${show(later.damaged)}`,
        'Name the damage until it is put or removed.',
      );
      const otherNames = (later.damaged ?? []).filter((name) => name !== 'row/123');
      await mustDo(store, later.revision, [row('row/123')], otherNames, 'ST6');
      const healed = await store.read(ALL);
      must(
        'ST6',
        healed.damaged === undefined || healed.damaged.length === 0,
        `${show(healed.damaged)} is named although it was put or removed`,
        'A name that is put or removed is named no more.',
      );
      const value = healed.rows.find(({ key }) => key === 'row/123')?.value;
      must(
        'ST6',
        value === 'value of row/123',
        `a row put over the damage reads ${show(value)}`,
        'Take new rows there.',
      );
    },
  ),

  where('damage', 'ST3 with damage too, fewer rows than the limit mean that there are no more', async (place) => {
    const rows = Array.from({ length: 300 }, (_, at) => row(`row/${String(at).padStart(3, '0')}`, `${at} `.repeat(50)));
    await mustDo(await place.open(), 0, rows);
    await place.damage('row/010');
    const store = await place.open();
    const whole = (await store.read(ALL)).rows.map(({ key }) => key);
    const paged: string[] = [];
    for (let from = ''; ; ) {
      const page = await store.read({ ...ALL, from, limit: 7 });
      paged.push(...page.rows.map(({ key }) => key));
      if (page.rows.length < 7) break;
      from = `${paged[paged.length - 1]}\u0000`;
    }
    must(
      'ST3',
      show(paged) === show(whole),
      `page by page there are ${paged.length} rows, at once ${whole.length}`,
      'Fill a page up from beyond the damage.',
    );
  }),

  always('ST7 a put of a key that is there is its new value', async ({ open }) => {
    const store = await open();
    await mustDo(store, 0, [row('a', 'old'), row('b')], [], 'ST7');
    await mustDo(store, 1, [row('a', 'new')], [], 'ST7');
    const after = texts(await store.read(ALL));
    must('ST7', after === 'a=new, b=value of b', `after it the rows are ${after}`, 'Replace the row of the same key.');
  }),

  always('ST7 a removal of a key that is not there is done', async ({ open }) => {
    const store = await open();
    await mustDo(store, 0, [], ['nobody'], 'ST7');
    await mustDo(store, 1, BEFORE, [], 'ST7');
    await mustDo(store, 2, [], ['nobody', 'aa', 'zz'], 'ST7');
    const after = texts(await store.read(ALL));
    must(
      'ST7',
      after === NOTHING,
      `after it the rows are ${after}`,
      'Remove what is there, and take the rest as done.',
    );
  }),

  where(
    'tooLarge',
    'ST8 what does not fit is refused as too-large, and nothing has changed',
    async ({ open, tooLarge }) => {
      const store = await open();
      await mustDo(store, 0, BEFORE);
      const failure = await failureOf(() =>
        store.transact({ ...CHANGE, expectRevision: 1, put: [...CHANGE.put, row('e', tooLarge)] }),
      );
      must('ST8', failure?.kind === 'too-large', `it answered ${show(failure?.kind)}`, 'Reject with kind too-large.');
      const after = texts(await store.read(ALL));
      must('ST8', after === NOTHING, `after it the rows are ${after}`, 'Find out before the first write.');
      await mustDo(store, 1, CHANGE.put, CHANGE.remove, 'ST8');
    },
  ),

  where(
    'openNewer',
    'ST8 a state that a newer version has written is refused by name, and nothing has changed',
    async (place) => {
      await mustDo(await place.open(), 0, BEFORE);
      const newer = await place.openNewer();
      for (const call of [() => newer.read(ALL), () => newer.transact({ ...CHANGE, expectRevision: 1 })]) {
        const failure = await failureOf(call);
        must(
          'ST8',
          failure?.kind === 'update-required',
          `it answered ${show(failure?.kind)}`,
          'Reject with update-required.',
        );
      }
    },
  ),
];
