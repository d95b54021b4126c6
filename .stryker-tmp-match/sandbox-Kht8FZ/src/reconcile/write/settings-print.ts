// @ts-nocheck
import { fingerprint } from '../../domain/hash';
import type { Settings } from '../../domain/settings';
import { canonicalJson } from './canonical-json';

/** A fingerprint of the settings, so that a plan made under others is seen to be stale. */
export const settingsPrint = (settings: Settings): string => fingerprint(canonicalJson(settings));
