import { expect, it } from 'vitest';
import { identityIndex } from '../../../src/reconcile/locate/identity-index';

it('an index by id finds all that share an id, in the order in which they came, until they are removed', () => {
  const index = identityIndex<string>();
  index.add('x', 'a');
  index.add('x', 'b');
  index.add('y', 'b');
  expect([index.sharing('x'), index.sharing('y'), index.sharing('z')]).toEqual([['a', 'b'], ['b'], []]);
  index.remove('x', 'b');
  expect([index.sharing('x'), index.sharing('y')]).toEqual([['a'], ['b']]);
  index.remove('x', 'a');
  index.remove('x', 'a');
  expect(index.sharing('x')).toEqual([]);
});
