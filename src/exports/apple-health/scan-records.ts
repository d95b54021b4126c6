import type { Instant } from '../../domain/interval';
import { asciiBytes, decodeText, standsAt } from '../bytes/decode';
import { BROKEN, endOfTag, GREATER_THAN, isBlank, LESS_THAN, nextMarkup, SLASH, specialEnds } from '../xml/find-markup';
import { parseElement } from '../xml/parse-element';
import type { ScanBytes } from '../xml/scan-stream';
import { DATE_LENGTH, instantAt, parseAppleDate } from './apple-date';
import { parseNumber } from './quantity';
import { kindOf, kindParser, type RecordKind } from './record-kind';
import { SERIES_TYPES } from './series-types';

/** What a scan for records asks, and tells. */
export interface RecordListener {
  /** Whether a record that starts then is wanted: only then is the rest of it looked at. */
  readonly isWanted: (start: Instant) => boolean;
  readonly onRecord: (kind: RecordKind, start: Instant, end: Instant, value: number) => void;
}

const RECORD = asciiBytes('<Record');
/** As much of it as tells quantities from categories; the parser sees the whole. */
const QUANTITY = asciiBytes('<Record type="HKQ');
const NAME_AT = '<Record type="HKQuantityTypeIdentifier'.length;
const OTHER_TYPE = asciiBytes('<Record type="HK');
const START = asciiBytes(' startDate="');
const END = asciiBytes(' endDate="');
const VALUE = asciiBytes(' value=');
const CREATION = asciiBytes(' creationDate="');
const TYPES: readonly Uint8Array[] = Object.keys(SERIES_TYPES).map((name) => asciiBytes(`${name}"`));

const QUOTE = 0x22;
const LETTER_R = 0x52;
const [EXCLAMATION, QUESTION, DOT] = [0x21, 0x3f, 0x2e];

/** Longer than the name of any type: nothing is decided before it is all there. */
export const RECORD_LOOKAHEAD = 128;

/** More digits than a value has. */
const LONGEST_VALUE = 32;

/** The types by their first letter, so that most other records are told by it. */
const BY_LETTER: readonly (readonly Uint8Array[])[] = Array.from({ length: 256 }, (_, letter) =>
  TYPES.filter(([first]) => first === letter),
);

const isSeries = (bytes: Uint8Array, at: number): boolean => {
  for (const type of BY_LETTER[bytes[at] as number] ?? []) if (standsAt(bytes, at, type)) return true;
  return false;
};

/** A plain decimal number between two places, NaN for any other form. */
const numberBetween = (bytes: Uint8Array, from: number, to: number): number => {
  let whole = 0;
  let scale = 0;
  for (let index = from; index < to; index++) {
    const byte = bytes[index] as number;
    if (byte === DOT && scale === 0) scale = 1;
    else if (byte >= 0x30 && byte <= 0x39) {
      whole = whole * 10 + byte - 0x30;
      scale *= 10;
    } else return Number.NaN;
  }
  // Beyond 2^53 the digits are not all there any more.
  if (from === to || whole > Number.MAX_SAFE_INTEGER) return Number.NaN;
  return scale > 1 ? whole / scale : whole;
};

/** Where the opening quote of the value stands, if the tag that ends at `close` ends as Apple writes it; else -1. */
const findValue = (bytes: Uint8Array, close: number): number => {
  let quote = bytes[close - 1] === SLASH ? close - 2 : close - 1;
  if (bytes[quote] !== QUOTE) return -1;
  const last = quote - LONGEST_VALUE;
  for (quote--; quote > last; quote--) if (bytes[quote] === QUOTE) return quote;
  return -1;
};

/** Looks at a `<Record`, and gives the place from which to look on; -1 where the end of its tag is not there yet. */
export type TakeRecord = (bytes: Uint8Array, at: number, isLast: boolean) => number;

/**
 * Reads the records behind the series, and among them those that are wanted.
 *
 * **Shape** Apple writes `startDate`, `endDate` and `value` last, in this order and with a fixed width. So they are read
 * from the end of the tag, and a record out of time is skipped without a look at the rest. What stands before them goes
 * through the XML parser, and so does the whole of a tag that is written in any other way.
 */
export const recordTaker = ({ isWanted, onRecord }: RecordListener): TakeRecord => {
  const parseKind = kindParser();
  const takeWhole = (bytes: Uint8Array, at: number, end: number): void => {
    let attributes: Readonly<Record<string, string>>;
    try {
      attributes = parseElement(
        `${decodeText(bytes.subarray(at, bytes[end - 2] === SLASH ? end - 2 : end - 1))}/>`,
      ).attributes;
    } catch {
      return;
    }
    const start = parseAppleDate(attributes.startDate)?.at;
    const until = parseAppleDate(attributes.endDate)?.at;
    const value = parseNumber(attributes.value);
    const kind = kindOf(attributes);
    if (start === undefined || until === undefined || value === undefined || kind === undefined) return;
    if (isWanted(start)) onRecord(kind, start, until, value);
  };
  /** Whether the tag was written as Apple does, and dealt with. */
  const takeCanonical = (bytes: Uint8Array, at: number, next: number): boolean => {
    let close = next - 1;
    while (isBlank(bytes[close])) close--;
    const quote = bytes[close] === GREATER_THAN ? findValue(bytes, close) : -1;
    const end = quote - VALUE.length - 1 - DATE_LENGTH;
    const start = end - END.length - 1 - DATE_LENGTH;
    const head = start - START.length;
    const isCanonical =
      head > at &&
      standsAt(bytes, quote - VALUE.length, VALUE) &&
      bytes[quote - VALUE.length - 1] === QUOTE &&
      standsAt(bytes, end - END.length, END) &&
      bytes[end - END.length - 1] === QUOTE &&
      standsAt(bytes, head, START);
    if (!isCanonical) return false;
    const from = instantAt(bytes, start);
    if (Number.isNaN(from)) return false;
    if (!isWanted(from)) return true;
    const until = instantAt(bytes, end);
    const value = numberBetween(bytes, quote + 1, bytes[close - 1] === SLASH ? close - 2 : close - 1);
    if (Number.isNaN(until) || Number.isNaN(value)) return false;
    const created = head - 1 - DATE_LENGTH - CREATION.length;
    const kind = parseKind(bytes, at, created > at && standsAt(bytes, created, CREATION) ? created : head);
    if (kind) onRecord(kind, from, until, value);
    return true;
  };
  return (bytes, at, isLast) => {
    if (standsAt(bytes, at, QUANTITY)) {
      if (!isSeries(bytes, at + NAME_AT)) return at + 1;
      const next = bytes.indexOf(LESS_THAN, at + 1);
      if (next < 0 && !isLast) return -1;
      if (next >= 0 && takeCanonical(bytes, at, next)) return next;
    } else if (!standsAt(bytes, at, RECORD) || !isBlank(bytes[at + RECORD.length]) || standsAt(bytes, at, OTHER_TYPE))
      return at + 1;
    const end = endOfTag(bytes, at);
    if (end >= 0) takeWhole(bytes, at, end);
    return end === BROKEN ? at + 1 : end;
  };
};

/** A scan for nothing but records. */
export const scanRecords = (listener: RecordListener): ScanBytes => {
  const takeRecord = recordTaker(listener);
  const endOfSpecial = specialEnds();
  return ({ bytes, isLast }) => {
    for (let at = bytes.indexOf(LESS_THAN); at >= 0; ) {
      if (!isLast && at + RECORD_LOOKAHEAD > bytes.length) return at;
      const letter = bytes[at + 1];
      let after = at + 1;
      if (letter === LETTER_R) after = takeRecord(bytes, at, isLast);
      else if (letter === EXCLAMATION || letter === QUESTION) after = endOfSpecial(bytes, at);
      if (after < 0 && !isLast) return at;
      // What is not closed by now hides nothing, here as in the scan for headers.
      at = nextMarkup(bytes, after < 0 ? at + 1 : after);
    }
    return bytes.length;
  };
};
