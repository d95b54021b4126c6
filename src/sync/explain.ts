import type { Link } from '../domain/link';
import type { Reason } from '../domain/reason';
import type { Recording } from '../domain/recording';
import type { Session } from '../domain/session';
import type { MirrorEntry } from '../domain/workout';
import { compareRecordings } from '../match/compare-recordings';
import type { Plan, Step } from '../reconcile/plan';
import { compareNumbers } from '../reconcile/write/copy-notice';
import { missingFieldsOf } from './diagnose/missing-fields';
import type { LivePlanner } from './plan/live-planner';
import type { RunContext } from './run/context';
import { LINKS, WORKOUTS } from './state/collections';
import type { Provenance, Witness } from './surface/provenance';

const names = ({ session, workout, copies }: Link, key: string): boolean =>
  session === key || workout === key || copies.includes(key);

const linkOf = ({ state }: RunContext, key: string): Link | undefined => {
  const own = state.get(LINKS, key);
  if (own) return own;
  for (const link of state.all(LINKS).values()) if (names(link, key)) return link;
  return undefined;
};

/** The step of a plan that concerns a record: its link is what will hold once that is done. */
const stepFor = (plan: Plan | undefined, key: string): Step | undefined =>
  plan?.steps.find(({ link }) => names(link, key));

/** A session that was made from a workout is no second recording of the activity: only its numbers can be compared. */
const isMadeFromIt = ({ kind }: Session | MirrorEntry, link: Link | undefined): boolean =>
  kind === 'session' && link?.kind === 'imported';

const witnessOf = (
  run: RunContext,
  record: Session | MirrorEntry,
  original: Recording,
  link: Link | undefined,
): Witness => ({
  kind: record.kind,
  key: record.key,
  ...(record.source && { source: record.source }),
  isOriginal: record === original,
  numbers: record === original ? [] : compareNumbers(original, record),
  ...(record !== original &&
    !isMadeFromIt(record, link) && { comparison: compareRecordings(original, record, run.settings.match) }),
});

/** The recording that came first: what was imported, or the session that the app recorded itself. */
const originalOf = (
  link: Link,
  session: Session | undefined,
  workout: MirrorEntry | undefined,
): Recording | undefined => (link.kind === 'imported' ? (workout ?? session) : (session ?? workout));

const witnessesOf = (run: RunContext, live: LivePlanner, key: string, link: Link | undefined): readonly Witness[] => {
  const { state } = run;
  const session = live.session(link?.session ?? key);
  const workout = state.get(WORKOUTS, link?.workout ?? key);
  const copies = (link?.copies ?? []).flatMap((copy) => state.get(WORKOUTS, copy) ?? []);
  const records = [...(session ? [session] : []), ...(workout ? [workout] : []), ...copies];
  const original = link ? originalOf(link, session, workout) : records[0];
  return original === undefined ? [] : records.map((record) => witnessOf(run, record, original, link));
};

/** What has become of the record in the plan; where it is not there itself, of the one that it is linked with. */
const placeOf = (
  plan: Plan | undefined,
  key: string,
  link: Link | undefined,
): Pick<Provenance, 'place' | 'reasons'> => {
  if (plan === undefined) return { place: 'settled', reasons: [] };
  for (const name of new Set([key, link?.session, link?.workout])) {
    for (const list of ['skipped', 'waiting', 'blocked'] as const) {
      const placed = plan[list].find((one) => one.key === name);
      if (placed) return { place: list, reasons: placed.reasons };
    }
  }
  const step = stepFor(plan, key);
  return step ? { place: 'step', reasons: [step.reason] } : { place: 'settled', reasons: [] };
};

/** Why a pair that is settled is not there on both sides. */
const WHY_SETTLED: Readonly<Record<Link['state'], readonly Reason[]>> = {
  active: [],
  detached: [{ code: 'workout-removed' }],
  'session-deleted': [{ code: 'deleted-in-app' }],
  'workout-removed': [{ code: 'removed-in-store' }],
};

const missingOf = (run: RunContext, workout: string): Provenance['missing'] => {
  const entry = run.state.get(WORKOUTS, workout);
  if (entry === undefined) return [];
  return missingFieldsOf({ store: run.host.store, settings: run.settings, now: run.now() }, entry);
};

/** Where a session or a workout comes from, and why it is where it is. */
export const provenanceOf = (run: RunContext, live: LivePlanner, hostKey: string): Provenance => {
  const key = run.keys.inside(hostKey);
  const link = linkOf(run, key);
  const plan = live.planAround(run, key);
  const witnesses = witnessesOf(run, live, key, link ?? stepFor(plan, key)?.link);
  const isKnown = link !== undefined || witnesses.length > 0;
  if (!isKnown) return { key: hostKey, found: false, witnesses: [], missing: [], place: 'absent', reasons: [] };
  const { place, reasons } = placeOf(plan, key, link);
  return {
    key: hostKey,
    found: true,
    ...(link && { link }),
    witnesses,
    missing: missingOf(run, link?.workout ?? key),
    place,
    reasons: place === 'settled' && link ? WHY_SETTLED[link.state] : reasons,
  };
};
