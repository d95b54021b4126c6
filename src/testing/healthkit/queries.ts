import { type FakeContext, isVisible, query } from './fake-context';
import type { FakeModule } from './fake-module';
import { nativeSample, nativeWorkout } from './native-object';
import { matching } from './predicates';
import type { StoredObject } from './stored-object';

const limited = <Item>(items: readonly Item[], limit: number): readonly Item[] =>
  limit > 0 ? items.slice(0, limit) : items;

/** The queries by range or filter: sorted by start alone. */
export const queriesOf = (context: FakeContext): Pick<FakeModule, 'queryWorkoutSamples' | 'queryQuantitySamples'> => {
  const { shelf, switches, conditions } = context;

  const sorted = <Item extends StoredObject>(items: readonly Item[], ascending = false): readonly Item[] => {
    const inOrder = switches.sameStart === 'oldest-first' ? [...items] : [...items].reverse();
    return inOrder.sort((a, b) => (ascending ? a.start - b.start : b.start - a.start));
  };

  return {
    queryWorkoutSamples: ({ filter, limit, ascending }) =>
      query(context, () => {
        const found = matching(shelf.workouts(), filter).filter((one) => isVisible(context, one));
        return limited(sorted(found, ascending), limit).map((one) => nativeWorkout(context, one));
      }, []),
    queryQuantitySamples: (type, { filter, limit, ascending }) =>
      query(context, () => {
        if (conditions().unknownTypes.includes(type)) throw new Error(`[healthkit] unrecognized quantityType ${type}`);
        const ofType = shelf.samples().filter((one) => one.type === type && isVisible(context, one));
        return limited(sorted(matching(ofType, filter), ascending), limit).map(nativeSample);
      }, []),
  };
};
