/**
 * How many of ours one of Apple's units is.
 *
 * **Source** `HKUnit.h`: `cal` is the small calorie, `Cal` and `kcal` the large one. The unit depends on the phone's settings,
 * so it is always looked at.
 */
const METRES: Readonly<Record<string, number>> = {
  m: 1,
  cm: 0.01,
  mm: 0.001,
  km: 1000,
  mi: 1609.344,
  yd: 0.9144,
  ft: 0.3048,
  in: 0.0254,
};
const KILOCALORIES: Readonly<Record<string, number>> = {
  kcal: 1,
  Cal: 1,
  cal: 0.001,
  kJ: 1 / 4.184,
  J: 1 / 4184,
};
const SECONDS: Readonly<Record<string, number>> = { s: 1, ms: 0.001, min: 60, hr: 3600, h: 3600, d: 86_400 };
const PER_MINUTE: Readonly<Record<string, number>> = {
  'count/min': 1,
  'count/s': 60,
  'count/hr': 1 / 60,
  Hz: 60,
  bpm: 1,
};
const WATTS: Readonly<Record<string, number>> = { W: 1, kW: 1000 };
const COUNT: Readonly<Record<string, number>> = { count: 1 };

/** What a quantity measures. */
export type Dimension = 'length' | 'energy' | 'time' | 'speed' | 'rate' | 'power' | 'count';

const FACTORS: Readonly<Record<Exclude<Dimension, 'speed'>, ReadonlyMap<string, number>>> = {
  length: new Map(Object.entries(METRES)),
  energy: new Map(Object.entries(KILOCALORIES)),
  time: new Map(Object.entries(SECONDS)),
  rate: new Map(Object.entries(PER_MINUTE)),
  power: new Map(Object.entries(WATTS)),
  count: new Map(Object.entries(COUNT)),
};

const speedFactor = (unit: string): number | undefined => {
  const [length = '', time = '', more] = unit.split('/');
  const metres = FACTORS.length.get(length);
  const seconds = FACTORS.time.get(time);
  return metres === undefined || seconds === undefined || more !== undefined ? undefined : metres / seconds;
};

/**
 * What to multiply a number in one of Apple's units with, to have metres, kilocalories, seconds, metres per second, beats or
 * revolutions per minute, watts, or a plain count. Nothing for a unit of another dimension.
 */
export const factorOf = (dimension: Dimension, unit: string | undefined): number | undefined => {
  const plain = (unit ?? '').trim();
  return dimension === 'speed' ? speedFactor(plain) : FACTORS[dimension].get(plain);
};

/** A number as Apple writes it: a dot before decimals, never a comma. Nothing for anything else. */
export const parseNumber = (text: string | undefined): number | undefined => {
  if (text === undefined || !/^\s*[+-]?(\d+[.]?\d*|[.]\d+)([eE][+-]?\d+)?\s*$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
};

/** Beyond six decimals a conversion is noise of binary fractions (5.12 km is 5120.000000000001 m without this). */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/**
 * A number and its unit, in ours; nothing where either is missing or makes no sense.
 *
 * **Laws** an amount that was not measured is written as zero by older versions, so zero is nothing.
 */
export const amountOf = (
  dimension: Dimension,
  text: string | undefined,
  unit: string | undefined,
): number | undefined => {
  const value = parseNumber(text);
  const factor = factorOf(dimension, unit);
  if (value === undefined || factor === undefined || value <= 0) return undefined;
  const amount = rounded(value * factor);
  return amount > 0 && Number.isFinite(amount) ? amount : undefined;
};

/** A quantity in one text, as metadata hold it: `1036 cm`, `9.09 kcal/hr·kg`. */
export const quantityOf = (dimension: Dimension, text: string | undefined): number | undefined => {
  const [number, unit] = (text ?? '').trim().split(/[\s\u00a0]+/);
  return amountOf(dimension, number, unit);
};
