// @ts-nocheck
import { applyPlan, type Plan, reconcile, type World } from '../../src/index';

export { at, externalId, ownRecord, session, WATCH, workout } from '../reconcile/builders/records';
export { link, world } from '../reconcile/builders/world';

/** What a plan does, without the steps that only touch the ledger: `import w1`, `update-workout s1`. */
export const writesOf = ({ steps }: Plan): string[] =>
  steps
    .filter(({ effect }) => effect.kind !== 'set-link')
    .map(({ effect, link }) => {
      const key =
        effect.kind === 'import'
          ? effect.workout
          : effect.kind === 'remove-workout'
            ? effect.workouts.join()
            : link.session;
      return `${effect.kind} ${key}`;
    })
    .sort();

/** Where a plan puts the records that no step touches, with the reasons: `skipped w1: manual-entry`. */
export const placesOf = (plan: Plan): string[] =>
  (['skipped', 'waiting', 'blocked'] as const)
    .flatMap((place) =>
      plan[place].map(({ key, reasons }) => `${place} ${key}: ${reasons.map(({ code }) => code).join(', ')}`),
    )
    .sort();

/** The world after a sync that went well. */
export const synced = (world: World): World => {
  const applied = applyPlan(world, reconcile(world));
  if (applied.kind === 'error') throw new Error(`the plan was not applied: ${applied.error.kind}`);
  return applied.value;
};

/** The same world with everything forgotten that this library remembers: a reinstall, or a lost database. */
export const withoutMemory = (world: World): World => ({
  ...world,
  ledger: { ...world.ledger, links: [], answers: [] },
});

/** The keys of the sessions that a world holds. */
export const sessionKeys = ({ sessions }: World): string[] => sessions.items.map(({ key }) => key).sort();
