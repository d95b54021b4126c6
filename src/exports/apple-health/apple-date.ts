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

const [ZERO, PLUS, MINUS, SPACE, COLON] = [0x30, 0x2b, 0x2d, 0x20, 0x3a];

/** In place of a number of two digits where there are none: larger than any. */
const NO_DIGITS = 1 << 10;

/** Bytes, not text: this runs for every sample. */
const twoDigits = (bytes: Uint8Array, at: number): number => {
  const tens = (bytes[at] as number) - ZERO;
  const ones = (bytes[at + 1] as number) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NO_DIGITS;
};

/** The day that was asked for last: records come in the order of time, thousands of a day in a row. */
let lastDate = -1;
let lastDays = 0;

const daysAt = (bytes: Uint8Array, at: number): number => {
  const century = twoDigits(bytes, at);
  const year = twoDigits(bytes, at + 2);
  const month = twoDigits(bytes, at + 5);
  const day = twoDigits(bytes, at + 8);
  if (century > 99 || year > 99 || month < 1 || month > 12 || day < 1 || day > 31) return Number.NaN;
  const date = ((century * 100 + year) * 16 + month) * 32 + day;
  if (date !== lastDate) {
    lastDays = daysOf(century * 100 + year, month, day);
    lastDate = date;
  }
  return lastDays;
};

/** East is plus, west is minus; NaN where it is neither. */
const offsetAt = (bytes: Uint8Array, at: number): number => {
  const [hours, minutes] = [twoDigits(bytes, at + 1), twoDigits(bytes, at + 3)];
  if (hours > 99 || minutes > 99) return Number.NaN;
  const seconds = hours * 3600 + minutes * 60;
  return bytes[at] === PLUS ? seconds : bytes[at] === MINUS ? -seconds : Number.NaN;
};

/**
 * The instant of a date at a place, NaN where no date of Apple's form stands there.
 *
 * **Units** milliseconds since the epoch.
 */
export const instantAt = (bytes: Uint8Array, at: number): Instant => {
  const isForm =
    bytes[at + 4] === MINUS &&
    bytes[at + 7] === MINUS &&
    bytes[at + 10] === SPACE &&
    bytes[at + 13] === COLON &&
    bytes[at + 16] === COLON &&
    bytes[at + 19] === SPACE;
  if (!isForm) return Number.NaN;
  const hour = twoDigits(bytes, at + 11);
  const minute = twoDigits(bytes, at + 14);
  const second = twoDigits(bytes, at + 17);
  if (hour > 24 || minute > 59 || second > 60) return Number.NaN;
  return daysAt(bytes, at) * DAY_MILLISECONDS + ((hour * 60 + minute) * 60 + second - offsetAt(bytes, at + 20)) * 1000;
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
    SCRATCH[index] = letter === 0xa0 || letter === 0x202f ? SPACE : Math.min(255, letter);
  }
  const at = instantAt(SCRATCH, 0);
  return Number.isNaN(at) ? undefined : { at, offsetSeconds: offsetAt(SCRATCH, 20) };
};
