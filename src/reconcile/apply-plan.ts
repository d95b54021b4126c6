import type { Answer, Ledger } from '../domain/ledger';
import { isTombstone, type Link } from '../domain/link';
import { toMirrorEntry } from '../domain/mirror';
import { printOf } from '../domain/prints';
import { failed, ok, type Result } from '../domain/result';
import type { Scope } from '../domain/scope';
import type { Session } from '../domain/session';
import type { External, MirrorEntry } from '../domain/workout';
import type { Plan, Step } from './plan';
import type { World } from './world';
import { sessionFrom, takeParts, withKnownSamples } from './write/content';
import { settingsPrint } from './write/settings-print';

/** Why a plan was not applied: the world has moved since, or the guard waits for a confirmation. */
export type ApplyRefusal =
  | { readonly kind: 'stale'; readonly what: 'ledger' | 'settings' }
  | { readonly kind: 'guard-held'; readonly guard: string };

/** One side while steps are carried out: what was there, and what has been put or taken since. */
interface Shelf<Item> {
  readonly get: (key: string) => Item | undefined;
  readonly put: (item: Item) => void;
  readonly remove: (key: string) => void;
  readonly items: () => Item[];
}

/** Records that no step touches stay as they are, malformed and doubled ones too. */
const shelfOf = <Item extends { readonly key: string }>(items: readonly Item[]): Shelf<Item> => {
  const known = new Map(items.map((item) => [item.key, item]));
  const changed = new Map<string, Item | undefined>();
  return {
    get: (key) => (changed.has(key) ? changed.get(key) : known.get(key)),
    put: (item) => {
      changed.set(item.key, item);
    },
    remove: (key) => {
      changed.set(key, undefined);
    },
    items: () => [
      ...items.filter((item) => !changed.has(item.key)),
      ...[...changed.values()].flatMap((item) => (item === undefined ? [] : [item])),
    ],
  };
};

interface Stage {
  readonly sessions: Shelf<Session>;
  readonly workouts: Shelf<MirrorEntry>;
  readonly links: Map<string, Link>;
  answers: readonly Answer[];
}

const CLOSED: ReadonlySet<string> = new Set(['session-deleted', 'workout-removed']);

const isClosedBefore = ({ expect }: Step): boolean =>
  expect.some((expected) => expected.kind === 'link-at' && CLOSED.has(expected.state));

/**
 * Whether a step uses an answer up: what the user asked for once is done once, or has nothing left to do, and must not lie
 * in wait to overrule what comes later. A tombstone that stays closed keeps the wish to open it, and one that is made keeps the wish
 * that was said of its very loss.
 */
export const usesUp = (step: Step, answer: Answer): boolean => {
  if (!('session' in answer) || answer.session !== step.link.session) return false;
  const isOfLoss = answer.kind === 'restore' && answer.held === true;
  return answer.kind !== 'claim' && !(isTombstone(step.link) && (isOfLoss || isClosedBefore(step)));
};

/** The record that exporting a session leaves in the health store, under the key that the store gave it. */
export const recordOf = (scope: Scope, session: Session, key: string, external: External): MirrorEntry => {
  const {
    origin: _origin,
    owner: _owner,
    revision: _revision,
    state: _state,
    sourceId: _sourceId,
    ...content
  } = session;
  return toMirrorEntry({
    ...content,
    kind: 'workout',
    key,
    platform: scope.platform,
    source: { app: scope.ownSources[0] ?? 'own-app' },
    raw: { platform: scope.platform, type: 0 },
    external,
  });
};

const nextRevision = (world: World, step: Step): string => `${step.id} after ${world.ledger.revision}`;

/**
 * A ledger row once the session store has acknowledged a session at a revision. The revision is the base's only where the
 * session is what the base says: where an edit of the user's stands in it, it still counts as edited.
 */
export const acknowledge = (link: Link, session: Session): Link => {
  const { facts, detail } = printOf(session);
  const isBase = facts === link.base.session.facts && detail === link.base.session.detail;
  return isBase ? { ...link, base: { ...link.base, revision: session.revision } } : link;
};

/** Carries one step out, and gives the ledger row as the two sides would acknowledge it. */
const perform = (world: World, stage: Stage, step: Step): Link => {
  const { effect, link } = step;
  switch (effect.kind) {
    case 'import': {
      const workout = stage.workouts.get(effect.workout);
      if (workout === undefined) return link;
      const revision = nextRevision(world, step);
      const made = { ...sessionFrom(world.scope, workout, effect.session), revision };
      stage.sessions.put(made);
      return acknowledge(link, made);
    }
    case 'update-session':
    case 'enrich-session': {
      const session = stage.sessions.get(effect.session);
      const workout = stage.workouts.get(effect.workout);
      if (session === undefined || workout === undefined) return link;
      const revision = nextRevision(world, step);
      const said = withKnownSamples(workout, link.base.workout.detail);
      const updated = { ...takeParts(session, said, effect.parts), revision };
      stage.sessions.put(updated);
      return acknowledge(link, updated);
    }
    case 'remove-session':
      stage.sessions.remove(effect.session);
      return link;
    case 'remove-workout':
      for (const workout of effect.workouts) stage.workouts.remove(workout);
      return link;
    case 'export':
    case 'update-workout': {
      const session = stage.sessions.get(effect.session);
      if (session === undefined) return link;
      const key = link.workout || `own ${effect.external.id}`;
      const record = recordOf(world.scope, session, key, effect.external);
      stage.workouts.put(record);
      return { ...link, workout: record.key };
    }
    case 'set-link':
      return link;
  }
};

/**
 * The world after these steps were ideally carried out, one after the other. Nothing is checked.
 *
 * @see {@link applyPlan} for a whole plan, with its checks.
 */
export const applySteps = (world: World, steps: readonly Step[]): World => {
  const stage: Stage = {
    sessions: shelfOf(world.sessions.items),
    workouts: shelfOf(world.mirror.items),
    links: new Map(world.ledger.links.map((link) => [link.session, link])),
    answers: world.ledger.answers,
  };
  for (const step of steps) {
    stage.links.set(step.link.session, perform(world, stage, step));
    stage.answers = stage.answers.filter((answer) => !usesUp(step, answer));
  }
  const ledger: Ledger = {
    ...world.ledger,
    revision: world.ledger.revision + (steps.length > 0 ? 1 : 0),
    links: [...stage.links.values()],
    answers: stage.answers,
  };
  return {
    ...world,
    sessions: { ...world.sessions, items: stage.sessions.items() },
    mirror: { ...world.mirror, items: stage.workouts.items() },
    ledger,
  };
};

/**
 * The world after a plan was ideally carried out: for tests, previews and simulations. A runner does the same with real
 * stores.
 *
 * **Errors** `stale` when the ledger or the settings have moved since the plan was made; `guard-held` when the plan
 * removes more than the guard lets pass unconfirmed. Nothing is applied then.
 */
export const applyPlan = (world: World, plan: Plan): Result<World, ApplyRefusal> => {
  if (plan.base.revision !== world.ledger.revision) return failed({ kind: 'stale', what: 'ledger' });
  if (plan.base.settings !== settingsPrint(world.settings)) return failed({ kind: 'stale', what: 'settings' });
  if (plan.guard.held) return failed({ kind: 'guard-held', guard: plan.guard.id });
  return ok(applySteps(world, plan.steps));
};
