import type { HealthKitFilter, HealthKitWorkoutObject } from '../../platforms/healthkit/healthkit-module';
import type { StoredObject } from './stored-object';

type Filter = HealthKitFilter<HealthKitWorkoutObject>;
type Predicate = (object: StoredObject) => boolean;

const UUID = /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/i;

/** What a filter becomes: the library drops what it cannot make a predicate of. */
export const predicatesOf = ({ uuid, uuids, date, metadata, workout, OR }: Filter): readonly Predicate[] => {
  const predicates: Predicate[] = [];
  if (uuid !== undefined && UUID.test(uuid)) predicates.push((one) => one.uuid === uuid);
  if (uuids !== undefined) predicates.push((one) => uuids.includes(one.uuid));
  if (date !== undefined) {
    const [from, to] = [
      date.startDate?.getTime() ?? Number.NEGATIVE_INFINITY,
      date.endDate?.getTime() ?? Number.POSITIVE_INFINITY,
    ];
    predicates.push(({ start, end }) => (date.strictStartDate ? start >= from : end >= from) && start < to);
  }
  if (metadata !== undefined) {
    const { withMetadataKey: key, value } = metadata;
    predicates.push((one) => (value === undefined ? key in one.metadata : one.metadata[key] === value));
  }
  if (workout !== undefined) predicates.push((one) => 'workout' in one && one.workout === workout.uuid);
  if (OR !== undefined) {
    const any = OR.map(predicatesOf).filter((all) => all.length > 0);
    if (any.length > 0) predicates.push((one) => any.some((all) => all.every((holds) => holds(one))));
  }
  return predicates;
};

/** What a filter finds. One without a predicate lets everything through. */
export const matching = <Item extends StoredObject>(items: readonly Item[], filter: Filter = {}): readonly Item[] => {
  const predicates = predicatesOf(filter);
  return items.filter((one) => predicates.every((holds) => holds(one)));
};
