import type { Access } from '../ports/access';
import type { HealthStore } from '../ports/health-store';

/** A file shows all that it holds, and takes nothing: nothing is hidden, and nothing of it is older than can be read. */
const ACCESS: Access = {
  store: 'available',
  asked: true,
  read: 'granted',
  write: 'denied',
  background: 'granted',
  history: 'granted',
};

/** What a store over a file says of access, asked or requested. */
export const READ_ONLY_ACCESS: Pick<HealthStore, 'access' | 'request'> = {
  access: async () => ACCESS,
  request: async () => ACCESS,
};
