import { describe, expect, test } from 'vitest';
import { createSync } from '../../src/sync/create-sync';
import { runTrace } from './run-trace';
import { ALPHABET, shortTraces } from './short-traces';
import type { Trace, TraceStep } from './trace';

/** The first ones of the alphabet, of which longer traces are made. */
const FEW = 9;

const told = ({ action, accident }: TraceStep): string =>
  accident ? `${action} (${accident.kind} ${accident.call})` : action;

const DEPTH = Number(process.env.WORKOUT_SYNC_DEPTH ?? 3);

const faultsOf = async (traces: readonly Trace[]): Promise<readonly string[]> => {
  const found = new Map<string, string>();
  for (const one of traces) {
    const { faults } = await runTrace(one, createSync);
    const kind = (faults[0] ?? '').replace(/\d+/g, '#');
    if (kind !== '' && !found.has(kind)) found.set(kind, `${one.steps.map(told).join(' > ')}: ${faults.join('; ')}`);
  }
  console.info(`${traces.length} traces`);
  return [...found.values()];
};

describe.each(['apple-health', 'health-connect'] as const)('every short trace on %s', (profile) => {
  test(`S1 to S13 and E4 hold in every trace of two out of ${ALPHABET.length} steps`, async () => {
    expect(await faultsOf(shortTraces(profile, 2, ALPHABET.length))).toEqual([]);
  });

  test(`S1 to S13 and E4 hold in every trace of ${DEPTH} out of ${FEW} steps`, async () => {
    expect(await faultsOf(shortTraces(profile, DEPTH, FEW))).toEqual([]);
  });
});
