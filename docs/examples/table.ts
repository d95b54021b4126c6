/** A column: its title, and what share of the spare width it gets. A column without a share is as wide as its content. */
export interface Column {
  readonly title: string;
  readonly share?: number;
}

const GAP = '  ';
const NARROWEST = 10;

/** A number and its unit stay together. */
const BREAK = / (?!(?:%|s|min|h|d|m|km|kcal)(?![a-z]))/;

/** Breaks a text into lines of at most so many characters, at spaces where there are any. */
export const wrap = (text: string, width: number): string[] =>
  text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(BREAK)) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (longer.length <= width) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      line = word;
      for (; line.length > width; line = line.slice(width)) lines.push(line.slice(0, width));
    }
    return [...lines, line];
  });

const widthsOf = (columns: readonly Column[], rows: readonly (readonly string[])[], width: number): number[] => {
  const natural = columns.map(({ title }, at) =>
    Math.max(title.length, ...rows.map((row) => Math.max(...(row[at] ?? '').split('\n').map((line) => line.length)))),
  );
  const fixed = columns.reduce((sum, { share }, at) => sum + (share === undefined ? (natural[at] ?? 0) : 0), 0);
  const spare = width - fixed - GAP.length * (columns.length - 1);
  const shares = columns.reduce((sum, { share = 0 }) => sum + share, 0);
  return columns.map(({ share }, at) =>
    share === undefined
      ? (natural[at] ?? 0)
      : Math.max(NARROWEST, Math.min(natural[at] ?? 0, Math.floor((spare * share) / shares))),
  );
};

/**
 * Rows under titles, as lines of text: cells are wrapped, never cut.
 *
 * @returns the title line, then the lines of every row
 */
export const tableOf = (
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): { readonly title: string; readonly rows: readonly (readonly string[])[] } => {
  const widths = widthsOf(columns, rows, width);
  const layOut = (cells: readonly string[]): string[] => {
    const wrapped = cells.map((cell, at) => wrap(cell, widths[at] ?? 0));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      wrapped
        .map((lines, at) => (lines[line] ?? '').padEnd(widths[at] ?? 0))
        .join(GAP)
        .trimEnd(),
    );
  };
  return { title: layOut(columns.map(({ title }) => title))[0] ?? '', rows: rows.map(layOut) };
};
