import { decodeText } from '../bytes/decode';
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
  const type = (attributes.type ?? '').slice(QUANTITY.length);
  const known = Object.prototype.propertyIsEnumerable.call(SERIES_TYPES, type) ? SERIES_TYPES[type] : undefined;
  const factor = known && factorOf(known.dimension, attributes.unit);
  if (known === undefined || factor === undefined) return undefined;
  return { ...known, type, app: plainName(attributes.sourceName ?? ''), factor };
};

/** The two or three apps that write one type at the same time, and some room. */
const REMEMBERED = 8;

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => {
  for (let index = a.length - 1; index >= 0; index--) if (a[index] !== b[index]) return false;
  return true;
};

/** Parses what stands in front of a record's dates. */
export type ParseKind = (bytes: Uint8Array, from: number, to: number) => RecordKind | undefined;

/**
 * Parses the part of a record in front of its dates, and remembers the last few: thousands of records in a row repeat it
 * byte by byte.
 */
export const kindParser = (): ParseKind => {
  const known: { readonly bytes: Uint8Array; readonly kind: RecordKind | undefined }[] = [];
  return (bytes, from, to) => {
    const head = bytes.subarray(from, to);
    const found = known.findIndex((one) => one.bytes.length === head.length && sameBytes(one.bytes, head));
    if (found >= 0) {
      const [one] = known.splice(found, 1) as [(typeof known)[number]];
      known.unshift(one);
      return one.kind;
    }
    let kind: RecordKind | undefined;
    try {
      kind = kindOf(parseElement(`${decodeText(head)}/>`).attributes);
    } catch {
      // Not well-formed: a record that says nothing, like one without a unit.
    }
    known.unshift({ bytes: head.slice(), kind });
    if (known.length > REMEMBERED) known.pop();
    return kind;
  };
};
