import { switchAccount } from './actions/accounts';
import { acceptImports, complete, edit, eraseAll, handOver, record, refuseImport, remove, unbin } from './actions/app';
import { busyWeek } from './actions/both-sides';
import { backUp, choose, damage, damageRow, loseState, newPhone, restore } from './actions/phones';
import {
  change,
  clearStore,
  deliver,
  hide,
  removeForeign,
  removeOwn,
  rewrite,
  write,
  writeNonsense,
} from './actions/store';
import { type Act, stop, type Target } from './actions/target';
import {
  claim,
  claimLeft,
  confirm,
  connectAll,
  disconnect,
  disconnectRemoving,
  exportByHand,
  judgePair,
  keepWorkout,
  prefer,
  rekey,
  restoreDeleted,
  retry,
} from './actions/wishes';
import { PHONE, shapeOf, WATCH } from './records';
import type { Simulation } from './simulation';

/** All that may happen between two syncs, or in the middle of one. */
const ACTIONS = {
  nothing: () => undefined,
  pause: () => undefined,
  busyWeek,
  record: record('completed'),
  startSession: record('open'),
  complete,
  watchWrites: write(WATCH),
  phoneWrites: write(PHONE),
  editFacts: edit('facts'),
  editDetail: edit('detail'),
  binSession: remove('soft'),
  eraseSession: remove('hard'),
  eraseAll,
  unbin,
  changeFacts: change('facts'),
  changeDetail: change('detail'),
  deliver,
  removeForeign,
  removeOwn,
  clearStore,
  replace: rewrite('replace'),
  reinsert: rewrite('reinsert'),
  importsOff: choose({ import: { enabled: false } }, 'imports-off'),
  importsOn: choose({ import: { enabled: true } }),
  exportsOff: choose({ export: { enabled: false } }, 'exports-off'),
  exportsOn: choose({ export: { enabled: true } }),
  runningOff: choose({ import: { categories: { running: false } } }),
  runningOn: choose({ import: { categories: { running: true } } }),
  removeGone: choose({ onWorkoutGone: 'remove-session' }, 'on-gone'),
  detachGone: choose({ onWorkoutGone: 'detach' }),
  refuseImport,
  acceptImports,
  goOffline: ({ app }) => app.set({ online: false }),
  signOut: ({ app }) => app.set({ signedIn: false }),
  losePage: ({ app }) => app.set({ missingPage: true }),
  showSessions: ({ app }) => app.set({ online: true, signedIn: true, missingPage: false }),
  lock: ({ health }) => health.set({ locked: true }),
  denyRead: hide({ read: 'denied' }),
  denyWrite: ({ health }) => health.set({ write: 'denied' }),
  goToBackground: hide({ inBackground: true, background: 'denied' }),
  limitRate: ({ health }, { variant }) => health.set({ retryAfterSeconds: variant % 2 === 0 ? 1 : 600 }),
  limitHistory: hide({ readableSince: shapeOf({ slot: 1, variant: 'run' }, 0).start }),
  failParts: ({ health }) => health.set({ failing: ['series'] }),
  showStore: ({ health, answering }) => {
    Object.assign(answering, { seconds: 0, allowance: Number.POSITIVE_INFINITY });
    health.set({
      locked: false,
      read: 'granted',
      write: 'granted',
      samples: 'granted',
      inBackground: false,
      retryAfterSeconds: undefined,
      readableSince: undefined,
      failing: [],
    });
  },
  expire: ({ health }) => health.expireCursors(),
  purge: ({ health, history, setting }) => {
    if (setting.profile === 'health-connect') return;
    health.purgeDeletions();
    history.events.add('hidden');
  },
  aMonthPasses: ({ clock }) => clock.move(31 * 86_400_000),
  clockBack: ({ clock, history }) => {
    clock.move(-3_600_000);
    // What ends in the future waits until then.
    history.events.add('hidden');
  },
  restart: (simulation) => stop(simulation),
  newMapping: (simulation) => {
    simulation.mappingVersion += 1;
    stop(simulation);
  },
  exportByHand,
  restoreDeleted,
  claim,
  prefer,
  keepWorkout,
  disconnect,
  connectAll,
  loseState,
  backUp,
  restore,
  damage,
  switchAccount,
  newPhone,
  claimLeft,
  disconnectRemoving,
  confirm,
  handOver,
  retry,
  judgePair,
  rekey,
  damageRow,
  writeNonsense,
  denySamples: ({ health }) => health.set({ samples: 'denied' }),
  slowDown: ({ answering }, { variant }) => Object.assign(answering, { seconds: 1 + 2 * variant }),
  limitCalls: ({ answering }, { variant }) => Object.assign(answering, { allowance: 4 + 4 * variant }),
} as const satisfies Readonly<Record<string, Act>>;

export type ActionName = keyof typeof ACTIONS;

export const ACTION_NAMES = Object.keys(ACTIONS) as readonly ActionName[];

const UNCOUNTED: ReadonlySet<ActionName> = new Set(['pause', 'expire']);

/** Something happens. */
export const act = (simulation: Simulation, name: ActionName, target: Target): void => {
  // What is compared with another world takes place at the same ticks.
  if (!UNCOUNTED.has(name)) simulation.history.tick += 1;
  const doIt: Act = ACTIONS[name];
  doIt(simulation, target);
};
