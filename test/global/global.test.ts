import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as script from '../../src/global/index';

/** A line of the list that every engine answers. */
interface Vector {
  readonly name: string;
  readonly call: string;
  readonly input?: unknown;
  readonly text?: string;
  readonly output: unknown;
}

const calls: Readonly<Record<string, (text: string) => string>> = script;
const vectors: readonly Vector[] = JSON.parse(
  readFileSync(new URL('../engines/vectors.json', import.meta.url), 'utf8'),
);
const mine = vectors.filter(({ call }) => call in calls);
const nothingOfIt = (call: string): unknown => JSON.parse((calls[call] as (text: string) => string)('null'));

describe('the script for hosts without a bundler', () => {
  it.each(mine)('$call answers to the byte: $name', ({ call, input, text, output }) => {
    expect(calls[call]?.(text ?? JSON.stringify(input))).toBe(JSON.stringify(output));
  });

  it('has a vector for every function', () => {
    expect([...new Set(mine.map(({ call }) => call))].sort()).toEqual(Object.keys(calls).sort());
  });

  it.each(Object.keys(calls))('%s refuses null with an issue, and does not throw', (call) => {
    expect(nothingOfIt(call)).toMatchObject({ kind: 'error', error: [{ path: '', given: 'null' }] });
  });

  it.each([
    ['text that is no JSON', '{', '"{"'],
    ['nothing at all', undefined as unknown as string, 'something that is no text'],
    ['a long text', 'x'.repeat(100), `"${'x'.repeat(40)}"`],
  ])('says what was given: %s', (_name, text, given) => {
    expect(JSON.parse(script.reconcile(text))).toEqual({
      kind: 'error',
      error: [{ path: '', given, allowed: 'JSON text', message: `The input is ${given}; allowed is JSON text.` }],
    });
  });

  it('names a field that is wrong inside of a list', () => {
    const recordings = [{ key: 'a', activity: 'running', start: 0, end: 'later' }];
    expect(JSON.parse(script.clusterRecordings(JSON.stringify({ recordings })))).toMatchObject({
      error: [{ path: 'recordings[0].end', message: 'recordings[0].end is "later"; allowed is a number.' }],
    });
  });

  it('takes an object that is no text for no JSON', () => {
    expect(JSON.parse(script.reconcile({ now: 1 } as unknown as string))).toMatchObject({ kind: 'error' });
  });
});
