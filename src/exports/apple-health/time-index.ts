import type { Instant } from '../../domain/interval';
import type { RecordKind } from './record-kind';
import type { GroupIds } from './sample-groups';

/** When the records behind the series were: enough to count those of any workout without reading the file again. */
export interface TimeIndex {
  readonly add: (kind: RecordKind, start: Instant, end: Instant) => void;
  /** Calls back with every record, kind by kind in the order of the file; false when there were too many to keep. */
  readonly each: (visit: (kind: RecordKind, start: Instant, end: Instant) => void) => boolean;
}

/** Four bytes each: 64 MB. A record takes one or two, so this is an export of four gigabytes or more. */
const MOST_SECONDS = 16_000_000;

const CHUNK = 1 << 14;

interface Column {
  readonly kind: RecordKind;
  readonly chunks: Uint32Array[];
  length: number;
}

const push = (column: Column, second: number): void => {
  const place = column.length % CHUNK;
  if (place === 0) column.chunks.push(new Uint32Array(CHUNK));
  (column.chunks[column.chunks.length - 1] as Uint32Array)[place] = second;
  column.length++;
};

const instantOf = (column: Column, place: number): Instant =>
  ((column.chunks[Math.floor(place / CHUNK)] as Uint32Array)[place % CHUNK] as number) * 1000;

/** The whole seconds of the years 1970 to 2106 fit into 32 bits, and an export has no others. */
const isSecond = (at: Instant): boolean => at >= 0 && at < 4_294_967_296_000;

/** An index that takes what fits, and knows when something did not. */
export const timeIndex = (ids: GroupIds): TimeIndex => {
  const columns: (Column | undefined)[] = [];
  let kept = 0;
  let isWhole = true;
  return {
    add: (kind, start, end) => {
      if (!isWhole) return;
      const id = ids(kind);
      if (id < 0 || !isSecond(start) || !isSecond(end)) return;
      let column = columns[id];
      if (column === undefined) {
        column = { kind, chunks: [], length: 0 };
        columns[id] = column;
      }
      push(column, start / 1000);
      if (kind.at === 'end') push(column, end / 1000);
      kept += kind.at === 'end' ? 2 : 1;
      if (kept > MOST_SECONDS) {
        isWhole = false;
        columns.length = 0;
      }
    },
    each: (visit) => {
      for (const column of columns) {
        // A kind has its number from its first record, also where that one was not kept.
        if (column === undefined) continue;
        const { kind, length } = column;
        if (kind.at === 'end')
          for (let place = 0; place < length; place += 2)
            visit(kind, instantOf(column, place), instantOf(column, place + 1));
        else
          for (let place = 0; place < length; place++) visit(kind, instantOf(column, place), instantOf(column, place));
      }
      return isWhole;
    },
  };
};
