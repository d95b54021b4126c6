import type { DetailSummary } from '../../domain/detail-summary';
import type { Instant } from '../../domain/interval';
import type { Workout } from '../../domain/workout';
import type { Detail, DetailPart } from '../../ports/detail';
import type { WorkoutDraft, Written, WrittenChild } from '../../ports/health-store';
import { storeError } from '../../ports/store-error';
import { summariseDetail } from '../../ports/summarise-detail';
import { admit, type HealthConditions } from './conditions';
import type { HealthProfile } from './profile';
import type { RecordShelf, StoredRecord } from './record-shelf';

/** What writing depends on. */
export interface WriterContext {
  readonly profile: HealthProfile;
  readonly conditions: () => HealthConditions;
  readonly app: string;
  readonly isOwn: (workout: Workout) => boolean;
  readonly nextKey: () => string;
  readonly now: () => Instant;
}

/** What a save did to the store. */
export interface Saved {
  readonly written: Written;
  readonly before?: StoredRecord;
  readonly after: StoredRecord;
  readonly outcome: 'created' | 'replaced' | 'ignored' | 'completed';
}

/** The samples that reach the store. */
const writable = (detail: Detail = { series: {}, routes: [] }, failing: ReadonlySet<DetailPart>): Detail => ({
  series: failing.has('series') ? {} : detail.series,
  routes: failing.has('route') ? [] : detail.routes,
});

const childrenOf = (key: string, { series, routePoints }: DetailSummary): readonly WrittenChild[] =>
  [...Object.keys(series), ...(routePoints > 0 ? ['route'] : [])].map((type) => ({ type, key: `${key}#${type}` }));

const wantedParts = ({ detail, only }: WorkoutDraft): readonly DetailPart[] => {
  const parts: DetailPart[] = [];
  if (detail?.routes.some((piece) => piece.length > 0)) parts.push('route');
  if (Object.values(detail?.series ?? {}).some((samples) => (samples ?? []).length > 0)) parts.push('series');
  return only === undefined ? parts : parts.filter((part) => only.includes(part));
};

const kept = ({ precision }: HealthProfile, moment: Instant): Instant =>
  precision === 'seconds' ? Math.floor(moment / 1000) * 1000 : moment;

const workoutOf = ({ profile, app }: WriterContext, key: string, draft: WorkoutDraft): Workout => {
  const { title, detail: _detail, previous: _previous, only: _only, ...header } = draft;
  return {
    ...header,
    start: kept(profile, draft.start),
    end: kept(profile, draft.end),
    kind: 'workout',
    key,
    platform: profile.platform,
    source: { app },
    raw: { platform: profile.platform, type: 0 },
    ...(profile.keepsTitles && title !== undefined && { title }),
  };
};

/** Writes a draft, as the platform does with a version that is above, equal to or below the stored one. */
export const saveDraft = (context: WriterContext, shelf: RecordShelf, draft: WorkoutDraft): Saved => {
  const { profile, isOwn, nextKey } = context;
  admit(context.conditions(), profile, 'write');
  if (!(draft.start < draft.end)) throw storeError('invalid', 'A workout must end after it starts.');
  const { id, version } = draft.external;
  const failing = new Set(context.conditions().failing);
  const missing = wantedParts(draft).filter((part) => failing.has(part));
  const before = shelf.all().find(({ workout }) => isOwn(workout) && workout.external?.id === id);

  const answer = (record: StoredRecord): Written => ({
    key: record.workout.key,
    external: record.workout.external ?? draft.external,
    ...(record.children.length > 0 && { children: record.children }),
    ...(missing.length > 0 && { missing }),
  });

  if (draft.only !== undefined) {
    if (before === undefined) throw storeError('precondition', 'The workout to complete is not there.');
    const summary = summariseDetail(writable(draft.detail, failing), draft, context.now());
    const after = { ...before, summary, children: childrenOf(before.workout.key, summary) };
    shelf.putSilently(after);
    return { written: answer(after), before, after, outcome: 'completed' };
  }

  const stored = before?.workout.external?.version ?? Number.NEGATIVE_INFINITY;
  const replaces = profile.replaces === 'greater' ? version > stored : version >= stored;
  if (before !== undefined && !replaces) {
    return { written: answer(before), before, after: before, outcome: 'ignored' };
  }
  const key = profile.replacedKey === 'kept' ? `own-${id}` : nextKey();
  const summary = summariseDetail(writable(draft.detail, failing), draft, context.now());
  const after = { workout: workoutOf(context, key, draft), summary, children: childrenOf(key, summary) };
  if (before !== undefined && before.workout.key !== key) shelf.take(before.workout.key);
  shelf.put(after);
  return {
    written: answer(after),
    ...(before && { before }),
    after,
    outcome: before === undefined ? 'created' : 'replaced',
  };
};

/** Removes what was written, and gives the samples that stay behind because nobody named them. */
export const removeWritten = (
  { profile, conditions, isOwn }: WriterContext,
  shelf: RecordShelf,
  { key, external, children = [] }: Written,
): { readonly removed?: StoredRecord; readonly orphans: readonly WrittenChild[] } => {
  admit(conditions(), profile, 'write');
  const target =
    shelf.all().find(({ workout }) => isOwn(workout) && workout.external?.id === external.id) ?? shelf.get(key);
  if (target === undefined || !isOwn(target.workout)) return { orphans: [] };
  shelf.take(target.workout.key);
  const named = new Set(children.map((child) => child.key));
  return { removed: target, orphans: target.children.filter((child) => !named.has(child.key)) };
};
