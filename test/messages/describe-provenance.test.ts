import { describe, expect, it } from 'vitest';
import type { Link } from '../../src/domain/link';
import { describeProvenance } from '../../src/messages/index';
import type { Provenance, Witness } from '../../src/sync/surface/provenance';
import { OWN_APP, plainWorld, run, tell, trained } from '../sync/plain-world';

const APPLE = { store: 'Apple Health' };

const PRINTS = { facts: '', detail: '' };

const linked = (rest: Partial<Link> = {}): Link => ({
  kind: 'imported',
  state: 'active',
  session: 's1',
  workout: 'w1',
  copies: [],
  base: { session: PRINTS, workout: PRINTS, revision: '', version: 0 },
  shadow: { start: 0, end: 1, activity: 'running' },
  ...rest,
});

const answer = (rest: Partial<Provenance> = {}): Provenance => ({
  key: 's1',
  found: true,
  witnesses: [],
  missing: [],
  place: 'settled',
  reasons: [],
  ...rest,
});

const told = (rest: Partial<Provenance>) => describeProvenance(answer(rest), APPLE);

const workout: Witness = { kind: 'workout', key: 'w1', isOriginal: true, numbers: [], source: { app: 'com.watch' } };

describe('describeProvenance', () => {
  it.each<[string, Partial<Link>, string]>([
    ['import', {}, 'Imported from Apple Health. Both sides are in step.'],
    ['export', { kind: 'exported' }, 'Written to Apple Health by this app. Both sides are in step.'],
    ['match', { kind: 'matched' }, 'Recorded on both sides, and recognised as one activity. Both sides are in step.'],
    ['copy', { copies: ['s1'] }, "Another app's copy of an activity that is known already. Both sides are in step."],
    [
      'detached session',
      { state: 'detached' },
      'Imported from Apple Health. The workout is gone from Apple Health; the session stays in the app.',
    ],
    [
      'deleted session',
      { state: 'session-deleted' },
      'Imported from Apple Health. The session was deleted in the app, so the activity does not come back.',
    ],
    [
      'removed record',
      { state: 'workout-removed', kind: 'exported' },
      'Written to Apple Health by this app. Its record was removed from Apple Health, so it is not written there again.',
    ],
  ])('says of a settled %s how it came there and why it stays', (_, link, text) => {
    expect(told({ link: linked(link) }).text).toBe(text);
  });

  it('advises how to take a closed link up again', () => {
    expect(told({ link: linked({ state: 'session-deleted' }) }).advice).toBe('Restore the session to bring it back.');
    expect(told({ link: linked({ state: 'workout-removed' }) }).advice).toBe(
      'Export the session again if it should be there.',
    );
    expect(told({ link: linked() })).not.toHaveProperty('advice');
  });

  it.each<[Provenance['place'], string]>([
    ['step', 'The next sync sees to it.'],
    ['skipped', 'It is left where it is.'],
    ['waiting', 'It waits.'],
    ['blocked', 'It is held back.'],
  ])('says of an unlinked workout under %s where it stands, and why', (place, standing) => {
    expect(told({ place, witnesses: [workout], reasons: [{ code: 'import-off' }] })).toMatchObject({
      text: `Apple Health holds it. ${standing} Importing workouts is switched off.`,
      advice: 'Switch imports on to bring it in.',
    });
  });

  it('says of a session without a link that the app holds it', () => {
    const session: Witness = { ...workout, kind: 'session' };
    expect(told({ witnesses: [session] }).text).toBe('The app holds it. Nothing is to be done about it.');
  });

  it('says so where nobody knows the record, and begins with its name where there is one', () => {
    const nobody = answer({ found: false, place: 'absent' });
    expect(describeProvenance(nobody).text).toBe('Sync knows nothing of it.');
    expect(describeProvenance(nobody, { record: () => 'Run of Monday' }).text).toBe(
      'Run of Monday: Sync knows nothing of it.',
    );
  });

  it('never invents a place, a kind or a state of a newer version', () => {
    const newer = { kind: 'woven', state: 'frayed' } as unknown as Partial<Link>;
    expect(told({ link: linked(newer) }).text).toBe('Nothing is to be done about it.');
    const elsewhere = 'moon' as Provenance['place'];
    expect(told({ place: elsewhere, reasons: [{ code: 'manual-entry' }] }).text).toBe(
      'Somebody typed this workout in, and typed-in workouts stay out.',
    );
  });

  it('says what is missing, and why', () => {
    const { missing } = told({ missing: [{ workout: 'w1', field: 'heart-rate', why: 'denied' }] });
    expect(missing).toEqual([
      { text: 'This app may not read its heart rate.', advice: 'Allow it in Apple Health, then sync again.' },
    ]);
  });

  it('says of an import which app recorded the original, which holds a copy, and how the numbers differ', async () => {
    const strider = { app: 'com.strider', appName: 'Strider' };
    const world = plainWorld([
      run('w1', 0, 60, { distanceMetres: 10_020, source: { app: 'com.watch', appName: 'Watch' } }),
      run('w2', 0, 60, { distanceMetres: 9910, source: strider }),
    ]);
    const sync = world.open();
    await sync.run();
    const { text, witnesses } = describeProvenance(await sync.explain('w1'), APPLE);
    expect(text).toBe('Imported from Apple Health. Both sides are in step.');
    expect(witnesses.map((line) => line.text)).toEqual([
      'The app has a session made from it.',
      'The original is from Watch.',
      'A copy is in Strider.',
    ]);
    expect(witnesses[1]).toMatchObject({ isOriginal: true, numbers: [], facts: [] });
    expect(witnesses[2]?.numbers).toContainEqual({
      name: 'distance',
      of: '10.02 km',
      copy: '9.91 km',
      difference: '−110 m (1.1 %)',
    });
    expect(witnesses[2]?.facts).toContain('They share 100 % of the time that either covers (40 % is enough).');
    expect(describeProvenance(await sync.explain('w2'), APPLE).text).toMatch(/^Another app's copy/);
  });

  it("says of an export that the original is this app's, and that the health store has a record of it", async () => {
    const world = plainWorld([], [trained('s1', 0, 60)]);
    const sync = world.open();
    await sync.run();
    const { witnesses } = describeProvenance(await sync.explain('s1'), APPLE);
    expect(witnesses.map(({ text }) => text)).toEqual([
      'The original is from this app.',
      "Apple Health has this app's record of it.",
    ]);
    expect([...world.workouts.values()].map(({ source }) => source?.app)).toEqual([OWN_APP]);
  });

  it('does not claim that a removed record came back', async () => {
    const world = plainWorld([run('w9', 600, 660)], [trained('s1', 0, 60)]);
    const sync = world.open();
    await sync.run();
    const own = [...world.workouts.values()].find(({ source }) => source?.app === OWN_APP);
    tell(world, [], [own?.key ?? '']);
    await sync.run();
    expect(describeProvenance(await sync.explain('s1'), APPLE).text).toBe(
      'Written to Apple Health by this app. Its record was removed from Apple Health, so it is not written there again.',
    );
  });
});
