import { describe, expect, it } from 'vitest';
import type { Workout } from '../../../src/domain/workout';
import { openAppleHealthExport } from '../../../src/exports/apple-health/index';
import { EMPTY_LEDGER, reconcile, settingsFrom, toMirrorEntry } from '../../../src/index';
import { zipSource } from './fixtures';
import { GOLDEN, type Golden } from './golden-exports';

const ALWAYS = { start: 0, end: Date.UTC(2100, 0, 1) };

const open = async ({ files }: Golden) => {
  const opened = await openAppleHealthExport(await zipSource(files));
  const { items, complete } = await opened.store.readWorkouts({ window: ALWAYS });
  expect(complete).toBe(true);
  return { ...opened, items };
};

/** The plan of a first sync of everything, as places in the list of workouts. */
const planOf = (workouts: readonly Workout[]) => {
  const read = { window: ALWAYS, complete: true, absence: 'unknown', gone: [] } as const;
  const plan = reconcile({
    scope: {
      kind: 'scope',
      account: 'a',
      device: 'd',
      platform: 'apple-health',
      ownSources: [],
      readAccess: 'granted',
      mappingVersion: 1,
    },
    settings: settingsFrom({ import: { summaryOnly: 'import' }, export: { enabled: false } }),
    sessions: { ...read, items: [] },
    mirror: { ...read, items: workouts.map(toMirrorEntry) },
    ledger: EMPTY_LEDGER,
    now: Date.UTC(2025, 0, 1),
  });
  const placeOf = (key: string): number => workouts.findIndex((workout) => workout.key === key);
  const imported = plan.steps.flatMap(({ effect }) => (effect.kind === 'import' ? [placeOf(effect.workout)] : []));
  return { plan, placeOf, imported: imported.sort((a, b) => a - b) };
};

const withoutAbsent = (workout: Golden['workouts'][number]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(workout).filter(([, value]) => value !== undefined));

describe('an export written by hand', () => {
  for (const [title, golden] of Object.entries(GOLDEN)) {
    describe(title, () => {
      it('has the headers, and the problems, that stand in it', async () => {
        const { items, problems, exportedAt, locale, store } = await open(golden);
        expect({ exportedAt, locale }).toEqual({ exportedAt: golden.exportedAt, locale: golden.locale });
        expect(items).toEqual(golden.workouts.map((workout) => expect.objectContaining(withoutAbsent(workout))));
        items.forEach((item, place) => {
          for (const [field, value] of Object.entries(golden.workouts[place] ?? {})) {
            if (value === undefined) expect(item).not.toHaveProperty(field);
          }
        });
        await store.detail?.summarise(items);
        expect(problems.map(({ code, position }) => [code, ...(position.ordinal ? [position.ordinal] : [])])).toEqual(
          golden.problems,
        );
      });

      it('has the detail summaries that can be counted in it', async () => {
        const { items, store } = await open(golden);
        const summaries = (await store.detail?.summarise(items)) ?? [];
        for (const [place, summary] of Object.entries(golden.summaries)) {
          const found = summaries.find(({ key }) => key === items[Number(place)]?.key)?.summary;
          expect(found).toEqual(summary);
        }
      });

      it('has the samples, routes, laps and pauses that stand in it', async () => {
        const { items, store } = await open(golden);
        for (const [place, detail] of Object.entries(golden.details)) {
          expect(await store.detail?.read(items[Number(place)] as Workout)).toEqual(detail);
        }
      });

      it('is imported as a person would, copies aside', async () => {
        const { items } = await open(golden);
        const { plan, placeOf, imported } = planOf(items);
        expect(imported).toEqual(golden.imported);
        const copies = plan.notices.flatMap((notice) =>
          notice.kind === 'copy' ? [[placeOf(notice.copy), placeOf(notice.of)]] : [],
        );
        expect(Object.fromEntries(copies)).toEqual(golden.copies);
      });
    });
  }
});
