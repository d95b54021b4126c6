import { externalIdOf } from '../../domain/external-id';
import type { SyncHost } from '../surface/host';
import { ACCOUNT, EXPORTS, HEAD } from './collections';
import type { State } from './state';

/** Who asks for a state. */
export interface Asking extends Pick<SyncHost, 'account' | 'device'> {
  readonly store: Pick<SyncHost['store'], 'platform'>;
}

/**
 * Whether the state is what it says of this account, device and platform.
 *
 * **Laws** where the head is lost, the account is told by the row that says it once more, or, in a state of a version that wrote
 * none, by the ids of what it exported.
 */
export const isOurs = (state: Pick<State, 'get' | 'all'>, { account, device, store }: Asking): boolean => {
  const head = state.get(HEAD);
  if (head) return head.account === account && head.device === device && head.platform === store.platform;
  const named = state.get(ACCOUNT);
  if (named) return named.account === account;
  const exported = [...state.all(EXPORTS)];
  return (
    exported.length === 0 ||
    exported.some(([key, { written }]) => written.external.id === externalIdOf({ account }, key))
  );
};
