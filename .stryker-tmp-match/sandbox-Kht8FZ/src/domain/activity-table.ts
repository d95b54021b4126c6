/**
 * The vocabulary as data: category → families → activities.
 *
 * **Shape** a line `family: a b c` is one family; a line without a colon holds activities that are each a family of
 * their own. A family may have lines in two categories (`snow`, `wheelchair`). `any` is the wildcard family.
 *
 * **Source** the categories are the seven switches of a training-load service's "Sports to sync"; the ids, categories
 * and families are the canonical vocabulary over both platforms' lists (`test/fixtures/activity-map.json`, where a
 * family is called `dedupGroup`).
 */
// @ts-nocheck

export const ACTIVITY_TABLE = {
  cycling: ['cycle: cycling indoor-cycling hand-cycling'],
  running: ['run: running treadmill-running', 'wheelchair: wheelchair-run'],
  'strength-training': [
    'strength: strength-training functional-strength weightlifting core-training calisthenics cross-training boot-camp',
  ],
  'walks-and-hikes': [
    'walk: walking indoor-walking',
    'hike: hiking',
    'snow: snowshoeing',
    'wheelchair: wheelchair-walk',
  ],
  swimming: ['swim: swimming pool-swimming open-water-swimming', 'water-fitness'],
  'yoga-and-mobility': [
    'yoga pilates barre tai-chi',
    'stretch: stretching preparation-and-recovery cooldown',
    'mind: mind-and-body guided-breathing',
  ],
  other: [
    'track: track-and-field',
    'row: rowing indoor-rowing',
    'stairs: stair-climbing-machine stairs',
    'step: step-training',
    'hiit: hiit jump-rope',
    'dance: dance social-dance',
    'class: exercise-class',
    'martial: martial-arts kickboxing wrestling',
    'hockey: hockey roller-hockey',
    'skate: skating ice-skating',
    'snow: snow-sports',
    'ski: skiing downhill-skiing cross-country-skiing',
    'elliptical mixed-cardio fitness-gaming gymnastics climbing boxing fencing archery',
    'american-football australian-football rugby soccer handball basketball volleyball lacrosse',
    'baseball softball cricket badminton tennis table-tennis squash racquetball pickleball',
    'bowling curling golf disc-sports equestrian fishing hunting play',
    'paddle-sports sailing surfing water-sports water-polo diving snowboarding paragliding',
    'multisport transition',
    'any: other',
  ],
} as const;

type Line = (typeof ACTIVITY_TABLE)[keyof typeof ACTIVITY_TABLE][number];
type Words<Text extends string> = Text extends `${infer Word} ${infer Rest}` ? Word | Words<Rest> : Text;
type ActivityOf<Text extends string> = Words<Text extends `${string}: ${infer Members}` ? Members : Text>;
type FamilyOf<Text extends string> = Text extends `${infer Name}: ${string}` ? Name : Words<Text>;

/**
 * What was done: one of 97 ids that both platforms' lists map to. `other` is what a platform could not say.
 *
 * @see {@link isActivity} for a value that comes from outside, {@link categoryOf} for what a user switches on and off.
 */
export type Activity = ActivityOf<Line>;

/**
 * One of the seven groups that a user switches on and off.
 *
 * @see {@link categoryOf} gives an activity's category, {@link CATEGORIES} all of them in the order of display.
 */
export type Category = keyof typeof ACTIVITY_TABLE;

/**
 * Activities that apps use for one another: the same ride is `cycling` in one and `indoor-cycling` in the next. `any`
 * is the wildcard. An activity without such relatives is a family of its own, under its own name.
 *
 * @see {@link familyOf}
 */
export type Family = FamilyOf<Line>;

/** Where an activity stands in the vocabulary. */
export interface ActivityRow {
  readonly category: Category;
  readonly family: Family;
}

const readTable = (): ReadonlyMap<string, ActivityRow> => {
  const rows = new Map<string, ActivityRow>();
  for (const category of Object.keys(ACTIVITY_TABLE) as Category[]) {
    for (const line of ACTIVITY_TABLE[category]) {
      const [before, after] = line.split(': ');
      for (const activity of (after ?? line).split(' ')) {
        rows.set(activity, { category, family: (after === undefined ? activity : before) as Family });
      }
    }
  }
  return rows;
};

/** Every activity with its row, in the order of the table. A map, so that `constructor` and the like are unknown. */
export const ACTIVITY_ROWS: ReadonlyMap<string, ActivityRow> = /* @__PURE__ */ readTable();
