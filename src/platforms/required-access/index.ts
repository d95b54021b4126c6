/**
 * `workout-sync/required-access`: what to ask the phone's user for, and what the manifest and the plists must say.
 *
 * @packageDocumentation
 */
export type { AndroidManifestEntries } from './android-manifest';
export {
  type AppleHealthAccess,
  type HealthConnectAccess,
  type RequiredAccess,
  type RequiredAccessOptions,
  requiredAccess,
} from './required-access';
