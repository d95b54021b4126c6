import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/domain/session';
import { settingsFrom } from '../../src/policy/settings-from';
import { storeError } from '../../src/ports/store-error';
import { keysOf } from '../../src/sync/observe/keys';
import type { SyncHost } from '../../src/sync/surface/host';
import { days, FAR, type PlainWorld, plainWorld, run, tell, trained, unlisted, WIT } from './plain-world';

const FORMER = 'former-key';

const NO_RUNNING = settingsFrom({ import: { categories: { running: false } } });

const changeKey = (world: PlainWorld, from: string, to: string, rest: Partial<Session> = {}): void => {
  const session = world.sessions.get(from);
  if (session === undefined) throw new Error('It is there.');
  world.sessions.delete(from);
  world.sessions.set(to, { ...session, key: to, ...rest });
};

/** A session of the minutes 0 to 60 that sync knows by another key than the app, after `before` has been synced. */
const renamed = async (
  given: { readonly before?: PlainWorld; readonly host?: Partial<SyncHost>; readonly rest?: Partial<Session> } = {},
) => {
  const { before: world = plainWorld([FAR], [WIT, trained(FORMER, 0, 60)]), host, rest } = given;
  const sync = world.open(host);
  await sync.run();
  await sync.decide({ kind: 'rekey', from: FORMER, to: 'new' });
  changeKey(world, FORMER, 'new', rest);
  return { world, sync };
};

describe('a session that got another key is named by it', () => {
  it('in what is planned and done', async () => {
    const { world, sync } = await renamed({ rest: { end: trained('', 0, 66).end, revision: 'r2' } });
    world.sessions.set('twin', trained('twin', 0, 60));
    const plan = await sync.preview();
    const provenance = await sync.explain('new');
    const { items } = await sync.run();
    expect(JSON.stringify([plan, provenance, items, sync.getSnapshot()])).not.toContain(FORMER);
    expect(plan.steps[0]).toMatchObject({
      id: 'update-workout new',
      effect: { session: 'new' },
      link: { session: 'new' },
      expect: [{ session: 'new' }, { session: 'new' }],
    });
    expect(plan.skipped).toEqual([
      { kind: 'session', key: 'twin', reasons: [{ code: 'duplicate-session', params: { of: 'new' } }] },
    ]);
    expect(plan.notices).toEqual([expect.objectContaining({ kind: 'review', a: 'new', b: 'twin' })]);
    expect(provenance).toMatchObject({ key: 'new', link: { session: 'new' }, witnesses: [{ key: 'new' }, {}] });
    expect(items).toEqual([
      expect.objectContaining({ outcome: 'rewritten', session: 'new' }),
      expect.objectContaining({ session: 'twin', reasons: [{ code: 'duplicate-session', params: { of: 'new' } }] }),
    ]);
  });

  it('in what is said of others beside it', async () => {
    const before = plainWorld([FAR], [WIT, trained(FORMER, 0, 60)], settingsFrom({ onPossible: 'hold' }));
    before.sessions.set('a-leg', trained('a-leg', 10, 20, { parent: FORMER }));
    const { world, sync } = await renamed({ before, rest: { activity: 'multisport' } });
    changeKey(world, 'a-leg', 'a-leg', { parent: 'new' });
    tell(world, [run('w1', 25, 85)]);
    const { blocked, notices } = await sync.preview();
    expect(blocked).toEqual([
      { kind: 'workout', key: 'w1', reasons: [{ code: 'possible-twin', params: { other: 'new' } }] },
    ]);
    expect(notices).toEqual([
      expect.objectContaining({ a: 'new', b: 'w1' }),
      expect.objectContaining({ a: 'a-leg', b: 'new' }),
    ]);
    expect(JSON.stringify(notices)).toContain('{"code":"parent","value":"new"');
  });

  it('where it is left alone, and where nothing went out', async () => {
    const { sync } = await renamed({ rest: { state: 'open', revision: 'r2' } });
    const { waiting } = await sync.preview();
    expect(waiting.map(({ key }) => key)).toContain('new');
    expect(await sync.explain('new')).toMatchObject({ place: 'waiting', witnesses: [{ key: 'new' }, {}] });
    expect((await sync.run()).items).toContainEqual(expect.objectContaining({ outcome: 'waiting', session: 'new' }));
  });

  it.each(['', 'its samples, of '])('where %sits record was given up', async (what) => {
    const before = plainWorld([FAR], [WIT, trained(FORMER, 0, 60)]);
    const { writing } = before.store;
    if (writing === undefined) throw new Error('It can be written.');
    const save: typeof writing.save = async (draft) => {
      if (what === '' && draft.external.version > 1) throw storeError('invalid', 'no');
      const written = await writing.save(draft);
      return { ...written, missing: ['route'] };
    };
    const store = { ...before.store, writing: { ...writing, save } };
    const { world, sync } = await renamed({ before, host: { store }, rest: { revision: 'r2', end: WIT.end } });
    await days(world, sync, 14);
    expect(await sync.diagnose()).toContainEqual(
      expect.objectContaining({ code: 'set-aside', evidence: { count: 2, first: 'new' } }),
    );
  });

  it.each([
    ['gave no answer', () => []],
    ['said no more than that it stands at another revision', () => [{ kind: 'conflict', key: 'new' } as const]],
  ])('where the app %s', async (_what, answer) => {
    const key = 'apple-health:w1';
    const world = plainWorld([run('w1', 0, 60)]);
    const sync = world.open({ sessions: unlisted(world.app) });
    await sync.run();
    await sync.decide({ kind: 'rekey', from: key, to: 'new' });
    tell(world, [run('w1', 0, 75)]);
    const next = world.open({ sessions: { ...unlisted(world.app), apply: async () => answer() } });
    expect((await next.run()).items[0]?.problem?.message).toContain(' new');
  });

  it('and a workout of the same key, or what they are, is not', async () => {
    const world = plainWorld([FAR, run('session', 500, 560)], [WIT, trained('session', 0, 60)], NO_RUNNING);
    const sync = world.open();
    await sync.run();
    await sync.decide({ kind: 'rekey', from: 'session', to: 'new' });
    changeKey(world, 'session', 'new', { state: 'open', revision: 'r2' });
    const { skipped, waiting } = await sync.preview();
    expect(skipped.map(({ kind, key }) => [kind, key])).toContainEqual(['workout', 'session']);
    expect(waiting.map(({ kind, key }) => [kind, key])).toContainEqual(['session', 'new']);
  });

  it('by a rule of the host, which is shown it so', async () => {
    const world = plainWorld([FAR], [trained('b', 0, 60), trained('draft', 300, 360)]);
    const shown = new Set<string>();
    const sync = world.open({
      importRules: [({ key }) => ({ code: 'host-no', lasts: 'needs-user', params: { session: key } })],
      exportRules: [
        ({ key }) => {
          shown.add(key);
          return { code: 'host-no', lasts: 'needs-user', params: { session: key } };
        },
      ],
    });
    await sync.decide({ kind: 'rekey', from: 'b', to: 'c' }, { kind: 'rekey', from: 'draft', to: 'b' });
    changeKey(world, 'b', 'c');
    changeKey(world, 'draft', 'b');
    const { skipped } = await sync.preview();
    expect(shown).toEqual(new Set(['c', 'b']));
    expect(skipped.map(({ key, reasons }) => [key, reasons[0].params])).toEqual([
      ['b', { session: 'b' }],
      ['c', { session: 'c' }],
      ['far', { session: 'far' }],
    ]);
  });

  it('that stands there, by no other that was its own before', async () => {
    const world = plainWorld([FAR], [WIT, trained('b', 0, 60)]);
    const sync = world.open();
    await sync.run();
    await sync.decide({ kind: 'rekey', from: 'b', to: 'c' }, { kind: 'rekey', from: 'draft', to: 'b' });
    changeKey(world, 'b', 'c');
    world.sessions.set('b', trained('b', 300, 360));
    const { steps } = await sync.preview();
    expect(steps.map(({ link }) => link.session)).toEqual(['b']);
    expect((await sync.explain('b')).witnesses).toMatchObject([{ key: 'b' }]);
    expect((await sync.run()).items.map(({ session }) => session)).toEqual(['b']);
    expect((await sync.explain('c')).link?.session).toBe('c');
  });
});

it('an answer is handed on as it is where no session has got another key', () => {
  const { told } = keysOf({ all: () => new Map(), edition: () => 0 });
  const answer = { session: FORMER };
  expect(told(answer)).toBe(answer);
});
