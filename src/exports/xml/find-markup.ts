import { asciiBytes, standsAt } from '../bytes/decode';

export const LESS_THAN = 0x3c;
export const GREATER_THAN = 0x3e;
export const SLASH = 0x2f;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;

const COMMENT = asciiBytes('<!--');
const COMMENT_END = asciiBytes('-->');
const CDATA = asciiBytes('<![CDATA[');
const CDATA_END = asciiBytes(']]>');
const DOCTYPE = asciiBytes('<!DOCTYPE');
const INSTRUCTION = asciiBytes('<?');
const INSTRUCTION_END = asciiBytes('?>');

/** Where the next `<` stands, from a place on; -1 where none does. What ends where the next begins is not searched. */
export const nextMarkup = (bytes: Uint8Array, from: number): number =>
  bytes[from] === LESS_THAN ? from : bytes.indexOf(LESS_THAN, from);

/** XML's white space: space, tab, line feed, carriage return. */
export const isBlank = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** Said of a tag that will never end, however much is read: another one begins before. */
export const BROKEN = -2;

/**
 * The place after a start or an end tag that begins at `at`; -1 where its end is not there yet, {@link BROKEN} where a `<`
 * stands before it. XML allows none in a tag, not even within quotes; so each byte is looked at once, whatever is made of
 * unclosed quotes.
 */
export const endOfTag = (bytes: Uint8Array, at: number): number => {
  let quote = 0;
  for (let index = at + 1; index < bytes.length; index++) {
    const byte = bytes[index] as number;
    if (byte === LESS_THAN) return BROKEN;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === GREATER_THAN) return index + 1;
    else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
  }
  return -1;
};

/** Where a text stands at or after a place, or -1. */
const findText = (bytes: Uint8Array, from: number, text: Uint8Array): number => {
  for (let at = bytes.indexOf(text[0] as number, from); at >= 0; ) {
    if (standsAt(bytes, at, text)) return at;
    at = bytes.indexOf(text[0] as number, at + 1);
  }
  return -1;
};

/** Where the internal subset of a document type begins, or where the type ends without one; -1 where a tag is in between. */
const endOfDoctypeStart = (bytes: Uint8Array, at: number): number => {
  for (let index = at + 1; index < bytes.length && bytes[index] !== LESS_THAN; index++)
    if (bytes[index] === GREATER_THAN || bytes[index] === OPENING_BRACKET) return index + 1;
  return -1;
};

/** After the internal subset: it ends with `]`, white space and `>`, also where what is in it is malformed. */
const endOfSubset = (bytes: Uint8Array, at: number): number => {
  for (let bracket = bytes.indexOf(CLOSING_BRACKET, at); bracket >= 0; ) {
    let after = bracket + 1;
    while (isBlank(bytes[after])) after++;
    if (bytes[after] === GREATER_THAN) return after + 1;
    bracket = bytes.indexOf(CLOSING_BRACKET, bracket + 1);
  }
  return -1;
};

/** After what is closed by a text, or -1. */
const after =
  (end: Uint8Array) =>
  (bytes: Uint8Array, from: number): number => {
    const found = findText(bytes, from, end);
    return found < 0 ? -1 : found + end.length;
  };

type FindEnd = (bytes: Uint8Array, from: number) => number;

const SPECIALS: readonly (readonly [start: Uint8Array, end: FindEnd])[] = [
  [INSTRUCTION, after(INSTRUCTION_END)],
  [COMMENT, after(COMMENT_END)],
  [CDATA, after(CDATA_END)],
];

/**
 * The place after whatever begins with `<!` or `<?` at `at`: a comment, a section of character data, the document type.
 * Nothing in those is an element, whatever it looks like. -1 where the end is not there yet.
 */
export type EndOfSpecial = (bytes: Uint8Array, at: number) => number;

/**
 * Finds where comments and the like end.
 *
 * **Cost** an end that is not in a window is looked for once in it, however many begin there: what begins later does not
 * find one either.
 */
export const specialEnds = (): EndOfSpecial => {
  let window: Uint8Array | undefined;
  const missingFrom = new Map<FindEnd, number>();
  const once = (find: FindEnd, bytes: Uint8Array, from: number): number => {
    if (bytes !== window) {
      missingFrom.clear();
      window = bytes;
    }
    const end = from >= (missingFrom.get(find) ?? bytes.length) ? -1 : find(bytes, from);
    if (end < 0) missingFrom.set(find, from);
    return end;
  };
  return (bytes, at) => {
    for (const [start, end] of SPECIALS) if (standsAt(bytes, at, start)) return once(end, bytes, at + start.length);
    if (!standsAt(bytes, at, DOCTYPE)) return at + 2;
    const end = endOfDoctypeStart(bytes, at);
    return end > 0 && bytes[end - 1] === OPENING_BRACKET ? once(endOfSubset, bytes, end) : end;
  };
};
