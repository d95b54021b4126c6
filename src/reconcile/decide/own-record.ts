import { externalIdOf } from '../../domain/external-id';
import { overrules } from '../../domain/ledger';
import type { Link } from '../../domain/link';
import { printOf } from '../../domain/prints';
import type { StepCode } from '../../domain/reason';
import { isOwnedElsewhere, type Session } from '../../domain/session';
import type { MirrorEntry } from '../../domain/workout';
import { judgeExport } from '../../policy/judge-export';
import type { Verdict } from '../../policy/verdict';
import { before, copyKeys, memberCount, membersOf, type Row, standIns, type WithSession } from '../gather/row';
import type { Expectation } from '../plan';
import { refuse, wait } from '../write/draft';
import { sessionAt, take } from '../write/step';
import type { View } from './view';

/** Whether the user has moved a session to this device, and no other has taken it over since. */
const isClaimed = ({ answers }: View, session: Session): boolean => {
  const claim = answers.claims.get(session.key);
  return claim !== undefined && overrules(claim, session);
};

/** Whether this device writes the records of a session: nobody owns it, or this device does, or the user said so. */
const ownsSession = (view: View, session: Session): boolean =>
  !isOwnedElsewhere(session, view.world.scope) || isClaimed(view, session);

/** Where a session's record stands before it is written. */
interface Target {
  readonly kind: 'export' | 'update-workout';
  readonly version: number;
  readonly members: readonly (Session | MirrorEntry)[];
  readonly before: Link | undefined;
  readonly workout: string;
  readonly copies: readonly string[];
}

/** Writes a session as it is now: the base is what is sent, never what is found later. */
const write = (view: View, session: Session, target: Target, code: StepCode): void => {
  const { kind, version, members, workout, copies } = target;
  const prints = printOf(session);
  const external = { id: externalIdOf(view.world.scope, session.key), version };
  const absent: Expectation[] = kind === 'export' ? [{ kind: 'external-absent', external: external.id }] : [];
  take(view, members, {
    effect: { kind, session: session.key, external },
    link: {
      kind: 'exported',
      state: 'active',
      session: session.key,
      workout,
      copies,
      base: { session: prints, workout: prints, revision: session.revision, version },
      shadow: { start: session.start, end: session.end, activity: session.activity },
    },
    before: target.before,
    expect: [sessionAt(session), ...absent],
    code,
  });
};

/** The record of a link that is written once more, above every version that was ever seen. */
const recordOf = (row: Row, kind: Target['kind']): Target => {
  const workout = row.link.kind === 'exported' ? (row.workout?.key ?? row.link.workout) : '';
  const versions = [row.workout, ...standIns(row)].map((record) => record?.external?.version ?? 0);
  return {
    kind,
    version: Math.max(row.link.base.version, ...versions) + 1,
    members: membersOf(row),
    before: before(row),
    workout,
    copies: copyKeys(row, workout),
  };
};

/** Writes the session over its own record, if this device owns it. */
export const updateOwnRecord = (view: View, row: WithSession, code: StepCode): void => {
  const { session } = row;
  if (ownsSession(view, session)) write(view, session, recordOf(row, 'update-workout'), code);
  else wait(view.draft, membersOf(row), { code: 'owned-elsewhere' });
};

/** Writes a session that never had a record; other apps' records of it, if there are any, become copies. */
export const exportNew = (view: View, session: Session, beside: readonly MirrorEntry[] = []): void => {
  const target: Target = {
    kind: 'export',
    version: 1,
    members: [session, ...beside],
    before: undefined,
    workout: '',
    copies: beside.map((copy) => copy.key).sort(),
  };
  write(view, session, target, beside.length > 0 ? 'user-asked' : 'new-session');
};

/** Whether a session may go out now; what the user asked for and claimed counts. */
export const judgeSession = (view: View, session: Session): Verdict => {
  const { scope, settings } = view.world;
  const byHand = view.answers.exported.has(session.key) || view.answers.restored.has(session.key);
  const owned = isClaimed(view, session) ? { ...session, owner: scope.device } : session;
  return judgeExport(owned, scope.platform, settings, byHand ? { ...view.exportContext, byHand } : view.exportContext);
};

/** Writes a session that once had a record and has none now, if it may go out. */
export const exportAgain = (view: View, row: WithSession, code: StepCode): void => {
  const { session } = row;
  const verdict = judgeSession(view, session);
  if (verdict.kind === 'eligible') {
    write(view, session, recordOf(row, 'export'), code);
    return;
  }
  refuse(view.draft, session, verdict);
  view.draft.settled += memberCount(row) - 1;
};
