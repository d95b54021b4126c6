// @ts-nocheck
import type { Activity, Category } from '../domain/activity';
import type { Platform } from '../domain/platform';
import type { Criterion, MatchVerdict } from '../match/comparison';
import { lookUp } from './look-up';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Where an id says less than a person would. */
const ACTIVITY_LABELS: Readonly<Partial<Record<Activity, string>>> = {
  'wheelchair-run': 'Wheelchair run pace',
  'wheelchair-walk': 'Wheelchair walk pace',
  'functional-strength': 'Functional strength training',
  stretching: 'Stretching / flexibility',
  'mind-and-body': 'Mind and body / meditation',
  'indoor-rowing': 'Rowing machine',
  hiit: 'HIIT',
  equestrian: 'Equestrian sports',
  hockey: 'Hockey (ice/field)',
  skiing: 'Skiing (unspecified)',
  diving: 'Scuba / underwater diving',
  multisport: 'Multisport (swim-bike-run)',
  other: 'Other workout',
};

/**
 * The English name of an activity.
 *
 * **Laws** total: an activity that this version does not know is shown by its id.
 *
 * @example
 * ```ts
 * import { activityLabel } from 'workout-sync/messages';
 *
 * activityLabel('treadmill-running'); // => 'Treadmill running'
 * activityLabel('hiit'); // => 'HIIT'
 * ```
 *
 * @see {@link categoryLabel} for the switches.
 */
export const activityLabel = (activity: Activity): string =>
  lookUp<string | undefined>(ACTIVITY_LABELS, activity) ?? capital(String(activity).split('-').join(' '));

/**
 * The English name of a category, as a screen of switches shows it.
 *
 * @example
 * ```ts
 * import { categoryLabel } from 'workout-sync/messages';
 *
 * categoryLabel('walks-and-hikes'); // => 'Walks & Hikes'
 * ```
 */
export const categoryLabel = (category: Category): string =>
  String(category)
    .split('-')
    .map((word) => (word === 'and' ? '&' : capital(word)))
    .join(' ');

/**
 * The name that users know a health store by.
 *
 * @example
 * ```ts
 * import { platformLabel } from 'workout-sync/messages';
 *
 * platformLabel('health-connect'); // => 'Health Connect'
 * ```
 */
export const platformLabel = (platform: Platform): string => String(platform).split('-').map(capital).join(' ');

const VERDICTS: Readonly<Record<MatchVerdict, string>> = {
  same: 'They are the same activity.',
  'part-of': 'One is a part of the other.',
  possible: 'They may be the same activity.',
  different: 'They are different activities.',
};

/**
 * What a comparison of two recordings found, as a sentence.
 *
 * @example
 * ```ts
 * import { verdictText } from 'workout-sync/messages';
 *
 * verdictText('part-of'); // => 'One is a part of the other.'
 * ```
 */
export const verdictText = (verdict: MatchVerdict): string => VERDICTS[verdict];

const CRITERIA: Readonly<Record<Criterion, string>> = {
  'preferred-source': 'It comes from the app that you prefer.',
  'richer-detail': 'It has more samples behind it.',
  'recorded-live': 'It was recorded live, not typed in.',
  'own-device': "It was recorded by this app's own device.",
  'earliest-written': 'It was there first.',
  key: 'Nothing else tells them apart, so the order of their ids decides.',
  'only-one': 'It is the only one.',
};

/**
 * Why one recording of a cluster was chosen over the others, as a sentence.
 *
 * @example
 * ```ts
 * import { criterionText } from 'workout-sync/messages';
 *
 * criterionText('richer-detail'); // => 'It has more samples behind it.'
 * ```
 */
export const criterionText = (criterion: Criterion): string => CRITERIA[criterion];
