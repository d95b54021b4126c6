import { isTombstone, LINK_MOVES, type Link } from '../../../src/domain/link';
import type { MirrorEntry } from '../../../src/domain/workout';
import type { Step } from '../../../src/reconcile/plan';
import { externalId, OWN_APP } from '../builders/records';
import type { Round } from './sync';
import { identityOf, linkOf, type Truth } from './truth';

type Check = (round: Round) => readonly string[];

const isOwnExport = (entry: MirrorEntry | undefined): boolean =>
  entry?.source?.app === OWN_APP && entry.external !== undefined;

const imports = ({ plan }: Round): readonly { readonly session: string; readonly workout: string }[] =>
  plan.steps.flatMap(({ effect }) => (effect.kind === 'import' ? [effect] : []));

const writes = ({ plan }: Round): readonly { readonly session: string; readonly kind: string }[] =>
  plan.steps.flatMap(({ effect }) => (effect.kind === 'export' || effect.kind === 'update-workout' ? [effect] : []));

const liveOwnRecords = (truth: Truth, session: string): readonly MirrorEntry[] =>
  [...truth.workouts.values()].filter((entry) => isOwnExport(entry) && entry.external?.id === externalId(session));

/** S1 no echo: what we wrote is never imported. */
const noEcho: Check = (round) =>
  imports(round)
    .filter(({ workout }) => isOwnExport(round.before.workouts.get(workout)))
    .map(({ workout }) => `S1 our own record ${workout} was imported`);

/** S2 no double export: at any instant at most one live own record per session. */
const noDoubleExport: Check = (round) => {
  if (round.before.storeView === 'empty') return [];
  const { before, after } = round;
  const again = writes(round)
    .filter(({ kind, session }) => kind === 'export' && liveOwnRecords(before, session).length > 0)
    .map(({ session }) => `S2 ${session} was exported beside its own record`);
  const twice = [...after.sessions.keys()]
    .filter((session) => liveOwnRecords(after, session).length > 1)
    .map((session) => `S2 ${session} has two own records`);
  return [...again, ...twice];
};

const isLive = (truth: Truth, identity: string): boolean =>
  [...truth.sessions.values()].some(
    ({ key, state }) => state !== 'deleted' && identityOf(truth, `session ${key}`) === identity,
  );

/** S3 no double import: at most one new session per cluster, in whatever order its copies arrive. */
const noDoubleImport: Check = (round) => {
  const { before } = round;
  if (before.sessionView === 'empty') return [];
  const identities = imports(round)
    .filter(({ session }) => !before.history.asked.has(session))
    .map(({ workout }) => identityOf(before, `workout ${workout}`));
  return identities
    .filter((identity, index) => isLive(before, identity) || identities.indexOf(identity) !== index)
    .map((identity) => `S3 ${identity} was imported although it has a session`);
};

/** S4 no local resurrection: a session that the user deleted never returns through sync. */
const noLocalResurrection: Check = (round) => {
  const { before, device } = round;
  if (before.sessionView === 'empty') return [];
  return imports(round)
    .map(({ workout }) => identityOf(before, `workout ${workout}`))
    .filter((identity) => ['soft', device].includes(before.history.deleted.get(identity) ?? ''))
    .map((identity) => `S4 ${identity} came back after the user had deleted it`);
};

/** S5 no store resurrection: an own record that the user removed from the store is not written again by itself. */
const noStoreResurrection: Check = (round) =>
  writes(round)
    .filter(({ session }) => round.before.history.storeRemoved.get(session) === round.device)
    .filter(({ session }) => !round.before.history.asked.has(session))
    .map(({ session }) => `S5 the record of ${session} was written again`);

/** S6 no silent loss: only an unedited import is removed, after a certain deletion, and only if the settings ask. */
const noSilentLoss: Check = ({ before, after, device }) =>
  [...before.sessions.keys()]
    .filter((key) => !after.sessions.has(key))
    .filter((key) => {
      const { recorded, editedFacts, editedDetail } = before.history;
      const workout = linkOf(before.ledgers[device], key)?.workout ?? '';
      const edited = editedFacts.has(key) || editedDetail.has(key);
      const allowed = before.settings.onWorkoutGone === 'remove-session' && !before.workouts.has(workout);
      return recorded.has(key) || edited || !allowed;
    })
    .map((key) => `S6 session ${key} was removed`);

/** S7 no clobber: content that did not come from the store is never overwritten. */
const noClobber: Check = ({ before, after }) =>
  [...before.sessions.values()].flatMap((old) => {
    const now = after.sessions.get(old.key);
    if (now === undefined) return [];
    const { recorded, editedFacts, editedDetail } = before.history;
    const facts =
      now.title !== old.title || now.start !== old.start || now.end !== old.end || now.activity !== old.activity;
    const detail = now.distanceMetres !== old.distanceMetres;
    const lost =
      (facts && (recorded.has(old.key) || editedFacts.has(old.key))) ||
      (detail && (recorded.has(old.key) || editedDetail.has(old.key)));
    return lost ? [`S7 session ${old.key} was overwritten`] : [];
  });

const isGone = (truth: Truth, session: string): boolean =>
  (truth.sessions.get(session)?.state ?? 'deleted') === 'deleted';

/** S8 absence is not deletion: what a plan closes, detaches or removes is truly gone. */
const absenceIsNotDeletion: Check = ({ before, device, plan }) =>
  plan.steps.flatMap((step) => {
    const { link, effect } = step;
    const was = linkOf(before.ledgers[device], link.session);
    const moved = was?.state !== link.state;
    if (effect.kind === 'remove-workout' && !isGone(before, link.session))
      return [`S8 ${step.id}: its session is there`];
    if (effect.kind === 'remove-session' && before.workouts.has(was?.workout ?? ''))
      return [`S8 ${step.id}: its workout is there`];
    if (!moved) return [];
    if (link.state === 'session-deleted' && effect.kind !== 'remove-session' && !isGone(before, link.session)) {
      return [`S8 ${step.id}: closed, but its session is there`];
    }
    const vanished = link.state === 'workout-removed' || (link.state === 'detached' && was?.state === 'active');
    return vanished && before.workouts.has(was?.workout ?? '')
      ? [`S8 ${step.id}: closed, but its workout is there`]
      : [];
  });

/** S10 foreign records are read-only. */
const foreignIsReadOnly: Check = ({ before, after }) =>
  [...before.workouts.values()]
    .filter((entry) => !isOwnExport(entry))
    .filter((entry) => JSON.stringify(after.workouts.get(entry.key)) !== JSON.stringify(entry))
    .map(({ key }) => `S10 the foreign record ${key} was touched`);

const mayMove = (round: Round, was: Link, now: Link): boolean => {
  if (was.state === now.state) return true;
  if (!LINK_MOVES[was.state].includes(now.state)) return false;
  const { before } = round;
  if (was.state === 'workout-removed' && now.state === 'active') return before.history.asked.has(was.session);
  if (was.state === 'session-deleted')
    return before.history.asked.has(was.session) || before.history.forgotten.has(was.session);
  return true;
};

/** S11 tombstones last: links move only along the declared graph; only the user brings a tombstone back. */
const tombstonesLast: Check = (round) =>
  round.before.ledgers[round.device].links.flatMap((was) => {
    const now = linkOf(round.after.ledgers[round.device], was.session);
    if (now === undefined) return [`S11 the link of ${was.session} (${was.state}) vanished`];
    return mayMove(round, was, now)
      ? []
      : [`S11 ${isTombstone(was) ? 'tombstone' : 'link'} ${was.session} moved from ${was.state} to ${now.state}`];
  });

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

/** S13 unfinished stays home: neither exported nor a twin; imports that overlap it wait. */
const unfinishedStaysHome: Check = (round) => {
  const { before, plan } = round;
  const open = [...before.sessions.values()].filter(({ state }) => state === 'open');
  const named = plan.steps.filter(({ link }) => open.some(({ key }) => key === link.session));
  const over = imports(round).filter(({ workout }) => {
    const entry = before.workouts.get(workout);
    return before.sessionView !== 'empty' && entry !== undefined && open.some((session) => overlaps(session, entry));
  });
  return [
    ...named.map((step: Step) => `S13 ${step.id} names an open session`),
    ...over.map(({ workout }) => `S13 ${workout} was imported over an open session`),
  ];
};

/** S14 no false merge: what one link joins is one activity. */
const noFalseMerge: Check = ({ after, device, plan }) =>
  plan.steps.flatMap(({ link, id }) => {
    const identity = identityOf(after, `session ${link.session}`);
    return [link.workout, ...link.copies]
      .filter((key) => after.workouts.has(key) && after.identity.has(`session ${link.session}`))
      .filter((key) => identityOf(after, `workout ${key}`) !== identity)
      .map((key) => `S14 ${id} joins ${identity} with ${identityOf(after, `workout ${key}`)} (${device}, ${key})`);
  });

const CHECKS: Readonly<Record<string, Check>> = {
  S1: noEcho,
  S2: noDoubleExport,
  S3: noDoubleImport,
  S4: noLocalResurrection,
  S5: noStoreResurrection,
  S6: noSilentLoss,
  S7: noClobber,
  S8: absenceIsNotDeletion,
  S10: foreignIsReadOnly,
  S11: tombstonesLast,
  S13: unfinishedStaysHome,
  S14: noFalseMerge,
};

/** What must never happen and did, each sentence with the id of its promise first. */
export const findFaults: Check = (round) => Object.values(CHECKS).flatMap((check) => check(round));
