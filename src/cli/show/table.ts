import Table from 'cli-table3';

/** A column: its title, and what share of the spare width it gets. A column without a share is as wide as its content. */
export interface Column {
  readonly title: string;
  readonly share?: number;
  readonly align?: 'left' | 'right';
}

const GAP = 2;
const NARROWEST = 10;

/** No lines at all: the text carries the table. */
const BARE = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
};

const widest = (texts: readonly string[]): number =>
  Math.max(0, ...texts.flatMap((text) => text.split('\n').map((line) => line.length)));

const widthsOf = (columns: readonly Column[], rows: readonly (readonly string[])[], width: number): number[] => {
  const natural = columns.map(({ title }, at) => widest([title, ...rows.map((row) => row[at] ?? '')]) + GAP);
  const fixed = columns.reduce((sum, { share }, at) => sum + (share === undefined ? (natural[at] ?? 0) : 0), 0);
  const shares = columns.reduce((sum, { share = 0 }) => sum + share, 0);
  return columns.map(({ share }, at) => {
    const own = natural[at] ?? 0;
    return share === undefined
      ? own
      : Math.max(NARROWEST, Math.min(own, Math.floor(((width - fixed) * share) / shares)));
  });
};

/** What terminals would take for an order of theirs: a title may come from anybody. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not get through
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;

/** A text that cannot move the cursor, change colours or break a row. */
export const plainText = (text: string): string => text.replace(CONTROLS, ' ');

/** Rows under titles, as text: cells are wrapped, never cut. */
export const tableText = (
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
  faint: (text: string) => string,
): string => {
  const clean = rows.map((row) => row.map(plainText));
  const table = new Table({
    head: columns.map(({ title }) => title),
    chars: BARE,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': GAP },
    colWidths: widthsOf(columns, clean, width),
    colAligns: columns.map(({ align = 'left' }) => align),
    wordWrap: true,
    wrapOnWordBoundary: true,
  });
  for (const row of clean) table.push([...row]);
  const [head = '', ...lines] = table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
  return [faint(head), ...lines].join('\n');
};
