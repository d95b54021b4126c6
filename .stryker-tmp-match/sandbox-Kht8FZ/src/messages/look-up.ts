/** The row of a table, or nothing where a value from outside is not in it; `constructor` is in no table. */
// @ts-nocheck

export const lookUp = <Value>(table: Readonly<Record<string, Value>>, name: unknown): Value | undefined =>
  typeof name === 'string' ? Object.getOwnPropertyDescriptor(table, name)?.value : undefined;
