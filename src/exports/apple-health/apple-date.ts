import type { Instant } from '../../domain/interval';

/** A moment as Apple writes it: the instant, and the offset from UTC that it is written in. */
export interface AppleDate {
  readonly at: Instant;
  readonly offsetSeconds: number;
}

/** `2024-03-09 07:05:00 +0100`: always as long. */
export const DATE_LENGTH = 25;

const DAY_MILLISECONDS = 86_400_000;

/**
 * Days since 1970-01-01 of a date of the Gregorian calendar, without tables.
 *
 * **Source** Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
 */
const daysOf = (year: number, month: number, day: number): number => {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
};

/** The digits of a number, or NaN where one is none. Bytes instead of text: this runs once for every sample. */
const digits = (bytes: Uint8Array, at: number, count: number): number => {
  let value = 0;
  for (let index = at; index < at + count; index++) {
    const digit = (bytes[index] as number) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
};

const SEPARATORS: readonly (readonly [at: number, byte: number])[] = [
  [4, 0x2d],
  [7, 0x2d],
  [10, 0x20],
  [13, 0x3a],
  [16, 0x3a],
  [19, 0x20],
];

/** East is plus, west is minus; NaN where it is neither. */
const offsetAt = (bytes: Uint8Array, at: number): number => {
  const sign = bytes[at];
  const seconds = digits(bytes, at + 1, 2) * 3600 + digits(bytes, at + 3, 2) * 60;
  return sign === 0x2b ? seconds : sign === 0x2d ? -seconds : Number.NaN;
};

/**
 * The instant of a date at a place, NaN where no date of Apple's form stands there.
 *
 * **Units** milliseconds since the epoch.
 */
export const instantAt = (bytes: Uint8Array, at: number): Instant => {
  for (const [place, byte] of SEPARATORS) if (bytes[at + place] !== byte) return Number.NaN;
  const month = digits(bytes, at + 5, 2);
  const day = digits(bytes, at + 8, 2);
  const hour = digits(bytes, at + 11, 2);
  const minute = digits(bytes, at + 14, 2);
  const second = digits(bytes, at + 17, 2);
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return Number.NaN;
  const days = daysOf(digits(bytes, at, 4), month, day);
  return days * DAY_MILLISECONDS + ((hour * 60 + minute) * 60 + second - offsetAt(bytes, at + 19 + 1)) * 1000;
};

/** The letters of the date that is being parsed: one buffer for all of them, since parsing never waits. */
const SCRATCH = new Uint8Array(DATE_LENGTH);

/**
 * Reads a date as Apple writes it, `yyyy-MM-dd HH:mm:ss ±HHMM`. It is not ISO 8601, and engines disagree on it when asked
 * through `Date`.
 *
 * **Shape** nothing for any other form.
 */
export const parseAppleDate = (text: string | undefined): AppleDate | undefined => {
  if (text === undefined) return undefined;
  const plain = text.length === DATE_LENGTH ? text : text.trim();
  if (plain.length !== DATE_LENGTH) return undefined;
  for (let index = 0; index < DATE_LENGTH; index++) {
    const letter = plain.charCodeAt(index);
    // A hard space stands for a plain one in other texts of an export.
    SCRATCH[index] = letter === 0xa0 || letter === 0x202f ? 0x20 : Math.min(255, letter);
  }
  const at = instantAt(SCRATCH, 0);
  return Number.isNaN(at) ? undefined : { at, offsetSeconds: offsetAt(SCRATCH, 20) };
};
