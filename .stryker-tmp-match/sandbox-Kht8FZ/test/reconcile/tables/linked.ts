// @ts-nocheck
import { readTable } from './read-table';

/**
 * The first part of the outcome table, copied by hand from the docs: link, session, workout, direction, owner.
 * Outcomes: `settled`, `waiting <code>`, or what the one step does.
 */
export const LINKED = readTable(`
*                | unknown         | *             | *   | *     => waiting session-unknown
*                | open            | *             | *   | *     => waiting session-open
*                | unedited edited deleted | unknown | * | *     => waiting workout-unknown
imported exported | unedited edited deleted | same changed gone | off | * => waiting direction-off
imported         | unedited        | same          | on  | *     => settled
imported         | unedited        | changed       | on  | *     => update-session
imported         | unedited        | gone          | on  | *     => set-link detached
imported         | edited          | same          | on  | *     => settled
imported         | edited          | changed       | on  | *     => set-link active
imported         | edited          | gone          | on  | *     => set-link detached
imported         | deleted         | same changed gone | on | *  => set-link session-deleted
exported         | unedited        | same          | on  | *     => settled
exported         | unedited        | changed       | on  | ours  => update-workout
exported         | unedited        | changed       | on  | other => waiting owned-elsewhere
exported         | unedited        | gone          | on  | *     => set-link workout-removed
exported         | edited          | same          | on  | ours  => update-workout
exported         | edited          | same          | on  | other => waiting owned-elsewhere
exported         | edited          | changed       | on  | ours  => update-workout
exported         | edited          | changed       | on  | other => waiting owned-elsewhere
exported         | edited          | gone          | on  | *     => set-link workout-removed
exported         | deleted         | same changed  | on  | *     => remove-workout
exported         | deleted         | gone          | on  | *     => set-link session-deleted
matched          | unedited edited | same          | *   | *     => settled
matched          | unedited edited | changed       | *   | *     => set-link active
matched          | unedited edited | gone          | *   | *     => set-link workout-removed
matched          | deleted         | same changed gone | * | *   => set-link session-deleted
`);
