import type { Recording } from '../domain/recording';
import type { Comparison } from '../match/comparison';
import type { Notice, Plan } from '../reconcile/plan';
import type { World } from '../reconcile/world';
import { evidenceText } from './evidence-text';
import { activityLabel, verdictText } from './labels';
import { lookUp } from './look-up';
import type { Naming } from './naming';
import { appNameOf, namingFrom } from './naming-of';
import { type NumberLine, numberLine } from './number-line';
import { type Records, recordOf, recordsOf } from './records';
import { timeText } from './time-text';

/**
 * Something to tell the user about two records: a copy beside its original, a question, or a conflict.
 *
 * **Shape** `a` and `b` are keys; of a copy, `a` is the original. `facts` are the measurements behind it, `numbers` stand
 * side by side for a copy alone.
 */
export interface NoticeLine {
  readonly kind: Notice['kind'];
  readonly a: string;
  readonly b: string;
  readonly text: string;
  readonly advice: string;
  readonly facts: readonly string[];
  readonly numbers: readonly NumberLine[];
}

const factsOf = ({ evidence }: Comparison, naming: Naming): string[] =>
  evidence.map((fact) => evidenceText(fact, naming));

const PART_NAMES: Readonly<Record<'facts' | 'detail', string>> = {
  facts: 'what it was and when',
  detail: 'totals and samples',
};

const activityAt = (record: Recording | undefined): string =>
  record === undefined ? '' : `${activityLabel(record.activity)} of ${timeText(record.start, record.offsetSeconds)}: `;

const appOf = (records: Records, naming: Naming, key: string, app: string | undefined): string =>
  appNameOf(recordOf(records, key), naming) || (app === undefined ? 'another app' : (naming.app?.(app) ?? app));

const describeNotice = (notice: Notice, records: Records, naming: Naming): NoticeLine => {
  const call = (key: string): string => naming.record?.(key) ?? `“${key}”`;
  switch (notice.kind) {
    case 'copy': {
      const original = appOf(records, naming, notice.of, notice.apps.of);
      const holder = appOf(records, naming, notice.copy, notice.apps.copy);
      return {
        kind: notice.kind,
        a: notice.of,
        b: notice.copy,
        text: `${activityAt(recordOf(records, notice.of))}the original is from ${original}, a copy is in ${holder}.`,
        advice: 'Prefer the copy if it is the better recording.',
        facts: factsOf(notice.comparison, naming),
        numbers: notice.numbers.map(numberLine),
      };
    }
    case 'review':
      return {
        kind: notice.kind,
        a: notice.a,
        b: notice.b,
        text: `${call(notice.a)} and ${call(notice.b)}: ${verdictText(notice.comparison.verdict)}`,
        advice: 'Say whether they are the same or different.',
        facts: factsOf(notice.comparison, naming),
        numbers: [],
      };
    case 'conflict': {
      const parts = notice.parts.map((part) => lookUp(PART_NAMES, part) ?? part).join(', ');
      return {
        kind: notice.kind,
        a: notice.session,
        b: notice.workout,
        text: `${call(notice.session)} was changed on both sides (${parts}); your edit in the app stays.`,
        advice: `Take the side of ${naming.store ?? 'the health store'} if that one is right.`,
        facts: [],
        numbers: [],
      };
    }
  }
};

/**
 * What a plan wants to tell the user about pairs of records: which app recorded the original, which hold a copy and how
 * their numbers differ; which two may be one activity; what was edited on both sides.
 *
 * **Laws** as {@link describePlan}: never throws, no machine zone or locale.
 *
 * @example
 * ```ts
 * import type { Plan } from 'workout-sync';
 * import { describeNotices } from 'workout-sync/messages';
 *
 * const plan: Plan = {
 *   base: { revision: 0, settings: '' }, steps: [], skipped: [], waiting: [], blocked: [], settled: 0,
 *   notices: [{
 *     kind: 'copy', of: 'w1', copy: 'w2', apps: { of: 'com.example.watch', copy: 'com.example.runs' },
 *     numbers: [{ name: 'distanceMetres', of: 10_020, copy: 9_910 }],
 *     comparison: { verdict: 'same', rung: 'evidence', evidence: [] },
 *   }],
 *   guard: { id: '', removals: 0, linked: 0, held: false },
 * };
 * const [notice] = describeNotices(plan);
 * notice?.text; // => 'the original is from com.example.watch, a copy is in com.example.runs.'
 * notice?.numbers[0]?.difference; // => '−110 m (1.1 %)'
 * ```
 */
export const describeNotices = (plan: Plan, world?: World): NoticeLine[] => {
  const records = recordsOf(world);
  const naming = namingFrom(records, world);
  return plan.notices.map((notice) => describeNotice(notice, records, naming));
};
