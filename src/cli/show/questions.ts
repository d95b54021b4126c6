import { describeNotices, type NoticeLine } from '../../messages/describe-notices';
import { countText } from '../../messages/quantity-text';
import type { Plan } from '../../reconcile/plan';
import type { World } from '../../reconcile/world';
import type { Terminal } from '../terminal';
import { countOf } from './header';
import { plainText } from './table';

/** Two records that may be one activity, which nothing but a person can know. */
export interface Question extends Pick<NoticeLine, 'a' | 'b' | 'text' | 'facts'> {
  /** Neither of the two is left out: each has its session. */
  readonly bothKept: boolean;
}

const BOTH_KEPT =
  'Both are kept. If they are one activity, delete one of the two from the table "sessions" of the database: it does not come back.';
const ONE_HELD = 'What is no session yet stays out, as it may be one that is there.';

/** What to do about questions like these, each advice once. */
export const questionAdvice = (questions: readonly Question[]): readonly string[] =>
  [true, false].flatMap((kept) =>
    questions.some(({ bothKept }) => bothKept === kept) ? [kept ? BOTH_KEPT : ONE_HELD] : [],
  );

/** What a plan asks its reader, in words. */
export const questionsOf = (plan: Plan, world: World): readonly Question[] => {
  const held = new Set(plan.blocked.map(({ key }) => key));
  return describeNotices(plan, world)
    .filter(({ kind }) => kind === 'review')
    .map(({ a, b, text, facts }) => ({ a, b, text, facts, bothKept: !held.has(a) && !held.has(b) }));
};

/** Notices as somebody with a file needs them: of the questions those that are still open, and no advice that only an app can follow. */
export const noticesForFile = (
  notices: readonly NoticeLine[],
  questions: readonly Question[],
): readonly NoticeLine[] => {
  const open = new Map(questions.map((question) => [`${question.a} ${question.b}`, question]));
  return notices.flatMap((notice) => {
    if (notice.kind !== 'review') return [{ ...notice, advice: '' }];
    const question = open.get(`${notice.a} ${notice.b}`);
    return question === undefined ? [] : [{ ...notice, advice: questionAdvice([question]).join(' ') }];
  });
};

/** The questions under a title with their number, the first of them only, and what to do about them. */
export const questionsText = (questions: readonly Question[], limit: number, terminal: Terminal): string => {
  const hidden = questions.length - limit;
  return [
    terminal.strong(`${countOf(questions.length, 'question')}:`),
    ...questions.slice(0, limit).map(({ text }) => `  ${plainText(text)}`),
    ...(hidden > 0 ? [terminal.faint(`  … and ${countText(hidden)} more; plan --all shows them.`)] : []),
    ...questionAdvice(questions).map((advice) => terminal.faint(`  → ${advice}`)),
  ].join('\n');
};
