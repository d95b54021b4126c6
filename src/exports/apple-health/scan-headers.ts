import { asciiBytes, decodeText, standsAt } from '../bytes/decode';
import {
  BROKEN,
  type EndOfSpecial,
  endOfTag,
  GREATER_THAN,
  isBlank,
  LESS_THAN,
  nextMarkup,
  SLASH,
  specialEnds,
} from '../xml/find-markup';
import { parseElement, type XmlElement } from '../xml/parse-element';
import type { ScanBytes } from '../xml/scan-stream';
import { RECORD_LOOKAHEAD, type TakeRecord } from './scan-records';

/** What a scan for headers finds, in the order of the file. `byte` is where it stands. */
export interface HeaderListener {
  readonly onRoot: (root: XmlElement) => void;
  readonly onExportDate: (element: XmlElement) => void;
  readonly onWorkout: (element: XmlElement, byte: number) => void;
  readonly onBroken: (reason: string, start: string, byte: number) => void;
  readonly onUnclosed: (start: string, byte: number) => void;
  readonly onEnd: () => void;
}

const WORKOUT = asciiBytes('<Workout');
const WORKOUT_END = asciiBytes('</Workout');
const ROOT = asciiBytes('<HealthData');
const ROOT_END = asciiBytes('</HealthData');
const EXPORT_DATE = asciiBytes('<ExportDate');

/** Longer than the longest of the names above and one more byte: nothing is decided before they are all there. */
const NAME_LOOKAHEAD = 16;
const LOOKAHEAD = Math.max(NAME_LOOKAHEAD, RECORD_LOOKAHEAD);

type Letters = readonly [number, number, number, number, number, number];
const [W, R, H, E, EXCLAMATION, QUESTION] = asciiBytes('WRHE!?') as unknown as Letters;

const isTag = (bytes: Uint8Array, at: number, name: Uint8Array): boolean => {
  if (!standsAt(bytes, at, name)) return false;
  const after = bytes[at + name.length];
  return isBlank(after) || after === GREATER_THAN || after === SLASH;
};

/** Where the whole of a workout ends; `missing` where another begins, or everything ends, before it was closed. */
const endOfWorkout = (
  bytes: Uint8Array,
  at: number,
  endOfSpecial: EndOfSpecial,
): { readonly end: number } | { readonly missing: number } => {
  const start = endOfTag(bytes, at);
  if (start === BROKEN) return { missing: bytes.indexOf(LESS_THAN, at + 1) };
  if (start < 0) return { end: -1 };
  if (bytes[start - 2] === SLASH) return { end: start };
  for (let next = bytes.indexOf(LESS_THAN, start); next >= 0 && next + NAME_LOOKAHEAD <= bytes.length; ) {
    if (isTag(bytes, next, WORKOUT_END)) {
      const end = endOfTag(bytes, next);
      return end === BROKEN ? { missing: next + 1 } : { end };
    }
    if (isTag(bytes, next, WORKOUT) || isTag(bytes, next, ROOT_END)) return { missing: next };
    const special = bytes[next + 1] === EXCLAMATION ? endOfSpecial(bytes, next) : next + 1;
    if (special < 0) return { end: -1 };
    next = bytes.indexOf(LESS_THAN, special);
  }
  return { end: -1 };
};

const notClosed = (): never => {
  throw new Error('it is not closed');
};

const SHOWN_BYTES = 200;
const UNCLOSED_BYTES = 40;

const parseTag = (bytes: Uint8Array, at: number, end: number): XmlElement =>
  parseElement(`${decodeText(bytes.subarray(at, bytes[end - 2] === SLASH ? end - 2 : end - 1))}/>`);

/** A scan that finds the root, the date of the export and the workouts, and leaves records to another. */
export const scanHeaders = (listener: HeaderListener, takeRecord: TakeRecord): ScanBytes => {
  const endOfSpecial = specialEnds();
  const attempt = (bytes: Uint8Array, at: number, end: number, byte: number, take: () => void): void => {
    try {
      take();
    } catch (thrown) {
      const shown = decodeText(bytes.subarray(at, Math.min(end, at + SHOWN_BYTES)));
      listener.onBroken(thrown instanceof Error ? thrown.message : String(thrown), shown, byte);
    }
  };
  const takeWorkout = (bytes: Uint8Array, at: number, byte: number, isLast: boolean): number => {
    const found = endOfWorkout(bytes, at, endOfSpecial);
    if ('missing' in found) {
      attempt(bytes, at, found.missing, byte, notClosed);
      return found.missing;
    }
    if (found.end < 0) {
      if (!isLast) return -1;
      attempt(bytes, at, bytes.length, byte, notClosed);
      return at + 1;
    }
    attempt(bytes, at, found.end, byte, () =>
      listener.onWorkout(parseElement(decodeText(bytes.subarray(at, found.end))), byte),
    );
    return found.end;
  };
  const takeTag = (bytes: Uint8Array, at: number, take: (element: XmlElement) => void): number => {
    const end = endOfTag(bytes, at);
    // A root or a date that cannot be parsed is one that says nothing.
    if (end >= 0) {
      try {
        take(parseTag(bytes, at, end));
      } catch {}
    }
    return end === BROKEN ? at + 1 : end;
  };
  /** What is not closed by now never will be. It hides nothing then: what stands behind it is more likely meant than not. */
  const takeSpecial = (bytes: Uint8Array, at: number, byte: number, isLast: boolean): number => {
    const end = endOfSpecial(bytes, at);
    if (end >= 0 || !isLast) return end;
    listener.onUnclosed(decodeText(bytes.subarray(at, at + UNCLOSED_BYTES)), byte);
    return at + 1;
  };
  /** The place after what stands at a `<`; -1 where its end is not there yet. */
  const takeMarkup = (bytes: Uint8Array, at: number, offset: number, isLast: boolean): number => {
    const letter = bytes[at + 1];
    if (letter === R) return takeRecord(bytes, at, isLast);
    if (letter === W && isTag(bytes, at, WORKOUT)) return takeWorkout(bytes, at, offset + at, isLast);
    if (letter === EXCLAMATION || letter === QUESTION) return takeSpecial(bytes, at, offset + at, isLast);
    if (letter === H && isTag(bytes, at, ROOT)) return takeTag(bytes, at, listener.onRoot);
    if (letter === E && isTag(bytes, at, EXPORT_DATE)) return takeTag(bytes, at, listener.onExportDate);
    if (letter === SLASH && bytes[at + 2] === H && isTag(bytes, at, ROOT_END)) listener.onEnd();
    return at + 1;
  };
  return ({ bytes, offset, isLast }) => {
    for (let at = bytes.indexOf(LESS_THAN); at >= 0; ) {
      if (!isLast && at + LOOKAHEAD > bytes.length) return at;
      const after = takeMarkup(bytes, at, offset, isLast);
      if (after < 0 && !isLast) return at;
      at = nextMarkup(bytes, after < 0 ? at + 1 : after);
    }
    return bytes.length;
  };
};
