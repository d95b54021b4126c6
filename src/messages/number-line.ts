import type { NumberPair } from '../reconcile/plan';
import { lookUp } from './look-up';
import { decimalText, distanceText, durationText, shareText } from './quantity-text';

/** One number of an original beside the same number of its copy. Empty where a side does not know it. */
export interface NumberLine {
  readonly name: string;
  readonly of: string;
  readonly copy: string;
  /** How much more or less the copy says, and as a share of the original. */
  readonly difference: string;
}

const energyText = (kilocalories: number): string => `${decimalText(kilocalories, 0)} kcal`;

interface NumberFormat {
  readonly label: string;
  readonly show: (value: number) => string;
}

const NUMBERS: Readonly<Record<NumberPair['name'], NumberFormat>> = {
  durationSeconds: { label: 'duration', show: durationText },
  distanceMetres: { label: 'distance', show: distanceText },
  activeKilocalories: { label: 'active energy', show: energyText },
  totalKilocalories: { label: 'total energy', show: energyText },
  elevationGainMetres: { label: 'elevation gain', show: distanceText },
};

const difference = (of: number, copy: number, show: (value: number) => string): string => {
  const by = copy - of;
  if (show(Math.abs(by)) === show(0)) return 'the same';
  const share = of > 0 ? ` (${shareText(Math.abs(by) / of)})` : '';
  return `${by > 0 ? '+' : '−'}${show(Math.abs(by))}${share}`;
};

const isNumber = (value: number | undefined): value is number => typeof value === 'number' && Number.isFinite(value);

/** Two numbers and their difference, in the units that a person would say. */
export const numberLine = ({ name, of, copy }: NumberPair): NumberLine => {
  const { label, show } = lookUp<NumberFormat>(NUMBERS, name) ?? { label: String(name), show: String };
  return {
    name: label,
    of: isNumber(of) ? show(of) : '',
    copy: isNumber(copy) ? show(copy) : '',
    difference: isNumber(of) && isNumber(copy) ? difference(of, copy, show) : '',
  };
};
