import { test } from 'vitest';
import { reconcile } from '../../../src/reconcile/reconcile';
import { placeOf } from '../builders/places';
import { posed, type Group } from '../oracle';
test('probe', () => {
  const none: Group = { link: 'none', free: 'none', copies: 0 };
  for (const [early, late] of [
    [{ link: 'exported kept kept', free: 'none', copies: 0 }, { link: 'none', free: 'completed', copies: 0 }],
    [{ link: 'exported kept kept', free: 'completed', copies: 0 }, { link: 'none', free: 'completed', copies: 0 }],
    [{ link: 'exported kept kept', free: 'two completed', copies: 0 }, { link: 'none', free: 'two completed', copies: 0 }],
  ] as [Group, Group][]) {
    const { world, predicted } = posed({ slots: [{ early, late }], onPossible: 'import', running: true });
    const plan = reconcile(world);
    console.log(JSON.stringify([early, late]), [...predicted].map(([k, v]) => `${k}: ${v.join('|')} -> ${placeOf(plan, k)}`), JSON.stringify(plan.blocked));
  }
});
