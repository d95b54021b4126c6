import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { entries } from './entries.mjs';

const folder = new URL('entries/', import.meta.url);
const files = globSync('**/*.mjs', { cwd: fileURLToPath(folder) });

const checksOf = (entry) => {
  const file = `${entry.name}.mjs`;
  if (!files.includes(file))
    throw new Error(`${entry.specifier} has no test/gate/entries/${file}: its size and a probe`);
  return import(new URL(file, folder));
};

/**
 * The entries, each with what its own file in `entries/` says of it.
 *
 * - `size`: what it may cost an app in gzipped bytes, through which bundler. One that shakes trees keeps the `names`.
 * - `probe`: one real call on the packed build, true when the answer is right. It travels as text into the consumer's own
 *   process, so it sees nothing but the entry.
 */
export const checkedEntries = await Promise.all(
  entries.map(async (entry) => ({ ...entry, ...(await checksOf(entry)) })),
);

const strays = files.filter((file) => !entries.some(({ name }) => file === `${name}.mjs`));
if (strays.length > 0) throw new Error(`test/gate/entries/${strays[0]} belongs to no entry of package.json`);
