import type { Clock } from '../ports/clock';
import { DEFAULT_PACE } from '../sync/default-pace';
import { HEAD, type Head } from '../sync/state/collections';
import { openState, type State } from '../sync/state/state';
import { checkOwner, type StateHost } from './state-host';

/**
 * Reads a state whose owner is who asks, to change rows of it that anybody may write.
 *
 * **Errors** a stop: `state-newer`, `state-elsewhere`, and what the store says.
 */
export const openOwned = async (
  host: StateHost,
  { now, sleep }: Clock,
): Promise<{ readonly state: State; readonly head: Head | undefined }> => {
  const { leaseSeconds } = DEFAULT_PACE;
  const state = openState(host.state, { now, breathe: () => sleep(0), holder: 'seed', leaseSeconds });
  await state.refresh();
  checkOwner(state, host, now());
  return { state, head: state.get(HEAD) };
};
