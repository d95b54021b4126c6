import type { Instant, Interval } from '../domain/interval';
import type { Answer, Ledger } from '../domain/ledger';
import { isTombstone, type Link } from '../domain/link';
import { findMalformedField } from '../domain/malformed';
import type { Session } from '../domain/session';
import type { MirrorEntry } from '../domain/workout';
import { certaintyOf, isForeign, originIn, type Presence } from './gather/certainty';
import {
  type Held,
  holdLink,
  holdSession,
  holdWorkout,
  intervalOf,
  type Name,
  neighbourhoodsOf,
  type Ties,
} from './locate/neighbourhood';
import type { PlanOptions } from './options';
import type { Plan } from './plan';
import { planOfNothing, planPart, type Whole } from './plan-part';
import type { World } from './world';
import { guardOf } from './write/guard';
import { settingsPrint } from './write/settings-print';

/** What changed on either side, or in the ledger, since the planner last looked. Records are put whole. */
export interface WorldChange {
  readonly sessions?: readonly Session[];
  readonly workouts?: readonly MirrorEntry[];
  readonly links?: readonly Link[];
  /** Keys of sessions that were explicitly deleted. */
  readonly goneSessions?: readonly string[];
  /** Keys of workouts that were explicitly removed. */
  readonly goneWorkouts?: readonly string[];
  /** All answers, where one was used up or given. A new `same` or `different` needs a planner of its own. */
  readonly answers?: readonly Answer[];
  /** All that is set aside, where something was added or taken back. */
  readonly quarantined?: Ledger['quarantined'];
  /** All that waits for a partner, where one was added or taken back. */
  readonly awaiting?: Ledger['awaiting'];
  readonly now?: Instant;
}

/** Plans the same world many times, a part at a time. */
export interface Planner {
  /**
   * The plan of what starts in a window.
   *
   * **Laws** windows that tile all time give, together, the plan of the whole world.
   */
  readonly planWindow: (window: Interval) => Plan;
  /** Takes in what has not changed, only was not here yet: for a large world that is fed in small slices. */
  readonly load: (part: WorldChange) => void;
  /** Takes a change in, and plans nothing yet. */
  readonly take: (change: WorldChange) => void;
  /** Plans what the changes taken in since the last call can have touched, and nothing else. */
  readonly planTaken: () => Plan;
  /**
   * Takes a change in and plans what it can have touched, and nothing else: `take`, then `planTaken`.
   *
   * **Laws** its steps are those that the plan of the whole world has for these records.
   * **Cost** proportional to the change and its neighbourhood, not to the history.
   */
  readonly change: (change: WorldChange) => Plan;
  /** What proves that a side was read. Where it changes, absence means something else in the whole world: all is to be planned anew. */
  readonly presence: () => Presence;
}

const tiesOf = ({ ledger }: World): Ties => {
  const ties = new Map<string, string[]>();
  const tie = (from: string, to: string): void => {
    const known = ties.get(from);
    if (known) known.push(to);
    else ties.set(from, [to]);
  };
  for (const answer of ledger.answers) {
    if (answer.kind !== 'same') continue;
    tie(answer.a, answer.b);
    tie(answer.b, answer.a);
  }
  return ties;
};

const idOf = ({ kind, key }: Name): string => `${kind} ${key}`;

/** A world that can be planned in parts: the whole of it stays indexed between plans. */
export const openPlanner = (world: World, options: PlanOptions = {}): Planner => {
  const { scope } = world;
  const index = neighbourhoodsOf(scope, tiesOf(world));
  // Records that no index can hold: malformed ones, by kind and key, and those whose key another one has.
  const malformed = new Map<string, Held>();
  const doubles: Held[] = [];
  // Whoever is in here proves that its side was read. One is enough, so nothing is counted.
  const recorded = new Set<string>();
  const foreign = new Set<string>();
  const isImported = (session: string): boolean => {
    const row = index.get({ kind: 'link', key: session });
    return row?.kind === 'link' && row.item.kind === 'imported';
  };
  const presence = (): Presence => {
    let isRecorded = false;
    for (const key of recorded) {
      isRecorded = !isImported(key);
      if (isRecorded) break;
    }
    return { recorded: isRecorded, foreign: foreign.size > 0 };
  };
  const goneSessions = new Set(world.sessions.gone);
  const goneWorkouts = new Set(world.mirror.gone);
  const open = new Set<string>();
  let touched: Name[] = [];
  let spoilt: Held[] = [];
  let linked = 0;
  let { answers, quarantined, awaiting } = world.ledger;
  let now = world.now;
  const settings = settingsPrint(world.settings);

  const enter = (keys: Set<string>, key: string, by: 1 | -1): void => {
    if (by === 1) keys.add(key);
    else keys.delete(key);
  };

  const count = (held: Held, by: 1 | -1): void => {
    if (held.kind === 'link') {
      if (!isTombstone(held.item)) linked += by;
    } else if (held.kind === 'session') {
      if (originIn(scope, held.item) === undefined) enter(recorded, held.key, by);
      if (held.item.state === 'open') enter(open, held.key, by);
    } else if (isForeign(scope, held.item)) {
      enter(foreign, held.key, by);
    }
  };
  const isMalformed = (held: Held): boolean => held.kind !== 'link' && findMalformedField(held.item) !== undefined;
  const enterAll = (all: readonly Held[]): void => {
    for (const held of all) {
      count(held, 1);
      if (isMalformed(held)) malformed.set(idOf(held), held);
      else if (index.get(held)) doubles.push(held);
      else index.put(held);
    }
  };
  enterAll(world.sessions.items.map(holdSession));
  enterAll(world.mirror.items.map(holdWorkout));
  enterAll(world.ledger.links.map(holdLink));

  const planOf = (parts: readonly Held[], window?: Interval): Plan => {
    const base = { revision: world.ledger.revision, settings };
    if (parts.length === 0) return planOfNothing(base, guardOf([], linked, world.settings.guard, answers));
    const part: World = {
      ...world,
      now,
      sessions: {
        ...world.sessions,
        items: parts.flatMap((held) => (held.kind === 'session' ? [held.item] : [])),
        gone: [...goneSessions],
      },
      mirror: {
        ...world.mirror,
        items: parts.flatMap((held) => (held.kind === 'workout' ? [held.item] : [])),
        gone: [...goneWorkouts],
      },
      ledger: {
        ...world.ledger,
        answers,
        quarantined,
        ...(awaiting && { awaiting }),
        links: parts.flatMap((held) => (held.kind === 'link' ? [held.item] : [])),
      },
    };
    const whole: Whole = { certainty: certaintyOf(world, presence()), linked, settings, ...(window && { window }) };
    return planPart(part, options, whole);
  };

  const startOf = (held: Held): Instant => {
    const { start } = intervalOf(held);
    return Number.isFinite(start) ? start : 0;
  };

  const openNames = (): Name[] => [...open].map((key) => ({ kind: 'session', key }));

  const replace = (name: Name, held?: Held): void => {
    const before = index.get(name);
    if (before) count(before, -1);
    index.remove(name);
    malformed.delete(idOf(name));
    if (held === undefined) return;
    count(held, 1);
    index.put(held);
  };

  const change = (name: Name, held?: Held): void => {
    const isNews = held === undefined || index.get(name)?.item !== held.item;
    // Whom it has to do with now, and, found when all is planned, whom it has to do with then.
    if (isNews) touched.push(...index.around([name]));
    touched.push(name);
    if (held === undefined) touched.push({ kind: 'link', key: name.key });
    if (isNews) replace(name, held);
  };

  const takeIn = (news: WorldChange, put: typeof change): void => {
    now = news.now ?? now;
    answers = news.answers ?? answers;
    quarantined = news.quarantined ?? quarantined;
    awaiting = news.awaiting ?? awaiting;
    for (const key of news.goneSessions ?? []) {
      goneSessions.add(key);
      put({ kind: 'session', key });
    }
    for (const key of news.goneWorkouts ?? []) {
      goneWorkouts.add(key);
      put({ kind: 'workout', key });
    }
    const { sessions = [], workouts = [], links = [] } = news;
    for (const held of [...sessions.map(holdSession), ...workouts.map(holdWorkout), ...links.map(holdLink)]) {
      if (!isMalformed(held)) put(held, held);
      else {
        // What it said before counts no more.
        put({ kind: held.kind, key: held.key });
        spoilt.push(held);
      }
    }
  };

  const take = (news: WorldChange): void => takeIn(news, change);

  const planTaken = (): Plan => {
    const fresh = [...touched, ...openNames()];
    const bad = spoilt;
    touched = [];
    spoilt = [];
    for (const held of bad) malformed.set(idOf(held), held);
    return planOf([...bad, ...index.around(fresh)]);
  };

  return {
    planWindow: (window) => {
      for (const held of spoilt) malformed.set(idOf(held), held);
      spoilt = [];
      const within = [...doubles, ...malformed.values()].filter(
        (held) => startOf(held) >= window.start && startOf(held) < window.end,
      );
      return planOf([...within, ...index.around([...index.startingIn(window), ...openNames()])], window);
    },
    presence,
    load: (part) => takeIn(part, replace),
    take,
    planTaken,
    change: (news) => {
      take(news);
      return planTaken();
    },
  };
};
