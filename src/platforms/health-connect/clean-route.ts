import type { Interval } from '../../domain/interval';
import type { RoutePoint } from '../../ports/detail';
import { textOf } from './instant-text';
import type { LocationInsert } from './records';

/**
 * What stands for an unset number of a location: Android's own mark, `Double.MIN_VALUE`, which anybody else reads as 0. The
 * library refuses a point that lacks an altitude or an accuracy (react-native-health-connect issue 210).
 */
const UNSET = Number.MIN_VALUE;

const isOnEarth = ({ latitude, longitude }: RoutePoint): boolean =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;

const metres = (value: number | undefined): { value: number; unit: 'meters' } => ({
  value: value !== undefined && Number.isFinite(value) ? value : UNSET,
  unit: 'meters',
});

const accuracy = (value: number | undefined): { value: number; unit: 'meters' } =>
  metres(value !== undefined && value >= 0 ? value : undefined);

/**
 * The points of a route that Health Connect takes, as it takes them: one bad point would have the whole session refused.
 *
 * **Shape** the pieces joined and in order; none before the start, at the end or after it, off the earth, or at the time of the
 * point before. Negative accuracies, which iPhones give for *unknown*, are unset.
 *
 * **Source** androidx `ExerciseRoute` and `ExerciseSessionRecord`: strictly rising times within the session, latitude,
 * longitude and accuracies in range.
 */
export const cleanRoute = (
  routes: readonly (readonly RoutePoint[])[],
  { start, end }: Interval,
): readonly LocationInsert[] => {
  const points = routes
    .flat()
    .filter((point) => point.at >= start && point.at < end && isOnEarth(point))
    .sort((a, b) => a.at - b.at);
  return points
    .filter(({ at }, index) => at !== points[index - 1]?.at)
    .map((point) => ({
      time: textOf(point.at),
      latitude: point.latitude,
      longitude: point.longitude,
      altitude: metres(point.altitudeMetres),
      horizontalAccuracy: accuracy(point.horizontalAccuracyMetres),
      verticalAccuracy: accuracy(point.verticalAccuracyMetres),
    }));
};
