import type { Instant, Interval } from '../domain/interval';
import type { Answer } from '../domain/ledger';
import { isTombstone, type Link } from '../domain/link';
import { findMalformedField } from '../domain/malformed';
import type { Session } from '../domain/session';
import type { MirrorEntry } from '../domain/workout';
import { certaintyOf, isForeign, originIn, type Presence } from './gather/certainty';
import { type Held, nameOf, neighbourhoodsOf, type Ties } from './locate/neighbourhood';
import type { PlanOptions } from './options';
import type { Plan } from './plan';
import { planPart, type Whole } from './plan-part';
import type { World } from './world';

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
  /** All keys that are set aside, where one was added or taken back. */
  readonly quarantined?: readonly string[];
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

/** Records that no index can hold: malformed ones, and those whose key another one has. */
const isOdd = (held: Held, seen: Set<string>): boolean => {
  if (held.kind !== 'link' && findMalformedField(held.item) !== undefined) return true;
  const name = nameOf(held);
  if (seen.has(name)) return true;
  seen.add(name);
  return false;
};

const heldIn = ({ sessions, mirror, ledger }: World): Held[] => [
  ...sessions.items.map((item): Held => ({ kind: 'session', item })),
  ...mirror.items.map((item): Held => ({ kind: 'workout', item })),
  ...ledger.links.map((item): Held => ({ kind: 'link', item })),
];

/** A world that can be planned in parts: the whole of it stays indexed between plans. */
export const openPlanner = (world: World, options: PlanOptions = {}): Planner => {
  const { scope } = world;
  const seen = new Set<string>();
  const all = heldIn(world);
  const odd = all.filter((held) => isOdd(held, seen));
  const oddOnes = new Set(odd);
  const index = neighbourhoodsOf(
    scope,
    all.filter((held) => !oddOnes.has(held)),
    tiesOf(world),
  );
  // Whoever is in here proves that its side was read. One is enough, so nothing is counted.
  const recorded = new Set<string>();
  const foreign = new Set<string>();
  const isImported = (name: string): boolean => {
    const row = index.get(name.replace('session', 'link'));
    return row?.kind === 'link' && row.item.kind === 'imported';
  };
  const presence = (): Presence => {
    let isRecorded = false;
    for (const name of recorded) {
      isRecorded = !isImported(name);
      if (isRecorded) break;
    }
    return { recorded: isRecorded, foreign: foreign.size > 0 };
  };
  const goneSessions = new Set(world.sessions.gone);
  const goneWorkouts = new Set(world.mirror.gone);
  const open = new Set<string>();
  const touched = new Set<string>();
  let spoilt: Held[] = [];
  let linked = 0;
  let { answers, quarantined } = world.ledger;
  let now = world.now;

  const enter = (names: Set<string>, name: string, by: 1 | -1): void => {
    if (by === 1) names.add(name);
    else names.delete(name);
  };

  const count = (held: Held, by: 1 | -1): void => {
    const name = nameOf(held);
    if (held.kind === 'link') {
      if (!isTombstone(held.item)) linked += by;
    } else if (held.kind === 'session') {
      if (originIn(scope, held.item) === undefined) enter(recorded, name, by);
      if (held.item.state === 'open') enter(open, name, by);
    } else if (isForeign(scope, held.item)) {
      enter(foreign, name, by);
    }
  };
  for (const held of all) count(held, 1);

  const planOf = (parts: readonly Held[], window?: Interval): Plan => {
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
        links: parts.flatMap((held) => (held.kind === 'link' ? [held.item] : [])),
      },
    };
    const whole: Whole = { certainty: certaintyOf(world, presence()), linked, ...(window && { window }) };
    return planPart(part, options, whole);
  };

  const startOf = (held: Held): Instant => {
    const start = held.kind === 'link' ? held.item.shadow.start : held.item.start;
    return Number.isFinite(start) ? start : 0;
  };

  const replace = (name: string, held: Held | undefined): void => {
    const before = index.get(name);
    for (const near of index.around([name])) touched.add(nameOf(near));
    if (before) count(before, -1);
    index.remove(name);
    touched.add(name);
    if (held === undefined) return;
    count(held, 1);
    index.put(held);
  };

  const take = (change: WorldChange): void => {
    now = change.now ?? now;
    answers = change.answers ?? answers;
    quarantined = change.quarantined ?? quarantined;
    for (const key of change.goneSessions ?? []) {
      goneSessions.add(key);
      replace(`session ${key}`, undefined);
      touched.add(`link ${key}`);
    }
    for (const key of change.goneWorkouts ?? []) {
      goneWorkouts.add(key);
      replace(`workout ${key}`, undefined);
    }
    const put: Held[] = [
      ...(change.sessions ?? []).map((item): Held => ({ kind: 'session', item })),
      ...(change.workouts ?? []).map((item): Held => ({ kind: 'workout', item })),
      ...(change.links ?? []).map((item): Held => ({ kind: 'link', item })),
    ];
    for (const held of put) {
      if (held.kind !== 'link' && findMalformedField(held.item) !== undefined) spoilt.push(held);
      else replace(nameOf(held), held);
    }
  };

  const planTaken = (): Plan => {
    const fresh = [...touched, ...open];
    const bad = spoilt;
    touched.clear();
    spoilt = [];
    odd.push(...bad);
    return planOf([...bad, ...index.around(fresh)]);
  };

  return {
    planWindow: (window) => {
      odd.push(...spoilt);
      spoilt = [];
      const within = odd.filter((held) => startOf(held) >= window.start && startOf(held) < window.end);
      return planOf([...within, ...index.around([...index.startingIn(window), ...open])], window);
    },
    load: (part) => {
      take(part);
      touched.clear();
    },
    take,
    planTaken,
    change: (change) => {
      take(change);
      return planTaken();
    },
  };
};
