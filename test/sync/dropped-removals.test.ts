import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/domain/session';
import { DEFAULT_SETTINGS } from '../../src/policy/default-settings';
import type { SessionStore } from '../../src/ports/session-store';
import { storeError } from '../../src/ports/store-error';
import { days, FAR, own, plainWorld, run, tell, trained, unlisted, WIT } from './plain-world';

const REMOVING = { ...DEFAULT_SETTINGS, onWorkoutGone: 'remove-session' as const };

describe('R8/R10 a removal that was dropped once is tried again', () => {
  it.each(['list', 'sink'])('after a conflict that says what stands there (%s)', async (kind) => {
    const world = plainWorld([FAR, run('w1', 0, 60)], kind === 'list' ? [WIT] : [], REMOVING);
    let isMeanwhile = true;
    const app = kind === 'list' ? world.app : unlisted(world.app);
    const sessions: SessionStore = {
      ...app,
      apply: async (changes) => {
        const [change] = changes;
        if (change?.kind !== 'remove' || !isMeanwhile) return app.apply?.(changes) as never;
        isMeanwhile = false;
        const session: Session = { ...(world.sessions.get(change.key) as Session), revision: 'touched' };
        world.sessions.set(change.key, session);
        return [{ kind: 'conflict', key: change.key, session }];
      },
    };
    const sync = world.open({ sessions });
    await sync.run();
    tell(world, [], ['w1']);
    await sync.run();
    expect(isMeanwhile).toBe(false);
    await days(world, sync, 3);
    expect(world.sessions.has('apple-health:w1')).toBe(false);
  });

  it('after a precondition that the health store found broken', async () => {
    const world = plainWorld([FAR], [WIT, trained('s1', 0, 60)]);
    const sync = world.open();
    await sync.run();
    world.sessions.delete('s1');
    let fails = 1;
    world.interfere = (call) => {
      if (call === 'store.remove' && fails-- > 0) throw storeError('precondition', 'not as expected');
    };
    await sync.run();
    await days(world, sync, 3, 6_000_000);
    expect(own(world)).toHaveLength(1);
  });
});
