import { WHOLE_HISTORY } from '../../src/domain/interval';
import type { Session } from '../../src/domain/session';
import type { Workout } from '../../src/domain/workout';
import type { ChangePage, HealthStore, WorkoutWriter } from '../../src/ports/health-store';
import type { Page } from '../../src/ports/page';
import type { ItemResult, SessionChange, SessionPage, SessionStore } from '../../src/ports/session-store';
import type { StateChange, StateRow, StateStore } from '../../src/ports/state-store';
import type { Ports } from '../../src/testing/ports-through-process';
import { OWN_APP } from './records';
import type { Bug, MakeSync } from './simulation';

type Read = NonNullable<SessionStore['read']>;
type Apply = NonNullable<SessionStore['apply']>;
type Transact = StateStore['transact'];
type ReadChanges = NonNullable<HealthStore['changes']>['read'];

const inStore =
  (change: (store: HealthStore) => Partial<HealthStore>): Bug =>
  (ports) => ({ ...ports, store: { ...ports.store, ...change(ports.store) } });

const inSessions =
  (change: (sessions: SessionStore) => Partial<SessionStore>): Bug =>
  (ports) => ({ ...ports, sessions: { ...ports.sessions, ...change(ports.sessions) } });

const inWriting = (change: (writing: WorkoutWriter) => Partial<WorkoutWriter>): Bug =>
  inStore(({ writing }) => (writing ? { writing: { ...writing, ...change(writing) } } : {}));

const inFeed = (change: (read: ReadChanges, store: HealthStore) => ReadChanges): Bug =>
  inStore((store) => (store.changes ? { changes: { ...store.changes, read: change(store.changes.read, store) } } : {}));

const inPages = (change: (page: Page<Workout>) => Page<Workout>): Bug =>
  inStore(({ readWorkouts }) => ({ readWorkouts: async (request) => change(await readWorkouts(request)) }));

const inList = (change: (page: SessionPage) => SessionPage): Bug =>
  inSessions(({ read }) => (read ? { read: async (request) => change(await read(request)) } : {}));

const inApply = (change: (apply: Apply, read: Read) => Apply): Bug =>
  inSessions(({ apply, read }) => (apply && read ? { apply: change(apply, read) } : {}));

const inState =
  (change: (transact: Transact, ports: Ports) => Transact): Bug =>
  (ports) => ({ ...ports, state: { ...ports.state, transact: change(ports.state.transact, ports) } });

const both =
  (...bugs: readonly Bug[]): Bug =>
  (ports, device) =>
    bugs.reduce((spoilt, bug) => bug(spoilt, device), ports);

/** The same page with every workout changed, wherever workouts are read. */
const inWorkouts = (change: (workout: Workout) => readonly Workout[]): Bug =>
  both(
    inPages((page) => ({ ...page, items: page.items.flatMap(change) })),
    inFeed((read) => async (cursor) => {
      const page = await read(cursor);
      return page.kind === 'expired' ? page : { ...page, upserts: page.upserts.flatMap(change) };
    }),
  );

const inSessionItems = (change: (session: Session) => readonly Session[]): Bug =>
  inList((page) => ({ ...page, items: page.items.flatMap(change) }));

const isOwn = ({ source }: Workout): boolean => source?.app === OWN_APP;

/** Rows that never reach the store. */
const withoutRows = (isLost: (row: StateRow) => boolean): Bug =>
  inState((transact) => (change) => transact({ ...change, put: change.put.filter((row) => !isLost(row)) }));

/** Rows of the ledger that are dropped instead of being put. */
const forgetting = (isForgotten: (row: StateRow) => boolean): Bug =>
  inState(
    (transact) => (change) =>
      transact({
        ...change,
        put: change.put.filter((row) => !isForgotten(row)),
        remove: [...change.remove, ...change.put.filter(isForgotten).map(({ key }) => key)],
      }),
  );

/** Some rows of a change are put in a transaction of their own, after the others. */
const inTwo = (isLater: (row: StateRow) => boolean): Bug =>
  inState((transact) => async (change: StateChange) => {
    const later = change.put.filter(isLater);
    if (later.length === 0 || later.length === change.put.length) return transact(change);
    const first = await transact({ ...change, put: change.put.filter((row) => !isLater(row)) });
    if (first === 'conflict') return first;
    await transact({ expectRevision: change.expectRevision + 1, put: later, remove: [] });
    return 'done';
  });

/** The change with the revision that the session has now: whatever happened to it meanwhile is overwritten. */
const atAnyRevision =
  (apply: Apply, read: Read): Apply =>
  async (changes) => {
    const { items } = await read({ window: WHOLE_HISTORY });
    const now = new Map(items.map(({ key, revision }) => [key, revision]));
    return apply(
      changes.map(
        (change): SessionChange =>
          change.kind === 'create' ? change : { ...change, revision: now.get(change.key) ?? change.revision },
      ),
    );
  };

const pretended = (change: SessionChange): ItemResult =>
  change.kind === 'remove'
    ? { kind: 'removed', key: change.key }
    : { kind: 'created', key: change.key, session: { ...change.session, revision: 'pretended' } };

const EMPTY_CHANGES = (cursor: string): ChangePage => ({
  kind: 'changes',
  upserts: [],
  deletions: [],
  next: cursor,
  more: false,
});

let draws = 0;

/** Bugs that a runner or an adapter could have, as ports that misbehave. The harness must find every one of them. */
export const BUGS: Readonly<Record<string, Bug>> = {
  'our own records are taken for another app’s': inWorkouts((workout) => {
    const { external: _external, ...bare } = workout;
    return [isOwn(workout) ? { ...bare, source: { app: 'com.stranger' } } : workout];
  }),
  'our own records are not looked at': inWorkouts((workout) => (isOwn(workout) ? [] : [workout])),
  'external ids are random': inWriting(({ save }) => ({
    save: (draft) => {
      draws += 1;
      return save({ ...draft, external: { ...draft.external, id: `random-${draws}` } });
    },
  })),
  'every write has the same version': inWriting(({ save }) => ({
    save: (draft) => save({ ...draft, external: { ...draft.external, version: 1 } }),
  })),
  'a failed write counts as done': inWriting(({ save }) => ({
    save: (draft) => save(draft).catch(() => ({ key: `pretended ${draft.external.id}`, external: draft.external })),
  })),
  'a failed removal counts as done': inWriting(({ remove }) => ({
    remove: (written) => remove(written).catch(() => 'removed' as const),
  })),
  'an expired cursor is taken for no changes': inFeed((read) => async (cursor) => {
    const page = await read(cursor);
    return page.kind === 'expired' ? EMPTY_CHANGES(cursor) : page;
  }),
  'the cursor is taken after the read': inStore(({ changes }) =>
    changes
      ? {
          changes: {
            ...changes,
            begin: async () => 'later',
            read: async (cursor) => changes.read(cursor === 'later' ? await changes.begin() : cursor),
          },
        }
      : {},
  ),
  'only the first page of changes is read': inFeed((read, { changes }) => async (cursor) => {
    const page = await read(cursor);
    if (page.kind === 'expired' || !page.more || changes === undefined) return page;
    return { ...page, more: false, next: await changes.begin() };
  }),
  'deletions are applied after the upserts of their page': inFeed((read) => async (cursor) => {
    const page = await read(cursor);
    if (page.kind === 'expired') return page;
    const gone = new Set(page.deletions.map(({ key }) => key));
    return { ...page, upserts: page.upserts.filter(({ key }) => !gone.has(key)) };
  }),
  'deletions are not told': inFeed((read) => async (cursor) => {
    const page = await read(cursor);
    return page.kind === 'expired' ? page : { ...page, deletions: [] };
  }),
  'only the first page of workouts is read': inPages(({ next: _next, ...page }) => ({ ...page, complete: true })),
  'every read is complete': both(
    inPages((page) => ({ ...page, complete: true })),
    inList((page) => ({ ...page, complete: true })),
  ),
  'an offline list is an empty list': inSessions(({ read }) =>
    read
      ? {
          read: (request) =>
            read(request).catch(() => ({ items: [], complete: true, window: request.window, gone: [] })),
        }
      : {},
  ),
  'nobody looks for the sessions that are there': inList((page) => ({ ...page, items: [] })),
  'creation is not conditional': inApply((apply) => (changes) => {
    draws += 1;
    return apply(
      changes.map((change) =>
        change.kind === 'create'
          ? { ...change, key: `${change.key}-${draws}`, session: { ...change.session, key: `${change.key}-${draws}` } }
          : change,
      ),
    ).then((results) => results.map((result) => ({ ...result, key: result.key.replace(/-\d+$/, '') })));
  }),
  'nothing is compared at the moment of the effect': inApply(atAnyRevision),
  'edits are not seen': both(
    inSessionItems((session) => [{ ...session, revision: 'r' }]),
    inApply(atAnyRevision),
  ),
  'a failed change counts as done': inApply((apply) => (changes) => apply(changes).catch(() => changes.map(pretended))),
  'a session in progress counts as completed': inSessionItems((session) => [
    { ...session, state: session.state === 'open' ? 'completed' : session.state },
  ]),
  'deleted sessions are not remembered': both(
    forgetting(({ value }) => value.includes('"state":"session-deleted"')),
    inSessionItems((session) => (session.state === 'deleted' ? [] : [session])),
  ),
  'removals in the store are not remembered': forgetting(({ value }) => value.includes('"state":"workout-removed"')),
  'every device takes every session for its own': inSessionItems(({ owner: _owner, ...session }) => [session]),
  'links are not written down': withoutRows(({ key }) => key.startsWith('link/')),
  'the cursor is saved before the data': inTwo(({ key }) => key.startsWith('workout/')),
  'state changes are not compared and set': (ports) => ({
    ...ports,
    state: {
      ...ports.state,
      transact: async (change) => {
        const answer = await ports.state.transact(change);
        if (answer === 'done') return answer;
        const { revision } = await ports.state.read({ from: '', to: '' });
        return ports.state.transact({ ...change, expectRevision: revision });
      },
    },
  }),
  'a lost state is not noticed to be lost': inState((transact) => async (change) => {
    await transact(change).catch(() => 'done');
    return 'done';
  }),
  'the account changes with every start': inWriting(({ save }) => {
    draws += 1;
    const account = draws;
    return {
      save: (draft) =>
        save({ ...draft, external: { ...draft.external, id: `${draft.external.id.slice(0, -4)}${account}` } }),
    };
  }),
};

/** Bugs in what stands around the runner. */
export const HOST_BUGS: Readonly<Record<string, (makeSync: MakeSync) => MakeSync>> = {
  'whatever the guard holds is confirmed': (makeSync) => (host) => {
    const sync = makeSync(host);
    return {
      ...sync,
      run: async (request) => {
        const report = await sync.run(request);
        if (report.end !== 'held') return report;
        await sync.decide({ kind: 'confirm', guard: report.guard ?? '' });
        return sync.run(request);
      },
    };
  },
  'a run that failed is said to be done': (makeSync) => (host) => {
    const sync = makeSync({ ...host, pace: { ...host.pace, attempts: 1, backoffSeconds: 1e9 } });
    return { ...sync, decide: async () => undefined };
  },
  'another device is told each time': (makeSync) => (host) => {
    draws += 1;
    return makeSync({ ...host, device: `${host.device}-${draws}` });
  },
};
