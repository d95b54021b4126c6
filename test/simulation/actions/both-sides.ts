import { WATCH, WITNESS, witnessShape } from '../records';
import { record } from './app';
import { write } from './store';
import { type Act, foreign, named } from './target';

const SLOTS = [0, 1, 2, 3];

/** Something in every slot: a run of the watch, and strength training in the app. */
export const busyWeek: Act = (simulation) => {
  // Three recordings of everything find nothing that two do not, and cost most of the time.
  if (foreign(simulation).length >= 2 * SLOTS.length) return;
  for (const index of SLOTS) {
    simulation.history.tick += 1;
    write(WATCH)(simulation, { index, variant: 0 });
    record('completed')(simulation, { index, variant: 3 });
  }
};

/** A session that stays as it is. */
export const placeWitness: Act = (simulation) => {
  const { app, history } = simulation;
  app.record({ key: WITNESS, ...witnessShape, state: 'completed', owner: 'device-1' });
  history.sessions.add(WITNESS);
  history.recorded.add(WITNESS);
  named(simulation, `session ${WITNESS}`, WITNESS);
};

/** A record on each side that stays as it is. */
export const placeWitnesses: Act = (simulation, target) => {
  const { health, history } = simulation;
  placeWitness(simulation, target);
  const key = health.write({ ...witnessShape, source: { app: WATCH } });
  named(simulation, `workout ${key}`, WITNESS);
  history.foreign.add(WITNESS);
};
