import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../src/policy/settings-from';
import type { DetailReader, WorkoutDraft } from '../../src/ports/health-store';
import type { SessionStore } from '../../src/ports/session-store';
import { storeError } from '../../src/ports/store-error';
import { adoptState } from '../../src/state/adopt-state';
import { days, failing, GRANTED, own, type PlainWorld, plainWorld, run, tell, trained, works } from './plain-world';
import { pulseReader } from './with-samples';

const HOUR = 3_600_000;

const imported = (world: PlainWorld) => [...world.sessions.values()].filter(({ origin }) => origin !== undefined);

/** A store that writes the record first, and does `finish` when it is asked for the rest. */
const inParts = (world: PlainWorld, finish: (draft: WorkoutDraft) => void) => {
  const { writing } = world.store;
  if (writing === undefined) throw new Error('The plain world writes.');
  return {
    ...world.store,
    writing: {
      ...writing,
      save: async (draft: WorkoutDraft) => {
        if (draft.only === undefined) return { ...(await writing.save(draft)), missing: ['series' as const] };
        finish(draft);
        return { key: draft.previous?.key ?? '', external: draft.external };
      },
    },
  };
};

describe('R8 a step that was left undone in a run is planned again by the next one, without a restart', () => {
  it.each(['permission', 'precondition'] as const)('exports, after a save was answered with %s', async (kind) => {
    const world = plainWorld([run('far', -900, -850)], [trained('wit', -700, -650)]);
    const sync = world.open();
    await sync.run();
    for (const n of [1, 2, 3]) world.sessions.set(`s${n}`, trained(`s${n}`, n * 100, n * 100 + 60));
    failing(world, 'store.save', kind);
    await sync.run();
    works(world);
    await days(world, sync);
    expect(own(world)).toHaveLength(4);
  });

  it('removals, after one was answered with permission', async () => {
    const keys = ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8'];
    const world = plainWorld(
      [run('far', -900, -850)],
      keys.map((key, n) => trained(key, n * 100, n * 100 + 60)),
    );
    const sync = world.open();
    await sync.run();
    for (const key of ['s1', 's2', 's3']) {
      const session = world.sessions.get(key);
      if (session) world.sessions.set(key, { ...session, state: 'deleted', revision: 'deleted' });
    }
    failing(world, 'store.remove', 'permission');
    await sync.run();
    works(world);
    // Within a day: the plain feed does not tell our own writes, and a full read that finds them would plan them again.
    await days(world, sync, 4, HOUR);
    expect(own(world)).toHaveLength(5);
  });
});

describe('a twin of a deleted session', () => {
  it('goes out once the last other record of the activity is gone', async () => {
    const world = plainWorld([run('far', -900, -850)], [trained('wit', -700, -650), trained('s1', 0, 60)]);
    const sync = world.open();
    await sync.run();
    tell(world, [run('copy', 0, 59)]);
    world.sessions.set('s1', trained('s1', 0, 60, { state: 'deleted', revision: 'r2' }));
    await sync.run();
    world.sessions.set('s2', trained('s2', 0, 61));
    await sync.run();
    tell(world, [], ['copy']);
    for (let n = 0; n < 3; n++) await sync.run();
    expect(own(world)).toHaveLength(2);
  });
});

describe('one workout whose samples cannot be counted', () => {
  it('R8: stops no other', async () => {
    const good = pulseReader(() => 9);
    const detail: DetailReader = {
      ...good,
      summarise: async (workouts, options) => {
        if (workouts.some(({ key }) => key === 'w3')) throw storeError('invalid', 'w3 cannot be read');
        return good.summarise(workouts, options);
      },
    };
    const records = Array.from({ length: 10 }, (_, n) => run(`w${n}`, n * 100, n * 100 + 60));
    const settings = settingsFrom({ import: { summaryOnly: 'refuse' } });
    const world = plainWorld(records, [trained('s1', 1700, 1760)], settings);
    await days(world, world.open({ store: { ...world.store, detail } }), 8);
    expect(imported(world)).toHaveLength(9);
  });
});

describe('parts of a record that a write could not finish', () => {
  it('E4 are not tried for ever where the record is gone', async () => {
    const world = plainWorld([], [trained('s1', 0, 60)]);
    world.access = { ...GRANTED, read: 'unknown' };
    let tries = 0;
    const store = inParts(world, (draft) => {
      tries += 1;
      if (!world.workouts.has(draft.previous?.key ?? '')) throw storeError('precondition', 'It is not there.');
    });
    const sync = world.open({ store });
    await sync.run({ budgetSteps: 1 });
    tell(
      world,
      [],
      own(world).map(({ key }) => key),
    );
    await days(world, sync, 5);
    const before = tries;
    const calls = world.calls.length;
    await days(world, sync, 5);
    expect(tries - before).toBe(0);
    expect(world.calls.slice(calls).filter((call) => call === 'state.transact')).toHaveLength(10);
  });

  it('R11 are written by the phone that owns the session, or that the user moved it to', async () => {
    const world = plainWorld([run('far', -900, -850)], [{ ...trained('s1', 0, 60), owner: 'phone' }]);
    let tries = 0;
    const store = inParts(world, () => {
      tries += 1;
    });
    await world.open({ store }).run({ budgetSteps: 1 });
    const before = tries;
    const device = 'new phone';
    await adoptState({ state: world.state, account: 'ada', device, store });
    const sync = world.open({ store, device });
    await days(world, sync, 2);
    expect(tries - before).toBe(0);
    await sync.decide({ kind: 'claim', key: 's1' });
    await days(world, sync, 2);
    expect(tries - before).toBe(1);
  });

  it('P13 are not written once exports are off', async () => {
    const world = plainWorld([run('far', -900, -850)], [trained('s1', 0, 60)]);
    let tries = 0;
    const store = inParts(world, () => {
      tries += 1;
    });
    const sync = world.open({ store });
    await sync.run({ budgetSteps: 1 });
    const before = tries;
    await sync.configure(settingsFrom({ export: { enabled: false } }));
    await days(world, sync, 2);
    expect(tries - before).toBe(0);
  });
});

describe('what is set aside', () => {
  it('is not counted any more once it is gone', async () => {
    const world = plainWorld([run('far', -900, -850), run('bad', 0, 60)], [trained('s1', 300, 360)]);
    const app: SessionStore = {
      ...world.app,
      apply: async (changes) => changes.map(({ key }) => ({ kind: 'failed', key, error: storeError('invalid', 'no') })),
    };
    const sync = world.open({ sessions: app });
    await days(world, sync, 8);
    expect(sync.getSnapshot().setAside).toBe(2);
    tell(world, [], ['bad']);
    await days(world, sync, 3);
    expect(sync.getSnapshot().setAside).toBe(1);
  });

  it('R8 stays aside where a list of the app broke off: what it lacks may be there', async () => {
    const world = plainWorld([run('far', -900, -850)], [trained('s1', 300, 360)]);
    failing(world, 'store.save', 'invalid');
    await days(world, world.open(), 8);
    works(world);
    let isBroken = true;
    const sessions: SessionStore = {
      ...world.app,
      read: async (request) => {
        if (isBroken) throw storeError('invalid', 'half a page');
        return world.app.read?.(request) as never;
      },
    };
    const sync = world.open({ sessions });
    await sync.run();
    isBroken = false;
    await sync.run();
    expect(sync.getSnapshot().setAside).toBe(1);
    expect(own(world)).toEqual([]);
  });
});

describe('the end of a run', () => {
  it('a callback that throws leaves no lease and no `running` behind', async () => {
    const world = plainWorld([run('far', -900, -850)], [trained('s1', 0, 60)]);
    const sync = world.open();
    await sync
      .run({
        onProgress: () => {
          throw new TypeError('setState on something that is not mounted');
        },
      })
      .catch(() => undefined);
    expect.soft(sync.getSnapshot().sync.kind).toBe('idle');
    expect(world.rows.has('lease/')).toBe(false);
  });

  it('a run that was given up does not end the next one', async () => {
    const world = plainWorld([run('w1', -900, -850), run('w2', -800, -750)], [trained('s1', 0, 60)]);
    let waken: () => void = () => undefined;
    let calls = 0;
    const app: SessionStore = {
      ...world.app,
      apply: async (changes) => {
        calls += 1;
        const mine = calls;
        if (mine === 1) await new Promise<void>((resolve) => (waken = resolve));
        if (mine === 2) {
          waken();
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        return world.app.apply?.(changes) as never;
      },
    };
    const sync = world.open({ sessions: app, pace: { batchSize: 1 } });
    const first = sync.run();
    await new Promise((resolve) => setTimeout(resolve, 20));
    world.now += 61_000;
    const second = await sync.run({ kind: 'completed', session: 's1' });
    await first;
    expect([second.end, second.problem?.code]).toEqual(['done', undefined]);
  });
});
