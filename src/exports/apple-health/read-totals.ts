import type { Activity } from '../../domain/activity';
import type { Energy } from '../../domain/recording';
import type { XmlElement } from '../xml/parse-element';
import { amountOf } from './quantity';
import { suitsActivity } from './series-types';

const QUANTITY = 'HKQuantityTypeIdentifier';

/** What was measured in all over a workout, or over one leg of it. */
export interface Totals {
  readonly distanceMetres?: number;
  readonly energyKilocalories?: Energy;
}

const sumOf = (statistics: XmlElement, dimension: 'length' | 'energy'): number | undefined =>
  amountOf(dimension, statistics.attributes.sum, statistics.attributes.unit);

const readDistance = (
  element: XmlElement,
  activity: Activity,
  statistics: readonly XmlElement[],
): number | undefined => {
  const written = amountOf('length', element.attributes.totalDistance, element.attributes.totalDistanceUnit);
  if (written !== undefined) return written;
  const distances = statistics.flatMap((one) => {
    const type = (one.attributes.type ?? '').slice(QUANTITY.length);
    const metres = type.startsWith('Distance') ? sumOf(one, 'length') : undefined;
    return metres === undefined ? [] : [{ type, metres }];
  });
  // A triathlon has one distance per sport, and its way is all of them. Elsewhere a second type is the same way again,
  // as the phone in the pocket of a cyclist counted it.
  if (activity === 'multisport') return distances.reduce((sum, { metres }) => sum + metres, 0) || undefined;
  return (distances.find(({ type }) => suitsActivity(type, activity)) ?? distances[0])?.metres;
};

const readEnergy = (element: XmlElement, statistics: readonly XmlElement[]): Energy | undefined => {
  const statistic = (type: string): number | undefined => {
    const one = statistics.find(({ attributes }) => attributes.type === QUANTITY + type);
    return one && sumOf(one, 'energy');
  };
  const active =
    amountOf('energy', element.attributes.totalEnergyBurned, element.attributes.totalEnergyBurnedUnit) ??
    statistic('ActiveEnergyBurned');
  const basal = statistic('BasalEnergyBurned');
  const total = active !== undefined && basal !== undefined ? active + basal : undefined;
  return active === undefined ? undefined : { active, ...(total !== undefined && { total }) };
};

/**
 * The totals of a workout: attributes up to iOS 15, `WorkoutStatistics` from 16 on. Apple's total energy is the active one;
 * the resting share stands beside it where there are statistics.
 */
export const readTotals = (element: XmlElement, activity: Activity): Totals => {
  const statistics = element.children.filter(({ name }) => name === 'WorkoutStatistics');
  const distanceMetres = readDistance(element, activity, statistics);
  const energyKilocalories = readEnergy(element, statistics);
  return {
    ...(distanceMetres !== undefined && { distanceMetres }),
    ...(energyKilocalories !== undefined && { energyKilocalories }),
  };
};
