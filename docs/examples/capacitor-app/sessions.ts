import type { ItemResult, Session, SessionChange, SessionStore } from 'workout-sync';
import type { KeyValueStorage } from 'workout-sync/key-value';

const KEY = 'sessions';

/** The app's own sessions, all of them in one value: one `setItem` is whole or not at all. For some hundreds of them. */
export const sessionsIn = (storage: KeyValueStorage): SessionStore => {
  const load = async (): Promise<Map<string, Session>> => {
    const text = await storage.getItem(KEY);
    const list = text ? (JSON.parse(text) as readonly Session[]) : [];
    return new Map(list.map((session) => [session.key, session]));
  };

  const applyOne = (sessions: Map<string, Session>, change: SessionChange): ItemResult => {
    const { key } = change;
    const known = sessions.get(key);
    if (change.kind === 'create') {
      if (known) return { kind: 'already-exists', key, session: known };
      const session = { ...change.session, revision: '1' };
      sessions.set(key, session);
      return { kind: 'created', key, session };
    }
    if (known === undefined) return { kind: 'absent', key };
    if (known.revision !== change.revision) return { kind: 'conflict', key };
    if (change.kind === 'remove') {
      sessions.delete(key);
      return { kind: 'removed', key };
    }
    const session = { ...change.session, revision: String(Number(known.revision) + 1) };
    sessions.set(key, session);
    return { kind: 'updated', key, session };
  };

  return {
    absenceMeansDeleted: true,
    takes: 'header',
    read: async ({ window }) => {
      const all = [...(await load()).values()];
      return { items: all.filter(({ start }) => window.start <= start && start < window.end), window, complete: true };
    },
    apply: async (changes) => {
      const sessions = await load();
      const results = changes.map((change) => applyOne(sessions, change));
      await storage.setItem(KEY, JSON.stringify([...sessions.values()]));
      return results;
    },
  };
};
