import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { bugs } from './seeded-bugs/bugs.mjs';
import { seeded } from './seeded-bugs/bundle-with-bug.mjs';

const source = fileURLToPath(new URL('../../src/', import.meta.url));

test.each(bugs)('the bug fits the source: $name', (bug) => {
  const text = readFileSync(source + bug.file, 'utf8');
  expect(seeded(text, bug)).not.toBe(text);
});
