import { createHash } from 'node:crypto';

/** Where the text of a file comes from: a line above it, and for a library a name before it. */
const PATHS = [/^\/\/ .*$/gm, /(?<=")[^"\n]*(?=node_modules\/)/g];

/** Twelve hex digits of what is run, wherever it lies: stretches that show the same ones ran the same thing, and add up. */
export const fingerprintOf = (bundle: string): string =>
  createHash('sha256')
    .update(PATHS.reduce((text, path) => text.replace(path, ''), bundle))
    .digest('hex')
    .slice(0, 12);
