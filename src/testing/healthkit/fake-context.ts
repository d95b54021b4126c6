import { admitRead, type FakeConditions, has } from './fake-conditions';
import type { ObjectShelf } from './object-shelf';
import type { StoredObject } from './stored-object';
import type { HealthKitSwitches } from './switches';

/** What the fake library is made of. */
export interface FakeContext {
  readonly shelf: ObjectShelf;
  readonly switches: HealthKitSwitches;
  readonly conditions: () => FakeConditions;
  readonly set: (changed: Partial<FakeConditions>) => void;
  readonly ownApp: string;
  /** Rises when all anchors are made useless. */
  readonly generation: () => number;
  /** Tells whoever listens that something changed. */
  readonly tell: () => void;
  readonly count: (call: 'read' | 'write') => void;
}

/** Whether this app is shown an object. */
export const isVisible = ({ conditions, ownApp }: FakeContext, { type, app, start }: StoredObject): boolean => {
  const { deniedReads, readableSince = Number.NEGATIVE_INFINITY } = conditions();
  return app === ownApp || (!has(deniedReads, type) && start >= readableSince);
};

/** Answers a query: with nothing where there is no health data, with an error while the phone is locked. */
export const query = async <Answer>(
  { conditions, count }: FakeContext,
  answer: () => Answer,
  nothing: Answer,
): Promise<Answer> => {
  count('read');
  if (!conditions().available) return nothing;
  admitRead(conditions());
  return answer();
};
