import { workoutsIn } from '../../domain/link';
import type { Placed, Plan } from '../../reconcile/plan';

/** Where a record stands that no step touches. */
interface Place {
  readonly list: 'skipped' | 'waiting' | 'blocked';
  readonly placed: Placed;
}

/** How many records stand where the user may want to know of it. */
interface PlaceCounts {
  /** What waits for an answer of the user. What is set aside waits for something else, and is counted apart. */
  readonly reviews: number;
  readonly waiting: number;
  /** Workouts whose route must be asked for one by one. */
  readonly routesToAskFor: readonly string[];
}

/** Where records stand that no step touches, as the plans so far say. */
export interface Places {
  readonly place: (plan: Plan) => void;
  /** Forgets where the records of these keys stand, of either kind. */
  readonly forget: (keys: Iterable<string>) => void;
  readonly all: () => Iterable<Place>;
  /** **Cost** that of the answer: it is shown at every step of a run, however many records stand aside. */
  readonly counts: () => PlaceCounts;
  /** Everything is placed anew: what no plan has placed again by {@link sweep} stands nowhere any more. */
  readonly doubt: () => void;
  readonly sweep: () => void;
}

const keyOf = ({ kind, key }: Pick<Placed, 'kind' | 'key'>): string => `${kind} ${key}`;

const isReview = ({ list, placed }: Place): boolean =>
  list === 'blocked' && placed.reasons.every(({ code }) => code !== 'quarantined');

const asksForRoute = ({ placed }: Place): boolean =>
  placed.reasons.some(({ params }) => params?.route === 'consent-required');

/** Places that know of no record yet. */
export const openPlaces = (): Places => {
  const places = new Map<string, Place>();
  const reviews = new Map<string, string>();
  const waiting = new Map<string, string>();
  const routes = new Map<string, string>();

  let doubted = new Set<string>();

  const lift = (key: string): void => {
    for (const one of [places, reviews, waiting, routes]) one.delete(key);
  };

  const put = (place: Place): void => {
    const key = keyOf(place.placed);
    const note = (names: Map<string, string>, isIn: boolean): void => {
      if (isIn) names.set(key, place.placed.key);
      else names.delete(key);
    };
    places.set(key, place);
    doubted.delete(key);
    note(reviews, isReview(place));
    note(waiting, place.list === 'waiting');
    note(routes, asksForRoute(place));
  };

  return {
    place: (plan) => {
      for (const { link } of plan.steps) {
        for (const key of workoutsIn(link)) lift(keyOf({ kind: 'workout', key }));
        lift(keyOf({ kind: 'session', key: link.session }));
      }
      for (const list of ['skipped', 'waiting', 'blocked'] as const) {
        for (const placed of plan[list]) put({ list, placed });
      }
    },
    forget: (keys) => {
      for (const key of keys) {
        lift(keyOf({ kind: 'session', key }));
        lift(keyOf({ kind: 'workout', key }));
      }
    },
    all: () => places.values(),
    counts: () => ({ reviews: reviews.size, waiting: waiting.size, routesToAskFor: [...routes.values()] }),
    doubt: () => {
      doubted = new Set(places.keys());
    },
    sweep: () => {
      for (const key of doubted) lift(key);
    },
  };
};
