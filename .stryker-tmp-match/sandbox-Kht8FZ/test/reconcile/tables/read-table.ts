/** One row of a literal outcome table: the values that each column takes, and the outcome. */
// @ts-nocheck

export interface TableRow {
  readonly columns: readonly string[];
  readonly outcome: string;
}

/** Reads a table of `a b | c | * => outcome` lines: a cell lists its values, a star stands for all of them. */
export const readTable = (text: string): readonly TableRow[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [left = '', outcome = ''] = line.split('=>');
      return { columns: left.split('|').map((cell) => cell.trim()), outcome: outcome.trim() };
    });

/** The outcomes of all rows that speak about a state. An honest table gives exactly one. */
export const outcomesFor = (table: readonly TableRow[], state: readonly string[]): readonly string[] =>
  table
    .filter(({ columns }) =>
      columns.every((cell, index) => cell === '*' || cell.split(' ').includes(state[index] ?? '')),
    )
    .map(({ outcome }) => outcome);
