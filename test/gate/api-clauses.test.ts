import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clausesIn } from './api-clauses.mjs';

const textOf = (pattern: string): string =>
  globSync(pattern)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

const numbersIn = (text: string, clause: RegExp): string[] =>
  [...text.matchAll(clause)].map(([, id = '']) => id).sort();

describe('the clauses of a doc comment', () => {
  it('are told one a line, with what may be relied on', () => {
    const comment = [
      'A clock.',
      '',
      '- **CL1** MUST tell the time,',
      '  as a {@link Instant }.',
      '- **CL2** SHOULD tick.',
      '',
      'and **may rely on** these: nobody',
      'asks at midnight.',
    ].join('\n');
    expect(clausesIn(comment)).toEqual([
      '- **CL1** MUST tell the time, as a `Instant`.',
      '- **CL2** SHOULD tick.',
      '',
      'It **may rely on** these: nobody asks at midnight.',
    ]);
  });

  it('are none where nothing is numbered', () => {
    expect(clausesIn('A **bold** word.\n\n- one\n- two')).toEqual([]);
  });
});

describe('docs/api', () => {
  it('has every numbered clause of the source, once', () => {
    const written = numbersIn(textOf('src/**/*.ts'), /^ \* - \*\*([A-Z]{2}\d+)\*\*/gm);
    expect(written.length).toBeGreaterThan(30);
    expect(numbersIn(textOf('docs/api/*.md'), /^- \*\*([A-Z]{2}\d+)\*\*/gm)).toEqual(written);
  });
});
