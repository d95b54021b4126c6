import type { DetailSummary } from '../../domain/detail-summary';
import type { Instant, Interval } from '../../domain/interval';
import type { Answer } from '../../domain/ledger';
import type { Link, LinkKind } from '../../domain/link';
import type { Platform } from '../../domain/platform';
import type { Session } from '../../domain/session';
import type { Settings } from '../../domain/settings';
import type { MirrorEntry } from '../../domain/workout';
import type { Access } from '../../ports/access';
import type { Written } from '../../ports/health-store';
import type { ItemReport, Problem, RunReport } from '../surface/report';
import type { LastTime } from '../surface/status';

/** Whose state this is, and in which form it is written. */
export interface Head {
  readonly format: number;
  readonly account: string;
  readonly device: string;
  readonly platform: Platform;
  readonly connected: boolean;
}

/** How much of the health store the mirror shows, and from where changes are read on. */
export interface Coverage {
  /** What the cursor and the mirror are valid for. */
  readonly scope: string;
  readonly window: Interval;
  readonly complete: boolean;
  readonly cursor?: string;
  /** From when on the platform let anything be read at that time. */
  readonly readFrom?: Instant;
  readonly fullReadAt: Instant;
}

/** A full read that was interrupted: the next run goes on from its page. */
export interface Reading {
  readonly scope: string;
  readonly page: string;
  readonly metForeign: boolean;
  readonly cursor?: string;
  /** From when on its pages could show anything. */
  readonly readFrom?: Instant;
}

/** Who is syncing, and until when nobody else may. */
export interface Lease {
  readonly holder: string;
  readonly until: Instant;
}

/**
 * What a write is about to leave, or has left, in the health store. `removed`: its answer was lost, and a record under its id was removed
 * that nobody had seen.
 */
export interface ExportRecord {
  readonly session: string;
  readonly state: 'pending' | 'confirmed' | 'removed';
  readonly written: Written;
  /** The keys of earlier records: that they were removed says nothing of this one. */
  readonly former?: readonly string[];
}

/**
 * What a disconnect is about to take away of a session: itself, or our records of it, and the highest version of those. What is gone when
 * it is looked at next, has gone by that. `isDone`: it certainly has.
 */
export interface Ending {
  readonly takes: 'session' | 'record';
  readonly version: number;
  readonly isDone?: true;
}

/** An item that failed: what it said then, how often, what was said to it, when to try again. */
export interface Trouble {
  /** A session and a workout may have the same key. Rows of before this was written down lack it. */
  readonly kind?: 'session' | 'workout';
  readonly key: string;
  readonly content?: string;
  readonly attempts: number;
  readonly next: Instant;
  readonly setAside: boolean;
  readonly problem: Problem;
  /** It failed when its samples were counted. */
  readonly of?: 'samples';
}

/** A backfill under way or ended. `until` is its checkpoint: what starts from there on has been seen to. */
export interface Backfill {
  readonly window: Interval;
  readonly settings: Settings;
  readonly until: Instant;
  readonly ended?: 'done' | 'replaced';
}

/** A pair that a home-made sync says belongs together, until both records are seen. */
export interface Seed {
  readonly session: string;
  readonly workout: string;
  readonly kind: LinkKind;
}

/**
 * The name that sync knows a session by whose key the app has changed. `said`: the app has not listed it under this key yet; of
 * several keys the one with the highest was said last. `from`: the key that it had by then, as the app said.
 */
export interface Alias {
  readonly key: string;
  readonly said?: number;
  readonly from?: string;
}

/** What the connection screen shows after a restart. */
export interface Summary {
  readonly lastRun?: Omit<RunReport, 'items'>;
  readonly lastCompleteAt?: Instant;
  readonly lastBackgroundAt?: Instant;
  readonly lastImport?: LastTime;
  readonly lastExport?: LastTime;
  readonly problem?: Problem;
  /** The guard that held the last plan it looked at: removals wait for the user until a run passes it. */
  readonly guard?: string;
  /** What the health store last said that it allows. */
  readonly access?: Access;
  /** Keys of rows that could not be read, ever. */
  readonly damaged?: readonly string[];
  /** Those of them that nothing has written anew: they do not make a run read everything again. */
  readonly lost?: readonly string[];
}

/** One kind of row, and how to tell that a value is one. */
export interface Collection<Value> {
  readonly name: string;
  readonly isValue: (value: Readonly<Record<string, unknown>>) => boolean;
  /** Only there so that a collection knows its values. */
  readonly example?: Value;
}

const collection = <Value>(name: string, ...fields: readonly (keyof Value & string)[]): Collection<Value> => ({
  name,
  isValue: (value) => fields.every((field) => value[field] !== undefined && value[field] !== null),
});

export const HEAD = collection<Head>('head', 'format', 'account', 'device', 'platform');
/** Whose it is, said once more: a head can be damaged. */
export const ACCOUNT = collection<Pick<Head, 'account'>>('account', 'account');
export const SETTINGS = collection<Settings>('settings', 'import', 'export', 'guard');
export const COVERAGE = collection<Coverage>('coverage', 'scope', 'window', 'fullReadAt');
export const READING = collection<Reading>('reading', 'scope', 'page');
export const LEASE = collection<Lease>('lease', 'holder', 'until');
export const SUMMARY = collection<Summary>('summary');
/** Also what cannot be right (JSON has no NaN): the planner says so of it, and it is no damage. */
export const WORKOUTS = collection<MirrorEntry>('workout', 'kind', 'key', 'prints');
export const GONE = collection<{ readonly at: Instant }>('gone', 'at');
export const LINKS = collection<Link>('link', 'kind', 'state', 'session', 'copies', 'base', 'shadow');
export const SEEDS = collection<Seed>('seed', 'session', 'workout', 'kind');
export const EXPORTS = collection<ExportRecord>('export', 'session', 'state', 'written');
export const ANSWERS = collection<Answer>('answer', 'kind');
/** Which other device keeps the records of a session, as the app last showed it. */
export const OWNERS = collection<{ readonly owner: string }>('owner', 'owner');
export const ENDING = collection<Ending>('ending', 'takes', 'version');
/** Removals that the user has confirmed, while they are carried out: a run that is cut short goes on with them unasked. */
export const BEGUN = collection<{ readonly steps: readonly string[] }>('begun', 'steps');
/** The removals that the last run held, and the guard under which it showed them. */
export const HELD = collection<{ readonly guard: string; readonly steps: readonly string[] }>('held', 'guard', 'steps');
/** What could be read beside workouts when their samples were counted. */
export const COUNTED = collection<{ readonly reads: NonNullable<Access['reads']> }>('counted', 'reads');
/** The samples of sessions that are not linked, as they were counted of that revision: what a short run has counted counts for the next one. */
export const SAMPLES = collection<{ readonly revision: string; readonly detail: DetailSummary }>(
  'samples',
  'revision',
  'detail',
);
/** Workouts whose samples the host wants to be counted again, or that the user has said something of: `isKnown`, their samples stand. */
export const AGAIN = collection<{ readonly key: string; readonly isKnown?: true }>('again', 'key');
export const TROUBLES = collection<Trouble>('trouble', 'key', 'attempts', 'problem');
export const SINK = collection<Session>('session', 'kind', 'key');
export const ALIASES = collection<Alias>('alias', 'key');
export const BACKFILLS = collection<Backfill>('backfill', 'window', 'settings', 'until');
export const RUNS = collection<Omit<RunReport, 'items'>>('run', 'id', 'kind', 'startedAt');
export const ITEMS = collection<{ readonly items: readonly ItemReport[] }>('items', 'items');

/** All that sync remembers. */
export const COLLECTIONS: readonly Collection<unknown>[] = [
  HEAD,
  ACCOUNT,
  SETTINGS,
  COVERAGE,
  READING,
  LEASE,
  SUMMARY,
  WORKOUTS,
  GONE,
  LINKS,
  SEEDS,
  EXPORTS,
  ANSWERS,
  OWNERS,
  ENDING,
  BEGUN,
  HELD,
  COUNTED,
  SAMPLES,
  AGAIN,
  TROUBLES,
  SINK,
  ALIASES,
  BACKFILLS,
  RUNS,
  ITEMS,
];

/** The key of the one row of a collection that has only one. */
export const ONLY = '';

/** The form that this version writes. A higher one is refused, and nothing of it is changed. */
export const FORMAT = 1;
