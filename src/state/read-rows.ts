import type { StateChange, StateRow, StateStore } from '../ports/state-store';
import { HEAD, type Head, ONLY } from '../sync/state/collections';
import { partsOf, rowKeyOf } from '../sync/state/row-key';
import { openTable, type Table } from '../sync/state/table';

const PAGE = 500;

/** Everything that ASCII keys can be: from the first printable character on. */
const ALL = { from: ' ', to: '\u007f' };

/** All rows of a state at one revision, as they stand in the store. */
export interface RawState {
  readonly revision: number;
  readonly rows: readonly StateRow[];
  /** Keys of rows that the store cannot read any more. */
  readonly damaged: readonly string[];
}

/** Reads all rows, whoever wrote them. */
export const readRows = async (store: StateStore): Promise<RawState> => {
  const rows: StateRow[] = [];
  const damaged = new Set<string>();
  let { from } = ALL;
  let revision: number | undefined;
  for (;;) {
    const read = await store.read({ from, to: ALL.to, limit: PAGE });
    if (revision !== undefined && read.revision !== revision) return readRows(store);
    revision = read.revision;
    rows.push(...read.rows);
    for (const key of read.damaged ?? []) damaged.add(key);
    const last = read.rows[read.rows.length - 1];
    if (last === undefined || read.rows.length < PAGE) return { revision, rows, damaged: [...damaged] };
    from = `${last.key}\u0000`;
  }
};

/** The value of a row; absent where it is no JSON. */
export const parsed = ({ value }: StateRow): unknown => {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
};

/** Whose state this is, where it says so. */
export const headOf = ({ rows }: RawState): Head | undefined => {
  const row = rows.find(({ key }) => key === rowKeyOf(HEAD.name, ONLY));
  const head = row && parsed(row);
  return typeof head === 'object' && head !== null && HEAD.isValue(head as Readonly<Record<string, unknown>>)
    ? (head as Head)
    : undefined;
};

const NOTHING_BEFORE: ReadonlyMap<string, unknown> = new Map();

/** What the rows say that can be read. */
export const tableOf = ({ rows }: RawState): Table => {
  const table = openTable();
  for (const row of rows) table.enter(row, NOTHING_BEFORE);
  return table;
};

/** The collection that a row belongs to. */
export const collectionOf = ({ key }: Pick<StateRow, 'key'>): string => partsOf(key).collection;

/** Changes the state as it is, once more where somebody else has written in between. */
export const change = async <Answer>(
  store: StateStore,
  decide: (raw: RawState) => { readonly answer: Answer; readonly change?: Omit<StateChange, 'expectRevision'> },
): Promise<Answer> => {
  for (;;) {
    const raw = await readRows(store);
    const decided = decide(raw);
    if (decided.change === undefined) return decided.answer;
    const done = await store.transact({ expectRevision: raw.revision, ...decided.change });
    if (done === 'done') return decided.answer;
  }
};
