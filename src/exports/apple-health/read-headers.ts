import type { Instant } from '../../domain/interval';
import type { FileEntry } from '../bytes/byte-source';
import { scanStream } from '../xml/scan-stream';
import { parseAppleDate } from './apple-date';
import { refuseTruncated } from './find-export';
import type { ProblemList } from './problem-list';
import { type ExportedWorkout, readWorkout } from './read-workout';
import { type GroupIds, groupIds } from './sample-groups';
import { type HeaderListener, scanHeaders } from './scan-headers';
import { recordTaker } from './scan-records';
import { type TimeIndex, timeIndex } from './time-index';
import { zoneOffsets } from './zone-offset';

/** What stands in an export, and when its records were. */
export interface ExportHeaders {
  /** In the order of the file; keys may repeat. */
  readonly workouts: readonly ExportedWorkout[];
  readonly exportedAt?: Instant;
  readonly locale?: string;
  readonly index: TimeIndex;
  readonly ids: GroupIds;
}

/**
 * A copy that shares no text with the element: engines keep the whole of a text for as long as a part of it is in use, and
 * an element with its events is a thousand times what is kept of it.
 */
const copyOf = (workout: ExportedWorkout): ExportedWorkout => JSON.parse(JSON.stringify(workout)) as ExportedWorkout;

/**
 * Reads the workouts of an export and the times of its records, in one pass.
 *
 * **Errors** `truncated` where the file ends before its root does.
 */
export const readHeaders = async (
  xml: FileEntry,
  problems: ProblemList,
  onBytes: (count: number) => void,
): Promise<ExportHeaders> => {
  const workouts: ExportedWorkout[] = [];
  let broken = 0;
  const zoneOffset = zoneOffsets();
  let isWhole = false;
  let exportedAt: Instant | undefined;
  let locale: string | undefined;
  const ids = groupIds();
  const index = timeIndex(ids);
  const takeRecord = recordTaker({ isWanted: () => true, onRecord: index.add });
  const listener: HeaderListener = {
    onRoot: ({ attributes }) => {
      locale ??= attributes.locale;
    },
    onExportDate: ({ attributes }) => {
      exportedAt ??= parseAppleDate(attributes.value)?.at;
    },
    onWorkout: (element) => {
      workouts.push(copyOf(readWorkout(element, zoneOffset)));
    },
    onBroken: (reason, start, byte) => {
      broken += 1;
      const ordinal = broken + workouts.length;
      problems.add({
        code: 'workout-unreadable',
        message: `Workout ${ordinal} cannot be read: ${reason}. It begins with ${start}`,
        position: { file: xml.path, byte, ordinal },
      });
    },
    onUnclosed: (start, byte) => {
      problems.add({
        code: 'markup-unclosed',
        message: `${start} is never closed. What stands behind it was read as if it were not there.`,
        position: { file: xml.path, byte },
      });
    },
    onEnd: () => {
      isWhole = true;
    },
  };
  const total = await scanStream(await xml.open(), scanHeaders(listener, takeRecord), onBytes);
  if (!isWhole) throw refuseTruncated(xml.path, total);
  return {
    workouts,
    index,
    ids,
    ...(exportedAt !== undefined && { exportedAt }),
    ...(locale !== undefined && { locale }),
  };
};
