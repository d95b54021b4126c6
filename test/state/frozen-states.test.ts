import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Link } from '../../src/domain/link';
import type { Session } from '../../src/domain/session';
import type { Workout } from '../../src/domain/workout';
import { DEFAULT_SETTINGS } from '../../src/policy/default-settings';
import { exportState } from '../../src/state/index';
import { FORMAT } from '../../src/sync/state/collections';
import { doneSince, type PlainWorld, plainWorld } from '../sync/plain-world';
import { answerOf } from './answer-of';

/**
 * A state as a release has left it, with both sides. A file is never changed: a new format, and a release that writes
 * rows it did not write before, adds one.
 */
interface FrozenState {
  readonly format: number;
  readonly now: number;
  readonly rows: Readonly<Record<string, unknown>>;
  readonly workouts: readonly Workout[];
  readonly sessions: readonly Session[];
}

const folder = new URL('frozen/', import.meta.url);

const files = readdirSync(folder);

const thawed = (file: string): PlainWorld => {
  const frozen: FrozenState = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  const world = plainWorld(frozen.workouts, frozen.sessions);
  for (const [key, value] of Object.entries(frozen.rows)) world.rows.set(key, JSON.stringify(value));
  world.now = frozen.now + 3_600_000;
  return world;
};

const linksIn = async ({ state }: PlainWorld): Promise<readonly Link[]> =>
  Object.values(answerOf(await exportState(state)).collections.link ?? {}) as readonly Link[];

describe.each(files)('the frozen state %s', (file) => {
  it('holds links of every kind and state', async () => {
    const links = await linksIn(thawed(file));
    expect(new Set(links.map(({ kind }) => kind))).toEqual(new Set(['imported', 'exported', 'matched']));
    expect(new Set(links.map(({ state }) => state))).toEqual(
      new Set(['active', 'detached', 'session-deleted', 'workout-removed']),
    );
  });

  it('E8 upgrade: this version writes nothing to either side and changes no link', async () => {
    const world = thawed(file);
    const before = await linksIn(world);
    const report = await world.open().run();
    expect(report.end).toBe('done');
    expect(report.counts).toEqual({ 'already-synced': 1, refused: 1 });
    expect(doneSince(world)).toEqual([]);
    expect(await linksIn(world)).toEqual(before);
  });

  it('E8 upgrade: a new mapping has everything read again, and writes nothing to either side', async () => {
    const world = thawed(file);
    const sync = world.open({ store: { ...world.store, mappingVersion: 2 } });
    const report = await sync.run();
    expect(world.calls).toContain('store.readWorkouts');
    expect(report.end).toBe('done');
    expect(doneSince(world)).toEqual([]);
    await sync.run();
    expect(doneSince(world)).toEqual([]);
  });
});

describe('a state of a newer format', () => {
  const newer = (): PlainWorld => {
    const world = thawed('format-1.json');
    const head = JSON.parse(world.rows.get('head/') ?? '{}');
    world.rows.set('head/', JSON.stringify({ ...head, format: FORMAT + 1 }));
    return world;
  };

  it('E9 downgrade: is refused by name, and nothing of it or of either side is changed', async () => {
    const world = newer();
    const before = new Map(world.rows);
    const sync = world.open();
    expect(await sync.run()).toMatchObject({ end: 'problem', problem: { code: 'state-newer', side: 'state' } });
    expect(await sync.run()).toMatchObject({ end: 'problem', problem: { code: 'state-newer' } });
    expect(await sync.preview()).toMatchObject({ steps: [] });
    await sync.disconnect({ imported: 'remove', exported: 'remove' });
    expect(world.rows).toEqual(before);
    expect(world.calls).toEqual([]);
  });

  it('E9 downgrade: a decision and other settings leave it alone as well', async () => {
    const world = newer();
    const before = new Map(world.rows);
    const sync = world.open();
    await sync.decide({ kind: 'retry' }).catch(() => undefined);
    await sync.configure(DEFAULT_SETTINGS).catch(() => undefined);
    await sync.connect().catch(() => undefined);
    expect(world.rows).toEqual(before);
  });
});
