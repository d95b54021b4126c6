import {
  ALL,
  BEFORE,
  CHANGE,
  failureOf,
  must,
  mustDo,
  NOTHING,
  row,
  type StateStoreCase,
  show,
  texts,
  where,
} from './state-store-case';

/** The clauses about what cannot be read, and what cannot be stored. */
export const damageCases: readonly StateStoreCase[] = [
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
