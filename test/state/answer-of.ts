import type { Result } from '../../src/domain/result';
import type { Problem } from '../../src/sync/surface/report';
import type { PlainWorld } from '../sync/plain-world';

/** What a function of the state answered; a problem fails the test. */
export const answerOf = <Value>(result: Result<Value, Problem>): Value => {
  if (result.kind === 'error') throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** What the functions of the state are given: the phone `phone` of `ada`. */
export const hostOf = ({ state, store }: PlainWorld) => ({ state, store, account: 'ada', device: 'phone' });

/** A row of the state, parsed. */
export const rowOf = (world: PlainWorld, key: string) => JSON.parse(world.rows.get(key) ?? 'null');
