import { WHOLE_HISTORY } from '../../domain/interval';
import type { Session } from '../../domain/session';
import type { ItemResult, SessionChange, SessionPage, SessionStore } from '../../ports/session-store';
import { importedRun, type SessionStoreBench } from './session-store-bench';

const MOST_PAGES = 200;

/** All pages of the list, or those from one on; nothing where there is no list, or it has no end. */
export const listed = async (
  { read }: SessionStore,
  limit = 1000,
  from?: string,
): Promise<readonly SessionPage[] | undefined> => {
  const pages: SessionPage[] = [];
  let page = from;
  while (read !== undefined && pages.length < MOST_PAGES) {
    const answer: SessionPage = await read({ window: WHOLE_HISTORY, limit, ...(page ? { page } : {}) });
    pages.push(answer);
    page = answer.next;
    if (!page) return pages;
  }
  return undefined;
};

/** A session of the list, by its key. */
export const found = async (store: SessionStore, key: string): Promise<Session | undefined> =>
  (await listed(store))?.flatMap(({ items }) => items).find((one) => one.key === key);

/** The change that brings a session in. */
export const create = (session: Session): SessionChange => ({ kind: 'create', key: session.key, session });

/** What became of each change. */
export const applyAll = async (
  store: SessionStore,
  ...changes: readonly SessionChange[]
): Promise<readonly (ItemResult | undefined)[]> => {
  const results = (await store.apply?.(changes)) ?? [];
  return changes.map(({ key }) => results.find((result) => result.key === key));
};

/** Makes some sessions: through the port, or as the app's user where the port only lists. */
export const fill = async ({ store, record }: SessionStoreBench): Promise<readonly Session[]> => {
  const runs = [0, 1, 2].map(importedRun);
  if (store.apply !== undefined) {
    const made = await applyAll(store, ...runs.map(create));
    return made.flatMap((result) => (result && 'session' in result ? [result.session] : []));
  }
  if (record === undefined) return [];
  for (const run of runs) await record(run);
  return (await listed(store))?.flatMap(({ items }) => items) ?? [];
};
