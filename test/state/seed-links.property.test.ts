import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { externalIdOf } from '../../src/domain/external-id';
import { settingsFrom } from '../../src/policy/settings-from';
import { seedLinks } from '../../src/state/index';
import { doneSince, OWN_APP, plainWorld, run, tell, trained } from '../sync/plain-world';

/** One activity that a home-made sync has on both sides, and how far apart its two records lie. */
const pair = fc.record({
  kind: fc.constantFrom('imported', 'exported', 'matched'),
  external: fc.constantFrom('ours', 'other', 'none'),
  isSeeded: fc.boolean(),
  isLate: fc.constantFrom('no', 'session', 'workout'),
  shift: fc.constantFrom(0, 0.01, 20, 90),
  stretch: fc.constantFrom(0, 1, 40),
});

type Pair = typeof pair extends fc.Arbitrary<infer Value> ? Value : never;

const workoutOf = ({ kind, external }: Pair, index: number) => {
  const ids = { ours: externalIdOf({ account: 'ada' }, `s${index}`), other: `mine-${index}`, none: undefined };
  const id = ids[external];
  const own = { source: { app: OWN_APP }, ...(id !== undefined && { external: { id, version: 2 } }) };
  return run(`w${index}`, index * 600, index * 600 + 60, kind === 'exported' ? own : {});
};

/** What is not seeded must be recognisable by itself. */
const sessionOf = ({ isSeeded, shift, stretch }: Pair, index: number) => {
  const start = index * 600 + (isSeeded ? shift : 0);
  return trained(`s${index}`, start, start + 60 + (isSeeded ? stretch : 0));
};

describe('E10 adoption', () => {
  it('makes no duplicate and no deletion over any correct subset of the true links, whichever record is seen first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { minLength: 1, maxLength: 6 }), fc.boolean(), async (pairs, switches) => {
        const isThere = ({ isSeeded, isLate }: Pair, side: string): boolean => !isSeeded || isLate !== side;
        const world = plainWorld(
          [
            run('w99', -900, -840),
            ...pairs.flatMap((one, at) => (isThere(one, 'workout') ? [workoutOf(one, at)] : [])),
          ],
          [
            trained('s99', -900, -840),
            ...pairs.flatMap((one, at) => (isThere(one, 'session') ? [sessionOf(one, at)] : [])),
          ],
          settingsFrom({ onWorkoutGone: 'remove-session', onBetterCopy: switches ? 'switch' : 'keep' }),
        );
        const rows = pairs.flatMap(({ kind, isSeeded }, at) =>
          isSeeded ? [{ session: `s${at}`, workout: `w${at}`, kind } as const] : [],
        );
        await seedLinks({ ...world, account: 'ada', device: 'phone' }, rows);
        const sync = world.open();
        await sync.run();
        pairs.forEach((one, at) => {
          if (!isThere(one, 'session')) world.sessions.set(`s${at}`, sessionOf(one, at));
        });
        tell(
          world,
          pairs.flatMap((one, at) => (isThere(one, 'workout') ? [] : [workoutOf(one, at)])),
        );
        await sync.run();
        await world.open().run();
        expect(doneSince(world)).toEqual([]);
        expect([...world.sessions.keys()].sort()).toEqual(['s99', ...pairs.map((_, at) => `s${at}`)].sort());
        expect([...world.workouts.keys()].sort()).toEqual(['w99', ...pairs.map((_, at) => `w${at}`)].sort());
      }),
      { numRuns: 300 },
    );
  });
});
