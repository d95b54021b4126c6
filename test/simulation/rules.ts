import { type SettingsOverrides, settingsFrom } from '../../src/policy/settings-from';
import type { Event } from './history';

/** Settings under which less comes in or goes out, and what can then not be expected any more. */
interface Rules {
  readonly settings: SettingsOverrides;
  readonly events: readonly Event[];
}

export const RULES = {
  samples: {
    settings: {
      import: { requiredDetail: ['heart-rate'], summaryOnly: 'refuse', settlingSeconds: 3600 },
      export: { summaryOnly: 'refuse' },
    },
    events: ['imports-off', 'exports-off'],
  },
  careful: {
    settings: { onPossible: 'hold', onBetterCopy: 'switch', export: { graceSeconds: 3600 } },
    events: ['imports-off'],
  },
} as const satisfies Readonly<Record<string, Rules>>;

const USUAL = settingsFrom({ guard: { count: 2, share: 0.2 } });

/** The settings with which an app begins. */
export const settingsUnder = (rules: keyof typeof RULES | undefined) =>
  rules === undefined ? USUAL : settingsFrom(RULES[rules].settings, USUAL);

export const eventsUnder = (rules: keyof typeof RULES | undefined): readonly Event[] =>
  rules === undefined ? [] : RULES[rules].events;
