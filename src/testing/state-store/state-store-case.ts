import type { StateChange, StateRange, StateRead, StateRow, StateStore } from '../../ports/state-store';
import { type StoreError, toStoreError } from '../../ports/store-error';
import type { StateStorePlace } from './state-store-place';

export const ALL: StateRange = { from: '', to: '\u007f' };

/** One thing that a state store must do, at a place. */
export interface StateStoreCase {
  readonly name: string;
  readonly run: (place: StateStorePlace) => Promise<'held' | 'not-tried'>;
}

/** Fails with the clause, what was seen, and what to do about it. */
export const must = (clause: string, holds: boolean, seen: string, fix: string): void => {
  if (!holds) throw new Error(`${clause}: ${seen}. ${fix}`);
};

export const show = (value: unknown): string => JSON.stringify(value);

export const row = (key: string, value = `value of ${key}`): StateRow => ({ key, value });

export const texts = ({ rows }: StateRead): string => rows.map(({ key, value }) => `${key}=${value}`).join(', ');

export const BEFORE = [row('a'), row('b'), row('c')];
export const CHANGE: Omit<StateChange, 'expectRevision'> = { put: [row('b', 'new'), row('d')], remove: ['a'] };
export const NOTHING = 'a=value of a, b=value of b, c=value of c';
export const WHOLE = 'b=new, c=value of c, d=value of d';

/** Carries out a change that any store takes. */
export const mustDo = async (
  store: StateStore,
  expectRevision: number,
  put: readonly StateRow[],
  remove: readonly string[] = [],
  clause = 'ST2',
): Promise<void> => {
  const answer = await store
    .transact({ expectRevision, put, remove })
    .catch((thrown) => `an error: ${toStoreError(thrown).message}`);
  must(
    clause,
    answer === 'done',
    `a change of ${[...put.map(({ key }) => key), ...remove].join(', ')} at revision ${expectRevision} answered ${answer}`,
    'Carry out every change that expects the revision the store is at.',
  );
};

export const failureOf = async (work: () => Promise<unknown>): Promise<StoreError | undefined> => {
  try {
    await work();
    return undefined;
  } catch (thrown) {
    return toStoreError(thrown);
  }
};

/** A case that every place can try. */
export const always = (name: string, run: (place: StateStorePlace) => Promise<void>): StateStoreCase => ({
  name,
  run: async (place) => {
    await run(place);
    return 'held';
  },
});

/** A case for places that offer something. */
export const where = <Offer extends keyof StateStorePlace>(
  offer: Offer,
  name: string,
  run: (place: StateStorePlace & Required<Pick<StateStorePlace, Offer>>) => Promise<void>,
): StateStoreCase => ({
  name,
  run: async (place) => {
    if (place[offer] === undefined) return 'not-tried';
    await run(place as StateStorePlace & Required<Pick<StateStorePlace, Offer>>);
    return 'held';
  },
});
