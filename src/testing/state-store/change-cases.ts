import {
  ALL,
  always,
  BEFORE,
  CHANGE,
  must,
  mustDo,
  NOTHING,
  row,
  type StateStoreCase,
  texts,
  WHOLE,
  where,
} from './state-store-case';

/** More writes than a change of three rows may take. */
const ENOUGH_WRITES = 100;

/** The clauses about changes: whole, one after the other, kept. */
export const changeCases: readonly StateStoreCase[] = [
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
];
