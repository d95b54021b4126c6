import { storeError } from '../../ports/store-error';
import { EMPTY, FORMAT, type Lost, type Manifest, type ReadManifest, readManifest } from './manifest';
import type { ClassedStorage } from './storage';

/** Above every key, which is ASCII. */
const AFTER_ALL_KEYS = '\uffff';

export const chunkKey = (prefix: string, id: number): string => `${prefix}.${id}`;

/** Manifests take two keys in turn, so that writing one never touches the one that counts. */
export const manifestKey = (prefix: string, revision: number): string =>
  `${prefix}.manifest.${revision % 2 === 0 ? 'even' : 'odd'}`;

const refuseNewer = (format: number): never => {
  throw storeError(
    'update-required',
    `The state in the key-value storage has format ${format}; this version of workout-sync reads up to ${FORMAT}. ` +
      'A newer version of the app wrote it: update the app. Nothing was changed.',
  );
};

/**
 * The manifest that counts: the readable one of the two with the higher revision.
 *
 * **Laws** a manifest that should be there and is not, or cannot be read, is named as lost. With none left the state is
 * empty at revision 0, and says what was lost: a sync over it is one after a lost ledger.
 * **Errors** `update-required` where a newer version has written.
 */
export const loadManifest = async ({ get }: ClassedStorage, prefix: string): Promise<Manifest> => {
  const found: (ReadManifest & { readonly key: string })[] = [];
  for (const parity of [0, 1]) {
    const key = manifestKey(prefix, parity);
    const read = readManifest(await get(key));
    // A manifest under the key of the other one is a mix-up of the storage: it may hide the newest.
    const isInPlace = read.kind !== 'manifest' || read.manifest.revision % 2 === parity;
    found.push(isInPlace ? { key, ...read } : { key, kind: 'damaged' });
  }

  let newest = EMPTY;
  for (const one of found) {
    if (one.kind === 'newer') refuseNewer(one.format);
    if (one.kind === 'manifest' && one.manifest.revision > newest.revision) newest = one.manifest;
  }
  // From revision 2 on, the state before it has a manifest too.
  const lostKeys = found
    .filter(({ kind }) => kind === 'damaged' || (kind === 'absent' && newest.revision > 1))
    .map(({ key }) => key)
    .filter((key) => !newest.lost.some(({ name }) => name === key));
  const lost: Lost[] = lostKeys.map((name) => ({ name, first: '', last: AFTER_ALL_KEYS }));
  return lost.length === 0 ? newest : { ...newest, lost: [...newest.lost, ...lost] };
};
