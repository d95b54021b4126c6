import { createElement, startTransition, useLayoutEffect } from 'react';
import { create, type ReactTestRenderer } from 'react-test-renderer';
import { afterEach, describe, expect, it } from 'vitest';
import { useSyncStatus } from '../../src/react/use-sync-status';
import type { Status } from '../../src/sync/surface/status';
import type { Sync } from '../../src/sync/surface/sync';
import { plainWorld, run } from '../sync/plain-world';
import { complaints, rendered, settled } from './rendered';

/** A sync that counts who listens. */
const listenedTo = (sync: Sync): Sync & { readonly listeners: () => number } => {
  let listeners = 0;
  return {
    ...sync,
    subscribe: (listener) => {
      listeners += 1;
      const stop = sync.subscribe(listener);
      return () => {
        listeners -= 1;
        stop();
      };
    },
    listeners: () => listeners,
  };
};

/** A status that is changed by hand. */
const storeOf = (
  first: Status,
): Pick<Sync, 'getSnapshot' | 'subscribe'> & { readonly change: (to: Status) => void } => {
  const listeners = new Set<() => void>();
  let shown = first;
  return {
    getSnapshot: () => shown,
    subscribe: (listener) => {
      const hear = () => listener({ kind: 'status' });
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    change: (to) => {
      shown = to;
      for (const hear of listeners) hear();
    },
  };
};

interface ScreenProps {
  readonly store: ReturnType<typeof storeOf>;
  readonly shown: number[];
  readonly show: (shown: readonly number[]) => void;
}

const Line = ({ store, shown, at }: Omit<ScreenProps, 'show'> & { readonly at: number }) => {
  const { waiting } = useSyncStatus(store);
  useLayoutEffect(() => {
    shown[at] = waiting;
  });
  return null;
};

/** Changes the status in the middle of a render, as an event does that comes while React has paused. */
const Interruption = ({ store }: Pick<ScreenProps, 'store'>) => {
  if (store.getSnapshot().waiting === 1) store.change({ ...store.getSnapshot(), waiting: 2 });
  return null;
};

const Screen = ({ store, shown, show }: ScreenProps) => {
  useLayoutEffect(() => show(shown));
  return [
    createElement(Line, { key: 0, store, shown, at: 0 }),
    createElement(Interruption, { key: 1, store }),
    createElement(Line, { key: 2, store, shown, at: 1 }),
  ];
};

afterEach(() => expect(complaints).toEqual([]));

describe.each(['plain', 'strict'] as const)('useSyncStatus in a %s tree', (wrap) => {
  it('shows what is known, and what a run changed', async () => {
    const sync = plainWorld([run('w1', 0, 60)]).open();
    const status = await rendered(useSyncStatus, sync, wrap);
    expect(status.last().connection.state).toBe('never-asked');
    await settled(() => sync.run());
    expect(status.last()).toMatchObject({ connection: { state: 'connected' }, lastRun: { counts: { imported: 1 } } });
    expect(status.last()).toBe(sync.getSnapshot());
  });

  it('leaves nobody listening once the component is gone', async () => {
    const sync = listenedTo(plainWorld().open());
    const status = await rendered(useSyncStatus, sync, wrap);
    expect(sync.listeners()).toBe(1);
    await status.unmount();
    expect(sync.listeners()).toBe(0);
    const renders = status.given.length;
    await settled(() => sync.run());
    expect(status.given).toHaveLength(renders);
  });

  it('follows another sync from the render that names it', async () => {
    const [first, second] = [listenedTo(plainWorld().open()), listenedTo(plainWorld().open())];
    await settled(() => second.run());
    const status = await rendered(useSyncStatus, first, wrap);
    await status.renderWith(second);
    expect(status.last()).toBe(second.getSnapshot());
    expect([first.listeners(), second.listeners()]).toEqual([0, 1]);
  });
});

describe('useSyncStatus', () => {
  it('does not render again for an event that changes nothing', async () => {
    const sync = plainWorld().open();
    await settled(() => sync.run());
    const status = await rendered(useSyncStatus, sync);
    const renders = status.given.length;
    await settled(() => sync.history());
    await settled(() => sync.diagnose());
    expect(status.given).toHaveLength(renders);
  });

  it('shows a change that came between the render and the subscription', async () => {
    const sync = plainWorld().open();
    let late: Promise<unknown> | undefined;
    const lateSync: Sync = {
      ...sync,
      subscribe: (listener) => {
        late ??= sync.run();
        return sync.subscribe(listener);
      },
    };
    const status = await rendered(useSyncStatus, lateSync);
    await settled(() => late);
    expect(status.last().connection.state).toBe('connected');
  });

  it('never shows one screen two states, also where the status changes between the renders of its parts', async () => {
    const idle = plainWorld().open().getSnapshot();
    const store = storeOf({ ...idle, waiting: 1 });
    const screens: (readonly number[])[] = [];
    let tree: ReactTestRenderer | undefined;
    await settled(() =>
      startTransition(() => {
        tree = create(createElement(Screen, { store, shown: [], show: (shown) => void screens.push([...shown]) }));
      }),
    );
    expect(screens).toEqual([[2, 2]]);
    await settled(() => tree?.unmount());
  });
});
