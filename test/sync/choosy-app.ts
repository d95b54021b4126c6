import { storeError } from '../../src/ports/store-error';
import type { PlainWorld } from './plain-world';

/** An app that does not take one session until it is mended. */
export const choosyApp = (world: PlainWorld, refused: string) => {
  let isBroken = true;
  const { apply } = world.app;
  const app: PlainWorld['app'] = {
    ...world.app,
    apply: async (changes, options) => {
      const isBad = ({ key }: { readonly key: string }): boolean => isBroken && key === refused;
      const taken =
        (await apply?.(
          changes.filter((change) => !isBad(change)),
          options,
        )) ?? [];
      const error = storeError('invalid', 'no');
      return [...taken, ...changes.filter(isBad).map(({ key }) => ({ kind: 'failed', key, error }) as const)];
    },
  };
  return {
    app,
    mend: () => {
      isBroken = false;
    },
  };
};
