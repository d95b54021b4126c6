import { SaxesParser } from 'saxes';
import type { Instant } from '../../domain/interval';
import type { RoutePoint } from '../../ports/detail';
import type { FileEntry } from '../bytes/byte-source';
import { gatherBytes } from '../bytes/byte-streams';
import { asciiBytes, decodeText, standsAt } from '../bytes/decode';
import { routePointOf } from '../route-point';
import { withoutForbidden } from '../xml/forbidden';
import { parseNumber } from './quantity';

/** A day and a half of a point each second. A larger file is read by no phone's own viewer either. */
const LARGEST_BYTES = 1 << 25;

/** A route, as far as it could be read. `broken` says why it was not read to its end. */
export interface ReadRoute {
  readonly pieces: readonly (readonly RoutePoint[])[];
  readonly broken?: string;
}

const POINT = asciiBytes('<trkpt');
/** A letter that other tags of a route do not have: it is looked for in place of the `<` of each of them. */
const RARE_AT = 3;
const RARE = POINT[RARE_AT] as number;

/** How many points begin before a place. */
const countIn = (bytes: Uint8Array, before: number): number => {
  let count = 0;
  const end = before + RARE_AT;
  for (let at = bytes.indexOf(RARE); at >= 0 && at < end; at = bytes.indexOf(RARE, at + 1)) {
    if (standsAt(bytes, at - RARE_AT, POINT)) count++;
  }
  return count;
};

/** How many points a GPX file has, without parsing it. The start of a tag may lie across two pieces. */
export const countPoints = async (file: FileEntry): Promise<number> => {
  const stream = await file.open();
  let count = 0;
  let rest: Uint8Array = new Uint8Array(0);
  for (let piece = await stream.next(); piece !== undefined; piece = await stream.next()) {
    const seam = new Uint8Array(rest.length + Math.min(POINT.length - 1, piece.length));
    seam.set(rest);
    seam.set(piece.subarray(0, seam.length - rest.length), rest.length);
    count += countIn(seam, rest.length) + countIn(piece, piece.length);
    const tail = piece.length < POINT.length ? seam : piece;
    rest = tail.slice(Math.max(0, tail.length - POINT.length + 1));
    stream.release?.(piece);
  }
  return count;
};

/** `2021-01-28T16:21:53Z`, the form of XML Schema's dateTime that every engine parses alike. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([.]\d{1,3})?(Z|[+-]\d\d:\d\d)$/;

/** A date of that form may still be none: the 31st of February. */
const instantOf = (text: string): Instant | undefined => {
  const at = MOMENT.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
};

/** Negative accuracies and speeds mean that there is none (`CLLocation`). */
const measured = (text: string | undefined): number | undefined => {
  const value = parseNumber(text);
  return value === undefined || value < 0 ? undefined : value;
};

const pointOf = (fields: Readonly<Record<string, string>>): readonly RoutePoint[] => {
  const point = routePointOf({
    at: instantOf((fields.time ?? '').trim()),
    latitude: parseNumber(fields.lat),
    longitude: parseNumber(fields.lon),
    altitude: parseNumber(fields.ele),
    horizontalAccuracy: measured(fields.hAcc),
    verticalAccuracy: measured(fields.vAcc),
    speed: measured(fields.speed),
  });
  return point ? [point] : [];
};

/**
 * Reads the points of a GPX 1.1 file. Each track segment is a piece of its own.
 *
 * **Shape** points without a place or a time are left out. What stands before a break in the file is given.
 */
export const readRoute = async (file: FileEntry): Promise<ReadRoute> => {
  const pieces: RoutePoint[][] = [];
  let piece: RoutePoint[] = [];
  let fields: Record<string, string> | undefined;
  let text = '';
  const parser = new SaxesParser({ position: false });
  parser.on('error', (error) => {
    if (!/undefined entity/.test(error.message)) throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    text = '';
    if (name === 'trkpt') fields = { lat: String(attributes.lat ?? ''), lon: String(attributes.lon ?? '') };
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'trkpt' && fields) {
      piece.push(...pointOf(fields));
      fields = undefined;
    } else if (name === 'trkseg') {
      pieces.push(piece);
      piece = [];
    } else if (fields) fields[name] = text;
  });
  let broken: string | undefined;
  try {
    parser.write(withoutForbidden(decodeText(await gatherBytes(await file.open(), LARGEST_BYTES)))).close();
  } catch (thrown) {
    broken = thrown instanceof Error ? thrown.message : String(thrown);
  }
  const found = [...pieces, piece].filter(({ length }) => length > 0);
  return { pieces: found, ...(broken !== undefined && { broken }) };
};
