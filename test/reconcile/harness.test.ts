import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printOf } from '../../src/domain/prints';
import type { World } from '../../src/reconcile/world';
import { traceOf } from '../generators/trace';
import { externalId, OWN_APP, PHONE, session, workout } from './builders/records';
import { EVERYTHING, link } from './builders/world';
import { runs, seedOf } from './runs';
import type { Bug } from './simulation/sync';
import { runTrace } from './simulation/trace';

const hideLinks =
  (hidden: (link: World['ledger']['links'][number]) => boolean): Bug =>
  (seen) => ({ ...seen, ledger: { ...seen.ledger, links: seen.ledger.links.filter((one) => !hidden(one)) } });

const hideSessions =
  (hidden: (session: World['sessions']['items'][number]) => boolean): Bug =>
  (seen) => ({
    ...seen,
    sessions: { ...seen.sessions, items: seen.sessions.items.filter((one) => !hidden(one)), gone: [] },
  });

const hideWorkouts =
  (hidden: (entry: World['mirror']['items'][number]) => boolean): Bug =>
  (seen) => ({ ...seen, mirror: { ...seen.mirror, items: seen.mirror.items.filter((one) => !hidden(one)), gone: [] } });

const isOwn = ({ source }: World['mirror']['items'][number]): boolean => source?.app === OWN_APP;

/** Every edit looks as if both sides had agreed on it. */
const forgetEdits: Bug = (seen) => {
  const of = new Map(seen.sessions.items.map((one) => [one.key, one]));
  const links = seen.ledger.links.map((row) => {
    const now = of.get(row.session);
    return now === undefined ? row : { ...row, base: { ...row.base, session: printOf(now), revision: now.revision } };
  });
  return { ...seen, ledger: { ...seen.ledger, links } };
};

const proof = { s: session({ key: 's99', from: -900, to: -840 }), w: workout({ key: 'w99', from: -900, to: -840 }) };

/** Whatever was not read is taken for deleted. */
const takeAbsenceForDeletion: Bug = (seen) => {
  const sure = { window: EVERYTHING, complete: true, absence: 'deleted' } as const;
  return {
    ...seen,
    sessions: { ...seen.sessions, ...sure, items: [...seen.sessions.items, proof.s] },
    mirror: { ...seen.mirror, ...sure, items: [...seen.mirror.items, proof.w] },
    ledger: { ...seen.ledger, links: [...seen.ledger.links, link('matched', proof.s, proof.w)] },
    scope: { ...seen.scope, readAccess: 'granted' },
  };
};

const mapWorkouts =
  (change: (entry: World['mirror']['items'][number]) => World['mirror']['items'][number]): Bug =>
  (seen) => ({ ...seen, mirror: { ...seen.mirror, items: seen.mirror.items.map(change) } });

const withoutMark = (seen: World['mirror']['items'][number]): World['mirror']['items'][number] => {
  const { external: _mark, ...entry } = seen;
  return isOwn(seen) ? { ...entry, source: { app: PHONE } } : seen;
};

/** What was written is not known any more, and looks as if another app had recorded it. */
const forgetOwn: Bug = (seen) => {
  const written = new Set(seen.mirror.items.map(({ external }) => external?.id));
  const isWritten = (key: string): boolean => written.has(externalId(key));
  const alone = hideSessions(({ key }) => isWritten(key))(hideLinks((row) => isWritten(row.session))(seen));
  return mapWorkouts(withoutMark)(alone);
};

/** Bugs that a planner could have, each with the promise that it breaks. */
const BUGS: Readonly<Record<string, readonly [promise: string, bug: Bug]>> = {
  'own records are not told from those of another app': ['S1', forgetOwn],
  'own records are not looked for before writing': [
    'S2',
    (seen) => hideLinks(({ kind }) => kind === 'exported')(hideWorkouts(isOwn)(seen)),
  ],
  'sessions are not looked at before importing': [
    'S3',
    (seen) => hideLinks(() => true)(hideSessions(() => true)(seen)),
  ],
  'tombstones of deleted sessions are dropped': [
    'S4',
    (seen) =>
      hideLinks(({ state }) => state === 'session-deleted')(hideSessions(({ state }) => state === 'deleted')(seen)),
  ],
  'tombstones of removed records are dropped': ['S5', hideLinks(({ state }) => state === 'workout-removed')],
  'an edited import counts as unedited when its workout is gone': ['S6', forgetEdits],
  'an edit is not noticed': ['S7', forgetEdits],
  'absence is taken for deletion': ['S8', takeAbsenceForDeletion],
  'a link is forgotten': ['S11', hideLinks(({ kind }) => kind === 'matched')],
  'own records of deleted sessions are not looked for': ['S12', hideWorkouts(isOwn)],
  'a session in progress counts as completed': [
    'S13',
    (seen) => ({
      ...seen,
      sessions: {
        ...seen.sessions,
        items: seen.sessions.items.map((one) => ({ ...one, state: one.state === 'open' ? 'completed' : one.state })),
      },
    }),
  ],
  'kinds of activity are not compared': ['S14', mapWorkouts((entry) => ({ ...entry, activity: 'strength-training' }))],
};

describe('the harness finds what it is there for', () => {
  test.each(Object.entries(BUGS))('%s', (name, [promise, bug]) => {
    const traces = fc.sample(traceOf(['device-1']), { numRuns: runs(3000), seed: seedOf(name) });
    const found = traces.some((trace) =>
      runTrace(trace, ['device-1'], bug).faults.some((fault) => fault.startsWith(`${promise} `)),
    );
    expect(found).toBe(true);
  });
});
