import type { Session } from '../../domain/session';
import type { ItemResult, SessionChange, SessionPage, SessionStore } from '../../ports/session-store';
import { toStoreError } from '../../ports/store-error';
import { type ContractCheck, clause, rejectionOf, type Verdict } from '../contract';
import { ALL_TIME } from '../health-store/read-everything';
import { importedRun, type MakeSessionStore } from './session-store-bench';

const MOST_PAGES = 200;

/** All pages of the list; nothing where there is no list, or it has no end. */
const listed = async ({ read }: SessionStore, limit = 1000): Promise<readonly SessionPage[] | undefined> => {
  const pages: SessionPage[] = [];
  let page: string | undefined;
  while (read !== undefined && pages.length < MOST_PAGES) {
    const answer: SessionPage = await read({ window: ALL_TIME, limit, ...(page ? { page } : {}) });
    pages.push(answer);
    page = answer.next;
    if (!page) return pages;
  }
  return undefined;
};

const found = async (store: SessionStore, key: string): Promise<Session | undefined> =>
  (await listed(store))?.flatMap(({ items }) => items).find((one) => one.key === key);

const create = (session: Session): SessionChange => ({ kind: 'create', key: session.key, session });

const applyAll = async (
  store: SessionStore,
  ...changes: readonly SessionChange[]
): Promise<readonly (ItemResult | undefined)[]> => {
  const results = (await store.apply?.(changes)) ?? [];
  return changes.map(({ key }) => results.find((result) => result.key === key));
};

/** Makes some sessions through the port, where it can. */
const fill = async (store: SessionStore): Promise<readonly Session[]> => {
  const made = await applyAll(store, ...[0, 1, 2].map((hour) => create(importedRun(hour))));
  return made.flatMap((result) => (result && 'session' in result ? [result.session] : []));
};

const listChecks = (make: MakeSessionStore): readonly ContractCheck[] => [
  clause(
    'SS1',
    'a revision changes with every change of content',
    'Count changes per session, or hash its content.',
    async (): Promise<Verdict> => {
      const { store, edit } = await make();
      const [session] = await fill(store);
      if (session === undefined || edit === undefined || store.read === undefined) return undefined;
      const before = await found(store, session.key);
      await edit(session.key);
      const after = await found(store, session.key);
      if (after === undefined) return 'An edited session is not under its key any more.';
      return before?.revision === after.revision ? 'An edit left the revision as it was.' : undefined;
    },
  ),
  clause(
    'SS2',
    'a list that lacks something is not complete',
    'Say `complete: true` on the last page only, and only if no page is missing.',
    async (): Promise<Verdict> => {
      const { store, losePage } = await make();
      const made = await fill(store);
      if (store.read === undefined) return undefined;
      const pages = await listed(store, 1);
      if (pages === undefined) return 'The pages do not end.';
      const given = new Set(pages.flatMap(({ items }) => items.map(({ key }) => key)));
      const lost = made.find(({ key }) => !given.has(key));
      if (lost !== undefined && pages[pages.length - 1]?.complete) return `A complete list lacks ${lost.key}.`;
      if (losePage === undefined) return undefined;
      await losePage();
      const holed = await listed(store);
      return holed?.[holed.length - 1]?.complete ? 'A list with a missing page said that it was complete.' : undefined;
    },
  ),
  clause(
    'SS2',
    'nobody signed in is not an empty list',
    'Throw `storeError("auth-required", …)` unless the account is signed in.',
    async (): Promise<Verdict> => {
      const { store, signOut } = await make();
      if (signOut === undefined || store.read === undefined) return undefined;
      await signOut();
      const rejection = await rejectionOf(() => listed(store));
      if (rejection === undefined) return 'Without an account the list was answered.';
      return toStoreError(rejection.thrown).kind === 'auth-required' ? undefined : 'The error is not `auth-required`.';
    },
  ),
  clause(
    'SS3',
    'what the user deleted is missing from the list, or told as gone',
    'Set `absenceMeansDeleted` only for a list that loses a session when, and only when, its user deletes it.',
    async (): Promise<Verdict> => {
      const { store, erase } = await make();
      const [session, other] = await fill(store);
      if (session === undefined || erase === undefined || !store.absenceMeansDeleted || !store.read) return undefined;
      if ((await found(store, session.key)) === undefined) return 'A created session is not in the list.';
      await erase(session.key);
      const now = await found(store, session.key);
      if (now !== undefined && now.state !== 'deleted') return 'A deleted session is still in the list.';
      return other && (await found(store, other.key)) === undefined ? 'Another session is missing, too.' : undefined;
    },
  ),
];

const changeChecks = (make: MakeSessionStore): readonly ContractCheck[] => [
  clause('SS4', 'key and origin are kept', 'Store `key` and `origin` with the session.', async (): Promise<Verdict> => {
    const { store } = await make();
    const [made] = await fill(store);
    if (made === undefined) return undefined;
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
      const { store } = await make();
      const [made] = await fill(store);
      if (made === undefined) return undefined;
      const [again] = await applyAll(store, create({ ...importedRun(0), end: importedRun(0).end + 60_000 }));
      if (again?.kind !== 'already-exists') return `Creating a session that is there answered ${again?.kind}.`;
      return again.session.end === made.end ? undefined : 'Creating a session that is there changed it.';
    },
  ),
  clause(
    'SS6',
    'a change that meets another revision changes nothing',
    'Compare the revision in the same transaction as the change.',
    async (): Promise<Verdict> => {
      const { store, edit } = await make();
      const [session] = await fill(store);
      if (session === undefined || edit === undefined) return undefined;
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
      const now = await found(store, key);
      return store.read && now?.end === session.end + 600_000 ? 'A conflict was written all the same.' : undefined;
    },
  ),
  clause(
    'SS7',
    'one bad item stops no other',
    'Catch errors item by item, and answer `failed` for the one.',
    async (): Promise<Verdict> => {
      const { store, refuse } = await make();
      if (store.apply === undefined || refuse === undefined) return undefined;
      await refuse(importedRun(1).key);
      const rejection = await rejectionOf(() => fill(store));
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
      const { store, goOffline } = await make();
      if (store.apply === undefined || goOffline === undefined) return undefined;
      await goOffline();
      const rejection = await rejectionOf(() => fill(store));
      if (rejection === undefined) return 'Without a connection a change was answered.';
      const { kind } = toStoreError(rejection.thrown);
      return ['offline', 'auth-required', 'rate-limited'].includes(kind) ? undefined : `The error is \`${kind}\`.`;
    },
  ),
];

/**
 * What every session store must do, clause by clause, as plain checks for any test runner.
 *
 * **Shape** each check makes a fresh store. A check passes where the store has no such method, or the bench no way to bring
 * the situation about.
 *
 * @see `SessionStore` for the clauses.
 */
export const sessionStoreContract = (make: MakeSessionStore): readonly ContractCheck[] => [
  ...listChecks(make),
  ...changeChecks(make),
];
