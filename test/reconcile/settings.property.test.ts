import { describe, expect } from 'vitest';
import { type SettingsOverrides, settingsFrom } from '../../src/policy/settings-from';
import { reconcile } from '../../src/reconcile/reconcile';
import type { World } from '../../src/reconcile/world';
import { world as smallWorld } from '../../src/testing/arbitraries/world';
import { traceOf } from '../generators/trace';
import { PHONE, WATCH } from './builders/records';
import { holds, isRemoval } from './property';
import { sync } from './simulation/sync';
import { runActions, settle } from './simulation/trace';
import { identityOf, type Truth } from './simulation/truth';

/** Every eligibility setting, made stricter than the small worlds have it. */
const STRICTER: Readonly<Record<string, SettingsOverrides>> = {
  'import.importFrom': { import: { importFrom: Date.UTC(2026, 4, 4, 8) } },
  'import.activities': { import: { activities: ['cycling'] } },
  'import.categories': { import: { categories: { running: false } } },
  'import.requiredDetail': { import: { requiredDetail: ['heart-rate'], settlingSeconds: 0 } },
  'import.summaryOnly': { import: { summaryOnly: 'refuse' } },
  'import.manualEntries': { import: { manualEntries: 'refuse' } },
  'import.ownRecordings': { import: { ownRecordings: 'refuse' } },
  'import.minimumDurationSeconds': { import: { minimumDurationSeconds: 1500 } },
  'import.maximumDurationSeconds': { import: { maximumDurationSeconds: 3000 } },
  'import.minimumDistanceMetres': { import: { minimumDistanceMetres: 100_000 } },
  'import.ignoredSources': { import: { ignoredSources: [WATCH, PHONE] } },
  'import.refusedOrigins': { import: { refusedOrigins: ['strava'] } },
  'export.exportFrom': { export: { exportFrom: Date.UTC(2026, 4, 4, 8) } },
  'export.summaryOnly': { export: { summaryOnly: 'refuse' } },
  'export.minimumDurationSeconds': { export: { minimumDurationSeconds: 1500 } },
  'export.graceSeconds': { export: { graceSeconds: 8_640_000 } },
  'export.lossyActivities': { export: { lossyActivities: 'refuse' } },
  'export.relayedOrigins': { export: { relayedOrigins: ['strava'] } },
};

type Cluster = ReadonlySet<string>;

const meets = (one: Cluster, other: Cluster): boolean => [...one].some((key) => other.has(key));

/** What a plan creates, each as the set of records of its cluster. */
const createdBy = (world: World): readonly Cluster[] =>
  reconcile(world)
    .steps.filter(({ effect }) => effect.kind === 'import' || effect.kind === 'export')
    .map(
      ({ effect, link }) =>
        new Set(
          [...(effect.kind === 'export' ? [link.session] : []), link.workout, ...link.copies].filter(
            (key) => key !== '',
          ),
        ),
    );

const removedBy = (world: World): readonly string[] =>
  reconcile(world)
    .steps.filter((step) => isRemoval(world, step))
    .map(({ id }) => id);

describe('settings', () => {
  for (const [name, overrides] of Object.entries(STRICTER)) {
    holds(
      `P12 monotone: a stricter ${name} creates no more, cluster by cluster, and never adds a deletion`,
      150,
      smallWorld({ sides: 'certain' }),
      (world) => {
        const strict: World = { ...world, settings: settingsFrom(overrides, world.settings) };
        const [loosely, strictly] = [createdBy(world), createdBy(strict)];
        const dropped = loosely.filter((cluster) => !strictly.some((other) => meets(cluster, other)));
        const { blocked } = reconcile(world);
        // What a question held back may come in where that is not created any more of which it could be a copy.
        const isFreed = (cluster: Cluster): boolean =>
          blocked.some(
            ({ key, reasons }) =>
              cluster.has(key) &&
              reasons.some(({ params }) => dropped.some((other) => other.has(String(params?.other)))),
          );
        const fresh = strictly.filter(
          (cluster) => !loosely.some((other) => meets(cluster, other)) && !isFreed(cluster),
        );
        expect(fresh.map((cluster) => [...cluster])).toEqual([]);
        expect(strictly.length).toBeLessThanOrEqual(loosely.length);
        const before = removedBy(world);
        expect(removedBy(strict).filter((id) => !before.includes(id))).toEqual([]);
      },
    );
  }

  /** The end of a trace as facts that do not name the primary of a cluster. */
  const endOf = (truth: Truth): readonly string[] =>
    [
      ...[...truth.sessions.values()].map(
        ({ key, state }) => `session ${identityOf(truth, `session ${key}`)} ${state}`,
      ),
      ...[...truth.workouts.values()].map(({ key }) => `workout ${identityOf(truth, `workout ${key}`)}`),
      ...truth.ledgers['device-1'].links.map(
        ({ kind, state, session, workout, copies }) =>
          `${kind} ${state} ${identityOf(truth, `session ${session}`)} with ${[workout, ...copies].filter((key) => key !== '').length}`,
      ),
    ].sort();

  const SWITCHES: Readonly<Record<string, readonly [SettingsOverrides, SettingsOverrides]>> = {
    'a category': [{ import: { categories: { running: false } } }, { import: { categories: { running: true } } }],
    'an ignored source': [{ import: { ignoredSources: [WATCH] } }, { import: { ignoredSources: [] } }],
    'the shortest duration': [{ import: { minimumDurationSeconds: 1500 } }, { import: { minimumDurationSeconds: 0 } }],
    'own recordings': [{ import: { ownRecordings: 'refuse' } }, { import: { ownRecordings: 'import' } }],
    'the shortest export': [{ export: { minimumDurationSeconds: 1500 } }, { export: { minimumDurationSeconds: 0 } }],
  };

  const isChoice = (name: string): boolean =>
    /^(imports|exports|category|onGone|onPossible|onBetter|ignore|hide|ask)/.test(name);

  for (const [name, [off, on]] of Object.entries(SWITCHES)) {
    const title = `P13 reversible settings: ${name} switched off and on again ends where never touching it ends`;
    holds(title, 150, traceOf(['device-1'], 8), (trace) => {
      const steps = trace.filter((step) => !isChoice(step.name));
      const start = runActions(steps);
      const switched = sync({ ...start, settings: settingsFrom(off, start.settings) });
      const back = sync({ ...switched, settings: settingsFrom(on, switched.settings) });
      expect(endOf(settle(back))).toEqual(endOf(settle(start)));
    });
  }
});
