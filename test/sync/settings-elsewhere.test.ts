import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../src/policy/settings-from';
import { ONLY, SETTINGS } from '../../src/sync/state/collections';
import { rowKeyOf } from '../../src/sync/state/row-key';
import { days, FAR, plainWorld, run, tell, trained, WIT } from './plain-world';

const NO_IMPORTS = settingsFrom({ import: { enabled: false } });
const REMOVING = settingsFrom({ onWorkoutGone: 'remove-session' });

/** A sync that has run, and another one of the same phone. */
const twoProcesses = async (settings = settingsFrom({})) => {
  const world = plainWorld([FAR, run('w1', 0, 60)], [WIT], settings);
  const [first, second] = [world.open(), world.open()];
  await first.run();
  await second.run();
  return { world, first, second };
};

describe('settings that another process was given', () => {
  it.each(['run', 'connect'] as const)('P13 turn a direction off here, too, after a %s', async (call) => {
    const { world, second } = await twoProcesses();
    const first = world.open();
    await first[call]();
    await second.configure(NO_IMPORTS);
    tell(world, [run('w2', 200, 260)]);
    const { items } = await first.run();
    expect(items[0]).toMatchObject({ outcome: 'refused', workout: 'w2', reasons: [{ code: 'import-off' }] });
    expect(first.getSnapshot().importAccess).toBe('off');
  });

  it('S6 keep a session here that they do not let go', async () => {
    const { world, first, second } = await twoProcesses(REMOVING);
    await second.configure(settingsFrom({ onWorkoutGone: 'detach' }));
    tell(world, [], ['w1']);
    await days(world, first, 1);
    expect([...world.sessions.keys()]).toContain('apple-health:w1');
  });

  it('give way to what this one is given after them', async () => {
    const { world, first, second } = await twoProcesses();
    await second.configure(NO_IMPORTS);
    await first.configure(settingsFrom({ import: { importFrom: 0 } }));
    tell(world, [run('w2', 200, 260)]);
    await second.run();
    expect([...world.sessions.keys()]).toContain('apple-health:w2');
  });

  it('give way to those that a new process begins with', async () => {
    const { world, second } = await twoProcesses();
    await second.configure(NO_IMPORTS);
    world.sessions.set('s3', trained('s3', 400, 460));
    tell(world, [run('w2', 200, 260)]);
    const third = world.open({
      settings: settingsFrom({ import: { importFrom: 0 }, export: { enabled: false } }),
    });
    await third.run();
    await second.run();
    expect([...world.sessions.keys()]).toContain('apple-health:w2');
    expect((await second.explain('s3')).reasons).toMatchObject([{ code: 'export-off' }]);
  });

  it('are written down again where their row is gone', async () => {
    const { world, first, second } = await twoProcesses();
    expect(world.rows.delete(rowKeyOf(SETTINGS.name, ONLY))).toBe(true);
    await second.decide({ kind: 'export', key: 's9' });
    await first.run();
    expect([...world.rows.keys()]).toContain(rowKeyOf(SETTINGS.name, ONLY));
  });
});
