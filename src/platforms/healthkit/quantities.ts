import type { HealthKitQuantity } from './native-sample';

/** What one unit is in metres. kingstinct says `meters` for the distance of a workout, and `m` elsewhere. */
const METRES: ReadonlyMap<string, number> = /* @__PURE__ */ new Map([
  ['m', 1],
  ['meters', 1],
  ['km', 1000],
  ['cm', 0.01],
  ['mm', 0.001],
  ['mi', 1609.344],
  ['yd', 0.9144],
  ['ft', 0.3048],
  ['in', 0.0254],
]);

/** What one unit is in kilocalories. HealthKit's `Cal` is the large calorie, `cal` the small one. */
const KILOCALORIES: ReadonlyMap<string, number> = /* @__PURE__ */ new Map([
  ['kcal', 1],
  ['Cal', 1],
  ['cal', 0.001],
  ['kJ', 1 / 4.184],
  ['J', 1 / 4184],
]);

const SECONDS: ReadonlyMap<string, number> = /* @__PURE__ */ new Map([
  ['s', 1],
  ['ms', 0.001],
  ['min', 60],
  ['hr', 3600],
]);

const isQuantity = (value: unknown): value is HealthKitQuantity =>
  typeof value === 'object' && value !== null && 'quantity' in value && 'unit' in value;

const inUnit =
  (factors: ReadonlyMap<string, number>) =>
  (value: unknown): number | undefined => {
    if (!isQuantity(value) || !Number.isFinite(value.quantity)) return undefined;
    const factor = factors.get(value.unit);
    return factor === undefined ? undefined : value.quantity * factor;
  };

/** A length in metres; absent where it is none, or in a unit that nobody knows. */
export const toMetres = /* @__PURE__ */ inUnit(METRES);

/** An energy in kilocalories. */
export const toKilocalories = /* @__PURE__ */ inUnit(KILOCALORIES);

/** A duration in seconds. */
export const toSeconds = /* @__PURE__ */ inUnit(SECONDS);

/** A measured number: zero is what is written where nothing was measured. */
export const measured = (value: number | undefined): number | undefined =>
  value !== undefined && value > 0 ? value : undefined;
