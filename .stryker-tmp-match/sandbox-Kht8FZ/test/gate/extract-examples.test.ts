// @ts-nocheck
import { describe, expect, it } from 'vitest';
import { docCommentsOnly, fencedBlocks, withClaimsChecked } from './extract-examples.mjs';

const fence = '```';

describe('fencedBlocks', () => {
  it('takes ts blocks alone, with the line of their first line of code', () => {
    const page = [
      '# A page',
      `${fence}sh`,
      'npm test',
      fence,
      `${fence}ts`,
      'const a = 1;',
      'const b = 2;',
      fence,
    ].join('\n');
    expect(fencedBlocks(page)).toEqual([{ line: 6, code: 'const a = 1;\nconst b = 2;', runs: true }]);
  });

  it('leaves alone a ts block that is quoted inside a longer fence', () => {
    const page = ['````md', `${fence}ts`, 'quoted();', fence, '````'].join('\n');
    expect(fencedBlocks(page)).toEqual([]);
  });

  it.each([
    ['ts no-run needs a phone', { runs: false }],
    ['ts no-run', { runs: false, complaint: 'no-run needs a reason' }],
    ['ts norun', { runs: true, complaint: 'unknown flag "norun"' }],
  ])('reads the fence "%s"', (info, expected) => {
    expect(fencedBlocks([fence + info, 'a();', fence].join('\n'))).toEqual([{ line: 2, code: 'a();', ...expected }]);
  });
});

describe('docCommentsOnly', () => {
  it('blanks everything else, and every line keeps its number', () => {
    const source = [
      'const a = 1; // not this',
      '/**',
      ' * Says so.',
      ' *',
      ' * ```ts',
      ' * a();',
      ' * ```',
      ' */',
      'a();',
    ];
    const text = docCommentsOnly(source.join('\n'));
    expect(text.split('\n')).toEqual(['', '', 'Says so.', '', '```ts', 'a();', '```', '', '']);
    expect(fencedBlocks(text)).toEqual([{ line: 6, code: 'a();', runs: true }]);
  });
});

describe('withClaimsChecked', () => {
  it.each([
    ["familyOf('hiking'); // => 'walk'", "assertShows(familyOf('hiking'), 'walk');"],
    ["familyOf('hiking');\n// => 'walk'", "assertShows(familyOf('hiking'),\n'walk');"],
    ['console.log(plan.steps); // => []', 'assertShows(plan.steps, []);'],
    ['const a = one(); // => 1', 'const a = one(); assertShows(a, 1);'],
    ['a(); // a plain remark', 'a(); // a plain remark'],
  ])('reads %j', (code, checked) => {
    expect(withClaimsChecked(code)).toBe(checked);
  });
});
