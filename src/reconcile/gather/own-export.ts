import { isExternalId } from '../../domain/external-id';
import type { Scope } from '../../domain/scope';
import type { MirrorEntry } from '../../domain/workout';

/** Whether one of this app's own writers wrote the record. */
export const isOwnRecord = (scope: Scope, workout: MirrorEntry): boolean =>
  workout.source !== undefined && scope.ownSources.includes(workout.source.app);

/** Whether this app wrote the record under an external id of ours. */
export const isOwnExport = (scope: Scope, workout: MirrorEntry): boolean =>
  workout.external !== undefined && isExternalId(workout.external.id) && isOwnRecord(scope, workout);
