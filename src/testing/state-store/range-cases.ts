import type { StateRange } from '../../ports/state-store';
import { ALL, always, must, mustDo, row, type StateStoreCase, show, where } from './state-store-case';

/** The clauses about reading a range. */
export const rangeCases: readonly StateStoreCase[] = [
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
];
