import type { Platform } from '../../domain/platform';

/**
 * How a platform's health store behaves, where the two differ.
 *
 * - `replacedKey`: whether a record that is replaced gets a new key (with a deletion of the old one) or keeps its own.
 * - `replaces`: which version of an external id replaces the stored one.
 * - `deletions`: what a deletion carries.
 * - `reads`: whether the platform says that reading is denied, or hides what is not ours.
 * - `cursorLifeSeconds`: after how long a cursor expires; absent where it does not.
 * - `keepsTitles`: whether a workout has a title.
 * - `precision`: what is left of the ends of a workout that this app writes.
 * - `lateSamples`: whether samples that arrive later show in the feed of changes.
 */
export interface HealthProfile {
  readonly platform: Platform;
  readonly replacedKey: 'new' | 'kept';
  readonly replaces: 'greater' | 'greater-or-equal';
  readonly deletions: 'id' | 'id-and-external-id';
  readonly reads: 'said' | 'hidden';
  readonly cursorLifeSeconds?: number;
  readonly keepsTitles: boolean;
  readonly precision: 'milliseconds' | 'seconds';
  readonly lateSamples: 'silent' | 'told';
}

/** HealthKit. What becomes of a save of an equal version is not documented: it is ignored here. */
const HEALTHKIT: HealthProfile = {
  platform: 'apple-health',
  replacedKey: 'new',
  replaces: 'greater',
  deletions: 'id-and-external-id',
  reads: 'hidden',
  keepsTitles: false,
  precision: 'milliseconds',
  lateSamples: 'silent',
};

/** Health Connect, with the thirty days that its change tokens are documented to live. */
const HEALTH_CONNECT: HealthProfile = {
  platform: 'health-connect',
  replacedKey: 'kept',
  replaces: 'greater-or-equal',
  deletions: 'id',
  reads: 'said',
  cursorLifeSeconds: 30 * 86_400,
  keepsTitles: true,
  precision: 'milliseconds',
  lateSamples: 'told',
};

/** The profile of a platform. */
export const PROFILES: Readonly<Record<Platform, HealthProfile>> = {
  'apple-health': HEALTHKIT,
  'health-connect': HEALTH_CONNECT,
};
