import type { Activity } from '../../domain/activity';
import type { Interval } from '../../domain/interval';
import type { Recording } from '../../domain/recording';

/** What truly happened: one activity of one person, before any device wrote it down. */
export interface Happening extends Interval {
  readonly activity: Activity;
  readonly distanceMetres?: number;
}

/** A happening as an app writes it down exactly. */
export const recordHappening = (
  key: string,
  app: string,
  { activity, start, end, distanceMetres }: Happening,
): Recording => ({
  key,
  activity,
  start,
  end,
  source: { app },
  ...(distanceMetres !== undefined && { distanceMetres }),
});
