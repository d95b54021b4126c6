import { workoutsIn } from '../../domain/link';
import type { MirrorEntry } from '../../domain/workout';
import type { Engine } from '../engine';
import { LINKS, WORKOUTS } from '../state/collections';
import type { Finding, MissingField } from '../surface/finding';
import { missingFieldsOf } from './missing-fields';

/** How many workouts a finding names, the newest ones. */
const NAMED = 50;

const linkedWorkouts = ({ state }: Engine): readonly MirrorEntry[] =>
  [...state.all(LINKS).values()]
    .flatMap((link) => (link.kind === 'imported' ? (state.get(WORKOUTS, link.workout) ?? []) : []))
    .sort((a, b) => b.start - a.start)
    .slice(0, NAMED);

/** What is as it should be, or cannot be otherwise, or as far as anybody has looked. */
const UNREMARKABLE: ReadonlySet<MissingField['why']> = new Set([
  'not-wanted',
  'not-readable',
  'indoor',
  'not-read',
  'may-arrive',
]);

const lacking = (
  code: Finding['code'],
  field: MissingField['field'],
  all: readonly MissingField[],
): readonly Finding[] => {
  const missing = all.filter((one) => one.field === field && !UNREMARKABLE.has(one.why));
  if (missing.length === 0) return [];
  const counts: Record<string, number> = {};
  for (const { why } of missing) counts[why] = (counts[why] ?? 0) + 1;
  const isFault = missing.some(({ why }) => why === 'denied' || why === 'consent-required');
  return [{ code, severity: isFault ? 'warning' : 'note', evidence: { workouts: missing.length, ...counts }, missing }];
};

/** Pairs of apps that write the same workouts, the most frequent one first. */
const severalApps = ({ state }: Engine): readonly Finding[] => {
  const pairs = new Map<string, number>();
  for (const link of state.all(LINKS).values()) {
    const apps = workoutsIn(link).flatMap((key) => state.get(WORKOUTS, key)?.source?.app ?? []);
    const names = [...new Set(apps)].sort().join(', ');
    if (new Set(apps).size > 1) pairs.set(names, (pairs.get(names) ?? 0) + 1);
  }
  const [most] = [...pairs].sort(([, a], [, b]) => b - a);
  return most ? [{ code: 'several-apps-write', severity: 'note', evidence: { apps: most[0], workouts: most[1] } }] : [];
};

const fromTheFuture = ({ state, now }: Engine): readonly Finding[] => {
  const late = [...state.all(WORKOUTS).values()].filter(({ end }) => end > now());
  return late.length > 0 ? [{ code: 'clock-wrong', severity: 'warning', evidence: { workouts: late.length } }] : [];
};

/** What the workouts themselves show. */
export const workoutFindings = (engine: Engine): readonly Finding[] => {
  const context = { store: engine.host.store, settings: engine.settings(), now: engine.now() };
  const missing = linkedWorkouts(engine).flatMap((entry) => missingFieldsOf(context, entry));
  return [
    ...lacking('heart-rate-missing', 'heart-rate', missing),
    ...lacking('route-missing', 'route', missing),
    ...severalApps(engine),
    ...fromTheFuture(engine),
  ];
};
