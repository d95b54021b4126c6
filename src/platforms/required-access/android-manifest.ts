import type { AskedPermission } from '../health-connect/module';
import type { NativeRecordType } from '../health-connect/records';

/**
 * What a record type is called in Android's permissions. Cadence has none of its own.
 *
 * **Source** `HealthPermission` of androidx.health.connect 1.1, and AOSP's `HealthPermissionCategory`.
 */
const RECORD_PERMISSIONS: Readonly<Record<NativeRecordType, string>> = {
  ExerciseSession: 'EXERCISE',
  Distance: 'DISTANCE',
  ActiveCaloriesBurned: 'ACTIVE_CALORIES_BURNED',
  TotalCaloriesBurned: 'TOTAL_CALORIES_BURNED',
  ElevationGained: 'ELEVATION_GAINED',
  Steps: 'STEPS',
  StepsCadence: 'STEPS',
  HeartRate: 'HEART_RATE',
  Speed: 'SPEED',
  Power: 'POWER',
  CyclingPedalingCadence: 'EXERCISE',
};

const nameOf = ({ accessType, recordType }: AskedPermission): string => {
  switch (recordType) {
    case 'ExerciseRoute':
      return 'WRITE_EXERCISE_ROUTE';
    case 'ReadHealthDataHistory':
      return 'READ_HEALTH_DATA_HISTORY';
    case 'BackgroundAccessPermission':
      return 'READ_HEALTH_DATA_IN_BACKGROUND';
    default:
      return `${accessType === 'read' ? 'READ' : 'WRITE'}_${RECORD_PERMISSIONS[recordType]}`;
  }
};

/** The permissions as Android names them, each once, in the order that they are asked for. */
export const androidPermissionsOf = (permissions: readonly AskedPermission[], routes: boolean): readonly string[] => {
  // Nobody can ask for it, but without it in the manifest the dialog for a single route does not open.
  const names = [...permissions.map(nameOf), ...(routes ? ['READ_EXERCISE_ROUTES'] : [])];
  return [...new Set(names)].map((name) => `android.permission.health.${name}`);
};

/**
 * The entries of an `AndroidManifest.xml`, by the element that they go into.
 *
 * **Shape** `activity` is for the activity that says why the app wants health data: Android up to 13 opens it by this filter,
 * later ones by the alias in `application`.
 */
export interface AndroidManifestEntries {
  readonly manifest: string;
  readonly application: string;
  readonly activity: string;
}

/** The manifest's entries for permissions. */
export const androidManifestOf = (
  permissions: readonly string[],
  rationaleActivity: string,
): AndroidManifestEntries => ({
  manifest: [
    ...permissions.map((name) => `<uses-permission android:name="${name}" />`),
    '<queries>',
    '  <package android:name="com.google.android.apps.healthdata" />',
    '</queries>',
  ].join('\n'),
  application: `<activity-alias
  android:name="ViewPermissionUsageActivity"
  android:exported="true"
  android:targetActivity="${rationaleActivity}"
  android:permission="android.permission.START_VIEW_PERMISSION_USAGE">
  <intent-filter>
    <action android:name="android.intent.action.VIEW_PERMISSION_USAGE" />
    <category android:name="android.intent.category.HEALTH_PERMISSIONS" />
  </intent-filter>
</activity-alias>`,
  activity: `<intent-filter>
  <action android:name="androidx.health.ACTION_SHOW_PERMISSIONS_RATIONALE" />
</intent-filter>`,
});
