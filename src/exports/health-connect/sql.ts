/**
 * A number, or nothing: SQLite keeps text and blobs in columns of any type. As a double, since a library may refuse an
 * integer that JavaScript cannot hold.
 */
export const numberOf = (column: string): string =>
  `CASE WHEN typeof(${column}) IN ('integer', 'real') THEN ${column} * 1.0 END`;

/** Text, cut where nobody would read on, or nothing. */
export const textOf = (column: string, atMost: number): string =>
  `CASE WHEN typeof(${column}) IN ('text', 'integer') THEN substr(${column}, 1, ${atMost}) END`;

/** A record id: sixteen bytes in hexadecimal digits; text in exports that wrote it so. */
export const idOf = (column: string): string =>
  `CASE typeof(${column}) WHEN 'blob' THEN hex(substr(${column}, 1, 17)) WHEN 'text' THEN substr(${column}, 1, 37) END`;

export const quoted = (name: string): string => `"${name.replace(/"/g, '""')}"`;

/** A finite number of a row. */
export const numberIn = (value: unknown): number | undefined => {
  const number = typeof value === 'bigint' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
};

/** The text of a row; nothing where it is empty. */
export const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Android writes `Double.MIN_VALUE` where nothing was measured, and `Float.MIN_VALUE` where the column is a float. */
const LARGEST_UNSET = 1.5e-45;

/** A measured amount, zero among them; nothing where it is unset, negative or no number at all. */
export const amountIn = (value: unknown): number | undefined => {
  const number = numberIn(value);
  return number === undefined || number < 0 || isUnset(number) ? undefined : number;
};

/** Whether a number stands for "not measured". */
export const isUnset = (number: number): boolean => number > 0 && number < LARGEST_UNSET;

/** The range in which a JavaScript engine can show an instant at all (ECMA-262, time values). */
const LARGEST_INSTANT = 8.64e15;

/** A moment in whole milliseconds; nothing where it cannot be one. */
export const instantIn = (value: unknown): number | undefined => {
  const number = numberIn(value);
  return number !== undefined && Number.isInteger(number) && Math.abs(number) <= LARGEST_INSTANT ? number : undefined;
};
