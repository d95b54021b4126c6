import type { StateStore } from '../../ports/state-store';

/**
 * A place that a state store can be opened over, empty at first.
 *
 * **Shape** `open` again is a restart of the app. `openDying` opens a store that dies at its write number `writes`, counted from
 * zero: this one and all later ones fail. `damage` spoils what is stored of one row. `openNewer` opens the place after a newer
 * version has written there. `tooLarge` is a value that does not fit. Where one is missing, what it would show is not tried.
 */
export interface StateStorePlace {
  readonly open: () => Promise<StateStore>;
  readonly openDying?: (writes: number) => Promise<StateStore>;
  readonly damage?: (key: string) => Promise<void>;
  readonly openNewer?: () => Promise<StateStore>;
  readonly tooLarge?: string;
}

/** Makes a fresh, empty place for one check. */
export type MakeStateStorePlace = () => Promise<StateStorePlace> | StateStorePlace;
