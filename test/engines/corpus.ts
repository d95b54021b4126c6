import fc from 'fast-check';
import { world as smallWorld } from '../../src/testing/arbitraries/world';
import { labelledHistory } from '../generators/labelled-history';

const WORLDS = 300;
const SCENES = 400;

/**
 * Inputs by the hundred, the same in every run: what they lead to is not written down anywhere, it only has to be the same
 * in every engine. They are made in one place and travel as JSON, since the generators use logarithms and cosines, whose last
 * digits are every engine's own.
 */
export const corpus = () => [
  ...fc.sample(smallWorld(), { seed: 20_261_121, numRuns: WORLDS }).map((input, number) => ({
    name: `random world ${number}`,
    call: 'reconcile',
    input,
  })),
  ...[1, 2, 3].map((seed) => ({
    name: `labelled history ${seed}`,
    call: 'clusterRecordings',
    input: { recordings: labelledHistory(seed, SCENES).map(({ recording }) => recording) },
  })),
];
