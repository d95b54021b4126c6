import { isExternalId } from '../../domain/external-id';
import type { Scope } from '../../domain/scope';
import type { MirrorEntry } from '../../domain/workout';

/** Whether one of this app's own writers wrote the record. */
export const isOwnRecord = ({ ownSources }: Scope, { source }: Pick<MirrorEntry, 'source'>): boolean =>
  source !== undefined && ownSources.includes(source.app);

/** Whether this app wrote the record under an external id of ours. A session never is such a record. */
export const isOwnExport = (scope: Scope, record: Pick<MirrorEntry, 'source' | 'external'>): boolean =>
  record.external !== undefined && isExternalId(record.external.id) && isOwnRecord(scope, record);
