import type { Session } from '../../domain/session';
import type { RunContext } from '../run/context';
import { SAMPLES } from '../state/collections';

/** The session with its samples, where an earlier run has counted them. */
export const withCount = ({ state }: Pick<RunContext, 'state'>, session: Session): Session => {
  const known = state.get(SAMPLES, session.key);
  return known !== undefined && known.revision === session.revision ? { detail: known.detail, ...session } : session;
};
