import { createHash } from 'node:crypto';

/** A line that says which file the text below it is from. */
const PATH = /^\/\/ .*$/gm;

/** Twelve hex digits of what is run, wherever it lies: stretches that show the same ones ran the same thing, and add up. */
export const fingerprintOf = (bundle: string): string =>
  createHash('sha256').update(bundle.replace(PATH, '')).digest('hex').slice(0, 12);
