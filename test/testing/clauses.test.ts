import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { healthStoreContract } from '../../src/testing/health-store/health-store-contract';
import { sessionStoreContract } from '../../src/testing/session-store/session-store-contract';
import { stateStoreContract } from '../../src/testing/state-store/state-store-contract';

const never = (): never => {
  throw new Error('Only the names of the checks are looked at.');
};

const CONTRACTS = [
  ['health-store', 'HS', healthStoreContract(never)],
  ['session-store', 'SS', sessionStoreContract(never)],
  ['state-store', 'ST', stateStoreContract(never)],
] as const;

const page = readFileSync('docs/testing.md', 'utf8');
const rows = [...page.matchAll(/^\| ((?:HS|SS|ST)\d+) \| (.+) \|/gm)].map(([, clause = '']) => clause);

describe.each(CONTRACTS)('the numbered clauses of the %s', (port, prefix, checks) => {
  const source = readFileSync(`src/ports/${port}.ts`, 'utf8');
  const clauses = [...source.matchAll(/^ \* - \*\*([A-Z]+\d+)\*\*/gm)].map(([, clause = '']) => clause);

  it('are counted without a gap', () => {
    expect(clauses).toEqual(clauses.map((_, index) => `${prefix}${index + 1}`));
    expect(clauses.length).toBeGreaterThanOrEqual(8);
  });

  it('have a check each', () => {
    expect([...new Set(checks.map(({ name }) => name.split(' ')[0]))].sort()).toEqual([...clauses].sort());
  });

  it('have a row each in the page that says what is checked and what cannot be', () => {
    expect(rows.filter((clause) => clause.startsWith(prefix))).toEqual(clauses);
  });

  it('have checks with names that differ, so that a test runner can tell them apart', () => {
    const names = checks.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
