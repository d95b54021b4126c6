import { externalIdOf } from '../../domain/external-id';
import type { Link } from '../../domain/link';
import { printOf } from '../../domain/prints';
import type { StepCode } from '../../domain/reason';
import type { Session } from '../../domain/session';
import { judgeExport } from '../../policy/judge-export';
import type { Verdict } from '../../policy/verdict';
import type { Row } from '../gather/row';
import { before, copyKeys, membersOf, standIns } from '../gather/row';
import { refuse, wait } from '../write/draft';
import { sessionAt, take } from '../write/step';
import type { View } from './view';

/** Whether this device writes the records of a session: nobody owns it, or this device does, or the user said so. */
export const ownsSession = (view: View, session: Session): boolean =>
  session.owner === undefined || session.owner === view.world.scope.device || view.answers.claimed.has(session.key);

/** The highest version of the session's record that was ever seen. */
const highestVersion = (row: Row): number =>
  Math.max(row.link.base.version, ...[row.workout, ...standIns(row)].map((workout) => workout?.external?.version ?? 0));

/** The row of a session that is written as it is now: the base is what is sent, never what is found later. */
const written = (row: Row, session: Session, version: number): Link => {
  const prints = printOf(session);
  const workout = row.link.kind === 'exported' ? row.link.workout : '';
  return {
    ...row.link,
    kind: 'exported',
    state: 'active',
    workout: row.workout?.key ?? workout,
    copies: copyKeys(row, row.workout?.key ?? workout),
    base: { session: prints, workout: prints, revision: session.revision, version },
    shadow: { start: session.start, end: session.end, activity: session.activity },
  };
};

/** Writes the session over its own record, if this device owns it. */
export const updateOwnRecord = (view: View, row: Row, code: StepCode): void => {
  const { session } = row;
  if (session === undefined) return;
  if (!ownsSession(view, session)) {
    wait(view.draft, membersOf(row), { code: 'owned-elsewhere' });
    return;
  }
  const external = { id: externalIdOf(view.world.scope, session.key), version: highestVersion(row) + 1 };
  take(view, membersOf(row), {
    effect: { kind: 'update-workout', session: session.key, external },
    link: written(row, session, external.version),
    before: before(row),
    expect: [sessionAt(session)],
    code,
  });
};

/** Whether a session may go out now; what the user asked for and claimed counts. */
export const judgeSession = (view: View, session: Session): Verdict => {
  const { scope, settings } = view.world;
  const byHand = view.answers.exported.has(session.key) || view.answers.restored.has(session.key);
  const owned = view.answers.claimed.has(session.key) ? { ...session, owner: scope.device } : session;
  return judgeExport(owned, scope.platform, settings, byHand ? { ...view.exportContext, byHand } : view.exportContext);
};

/** Writes a session that once had a record and has none now, if it may go out. */
export const exportAgain = (view: View, row: Row, code: StepCode): void => {
  const { session } = row;
  if (session === undefined) return;
  const verdict = judgeSession(view, session);
  if (verdict.kind === 'refused') {
    refuse(view.draft, session, verdict);
    view.draft.settled += membersOf(row).length - 1;
    return;
  }
  const external = { id: externalIdOf(view.world.scope, session.key), version: highestVersion(row) + 1 };
  take(view, membersOf(row), {
    effect: { kind: 'export', session: session.key, external },
    link: written(row, session, external.version),
    before: before(row),
    expect: [sessionAt(session), { kind: 'external-absent', external: external.id }],
    code,
  });
};
