import type { HealthStore } from '../ports/health-store';

/** What one may want of a health store, beyond reading workouts. */
export type Feature =
  | 'changes'
  | 'deletions'
  | 'unknown-activities'
  | 'time-zone'
  | 'title'
  | 'total-energy'
  | 'samples'
  | 'route'
  | 'laps'
  | 'pauses'
  | 'read-permission'
  | 'background'
  | 'write-workouts'
  | 'write-samples'
  | 'write-route'
  | 'write-laps'
  | 'write-pauses'
  | 'write-elevation'
  | 'write-time-zone'
  | 'atomic-write';

/** Whether a feature is to be had through a client library, and what is missing. */
export interface Availability {
  readonly is: 'yes' | 'partly' | 'no';
  readonly note?: string;
}

/** A health store over a client library, which knows what that library cannot do. */
export interface Adapter extends HealthStore {
  readonly features: Readonly<Record<Feature, Availability>>;
}

/** One thing that is not to be had, or not wholly. */
export interface Lack extends Availability {
  readonly feature: Feature;
  readonly is: 'partly' | 'no';
}

/**
 * What is not to be had through an adapter: for a settings screen, or a page of help.
 *
 * **Shape** one line for each feature that is missing or only partly there, in the order of {@link Feature}.
 */
export const availability = ({ features }: Pick<Adapter, 'features'>): readonly Lack[] =>
  (Object.keys(features) as Feature[]).flatMap((feature) => {
    const { is, note } = features[feature];
    return is === 'yes' ? [] : [{ feature, is, ...(note !== undefined && { note }) }];
  });
