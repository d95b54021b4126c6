import type { DetailSummary } from '../domain/detail-summary';
import type { ImportRefusalCode, Refusal } from '../domain/reason';
import type { ImportSettings } from '../domain/settings';
import { DETAIL_UNREAD } from './detail-unread';
import { forGood, needsUser, until } from './refusals';
import type { BuiltInImportRule } from './rule';

const NO_SAMPLES = -1;

/** The share of the time that one kind of detail covers; below zero where there is not a single sample of it. */
const coverageOf = (
  kind: ImportSettings['requiredDetail'][number],
  { series }: DetailSummary,
  points: number,
): number => {
  if (kind === 'route') return points > 0 ? 1 : NO_SAMPLES;
  const samples = series[kind];
  return samples && samples.count > 0 ? samples.coverage : NO_SAMPLES;
};

const isSummaryOnly = ({ series }: DetailSummary, points: number): boolean =>
  points <= 0 && !Object.values(series).some((samples) => samples && samples.count > 0);

const findLack = (detail: DetailSummary, settings: ImportSettings): Refusal<ImportRefusalCode> | false => {
  const { requiredDetail, minimumCoverage } = settings;
  const { route } = detail;
  const needsNone = requiredDetail.length === 0;
  const isWanted = settings.routes === 'include';
  const points = isWanted ? detail.routePoints : 0;
  // A route that the user has not let us see is not a route that is not there: granting it may change the answer.
  const isHidden = isWanted && (route === 'consent-required' || route === 'denied');
  const refuse = isHidden && (needsNone || requiredDetail.includes('route')) ? needsUser : forGood;
  let coverage = NO_SAMPLES;
  let series = '';
  for (const kind of requiredDetail) {
    const share = coverageOf(kind, detail, points);
    if (share <= coverage) continue;
    coverage = share;
    series = kind;
  }
  if (!series && settings.summaryOnly === 'refuse' && isSummaryOnly(detail, points)) {
    return refuse('summary-only', { route });
  }
  if (needsNone) return false;
  if (!series) return refuse('detail-missing', { needed: requiredDetail.join(', '), route });
  return coverage >= minimumCoverage ? false : refuse('detail-sparse', { series, coverage, minimumCoverage, route });
};

/**
 * The second step of eligibility: it asks for the samples to be counted only where the settings depend on them, and
 * gives late ones their time before it calls them missing: what was counted too early is counted again.
 */
const whenDetailLacks: BuiltInImportRule = ({ detail, end }, settings, { now }) => {
  if (settings.summaryOnly === 'import' && settings.requiredDetail.length === 0) return false;
  if (!detail) return DETAIL_UNREAD;
  const lack = findLack(detail, settings);
  if (!lack) return false;
  const settled = end + settings.settlingSeconds * 1000;
  if (settled > now) return until('settling', settled);
  return detail.readAt !== undefined && detail.readAt < settled ? DETAIL_UNREAD : lack;
};

/** What stands behind the record. One rule, since at most one of its five answers can be true. */
export const IMPORT_DETAIL_RULES: readonly BuiltInImportRule[] = [whenDetailLacks];
