import fc from 'fast-check';
import { test } from 'vitest';
import { applySteps } from '../../../src/reconcile/apply-plan';
import { reconcile } from '../../../src/reconcile/reconcile';
import type { World } from '../../../src/reconcile/world';
import { smallWorld } from '../../generators/world';
import { accountingFaults, describeStep } from '../builders/places';
import { sketch } from '../builders/sketch';
import { appliedOf, factsOf, isRemoval, told } from '../property';

const n = (s: string) => s.replace(/\d+/g, '#').replace(/apple-health:/g, '');
const laws: Record<string, (w: World) => string | undefined> = {
  P2: (w) => {
    const p = reconcile(w);
    const r = reconcile(appliedOf(w, p)).steps.map(describeStep);
    return r.length
      ? `again ${[...new Set(r)].sort()} AFTER ${[...new Set(p.steps.map(describeStep))].sort()}`
      : undefined;
  },
  P3: (w) => {
    const r = reconcile(appliedOf(appliedOf(w))).steps.map(describeStep);
    return r.length ? `third ${r}` : undefined;
  },
  P4: (w) => {
    const { steps } = reconcile(w);
    const c = steps.filter((s) => !isRemoval(w, s)),
      r = steps.filter((s) => isRemoval(w, s));
    if (JSON.stringify(steps.map((s) => s.id)) !== JSON.stringify([...c, ...r].map((s) => s.id))) return `order`;
    return JSON.stringify(factsOf(applySteps(w, [...c.reverse(), ...r.reverse()]))) ===
      JSON.stringify(factsOf(applySteps(w, steps)))
      ? undefined
      : `differs ${[...new Set(steps.map(describeStep))].sort()}`;
  },
  P5: (w) => {
    const { steps } = reconcile(w);
    const end = JSON.stringify(factsOf(appliedOf(w)));
    for (let i = 1; i < steps.length; i++) {
      const part = applySteps(w, steps.slice(0, i));
      if (JSON.stringify(factsOf(appliedOf(part))) !== end)
        return `prefix ${[...new Set(steps.map(describeStep))].sort()} THEN ${reconcile(part).steps.map(describeStep)}`;
    }
    return undefined;
  },
  P9: (w) => accountingFaults(w, reconcile(w)).map(n).join('; ') || undefined,
};
const drops = (w: World): World[] => [
  ...w.sessions.items.map((_, i) => ({
    ...w,
    sessions: { ...w.sessions, items: w.sessions.items.filter((_, j) => j !== i) },
  })),
  ...w.mirror.items.map((_, i) => ({ ...w, mirror: { ...w.mirror, items: w.mirror.items.filter((_, j) => j !== i) } })),
  ...w.ledger.links.map((_, i) => ({ ...w, ledger: { ...w.ledger, links: w.ledger.links.filter((_, j) => j !== i) } })),
  { ...w, ledger: { ...w.ledger, answers: [] } },
  { ...w, ledger: { ...w.ledger, quarantined: [] } },
  { ...w, sessions: { ...w.sessions, gone: [] } },
  { ...w, mirror: { ...w.mirror, gone: [] } },
];
test('hunt', () => {
  const only = process.env.LAW?.split(',');
  const found = new Map<string, { w: World; c: number }>();
  for (const w of fc.sample(smallWorld(process.env.OPT ? JSON.parse(process.env.OPT) : {}), {
    numRuns: Number(process.env.N ?? 20000),
    seed: Number(process.env.SEED ?? 1),
  })) {
    for (const [id, law] of Object.entries(laws)) {
      if (only && !only.includes(id)) continue;
      const m = law(w);
      if (!m) continue;
      const k = `${id} ${m}`;
      const o = found.get(k);
      if (o) {
        o.c++;
        continue;
      }
      found.set(k, { w, c: 1 });
    }
  }
  for (const [k, { w, c }] of [...found].sort((a, b) => b[1].c - a[1].c).slice(0, Number(process.env.TOP ?? 25))) {
    const id = k.slice(0, 2);
    let s = w;
    for (let again = true; again; ) {
      again = false;
      for (const d of drops(s)) {
        if (JSON.stringify(d) !== JSON.stringify(s) && `${id} ${laws[id]?.(d)}` === k) {
          s = d;
          again = true;
          break;
        }
      }
    }
    console.log(
      c,
      k,
      `\n${sketch(s)
        .replace(
          /settings \{"import":\{(.*?)"requiredDetail.*?("ignoredSources".*?),"refused.*?"export":\{(.*?),"summ.*?("graceSeconds":\d+).*?\},/,
          'settings $1 $2 exp $3 $4 ',
        )
        .replace(/sessions true deleted gone {2}window -100000-100000/, 'S certain')
        .replace(/mirror true deleted granted gone {2}window -100000-100000/, 'M certain')}`,
      '\n  plan',
      told(reconcile(s)),
      '\n  next',
      told(reconcile(appliedOf(s))),
    );
  }
}, 600000);
