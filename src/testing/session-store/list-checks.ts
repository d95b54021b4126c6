import { WHOLE_HISTORY } from '../../domain/interval';
import { toStoreError } from '../../ports/store-error';
import { type ContractCheck, clause, NOT_TRIED, rejectionOf, type Verdict } from '../contract';
import { fill, found, listed } from './session-calls';
import type { MakeSessionStore } from './session-store-bench';

/** The clauses about the list. */
export const listChecks = (make: MakeSessionStore): readonly ContractCheck[] => [
  clause(
    'SS1',
    'a revision changes with every change of content',
    'Count changes per session, or hash its content; a clock gives two changes of one millisecond the same.',
    async (): Promise<Verdict> => {
      const bench = await make();
      const { store, edit } = bench;
      const [session] = await fill(bench);
      if (session === undefined || edit === undefined || store.read === undefined) return NOT_TRIED;
      const before = await found(store, session.key);
      await edit(session.key);
      const after = await found(store, session.key);
      if (after === undefined) return 'An edited session is not under its key any more.';
      return before?.revision === after.revision ? 'An edit left the revision as it was.' : undefined;
    },
  ),
  clause(
    'SS2',
    'pages come to an end, and a complete list lacks nothing',
    'End with an absent or empty `next`; say `complete: true` on the last page only.',
    async (): Promise<Verdict> => {
      const bench = await make();
      const { store } = bench;
      const made = await fill(bench);
      if (store.read === undefined || made.length === 0) return NOT_TRIED;
      const pages = await listed(store, 1);
      if (pages === undefined) return 'The pages do not end.';
      const given = new Set(pages.flatMap(({ items }) => items.map(({ key }) => key)));
      const lost = made.find(({ key }) => !given.has(key));
      return lost !== undefined && pages[pages.length - 1]?.complete ? `A complete list lacks ${lost.key}.` : undefined;
    },
  ),
  clause(
    'SS2',
    'a list with a missing page is not complete',
    'Say `complete: false`, or reject, where a page cannot be had.',
    async (): Promise<Verdict> => {
      const bench = await make();
      const { store, losePage } = bench;
      const made = await fill(bench);
      if (store.read === undefined || losePage === undefined || made.length === 0) return NOT_TRIED;
      await losePage();
      let isComplete = false;
      // A rejection says as well that not all was given.
      await rejectionOf(async () => {
        const holed = await listed(store);
        isComplete = holed?.[holed.length - 1]?.complete ?? false;
      });
      return isComplete ? 'A list with a missing page said that it was complete.' : undefined;
    },
  ),
  clause(
    'SS2',
    'a session that stays is given, while another goes between two pages',
    'Page by start and key, never by position; or say `complete: false` where the list has changed.',
    async (): Promise<Verdict> => {
      const bench = await make();
      const { store, erase } = bench;
      const [first, ...staying] = await fill(bench);
      const { read } = store;
      if (read === undefined || erase === undefined || first === undefined) return NOT_TRIED;
      const page = await read({ window: WHOLE_HISTORY, limit: 1 });
      await erase(first.key);
      const rest = page.next ? ((await listed(store, 1, page.next)) ?? []) : [];
      const pages = [page, ...rest];
      const given = new Set(pages.flatMap(({ items }) => items.map(({ key }) => key)));
      const lost = staying.find(({ key }) => !given.has(key));
      return lost !== undefined && pages[pages.length - 1]?.complete
        ? `A complete list lacks ${lost.key}, which stayed when another session went.`
        : undefined;
    },
  ),
  clause(
    'SS2',
    'nobody signed in is not an empty list',
    'Throw `storeError("auth-required", …)` unless the account is signed in.',
    async (): Promise<Verdict> => {
      const bench = await make();
      const { store, signOut } = bench;
      if (signOut === undefined || store.read === undefined) return NOT_TRIED;
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
      const bench = await make();
      const { store, erase } = bench;
      const [session, other] = await fill(bench);
      if (session === undefined || erase === undefined || !store.absenceMeansDeleted || !store.read) return NOT_TRIED;
      if ((await found(store, session.key)) === undefined) return 'A created session is not in the list.';
      await erase(session.key);
      const now = await found(store, session.key);
      if (now !== undefined && now.state !== 'deleted') return 'A deleted session is still in the list.';
      return other && (await found(store, other.key)) === undefined ? 'Another session is missing, too.' : undefined;
    },
  ),
];
