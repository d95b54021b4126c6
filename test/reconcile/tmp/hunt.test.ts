import fc from 'fast-check';
import { test } from 'vitest';
import { traceOf } from '../../generators/trace';
import { runTrace } from '../simulation/trace';

const kindOf = (f: string) =>
  f.startsWith('P2')
    ? `P2 ${[...new Set(f.replace(/\d+/g, '#').split(' again ')[1]?.split(','))].sort()} AFTER ${[...new Set(f.split(' again ')[0]?.replace('P2 after ', '').split(','))].sort()}`
    : f.replace(/\d+/g, '#').replace(/apple-health:/g, '');
test('hunt', () => {
  const devices = process.env.TWO ? (['device-1', 'device-2'] as const) : (['device-1'] as const);
  const found = new Map<string, { t: unknown[]; f: string }>();
  let n = 0;
  const counts = new Map<string, number>();
  for (const trace of fc.sample(traceOf(devices), {
    numRuns: Number(process.env.N ?? 20000),
    seed: Number(process.env.SEED ?? 7),
  })) {
    n++;
    const end = runTrace(trace, devices);
    if (
      process.env.NOEMPTY &&
      trace.some((s) => (s.name === 'hideStore' || s.name === 'hideSessions') && s.index === 3)
    )
      continue;
    if (process.env.NOASK && trace.some((s) => s.name.startsWith('ask'))) continue;
    for (const fault of end.faults.slice(0, 1)) {
      const kind = kindOf(fault);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      const old = found.get(kind);
      if (!old || old.t.length > trace.length) found.set(kind, { t: [...trace], f: end.faults.join('; ') });
    }
  }
  console.log(n);
  for (const [k, v] of [...found].sort()) {
    // shrink by removing steps
    let t = v.t as never[];
    for (let i = 0; i < t.length; ) {
      const shorter = [...t.slice(0, i), ...t.slice(i + 1)];
      const e = runTrace(shorter, devices);
      if (e.faults[0] && kindOf(e.faults[0]) === k) {
        t = shorter as never[];
        i = 0;
      } else i++;
    }
    console.log(
      counts.get(k),
      k,
      '\n   ',
      t.map((s: any) => `${s.name}(${s.index},${s.variant})${s.sync === 'no' ? '' : ` SYNC ${s.sync}`}`).join(' > '),
      '\n   ',
      runTrace(t, devices).faults.join('; '),
    );
  }
}, 600000);
