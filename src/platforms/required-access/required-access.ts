import type { SeriesName } from '../../domain/detail-summary';
import type { Platform } from '../../domain/platform';
import type { Settings } from '../../domain/settings';
import type { AccessNeeds } from '../../ports/access';
import { type AccessNeedsOptions, accessNeedsOf } from '../../ports/access-needs';
import type { AskedPermission } from '../health-connect/module';
import { healthConnectPermissionsToAsk } from '../health-connect/permissions-to-ask';
import type { HealthKitType } from '../healthkit/healthkit-module';
import { healthKitTypesToAsk } from '../healthkit/types-to-ask';
import { type AndroidManifestEntries, androidManifestOf, androidPermissionsOf } from './android-manifest';
import { entitlementsOf, infoPlistOf } from './apple-plists';

/** What an app adds to what its settings say. */
export interface RequiredAccessOptions extends AccessNeedsOptions {
  /**
   * Why the app reads, as iOS shows it.
   * @defaultValue 'Brings your workouts into the app.'
   */
  readonly readReason?: string;
  /**
   * Why the app writes, as iOS shows it. The App Store wants the sentence of an app that never writes, too.
   * @defaultValue 'Saves the workouts that you record in the app.', or that nothing is written
   */
  readonly writeReason?: string;
  /**
   * The series that `healthKitStore` writes: its option of that name.
   * @defaultValue what it writes by default
   */
  readonly series?: readonly SeriesName[];
  /**
   * The activity that says why the app wants health data.
   * @defaultValue '.MainActivity'
   */
  readonly rationaleActivity?: string;
}

/** What to ask an iPhone's user for, and what the app's files must say for it. */
export interface AppleHealthAccess {
  readonly platform: 'apple-health';
  readonly needs: AccessNeeds;
  /** Type identifiers, as `requestAuthorization` takes them. */
  readonly toRead: readonly HealthKitType[];
  readonly toShare: readonly HealthKitType[];
  /** Entries of `Info.plist`, for reading and for writing, whether or not anything is written. */
  readonly infoPlist: string;
  /** Entries of the entitlements. */
  readonly entitlements: string;
}

/** What to ask an Android phone's user for, and what the app's manifest must say for it. */
export interface HealthConnectAccess {
  readonly platform: 'health-connect';
  readonly needs: AccessNeeds;
  /** As `requestPermission` of react-native-health-connect takes them. */
  readonly permissions: readonly AskedPermission[];
  /** Their names on Android, as an Expo app's `android.permissions` takes them. */
  readonly androidPermissions: readonly string[];
  readonly androidManifest: AndroidManifestEntries;
}

/** By platform. */
export interface RequiredAccess {
  readonly 'apple-health': AppleHealthAccess;
  readonly 'health-connect': HealthConnectAccess;
}

const appleHealthAccess = (needs: AccessNeeds, options: RequiredAccessOptions): AppleHealthAccess => {
  const { toRead, toShare } = healthKitTypesToAsk(needs, options);
  const {
    readReason = 'Brings your workouts into the app.',
    writeReason = toShare.length > 0
      ? 'Saves the workouts that you record in the app.'
      : 'Nothing is written into Apple Health.',
  } = options;
  return {
    platform: 'apple-health',
    needs,
    toRead,
    toShare,
    infoPlist: infoPlistOf({ read: readReason, write: writeReason }),
    entitlements: entitlementsOf(needs.background),
  };
};

const healthConnectAccess = (needs: AccessNeeds, options: RequiredAccessOptions): HealthConnectAccess => {
  const permissions = healthConnectPermissionsToAsk(needs);
  const androidPermissions = androidPermissionsOf(permissions, needs.routes);
  return {
    platform: 'health-connect',
    needs,
    permissions,
    androidPermissions,
    androidManifest: androidManifestOf(androidPermissions, options.rationaleActivity ?? '.MainActivity'),
  };
};

/**
 * What settings need of a phone's user, and the entries that the app's files need before anybody can be asked.
 *
 * **Shape** the types and permissions are those that `connect` asks for with the same settings and options. Entries are text, to
 * be pasted or written by a build step.
 * **Laws** switching a category, and nothing else, asks for nothing more. Settings that need less never ask for more.
 *
 * @example
 * ```ts
 * import { settingsFrom } from 'workout-sync';
 * import { requiredAccess } from 'workout-sync/required-access';
 *
 * const settings = settingsFrom({ import: { routes: 'leave-out' }, export: { enabled: false } });
 * const { androidPermissions } = requiredAccess(settings, 'health-connect', { takes: 'header', background: false });
 * androidPermissions.length; // => 6
 * androidPermissions[0]; // => 'android.permission.health.READ_EXERCISE'
 * requiredAccess(settings, 'apple-health', { takes: 'header' }).toShare; // => []
 * ```
 */
export const requiredAccess = <Asked extends Platform>(
  settings: Settings,
  platform: Asked,
  options: RequiredAccessOptions = {},
): RequiredAccess[Asked] => {
  const needs = accessNeedsOf(settings, options);
  const access = platform === 'apple-health' ? appleHealthAccess(needs, options) : healthConnectAccess(needs, options);
  return access as RequiredAccess[Asked];
};
