export type { ExpoConnection, ExpoDatabase } from './expo-driver';
export { expoDriver } from './expo-driver';
