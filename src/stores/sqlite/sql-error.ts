import { type StoreError, storeError, toStoreError } from '../../ports/store-error';

/** SQLite's result codes: https://www.sqlite.org/rescode.html */
const BUSY = 5;
const LOCKED = 6;
const CORRUPT = 11;
const FULL = 13;
const NOT_A_DATABASE = 26;

/** Libraries that hand on no code hand on SQLite's own words. */
const WORDS: readonly (readonly [number, RegExp])[] = [
  [CORRUPT, /malformed|SQLITE_CORRUPT|error code 11\b/i],
  [NOT_A_DATABASE, /not a database|SQLITE_NOTADB|error code 26\b/i],
  [BUSY, /database is locked|SQLITE_BUSY|error code 5\b/i],
  [LOCKED, /table is locked|SQLITE_LOCKED|error code 6\b/i],
  [FULL, /disk is full|SQLITE_FULL|error code 13\b/i],
];

const codeOf = (thrown: unknown): number | undefined => {
  const { errcode } = (thrown ?? {}) as { readonly errcode?: unknown };
  // The low byte is the code; what is above it says more about the same.
  if (typeof errcode === 'number') return errcode & 0xff;
  return WORDS.find(([, words]) => words.test(String(thrown)))?.[0];
};

/** Whether a part of the file cannot be read: what lies elsewhere can. */
export const isDamage = (thrown: unknown): boolean => codeOf(thrown) === CORRUPT;

/** Classes what a SQLite library threw. What already carries a kind keeps it. */
export const toSqlError = (thrown: unknown): Error & StoreError => {
  const { kind, message } = toStoreError(thrown);
  const because = { cause: thrown };
  if (kind !== 'unknown') return storeError(kind, message, because);
  switch (codeOf(thrown)) {
    case BUSY:
    case LOCKED:
      return storeError('unavailable', `Another connection holds the database: ${message}. Try again later.`, because);
    case FULL:
      return storeError('too-large', `There is no room for the state: ${message}. Nothing was changed.`, because);
    case CORRUPT:
    case NOT_A_DATABASE:
      return storeError(
        'unavailable',
        `The database file of the state is damaged: ${message}. Put the file aside and open a new one: sync finds ` +
          'what belongs together again, without duplicates and without deleting anything.',
        because,
      );
    default:
      return storeError('unknown', `SQLite failed: ${message}`, because);
  }
};
