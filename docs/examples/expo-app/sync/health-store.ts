import * as HealthKit from '@kingstinct/react-native-healthkit';
import Storage from 'expo-sqlite/kv-store';
import { AppState, PermissionsAndroid, Platform } from 'react-native';
import * as HealthConnect from 'react-native-health-connect';
import type { HealthStore } from 'workout-sync';
import { healthConnectStore } from 'workout-sync/health-connect';
import { healthKitStore } from 'workout-sync/healthkit';

const HISTORY = 'android.permission.health.READ_HEALTH_DATA_HISTORY';

/** React Native's list of permissions does not have those of Health Connect yet. */
type KnownPermission = Parameters<typeof PermissionsAndroid.check>[0];

const appleHealth = (app: string): HealthStore =>
  healthKitStore(HealthKit, { ownSources: [app, `${app}.watchkitapp`], backgroundDelivery: 'immediate' });

/** What it remembers is kept under the phone's own id, so that a backup on another phone does not bring it along. */
const healthConnect = (app: string, device: string): HealthStore =>
  healthConnectStore(HealthConnect, {
    packageName: app,
    isInForeground: () => AppState.currentState === 'active',
    isHistoryGranted: () => PermissionsAndroid.check(HISTORY as KnownPermission),
    memory: {
      load: () => Storage.getItem(`health-connect ${device}`),
      save: (text) => Storage.setItem(`health-connect ${device}`, text),
    },
  });

/** This phone's health store. Both libraries may be imported on both platforms: each refuses calls on the other one. */
export const healthStore = (app: string, device: string): HealthStore =>
  Platform.OS === 'ios' ? appleHealth(app) : healthConnect(app, device);

/** What people call it. */
export const STORE_NAME = Platform.OS === 'ios' ? 'Apple Health' : 'Health Connect';
