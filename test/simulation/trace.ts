import type { Platform } from '../../src/domain/platform';
import type { Paging } from '../../src/testing/health-store/range-reader';
import type { ActionName } from './actions';
import type { RULES } from './rules';

/** The calls that an accident can be about: all of them, or those of one method. */
export const CALLS = [
  'any',
  'state.read',
  'state.transact',
  'sessions.read',
  'sessions.readDetail',
  'sessions.apply',
  'store.access',
  'store.readWorkouts',
  'changes.begin',
  'changes.read',
  'detail.summarise',
  'detail.read',
  'writing.save',
  'writing.remove',
] as const;

/** What goes wrong in a sync, at its n-th call of that name; nothing, where it makes fewer. */
export interface Accident {
  readonly kind:
    | 'throw-before'
    | 'throw-after'
    | 'crash-before'
    | 'crash-after'
    | 'abort'
    | 'rival'
    | 'conflict'
    | 'user-before'
    | 'user-after';
  readonly call: (typeof CALLS)[number];
  readonly at: number;
  /** What the user does in the middle of the call. */
  readonly action?: ActionName;
}

/** One thing that happens, and who syncs afterwards. Targets are counted modulo what is there. */
export interface TraceStep {
  readonly action: ActionName;
  readonly index: number;
  readonly variant: number;
  /** `background`: a second process of the first phone. `processes`: both at once. */
  readonly sync: 'no' | 'first' | 'second' | 'both' | 'background' | 'processes';
  /** Which process of the first phone its user speaks to, where it is not the first. */
  readonly by?: 'background';
  /** What is run, where it is not what changed in front. `look`: a preview and an explanation go before. */
  readonly request?: 'backfill' | 'background' | 'completed' | 'look';
  /** How many steps a run may carry out. */
  readonly budget?: number;
  /** Whether a run that has used up its budget, or was killed, is followed by another. */
  readonly again?: 'until-done';
  readonly accident?: Accident;
}

/** How the world is made. */
export interface Setting {
  readonly profile: Platform;
  readonly devices: 1 | 2;
  readonly pageSize?: number;
  readonly paging?: Exclude<Paging, 'clean'>;
  /** `full`: the store has no feed of changes. */
  readonly feed?: 'full';
  readonly equalVersions?: 'ignored' | 'replaced';
  /** Whether the app gives titles to what comes in. */
  readonly titles?: 'given';
  /** Whether keys of deleted sessions are told. */
  readonly gone?: 'forgotten';
  /** `seconds`: the store keeps no more of what is written. */
  readonly precision?: 'seconds';
  /** `sink`: the app takes sessions and cannot list them. */
  readonly sessions?: 'sink';
  /** Without a record on each side that sync did not make, no list proves what it lacks. */
  readonly witness?: 'none';
  /** The settings of the app, where they are not the usual ones: what needs samples, or holds back what may be a copy. */
  readonly rules?: keyof typeof RULES;
  /** `needed`: nothing is read anew only because a day has passed, which would mend much of what a bug breaks. */
  readonly fullReads?: 'needed';
}

/** What happens, as plain data: it can be printed, kept and replayed. */
export interface Trace extends Setting {
  readonly steps: readonly TraceStep[];
}
