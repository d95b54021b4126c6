import { readTable } from './read-table';

/**
 * Own records without a link, copied by hand from the docs: the session with that external id, exports, owner. An
 * outcome of two words separated by a slash is that of the session and that of the record.
 */
export const OWN_RECORDS = readTable(`
deleted gone       | on  | *     => remove-workout
deleted gone       | off | *     => waiting direction-off
open               | *   | *     => waiting session-open
equal              | *   | *     => set-link active
differs            | on  | ours  => update-workout
differs            | on  | other => waiting owned-elsewhere
differs            | off | ours  => waiting direction-off
differs            | off | other => waiting direction-off
linked             | on  | *     => set-link active
linked             | off | *     => waiting direction-off
none-complete      | *   | *     => skipped unknown-owner
none-incomplete    | *   | *     => waiting session-unknown
`);

/** A session that keeps its origin, beside the workout that it names: its state, who wrote the workout, the content. */
export const ORIGINS = readTable(`
completed | foreign | *     => imported active
completed | own     | *     => matched active
deleted   | foreign | *     => imported session-deleted
deleted   | own     | *     => matched session-deleted
open      | *       | *     => waiting session-open
`);

/**
 * Free sessions: state, what stands beside them, workout side, export rules, the user's \`export\`; then the session's
 * place and the workout's (\`-\` where there is none).
 */
export const FREE_SESSIONS = readTable(`
open      | none              | *         | *       | *   => waiting session-open / -
open      | same possible part | *        | *       | *   => waiting session-open / waiting session-open
open      | linked-other      | *         | *       | *   => waiting session-open / settled
open      | sibling-linked    | *         | *       | *   => waiting session-open / -
deleted   | none              | *         | *       | *   => skipped deleted / -
deleted   | same              | *         | *       | *   => set-link session-deleted / set-link session-deleted
deleted   | possible          | *         | *       | *   => skipped deleted / blocked possible-twin
deleted   | part              | *         | *       | *   => skipped deleted / blocked part-of-session
deleted   | linked-other      | *         | *       | *   => skipped deleted / settled
deleted   | sibling-linked    | *         | *       | *   => skipped deleted / -
completed | linked-other      | *         | *       | no  => skipped duplicate-session / settled
completed | same              | *         | *       | no  => set-link active / set-link active
completed | same              | *         | *       | yes => export / export
completed | sibling-linked    | *         | *       | no  => skipped duplicate-session / -
completed | possible          | *         | *       | no  => blocked possible-twin / import
completed | part              | *         | *       | no  => blocked part-of-session / blocked part-of-session
completed | none              | uncertain | *       | *   => waiting workout-unknown / -
completed | none              | certain   | yes     | *   => export / -
completed | none              | certain   | off     | no  => skipped export-off / -
completed | none              | certain   | grace   | no  => waiting grace-period / -
completed | none              | certain   | both    | no  => skipped export-off+grace-period / -
completed | none              | certain   | off grace both | yes => export / -
completed | possible          | certain   | *       | yes => export / import
completed | part              | certain   | *       | yes => export / blocked part-of-session
completed | possible          | uncertain | *       | yes => waiting workout-unknown / import
completed | part              | uncertain | *       | yes => waiting workout-unknown / blocked part-of-session
`);

/** Workouts alone: what stands beside them, session side, \`onPossible\`, import rules; then the workout's place. */
export const LONE_WORKOUTS = readTable(`
*                 | uncertain | *      | *       => waiting session-unknown
open-session      | certain   | *      | *       => waiting session-open
part-of-recorded  | certain   | *      | *       => blocked part-of-session
possible-deleted  | certain   | *      | *       => blocked possible-twin
possible-recorded part-of-imported holds-imported possible-imported | certain | hold | * => blocked possible-twin
possible-recorded part-of-imported holds-imported possible-imported | certain | import | eligible => import
none              | certain   | *      | eligible => import
none              | certain   | *      | refused  => skipped category-off
none              | certain   | *      | settling => waiting settling
none              | certain   | *      | both     => skipped category-off+settling
possible-recorded part-of-imported holds-imported possible-imported | certain | import | refused => skipped category-off
possible-recorded part-of-imported holds-imported possible-imported | certain | import | settling => waiting settling
possible-recorded part-of-imported holds-imported possible-imported | certain | import | both => skipped category-off+settling
`);
