import { describe, expect, test } from 'vitest';
import { PHONE, WATCH } from './builders/records';
import {
  type Action,
  changeWorkout,
  deleteSession,
  editSession,
  recordSession,
  removeForeign,
  removeOwn,
  replaceForeign,
  undeleteSession,
  writeWorkout,
} from './simulation/actions';
import { ask, choose, look, loseLedger } from './simulation/choices';
import { sync } from './simulation/sync';
import { settle } from './simulation/trace';
import { emptyTruth, type Truth } from './simulation/truth';

const whole = { slot: 0, variant: 'whole' } as const;
const later = { slot: 0, variant: 'later' } as const;

/** All that may happen between two syncs. A record that proves a list stands in the other slot from the start. */
const ALPHABET: Readonly<Record<string, Action>> = {
  'record a session': recordSession(whole),
  'watch writes it': writeWorkout({ ...whole, noise: 1 }, WATCH),
  'phone writes it': writeWorkout({ ...whole, noise: 2 }, PHONE),
  'watch writes a possible twin': writeWorkout(later, WATCH),
  'edit the session': editSession(1, 'facts'),
  'watch changes its workout': changeWorkout(1, 'facts'),
  'delete softly': deleteSession(1, 'soft'),
  'delete for good': deleteSession(1, 'hard'),
  undelete: undeleteSession(0),
  'remove the workout': removeForeign(1),
  'replace the workout': replaceForeign(1),
  'remove our record': removeOwn(0),
  'lose the ledger': loseLedger(),
  'hide the sessions': look({ sessionView: 'offline' }),
  'hide the store': look({ storeView: 'denied' }),
  'show everything': look({ sessionView: 'all', storeView: 'all' }),
  'imports off': choose({ import: { enabled: false } }),
  'exports off': choose({ export: { enabled: false } }),
  'ask to export': ask(1, 'export'),
};

const witness: Truth = sync(
  [recordSession({ slot: 1, variant: 'whole' }), writeWorkout({ slot: 1, variant: 'whole' }, WATCH)].reduce(
    (truth: Truth, act) => act(truth),
    emptyTruth(),
  ),
);

const DEPTH = Number(process.env.WORKOUT_SYNC_DEPTH ?? 3);

describe('every short trace', () => {
  test(`S1 to S8, S10 to S14, P2, P3 and P9 hold in every trace of length ${DEPTH} over ${Object.keys(ALPHABET).length} actions`, () => {
    const found = new Map<string, string>();
    let traces = 0;
    const walk = (truth: Truth, path: readonly string[]): void => {
      const end = truth.faults.length > 0 ? truth : settle(truth);
      traces += 1;
      if (end.faults.length > 0) {
        const fault = end.faults[0] ?? '';
        const kind = fault.replace(/\d+/g, '#');
        if (!found.has(kind)) found.set(kind, `${path.join(' > ')}: ${end.faults.join('; ')}`);
        return;
      }
      if (path.length === DEPTH) return;
      for (const [name, act] of Object.entries(ALPHABET)) {
        const next = act(truth);
        if (next !== truth) walk(sync(next), [...path, name]);
      }
    };
    walk(witness, []);
    console.info(`${traces} traces`);
    expect([...found.values()]).toEqual([]);
  });
});
