import { asciiBytes, decodeText, standsAt } from '../bytes/decode';
import { parseElement } from '../xml/parse-element';
import { factorOf } from './quantity';
import { SERIES_TYPES, type SeriesType } from './series-types';
import { plainName } from './source-of';

const QUANTITY = 'HKQuantityTypeIdentifier';

/** What all records of one type and source have in common. */
export interface RecordKind extends SeriesType {
  /** The type without `HKQuantityTypeIdentifier`. */
  readonly type: string;
  readonly app: string;
  /** What a value is multiplied with to be in our unit. */
  readonly factor: number;
}

/** What kind a record is of, from its attributes; nothing where it belongs to no series, or its unit makes no sense. */
export const kindOf = (attributes: Readonly<Record<string, string>>): RecordKind | undefined => {
  const name = attributes.type ?? '';
  const type = name.startsWith(QUANTITY) ? name.slice(QUANTITY.length) : '';
  const known = Object.prototype.propertyIsEnumerable.call(SERIES_TYPES, type) ? SERIES_TYPES[type] : undefined;
  const factor = known && factorOf(known.dimension, attributes.unit);
  if (known === undefined || factor === undefined) return undefined;
  return { ...known, type, app: plainName(attributes.sourceName ?? ''), factor };
};

/** The two or three apps that write one type at the same time, and some room. */
const REMEMBERED = 8;

const NAME = asciiBytes(' sourceName="');
const UNIT = asciiBytes(' unit="');
const QUOTE = 0x22;

/** Parses what stands in front of a record's dates. */
export type ParseKind = (bytes: Uint8Array, from: number, to: number) => RecordKind | undefined;

/**
 * What was parsed before. A kind depends on the type, the name of the source and the unit: where Apple's order shows that
 * they are the first two and the last attribute, `start` and `end` are all that must be equal, else `start` is the whole.
 */
interface Known {
  readonly start: Uint8Array;
  readonly end: Uint8Array;
  readonly kind: RecordKind | undefined;
}

/** Compared from the end, where names and units differ. */
const standsBefore = (known: Uint8Array, bytes: Uint8Array, to: number): boolean => {
  for (let index = known.length - 1, at = to - 1; index >= 0; index--, at--)
    if (known[index] !== bytes[at]) return false;
  return true;
};

const isKnown = ({ start, end }: Known, bytes: Uint8Array, from: number, to: number): boolean =>
  to - from >= start.length + end.length &&
  (end.length > 0 || start.length === to - from) &&
  standsBefore(start, bytes, from + start.length) &&
  standsBefore(end, bytes, to);

/** Cuts a record's head after the name of its source and in front of its unit. */
const cutHead = (head: Uint8Array): Pick<Known, 'start' | 'end'> => {
  const afterType = head.indexOf(QUOTE, head.indexOf(QUOTE) + 1) + 1;
  const unit = head.lastIndexOf(QUOTE, head.length - 2) - UNIT.length + 1;
  if (!standsAt(head, afterType, NAME) || unit <= afterType || !standsAt(head, unit, UNIT))
    return { start: head, end: new Uint8Array(0) };
  const afterName = head.indexOf(QUOTE, afterType + NAME.length) + 1;
  return { start: head.subarray(0, afterName), end: head.subarray(unit) };
};

const parseKnown = (head: Uint8Array): Known => {
  const cut = cutHead(head);
  try {
    return { ...cut, kind: kindOf(parseElement(`${decodeText(head)}/>`).attributes) };
  } catch {
    // Not well-formed: a record that says nothing, like one without a unit.
    return { start: head, end: new Uint8Array(0), kind: undefined };
  }
};

/**
 * Parses the part of a record in front of its dates, and remembers the last few: thousands of records in a row repeat it
 * but for the address of the device.
 */
export const kindParser = (): ParseKind => {
  let last: Known = { start: new Uint8Array(0), end: new Uint8Array(0), kind: undefined };
  let others: readonly Known[] = [];
  return (bytes, from, to) => {
    if (isKnown(last, bytes, from, to)) return last.kind;
    const found = others.find((one) => isKnown(one, bytes, from, to)) ?? parseKnown(bytes.slice(from, to));
    others = [last, ...others.filter((one) => one !== found)].slice(0, REMEMBERED);
    last = found;
    return last.kind;
  };
};
