import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { previewOf } from '../../docs/examples/preview';
import history from '../../docs/examples/two-week-history/world.json';
import { applyPlan, printOf, reconcile, type World } from '../../src/index';
import { parseWorld } from '../../src/schema/index';
import { placesOf, writesOf } from './builders';

const world = history as unknown as World;
const plain = { strong: (text: string) => text, faint: (text: string) => text };

describe('docs/examples/two-week-history', () => {
  it('is a world that parses, to what it says', () => {
    expect(parseWorld(history)).toEqual({ kind: 'ok', value: history });
  });

  it('holds prints as this version makes them', () => {
    for (const entry of world.mirror.items) expect(entry.prints).toEqual(printOf(entry));
  });

  it('plans what its page says', () => {
    const plan = reconcile(world);
    expect(writesOf(plan)).toEqual([
      'enrich-session apple-health:hk-0108',
      'export runlog-104',
      'import hk-0109',
      'import hk-0111',
      'import hk-0120',
      'remove-workout hk-0115',
      'update-session apple-health:hk-0106',
      'update-workout runlog-102',
    ]);
    expect(
      plan.steps.filter(({ effect }) => effect.kind === 'set-link').map(({ link }) => `${link.state} ${link.session}`),
    ).toEqual(['active runlog-103', 'detached apple-health:hk-0107']);
    expect(placesOf(plan)).toEqual([
      'blocked hk-0118: possible-twin',
      'blocked runlog-106: possible-twin',
      'skipped hk-0104: deleted-in-app',
      'skipped hk-0114: manual-entry, summary-only',
      'skipped hk-0116: summary-only',
      'skipped hk-0117: category-off',
      'skipped hk-0119: malformed',
      'waiting hk-0121: settling',
      'waiting hk-0122: session-open',
      'waiting runlog-107: session-open',
    ]);
  });

  it('has nothing left to do after that', () => {
    const applied = applyPlan(world, reconcile(world));
    expect(applied.kind === 'ok' && reconcile(applied.value).steps).toEqual([]);
  });
});

describe('the demo', () => {
  it.each([60, 80, 96, 110, 140])('fits into %d columns', (width) => {
    const lines = previewOf(world, { ...plain, width }).split('\n');
    expect(lines.filter((line) => line.length > width)).toEqual([]);
  });

  it('shows the plan, the copies side by side, the counts, and that it settles', () => {
    const text = previewOf(world, { ...plain, width: 140 });
    for (const part of [
      'What happens (10)',
      'Held until you decide (2)',
      'Waiting (3)',
      'Left as it is (5)',
      'Cycling of Sat 7 Nov 2026, 09:02: the original is from Velopath, a copy is in Apple Watch.',
      'distance        61.24 km    58.87 km    −2.37 km (3.9 %)',
      '10 steps, 2 held for you, 3 waiting, 5 left as they are, 5 settled.',
      'Planned again: 0 steps.',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(/undefined|NaN/);
  });

  it('runs as npm run demo:plan, without colours where there is no terminal', () => {
    const cwd = fileURLToPath(new URL('../../', import.meta.url));
    const { FORCE_COLOR: _unset, ...env } = process.env;
    const printed = execFileSync('npm', ['run', '--silent', 'demo:plan'], {
      cwd,
      env,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    expect(printed).toBe(previewOf(world, { ...plain, width: 110 }));
  });
});
