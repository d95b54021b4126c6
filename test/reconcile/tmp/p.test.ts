import { test } from 'vitest';
import { reconcile } from '../../../src/reconcile/reconcile';
import { applyPlan } from '../../../src/reconcile/apply-plan';
import { session, workout, PHONE, WATCH } from '../builders/records';
import { world, link } from '../builders/world';
import { accountingFaults, placesOf } from '../builders/places';

test('probe', () => {
  const w = workout({ key: 'w1' });
  const s = session({ key: 'apple-health:w1', revision: '', origin: { platform: 'apple-health', workout: 'w1'} }); 
  const b = world({ sessions: [s], workouts: [w], links: [link('imported', s, w, { state: 'session-deleted' })], ledger: { answers: [{kind:'restore', session: s.key}] } });
  const p = reconcile(b);
  console.log([...placesOf(p)], JSON.stringify(p.steps, null, 1));
});
