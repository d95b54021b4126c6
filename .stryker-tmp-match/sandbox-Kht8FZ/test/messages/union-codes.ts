// @ts-nocheck
import { readFileSync } from 'node:fs';

const source = readFileSync(new URL('../../src/domain/reason.ts', import.meta.url), 'utf8');

/** The codes of a union of `src/domain/reason.ts`, read from its text, so that a page can be held against it. */
export const codesOf = (union: string): readonly string[] => {
  const [, body = ''] = source.split(`export type ${union} =`);
  const end = body.indexOf(';\n');
  return [...body.slice(0, end).matchAll(/\| '([a-z-]+)'/g)].map(([, code = '']) => code);
};

export const UNIONS = [
  'ImportRefusalCode',
  'ExportRefusalCode',
  'WaitingCode',
  'SkippedCode',
  'BlockedCode',
  'StepCode',
] as const;

/** Every code of the library, once. */
export const ALL_CODES: readonly string[] = [...new Set(UNIONS.flatMap(codesOf))];
