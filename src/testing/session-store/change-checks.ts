import { toStoreError } from '../../ports/store-error';
import { type ContractCheck, clause, NOT_TRIED, rejectionOf, type Verdict } from '../contract';
import { applyAll, create, fill, found } from './session-calls';
import { importedRun, type MakeSessionStore } from './session-store-bench';

/** The clauses about changes. */
export const changeChecks = (make: MakeSessionStore): readonly ContractCheck[] => [
  clause('SS4', 'key and origin are kept', 'Store `key` and `origin` with the session.', async (): Promise<Verdict> => {
    const bench = await make();
    const { store } = bench;
    const [made] = await fill(bench);
    if (made === undefined || store.apply === undefined) return NOT_TRIED;
    const wanted = importedRun(0);
    const read = store.read === undefined ? made : await found(store, wanted.key);
    for (const session of [made, read]) {
      if (session?.key !== wanted.key) return 'A created session has another key.';
      if (session.origin?.workout !== wanted.origin?.workout) return 'A created session has lost its origin.';
    }
    return undefined;
  }),
  clause(
    'SS5',
    'creating again is harmless',
    'Insert only where the key is free, and answer with the session that is there.',
    async (): Promise<Verdict> => {
      const bench = await make();
      const { store } = bench;
      const [made] = await fill(bench);
      if (made === undefined || store.apply === undefined) return NOT_TRIED;
      const [again] = await applyAll(store, create({ ...importedRun(0), end: importedRun(0).end + 60_000 }));
      if (again?.kind !== 'already-exists') return `Creating a session that is there answered ${again?.kind}.`;
      return again.session.end === made.end ? undefined : 'Creating a session that is there changed it.';
    },
  ),
  clause(
    'SS6',
    'a change that meets another revision changes nothing',
    'Compare the revision in the same transaction as the change; a sink gives the session that stands with the answer.',
    async (): Promise<Verdict> => {
      const bench = await make();
      const { store, edit } = bench;
      const [session] = await fill(bench);
      if (session === undefined || edit === undefined || store.apply === undefined) return NOT_TRIED;
      await edit(session.key);
      const { key, revision } = session;
      const [updated] = await applyAll(store, {
        kind: 'update',
        key,
        revision,
        parts: ['facts'],
        session: { ...session, end: session.end + 600_000 },
      });
      const [removed] = await applyAll(store, { kind: 'remove', key, revision });
      if (updated?.kind !== 'conflict' || removed?.kind !== 'conflict') {
        return `Another revision was answered ${updated?.kind} and ${removed?.kind}.`;
      }
      if (store.read === undefined && (updated.session === undefined || updated.session.revision === revision)) {
        return 'A sink answered `conflict` without the session that stands.';
      }
      const now = await found(store, key);
      return store.read && now?.end === session.end + 600_000 ? 'A conflict was written all the same.' : undefined;
    },
  ),
  clause(
    'SS7',
    'one bad item stops no other',
    'Catch errors item by item, and answer `failed` for the one.',
    async (): Promise<Verdict> => {
      const bench = await make();
      const { store, refuse } = bench;
      if (store.apply === undefined || refuse === undefined) return NOT_TRIED;
      await refuse(importedRun(1).key);
      const rejection = await rejectionOf(() => fill(bench));
      if (rejection) return 'One bad item rejected the whole call.';
      const [good, bad] = await applyAll(store, create(importedRun(0)), create(importedRun(1)));
      if (bad?.kind !== 'failed') return `A bad item was answered ${bad?.kind}.`;
      return good?.kind === 'already-exists' ? undefined : 'A good item beside a bad one was not done.';
    },
  ),
  clause(
    'SS8',
    'where nothing could be done, the call is rejected',
    'Throw `storeError("offline", …)` where the server cannot be reached.',
    async (): Promise<Verdict> => {
      const bench = await make();
      const { store, goOffline } = bench;
      if (store.apply === undefined || goOffline === undefined) return NOT_TRIED;
      await goOffline();
      const rejection = await rejectionOf(() => fill(bench));
      if (rejection === undefined) return 'Without a connection a change was answered.';
      const { kind } = toStoreError(rejection.thrown);
      return ['offline', 'auth-required', 'rate-limited'].includes(kind) ? undefined : `The error is \`${kind}\`.`;
    },
  ),
  clause(
    'SS9',
    'a refused item leaves nothing behind',
    'Write all of an item in one transaction.',
    async (): Promise<Verdict> => {
      const bench = await make();
      const { store, refuse } = bench;
      if (store.apply === undefined || store.read === undefined || refuse === undefined) return NOT_TRIED;
      const { key } = importedRun(1);
      await refuse(key);
      await fill(bench);
      return (await found(store, key)) === undefined ? undefined : 'A session whose creation failed is in the list.';
    },
  ),
];
