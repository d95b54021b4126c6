// @ts-nocheck
import { test } from 'vitest';
import { applySteps } from '../../../src/reconcile/apply-plan';
import { reconcile } from '../../../src/reconcile/reconcile';
import { workout } from '../builders/records';
import { world } from '../builders/world';
import { appliedOf, factsOf } from '../property';

test('probe', () => {
  const b = world({ workouts: [workout({ key: 'w1', activity: 'strength-training' }), workout({ key: 'w5' })] });
  const p = reconcile(b);
  console.log(p.steps.map((s) => s.id));
  console.log(JSON.stringify(factsOf(appliedOf(b)), null, 1));
  console.log(JSON.stringify(factsOf(appliedOf(applySteps(b, p.steps.slice(0, 1)))), null, 1));
});
