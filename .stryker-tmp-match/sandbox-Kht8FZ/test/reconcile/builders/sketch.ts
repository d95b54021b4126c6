// @ts-nocheck
import type { Interval } from '../../../src/domain/interval';
import type { Link } from '../../../src/domain/link';
import type { Session } from '../../../src/domain/session';
import type { MirrorEntry } from '../../../src/domain/workout';
import type { World } from '../../../src/reconcile/world';
import { at } from './records';

const minute = (instant: number): number => Math.round((instant - at(0)) / 60_000);

const span = ({ start, end }: Interval): string => `${minute(start)}-${minute(end)}`;

const sessionLine = (session: Session): string =>
  [
    session.key,
    session.activity,
    span(session),
    session.state,
    session.revision,
    session.owner === undefined ? '' : `owner ${session.owner}`,
    session.origin === undefined ? '' : `from ${session.origin.workout}`,
  ].join(' ');

const workoutLine = (entry: MirrorEntry): string =>
  [
    entry.key,
    entry.activity,
    span(entry),
    entry.source?.app,
    entry.external === undefined ? '' : `${entry.external.id.slice(0, 8)} v${entry.external.version}`,
  ].join(' ');

const linkLine = (link: Link): string =>
  [
    link.kind,
    link.state,
    link.session,
    link.workout,
    `copies ${link.copies}`,
    link.base.revision,
    span(link.shadow),
  ].join(' ');

/** A small world in a few lines, for a person who reads a counterexample. */
export const sketch = ({ sessions, mirror, ledger, scope, settings }: World): string =>
  [
    `sessions ${sessions.complete} ${sessions.absence} gone ${sessions.gone} window ${span(sessions.window)}`,
    ...sessions.items.map((session) => `  ${sessionLine(session)}`),
    `mirror ${mirror.complete} ${mirror.absence} ${scope.readAccess} gone ${mirror.gone} window ${span(mirror.window)}`,
    ...mirror.items.map((entry) => `  ${workoutLine(entry)}`),
    'links',
    ...ledger.links.map((link) => `  ${linkLine(link)}`),
    `answers ${JSON.stringify(ledger.answers)} quarantined ${ledger.quarantined}`,
    `settings ${JSON.stringify(settings)}`,
  ].join('\n');
