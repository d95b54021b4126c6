// @ts-nocheck
import { expect, it } from 'vitest';
import type { Refusal } from '../../src/domain/reason';
import { ELIGIBLE, isWaiting, type Verdict } from '../../src/policy/verdict';

const refused = (...lasts: Refusal['lasts'][]): Verdict => ({
  kind: 'refused',
  reasons: lasts.map((each) => ({ code: 'host-x', lasts: each })) as unknown as [Refusal],
});

it.each<readonly [string, Verdict, boolean]>([
  ['eligible', ELIGIBLE, false],
  ['one that passes', refused('until'), true],
  ['two that pass', refused('until', 'until'), true],
  ['one that passes, one for good', refused('until', 'for-good'), false],
  ['one that needs the user, one that passes', refused('needs-user', 'until'), false],
  ['for good', refused('for-good'), false],
  ['needs the user', refused('needs-user'), false],
])('waiting: %s', (_title, verdict, expected) => {
  expect(isWaiting(verdict)).toBe(expected);
});

it('the shared verdict is frozen', () => {
  expect(ELIGIBLE).toEqual({ kind: 'eligible' });
  expect(Object.isFrozen(ELIGIBLE)).toBe(true);
});
