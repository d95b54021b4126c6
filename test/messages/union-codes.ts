import { readFileSync } from 'node:fs';

const read = (file: string): string => readFileSync(new URL(`../../src/${file}.ts`, import.meta.url), 'utf8');

/** Where each union of codes begins: the file, and what stands before its first code. */
const PLACES = {
  ImportRefusalCode: ['domain/reason', 'export type ImportRefusalCode ='],
  ExportRefusalCode: ['domain/reason', 'export type ExportRefusalCode ='],
  WaitingCode: ['domain/reason', 'export type WaitingCode ='],
  SkippedCode: ['domain/reason', 'export type SkippedCode ='],
  BlockedCode: ['domain/reason', 'export type BlockedCode ='],
  StepCode: ['domain/reason', 'export type StepCode ='],
  StoreErrorKind: ['ports/store-error', 'export type StoreErrorKind ='],
  ProblemCode: ['sync/surface/report', 'export type ProblemCode ='],
  FindingCode: ['sync/surface/finding', 'export type FindingCode ='],
  MissingCode: ['sync/surface/finding', 'export type MissingCode ='],
  ConnectionState: ['sync/surface/status', 'readonly state:'],
  RunEnd: ['sync/surface/report', 'export type RunEnd ='],
  ItemOutcome: ['sync/surface/report', 'export type ItemOutcome ='],
} as const;

export type Union = keyof typeof PLACES;

/** The codes of a union, read from the text of the source, so that a page can be held against it. */
export const codesOf = (union: Union): readonly string[] => {
  const [file, before] = PLACES[union];
  const [, body = ''] = read(file).split(before);
  const end = body.indexOf(';\n');
  const codes = [...body.slice(0, end).matchAll(/(?:\||^)\s*'([a-z-]+)'/g)].map(([, code = '']) => code);
  return union === 'ProblemCode' ? [...codesOf('StoreErrorKind'), ...codes] : codes;
};

/** The unions of reasons. */
export const UNIONS = [
  'ImportRefusalCode',
  'ExportRefusalCode',
  'WaitingCode',
  'SkippedCode',
  'BlockedCode',
  'StepCode',
] as const satisfies readonly Union[];

/** The unions of what is told about runs. */
export const RUN_UNIONS = [
  'ProblemCode',
  'FindingCode',
  'MissingCode',
  'ConnectionState',
  'RunEnd',
  'ItemOutcome',
] as const satisfies readonly Union[];

/** Every code of a reason, once. */
export const ALL_CODES: readonly string[] = [...new Set(UNIONS.flatMap(codesOf))];
