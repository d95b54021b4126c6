import { categoryOf } from '../../domain/activity';
import type { SeriesName } from '../../domain/detail-summary';
import type { Instant } from '../../domain/interval';
import { titleIn } from '../../domain/prints';
import type { Settings } from '../../domain/settings';
import type { MirrorEntry } from '../../domain/workout';
import type { HealthStore } from '../../ports/health-store';
import type { MissingCode, MissingField } from '../surface/finding';

/** What it takes to say why a field is missing. */
export interface FieldContext {
  readonly store: HealthStore;
  readonly settings: Settings;
  readonly now: Instant;
}

/** Categories whose workouts cover ground, so that a route and a distance are to be expected. */
const COVERS_GROUND: ReadonlySet<string> = new Set(['running', 'cycling', 'walks-and-hikes']);

const INDOOR = /^(indoor|treadmill|pool)/;

const isIndoor = ({ activity, raw }: MirrorEntry): boolean =>
  INDOOR.test(activity) || (raw?.platform === 'apple-health' && raw.indoor === true);

/** Why samples that nobody has seen are not there, as far as anybody can tell. */
const whyUnseen = ({ store, settings, now }: FieldContext, { end, detail }: MirrorEntry): MissingCode => {
  if (store.detail === undefined) return 'not-readable';
  if (end + settings.import.settlingSeconds * 1000 > now) return 'may-arrive';
  return detail === undefined ? 'not-read' : 'never-recorded';
};

const whyNoRoute = (context: FieldContext, entry: MirrorEntry): MissingCode | undefined => {
  const { detail } = entry;
  if (!COVERS_GROUND.has(categoryOf(entry.activity)) || (detail?.routePoints ?? 0) > 0) return undefined;
  if (context.settings.import.routes === 'leave-out') return 'not-wanted';
  if (isIndoor(entry)) return 'indoor';
  if (detail?.route === 'consent-required' || detail?.route === 'denied') return detail.route;
  return whyUnseen(context, entry);
};

const whyNoSeries = (context: FieldContext, entry: MirrorEntry, name: SeriesName): MissingCode | undefined =>
  (entry.detail?.series?.[name]?.count ?? 0) > 0 ? undefined : whyUnseen(context, entry);

const whyNoTotal = (
  context: FieldContext,
  { end }: MirrorEntry,
  value: number | undefined,
): MissingCode | undefined => {
  if (value !== undefined) return undefined;
  return end + context.settings.import.settlingSeconds * 1000 > context.now ? 'may-arrive' : 'never-recorded';
};

/** HealthKit has no title of its own and no repetitions; Health Connect carries both. */
const whyNoText = ({ store }: FieldContext): MissingCode | undefined =>
  store.platform === 'apple-health' ? 'not-readable' : undefined;

/** The mirror keeps no title, only its print. */
const hasTitle = ({ prints }: MirrorEntry): boolean => titleIn(prints.facts) !== '';

/** Which fields a workout lacks, and why, as far as the platform lets anybody tell. */
export const missingFieldsOf = (context: FieldContext, entry: MirrorEntry): readonly MissingField[] => {
  const energy = entry.energyKilocalories;
  const found: Readonly<Record<MissingField['field'], MissingCode | undefined>> = {
    'heart-rate': whyNoSeries(context, entry, 'heart-rate'),
    route: whyNoRoute(context, entry),
    distance: COVERS_GROUND.has(categoryOf(entry.activity))
      ? whyNoTotal(context, entry, entry.distanceMetres)
      : undefined,
    energy: whyNoTotal(context, entry, energy?.active ?? energy?.total),
    power: whyNoSeries(context, entry, 'power'),
    cadence: whyNoSeries(context, entry, 'cadence'),
    title: hasTitle(entry) ? undefined : whyNoText(context),
    repetitions: whyNoText(context),
  };
  return (Object.keys(found) as MissingField['field'][]).flatMap((field) => {
    const why = found[field];
    return why === undefined ? [] : [{ workout: entry.key, field, why }];
  });
};
