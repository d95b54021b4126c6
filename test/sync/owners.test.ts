import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/domain/session';
import { adoptState } from '../../src/state/adopt-state';
import {
  days,
  doneSince,
  FAR,
  failing,
  isThere,
  OURS,
  own,
  type PlainWorld,
  plainWorld,
  tell,
  trained,
  WIT,
  works,
} from './plain-world';

describe('R11 a claim', () => {
  it('is over once another device has claimed the session', async () => {
    const world = plainWorld([FAR], [WIT, trained('s1', 0, 60, { owner: 'tablet' })]);
    const sync = world.open();
    await sync.decide({ kind: 'claim', key: 's1' });
    world.sessions.set('s1', trained('s1', 0, 60, { owner: 'phone', revision: 'r2' }));
    await sync.run();
    world.sessions.set('s1', trained('s1', 0, 66, { owner: 'tablet', revision: 'r3' }));
    doneSince(world);
    await sync.run();
    expect.soft(doneSince(world)).toEqual([]);
    await sync.disconnect(OURS);
    expect(isThere(world, 0)).toBe(true);
  });

  it('of the old phone does not move the session to the one that adopts its state', async () => {
    const world = plainWorld([FAR], [WIT, trained('s1', 0, 60, { owner: 'tablet' })]);
    const old = world.open({ device: 'old' });
    await old.decide({ kind: 'claim', key: 's1' });
    world.sessions.set('s1', trained('s1', 0, 60, { owner: 'old', revision: 'r2' }));
    await old.run();
    await adoptState({ state: world.state, account: 'ada', device: 'phone', store: world.store });
    world.sessions.set('s1', trained('s1', 0, 66, { owner: 'old', revision: 'r3' }));
    doneSince(world);
    await world.open().run();
    expect(doneSince(world)).toEqual([]);
  });
});

describe('an owner that changes without a revision', () => {
  it('is heeded by the living process', async () => {
    const world = plainWorld([FAR], [WIT, trained('s1', 0, 60, { owner: 'tablet' })]);
    const sync = world.open();
    await sync.run();
    world.sessions.set('s1', trained('s1', 0, 60, { owner: 'phone' }));
    await days(world, sync, 3);
    expect(own(world)).toHaveLength(2);
  });
});

describe('R11 whose a session was when it was last shown', () => {
  const TABLET = trained('s1', 0, 60, { owner: 'tablet', revision: 'r2' });

  /** The last list that was read whole, and then one that shows nothing. */
  const shownThen = async (...shown: readonly Session[]) => {
    const world = plainWorld([FAR], [WIT, trained('s1', 0, 60)]);
    await world.open().run();
    for (const session of shown) {
      world.sessions.set(session.key, session);
      await world.open().run();
    }
    failing(world, 'app.read', 'unknown');
    return world;
  };

  it.each([
    ['nobody: it is removed', [], false],
    ['another device: it stays', [TABLET], true],
    [
      'another device, and then this one: it is removed',
      [TABLET, { ...TABLET, owner: 'phone', revision: 'r3' }],
      false,
    ],
    ['another device, and then nobody: it is removed', [TABLET, trained('s1', 0, 60, { revision: 'r3' })], false],
  ])('counts where a disconnect is shown no list: %s', async (_, shown, stays) => {
    const world = await shownThen(...shown);
    await world.open().disconnect(OURS);
    expect(isThere(world, 0)).toBe(stays);
  });

  it('counts as a disconnect that kept the record was shown it', async () => {
    const world = await shownThen();
    works(world);
    world.sessions.set('s1', TABLET);
    await world.open().disconnect(OURS);
    expect(isThere(world, 0)).toBe(true);
    failing(world, 'app.read', 'unknown');
    await world.open().disconnect(OURS);
    expect(isThere(world, 0)).toBe(true);
  });

  it('is not somebody else on the device that goes on with the state', async () => {
    const world = await shownThen(TABLET);
    await adoptState({ state: world.state, account: 'ada', device: 'tablet', store: world.store });
    await world.open({ device: 'tablet' }).disconnect(OURS);
    expect(isThere(world, 0)).toBe(false);
  });

  it('counts with the first sight of a record that another device has written', async () => {
    const world = plainWorld([FAR], [WIT]);
    await world.open().run();
    const other = plainWorld([], [trained('s1', 0, 60)]);
    await other.open({ device: 'tablet' }).run();
    const [record] = own(other);
    if (!record) throw new Error('It was written.');
    world.sessions.set('s1', TABLET);
    tell(world, [{ ...record, key: 'by-the-tablet' }]);
    await world.open().run({ budgetSteps: 1 });
    failing(world, 'app.read', 'unknown');
    await world.open().disconnect(OURS);
    expect(isThere(world, 0)).toBe(true);
  });

  it('leaves no row behind where the session is gone, or was claimed', async () => {
    const noted = (world: PlainWorld) => [...world.rows.keys()].filter((key) => key.startsWith('owner/'));
    const world = await shownThen(TABLET);
    works(world);
    expect(noted(world)).toEqual(['owner/s1']);
    await world.open().decide({ kind: 'claim', key: 's1' });
    await world.open().run();
    expect(noted(world)).toEqual([]);
    world.sessions.set('s1', { ...TABLET, owner: 'third', revision: 'r3' });
    await world.open().run();
    expect(noted(world)).toEqual(['owner/s1']);
    world.sessions.delete('s1');
    await world.open().run();
    expect(noted(world)).toEqual([]);
  });
});

describe('a claim that was made', () => {
  const claims = ({ rows }: PlainWorld) =>
    [...rows].flatMap(([key, row]) => (key.startsWith('answer/claim') ? JSON.parse(row) : []));

  it.each([
    [
      'counts as long as the same device owns the session',
      ['tablet', 'tablet'],
      [{ kind: 'claim', session: 's1', over: 'tablet' }],
      true,
    ],
    ['is over once a third device owns it', ['tablet', 'third'], [], false],
    ['is over once this one owns it', ['tablet', 'phone'], [], true],
    ['is over at once where nobody owns it', [undefined, 'tablet'], [], false],
  ])('%s', async (_, [first, then], left, writes) => {
    const owned = (owner: string | undefined, end: number, revision: string) =>
      trained('s1', 0, end, { revision, ...(owner !== undefined && { owner }) });
    const world = plainWorld([FAR], [WIT, owned(first, 60, 'r1')]);
    const sync = world.open();
    await sync.decide({ kind: 'claim', key: 's1' });
    await sync.run();
    world.sessions.set('s1', owned(then, 66, 'r2'));
    doneSince(world);
    await sync.run();
    expect(claims(world)).toEqual(left);
    expect(doneSince(world).length > 0).toBe(writes);
  });

  it('counts anew where the user makes it anew', async () => {
    const world = plainWorld([FAR], [WIT, trained('s1', 0, 60, { owner: 'tablet' })]);
    const sync = world.open();
    for (const [owner, revision] of [
      ['tablet', 'r1'],
      ['third', 'r2'],
    ] as const) {
      world.sessions.set('s1', trained('s1', 0, 60, { owner, revision }));
      await sync.run();
      await sync.decide({ kind: 'claim', key: 's1' });
      await sync.run();
      expect(claims(world)).toEqual([{ kind: 'claim', session: 's1', over: owner }]);
    }
  });
});
