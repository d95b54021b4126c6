import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codesOf, RUN_UNIONS, UNIONS } from './union-codes';

const page = readFileSync(new URL('../../docs/problems.md', import.meta.url), 'utf8');

const ALL_UNIONS = [...UNIONS, ...RUN_UNIONS];

const SECTIONS: Readonly<Record<(typeof ALL_UNIONS)[number], string>> = {
  ImportRefusalCode: 'Why a workout may not come in',
  ExportRefusalCode: 'Why a session may not go out',
  WaitingCode: 'Why a record can only wait',
  SkippedCode: 'Why a record is left where it is',
  BlockedCode: 'Why a record is held until somebody decides',
  StepCode: 'Why a step is taken',
  ProblemCode: 'What stands in the way of a run',
  FindingCode: 'What `diagnose` finds',
  MissingCode: 'Why a field of a workout is missing',
  ConnectionState: 'How the app and the health store are connected',
  RunEnd: 'How a run ended',
  ItemOutcome: 'What happened to an item',
};

/** The rows of a section's table: code, meaning, likely cause, what to do. */
const rowsOf = (title: string): string[][] => {
  const [, section = ''] = page.split(`## ${title}\n`);
  return (section.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
};

describe('docs/problems.md', () => {
  it.each(ALL_UNIONS)('lists the codes of %s, all of them and no other, in their order', (union) => {
    expect(codesOf(union).length).toBeGreaterThan(2);
    expect(rowsOf(SECTIONS[union]).map(([code = '']) => code.slice(1, -1))).toEqual(codesOf(union));
  });

  it('gives each code a meaning, a likely cause and what to do', () => {
    for (const union of ALL_UNIONS) {
      for (const cells of rowsOf(SECTIONS[union])) {
        expect(cells).toHaveLength(4);
        for (const cell of cells.slice(1)) expect(cell, cells[0]).toMatch(/^[A-Z].*\.$/);
      }
    }
  });
});
