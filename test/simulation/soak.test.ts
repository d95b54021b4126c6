import { describe, expect, it } from 'vitest';
import { fingerprintOf } from './soak-fingerprint';
import { BUDGET, LENGTHS, readOptions } from './soak-options';
import { openTally, seedsOf } from './soak-tally';

describe('the options of the soak', () => {
  it('are the budget of a commit where nothing is said', () => {
    expect(readOptions([])).toMatchObject({ kind: 'stretch', ...BUDGET, length: LENGTHS.commit, where: {} });
  });

  it('are random traces without end where only a time is said', () => {
    const random = Number.MAX_SAFE_INTEGER;
    expect(readOptions(['--minutes', '30'])).toMatchObject({
      minutes: 30,
      length: LENGTHS.timed,
      exhaustive: 0,
      crash: 0,
      random,
    });
    expect(readOptions(['--minutes', '30', '--length', '20'])).toMatchObject({ length: 20 });
  });

  it.each([['--rnadom', '5'], ['5000'], ['--random'], ['--random', 'many'], ['--random', '-5'], ['--where', '{sink}']])(
    'refuse %s and say which there are',
    (...given) => {
      expect(readOptions(given)).toMatchObject({
        kind: 'say',
        exitCode: 2,
        text: expect.stringContaining('--random, '),
      });
    },
  );

  it('tell what each of them does', () => {
    const told = readOptions(['--help', '--random', '5']);
    expect(told).toMatchObject({ kind: 'say', exitCode: 0, text: expect.stringContaining('--minutes') });
  });
});

describe('the tally of a stretch', () => {
  it('counts chunks without a gap, in whatever order they end', () => {
    const tally = openTally(7);
    tally.done(8, 500);
    expect([seedsOf(7, tally), tally.traces()]).toEqual(['no seed', 0]);
    tally.done(7, 500);
    tally.done(10, 500);
    expect([seedsOf(7, tally), tally.traces()]).toEqual(['seeds 7 to 8', 1000]);
  });
});

describe('the fingerprint of a bundle', () => {
  const bundle = (path: string, code: string): string =>
    `// ${path}sync.ts\nvar sync = {"${path}node_modules/a.js"() { ${code} }};\n`;

  it('is the same wherever the source lies, and another one for another source', () => {
    const here = fingerprintOf(bundle('', '1'));
    expect(here).toMatch(/^[0-9a-f]{12}$/);
    expect(fingerprintOf(bundle('../elsewhere/', '1'))).toBe(here);
    expect(fingerprintOf(bundle('', '2'))).not.toBe(here);
  });
});
