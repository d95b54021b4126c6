import { fingerprint } from '../../domain/hash';
import { asciiJson } from './ascii';
import type { Chunk } from './chunk';

/**
 * Rows that could not be read: under which name they are given as damaged, and between which keys they stood. What is left
 * of them stays in the storage, under `id`, until somebody removes the name.
 */
export interface Lost {
  readonly name: string;
  readonly first: string;
  readonly last: string;
  readonly id?: number;
}

/**
 * Which chunks make up the state at one revision.
 *
 * **Shape** `chunks` in the order of their keys. `replaced` belong to the state before this one and are kept until the
 * next change, so that a lost manifest costs one change and no more. `trash` belongs to neither and is to be removed.
 */
export interface Manifest {
  readonly revision: number;
  readonly chunks: readonly Chunk[];
  readonly replaced: readonly Pick<Chunk, 'id' | 'length'>[];
  readonly trash: readonly number[];
  readonly lost: readonly Lost[];
}

export const EMPTY: Manifest = { revision: 0, chunks: [], replaced: [], trash: [], lost: [] };

/** The form that this version writes. A higher one is refused. */
export const FORMAT = 1;

export type ReadManifest =
  | { readonly kind: 'manifest'; readonly manifest: Manifest }
  | { readonly kind: 'newer'; readonly format: number }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'absent' };

/** `workout-sync <format> <sum> <JSON>`: the format stands outside of what a later version may write differently. */
export const manifestText = (manifest: Manifest): string => {
  const body = asciiJson(manifest);
  return `workout-sync ${FORMAT} ${fingerprint(body)} ${body}`;
};

export const readManifest = (text: string | undefined): ReadManifest => {
  if (text === undefined) return { kind: 'absent' };
  const [, digits, rest = ''] = text.match(/^workout-sync ([1-9]\d*) (.*)$/s) ?? [];
  const format = Number(digits);
  if (format > FORMAT) return { kind: 'newer', format };
  const cut = rest.indexOf(' ');
  const body = rest.slice(cut + 1);
  if (digits === undefined || fingerprint(body) !== rest.slice(0, cut)) return { kind: 'damaged' };
  return { kind: 'manifest', manifest: JSON.parse(body) };
};
