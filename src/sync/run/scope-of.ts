import type { Scope } from '../../domain/scope';
import type { Access } from '../../ports/access';
import type { SyncHost } from '../surface/host';

/** What the state is valid for, as the health store is now. */
export const scopeOf = (
  { store, account, device }: Pick<SyncHost, 'store' | 'account' | 'device'>,
  access: Access,
): Scope => ({
  kind: 'scope',
  account,
  device,
  platform: store.platform,
  ownSources: store.ownSources,
  readAccess: access.read,
  ...(access.readableSince !== undefined && { readFrom: access.readableSince }),
  mappingVersion: store.mappingVersion ?? 1,
});
