import { describe, expect, test } from 'vitest';
import { createSync } from '../../src/sync/create-sync';
import { runTrace } from './run-trace';
import { mishap, step, trace } from './steps';
import type { TraceStep } from './trace';

/** What happens most, and what goes wrong most: each followed by a sync. */
const ALPHABET: readonly TraceStep[] = [
  step('record'),
  step('watchWrites'),
  step('phoneWrites', { variant: 1 }),
  step('editFacts', { variant: 1 }),
  step('changeFacts'),
  step('binSession'),
  step('eraseSession'),
  step('removeForeign'),
  step('removeOwn'),
  step('replace'),
  step('loseState'),
  step('restart', { budget: 1 }),
  step('unbin'),
  step('removeGone', { sync: 'no' }),
  step('reinsert'),
  step('expire'),
  step('newMapping'),
  step('losePage'),
  step('signOut'),
  step('denyRead'),
  step('limitHistory'),
  step('goToBackground'),
  step('showStore'),
  step('clearStore'),
  mishap('record', 'throw-after', 'writing.save'),
  mishap('watchWrites', 'throw-after', 'sessions.apply'),
  mishap('watchWrites', 'crash-after', 'sessions.apply'),
  mishap('record', 'crash-after', 'writing.save'),
  mishap('record', 'user-after', 'writing.save', { meanwhile: 'editFacts', variant: 1 }),
  mishap('record', 'rival', 'writing.save'),
];

/** The first ones of the alphabet, of which longer traces are made. */
const FEW = 9;

const told = ({ action, accident }: TraceStep): string =>
  accident ? `${action} (${accident.kind} ${accident.call})` : action;

const DEPTH = Number(process.env.WORKOUT_SYNC_DEPTH ?? 3);

const tracesOver = (letters: readonly TraceStep[], length: number): readonly (readonly TraceStep[])[] =>
  length === 0 ? [[]] : tracesOver(letters, length - 1).flatMap((before) => letters.map((last) => [...before, last]));

const faultsOf = async (
  profile: 'apple-health' | 'health-connect',
  traces: readonly (readonly TraceStep[])[],
): Promise<readonly string[]> => {
  const found = new Map<string, string>();
  for (const steps of traces) {
    const { faults } = await runTrace(trace({ profile }, ...steps), createSync);
    const kind = (faults[0] ?? '').replace(/\d+/g, '#');
    if (kind !== '' && !found.has(kind)) found.set(kind, `${steps.map(told).join(' > ')}: ${faults.join('; ')}`);
  }
  console.info(`${traces.length} traces`);
  return [...found.values()];
};

describe.each(['apple-health', 'health-connect'] as const)('every short trace on %s', (profile) => {
  test(`S1 to S13 and E4 hold in every trace of two out of ${ALPHABET.length} steps`, async () => {
    expect(await faultsOf(profile, tracesOver(ALPHABET, 2))).toEqual([]);
  });

  test(`S1 to S13 and E4 hold in every trace of ${DEPTH} out of ${FEW} steps`, async () => {
    expect(await faultsOf(profile, tracesOver(ALPHABET.slice(0, FEW), DEPTH))).toEqual([]);
  });
});
