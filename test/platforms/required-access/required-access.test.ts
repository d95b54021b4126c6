import { describe, expect, it } from 'vitest';
import { healthConnectPermissionsToAsk } from '../../../src/platforms/health-connect/permissions-to-ask';
import { healthKitTypesToAsk } from '../../../src/platforms/healthkit/types-to-ask';
import { type RequiredAccessOptions, requiredAccess } from '../../../src/platforms/required-access/required-access';
import { ACTIVITY_PIPELINE } from '../../../src/policy/presets/activity-pipeline';
import { TRAINING_LOAD_SERVICE } from '../../../src/policy/presets/training-load-service';
import { TWO_WAY_RUN_TRACKER } from '../../../src/policy/presets/two-way-run-tracker';
import { type SettingsOverrides, settingsFrom } from '../../../src/policy/settings-from';

const short = (names: readonly string[]): readonly string[] =>
  names.map((name) => name.replace(/^(android\.permission\.health\.|HK(QuantityTypeIdentifier)?)/, ''));

const WORKOUT = 'WorkoutTypeIdentifier';
const ROUTE = 'WorkoutRouteTypeIdentifier';
const RUN = ['HeartRate', 'DistanceWalkingRunning', 'StepCount', 'RunningSpeed', 'RunningPower'];
const ENERGY = 'ActiveEnergyBurned';

const reading = (...names: readonly string[]) => names.map((name) => `READ_${name}`);
const TOTALS = ['EXERCISE', 'DISTANCE', 'ACTIVE_CALORIES_BURNED', 'TOTAL_CALORIES_BURNED', 'ELEVATION_GAINED'];
const SERIES = ['HEART_RATE', 'SPEED', 'STEPS', 'POWER'];

interface Expected {
  readonly toRead: readonly string[];
  /** Without the distances, of which each kind of moving has its own. */
  readonly toShare: readonly string[];
  readonly android: readonly string[];
}

const inFront = { history: false, background: false } as const;
const runs: SettingsOverrides = { import: { activities: ['running'] }, export: { enabled: false } };
const importOf = (rest: SettingsOverrides['import']): SettingsOverrides => ({
  ...runs,
  import: { ...runs.import, ...rest },
});

const TABLE: readonly (readonly [string, SettingsOverrides, RequiredAccessOptions, Expected])[] = [
  [
    'import of runs with all that belongs to them',
    runs,
    inFront,
    {
      toRead: [WORKOUT, ROUTE, ENERGY, ...RUN],
      toShare: [],
      android: [...reading(...TOTALS, ...SERIES), 'READ_EXERCISE_ROUTES'],
    },
  ],
  [
    'import of runs without routes',
    importOf({ routes: 'leave-out' }),
    inFront,
    { toRead: [WORKOUT, ENERGY, ...RUN], toShare: [], android: reading(...TOTALS, ...SERIES) },
  ],
  [
    'import of headers',
    runs,
    { ...inFront, takes: 'header' },
    { toRead: [WORKOUT, ENERGY], toShare: [], android: reading(...TOTALS) },
  ],
  [
    'import of headers of runs that have a heart rate',
    importOf({ requiredDetail: ['heart-rate'] }),
    { ...inFront, takes: 'header' },
    { toRead: [WORKOUT, ENERGY, 'HeartRate'], toShare: [], android: reading(...TOTALS, 'HEART_RATE') },
  ],
  [
    'import of headers of runs that have a route',
    importOf({ requiredDetail: ['route'] }),
    { ...inFront, takes: 'header' },
    { toRead: [WORKOUT, ROUTE, ENERGY], toShare: [], android: [...reading(...TOTALS), 'READ_EXERCISE_ROUTES'] },
  ],
  [
    'import of all of the history, in the background too',
    runs,
    { takes: 'header' },
    {
      toRead: [WORKOUT, ENERGY],
      toShare: [],
      android: [...reading(...TOTALS), 'READ_HEALTH_DATA_HISTORY', 'READ_HEALTH_DATA_IN_BACKGROUND'],
    },
  ],
  [
    'export alone, which reads what is there already',
    { import: { enabled: false } },
    inFront,
    {
      toRead: [WORKOUT],
      toShare: [WORKOUT, ROUTE, ENERGY, 'HeartRate', 'RunningSpeed'],
      android: ['READ_EXERCISE', ...[...TOTALS, ...SERIES].map((name) => `WRITE_${name}`), 'WRITE_EXERCISE_ROUTE'],
    },
  ],
  [
    'export of headers',
    { import: { enabled: false } },
    { ...inFront, writes: 'header' },
    {
      toRead: [WORKOUT],
      toShare: [WORKOUT, ENERGY],
      android: ['READ_EXERCISE', ...TOTALS.map((name) => `WRITE_${name}`)],
    },
  ],
  [
    'neither',
    { import: { enabled: false }, export: { enabled: false } },
    { background: false },
    { toRead: [WORKOUT], toShare: [], android: ['READ_EXERCISE'] },
  ],
];

describe.each(TABLE)('requiredAccess for %s', (_, overrides, options, expected) => {
  const settings = settingsFrom(overrides);

  it('asks an iPhone for these types', () => {
    const { toRead, toShare } = requiredAccess(settings, 'apple-health', options);
    expect(short(toRead)).toEqual(expected.toRead);
    const shared = short(toShare).filter((name) => !/^Distance|(Cycling|Skiing|Paddle.*|Rowing)Speed$/.test(name));
    expect(shared).toEqual(expected.toShare);
  });

  it('asks Android for these permissions, and names no other in the manifest', () => {
    const { androidPermissions, androidManifest } = requiredAccess(settings, 'health-connect', options);
    expect(short(androidPermissions)).toEqual(expected.android);
    const named = [...androidManifest.manifest.matchAll(/uses-permission android:name="([^"]+)"/g)];
    expect(named.map(([, name]) => name)).toEqual(androidPermissions);
  });

  it('has both sentences in the plist, and says that nothing is written exactly where nothing is', () => {
    const { infoPlist, toShare } = requiredAccess(settings, 'apple-health', options);
    expect(infoPlist).toContain('<key>NSHealthShareUsageDescription</key>');
    expect(infoPlist).toContain('<key>NSHealthUpdateUsageDescription</key>');
    expect(infoPlist.includes('Nothing is written')).toBe(toShare.length === 0);
  });
});

describe('requiredAccess', () => {
  it.each([TWO_WAY_RUN_TRACKER, TRAINING_LOAD_SERVICE, ACTIVITY_PIPELINE])('is what connect asks for', (preset) => {
    const { needs, toRead, toShare } = requiredAccess(preset, 'apple-health');
    expect({ toRead, toShare }).toEqual(healthKitTypesToAsk(needs));
    expect(requiredAccess(preset, 'health-connect').permissions).toEqual(healthConnectPermissionsToAsk(needs));
  });

  it('asks for nothing more when a category is switched off or on', () => {
    const off = settingsFrom({ import: { categories: { running: false } } });
    expect(requiredAccess(off, 'health-connect')).toEqual(requiredAccess(settingsFrom({}), 'health-connect'));
  });

  it('writes the series that the adapter was told to', () => {
    const { toShare } = requiredAccess(settingsFrom({}), 'apple-health', { series: ['power'] });
    expect(short(toShare)).toEqual([WORKOUT, ROUTE, ENERGY, 'CyclingPower', 'RunningPower']);
  });

  it('gives the entries as they are pasted', () => {
    const settings = settingsFrom(importOf({ routes: 'leave-out' }));
    const options = {
      takes: 'header',
      readReason: 'Shows runs & rides <here>.',
      rationaleActivity: '.WhyActivity',
    } as const;
    const apple = requiredAccess(settings, 'apple-health', options);
    expect(apple.infoPlist).toBe(
      '<key>NSHealthShareUsageDescription</key>\n<string>Shows runs &amp; rides &lt;here&gt;.</string>\n' +
        '<key>NSHealthUpdateUsageDescription</key>\n<string>Nothing is written into Apple Health.</string>',
    );
    const { infoPlist } = requiredAccess(settings, 'apple-health', { writeReason: 'Writes no <run>.' });
    expect(infoPlist).toContain('<string>Writes no &lt;run&gt;.</string>');
    expect(apple.entitlements).toBe(
      '<key>com.apple.developer.healthkit</key>\n<true/>\n<key>com.apple.developer.healthkit.background-delivery</key>\n<true/>',
    );
    expect(requiredAccess(settings, 'apple-health', { background: false }).entitlements).not.toContain('background');
    const { manifest, application, activity } = requiredAccess(settings, 'health-connect', options).androidManifest;
    expect(manifest.split('\n')[0]).toBe('<uses-permission android:name="android.permission.health.READ_EXERCISE" />');
    expect(manifest).toContain('<package android:name="com.google.android.apps.healthdata" />');
    expect(application).toContain('android:targetActivity=".WhyActivity"');
    expect(application).toContain('android.intent.action.VIEW_PERMISSION_USAGE');
    expect(activity).toContain('androidx.health.ACTION_SHOW_PERMISSIONS_RATIONALE');
  });
});
