import type { Instant } from '../../domain/interval';

/**
 * Where two moments are kept that Health Connect does not tell: when the user was first asked, and when reading was first
 * allowed. One short text; AsyncStorage or MMKV will do. It must not travel to another phone with a backup.
 */
export interface HealthConnectMemory {
  readonly load: () => Promise<string | null | undefined>;
  readonly save: (text: string) => Promise<unknown>;
}

/** What the adapter cannot find out by itself. */
export interface HealthConnectOptions {
  /** The app's own package name: `com.example.app`. */
  readonly packageName: string;
  /**
   * Whether the app is in front: `() => AppState.currentState === 'active'`. Behind, Health Connect shows own records only,
   * without a word, unless `READ_HEALTH_DATA_IN_BACKGROUND` is granted.
   */
  readonly isInForeground: () => boolean;
  /**
   * Other packages whose records are this app's own: its watch companion.
   * @defaultValue none
   */
  readonly companions?: readonly string[];
  /**
   * Keeps what Health Connect does not tell.
   * @defaultValue nothing is kept: what is older than 30 days before now counts as unreadable, and a user who denied
   * everything as not asked yet
   */
  readonly memory?: HealthConnectMemory;
  /**
   * Whether `READ_HEALTH_DATA_HISTORY` is granted, which the library does not report: on React Native
   * `() => PermissionsAndroid.check('android.permission.health.READ_HEALTH_DATA_HISTORY')`.
   * @defaultValue unknown, and what is older than 30 days before the first grant counts as unreadable
   */
  readonly isHistoryGranted?: () => Promise<boolean>;
  /**
   * Whether distance, energy and climb are read with the sessions: a call for each, for every few hours with sessions in it.
   * @defaultValue 'read'
   */
  readonly totals?: 'read' | 'skip';
  /** @defaultValue the engine's clock */
  readonly now?: () => Instant;
}
