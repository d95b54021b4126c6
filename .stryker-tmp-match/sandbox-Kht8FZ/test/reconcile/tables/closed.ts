// @ts-nocheck
import { readTable } from './read-table';

/**
 * Detached and closed links, copied by hand from the docs: link, state, session, what stands in the store, the link's
 * direction. `workout` is the linked record itself (for an export: our own, back under its id), `twin` another app's
 * recording of the same activity, `nothing` neither. The user has said nothing.
 */
export const CLOSED = readTable(`
imported | detached        | unknown                | *            | *   => waiting session-unknown
imported | detached        | open                   | *            | *   => waiting session-open
imported | detached        | deleted                | *            | *   => set-link session-deleted
imported | detached        | unedited               | workout twin | on  => set-link active
imported | detached        | edited                 | workout twin | on  => set-link active
imported | detached        | unedited edited        | workout twin | off => waiting direction-off
imported | detached        | unedited edited        | nothing      | *   => settled
*        | session-deleted | unknown deleted unedited | nothing    | *   => settled
exported | session-deleted | unknown deleted        | workout      | on  => remove-workout
exported | session-deleted | unknown deleted        | workout      | off => waiting direction-off
exported | session-deleted | unedited               | workout      | *   => settled
imported matched | session-deleted | unknown deleted unedited | workout | * => settled
*        | session-deleted | unknown deleted unedited | twin       | *   => skipped deleted-in-app
imported | session-deleted | edited                 | workout      | on  => set-link active
imported | session-deleted | edited                 | workout      | off => waiting direction-off
matched  | session-deleted | edited                 | workout      | *   => set-link active
imported | session-deleted | edited                 | nothing      | *   => set-link detached
imported | session-deleted | edited                 | twin         | on  => set-link active
imported | session-deleted | edited                 | twin         | off => waiting direction-off
*        | session-deleted | open                   | *            | *   => waiting session-open
exported | session-deleted | edited                 | workout      | on  => update-workout
exported | session-deleted | edited                 | workout      | off => waiting direction-off
exported matched | session-deleted | edited         | nothing      | on  => export
exported matched | session-deleted | edited         | nothing      | off => skipped export-off
exported matched | session-deleted | edited         | twin         | *   => set-link active
*        | workout-removed | deleted                | nothing twin | *   => set-link session-deleted
matched  | workout-removed | deleted                | workout      | *   => set-link session-deleted
exported | workout-removed | deleted                | workout      | on  => remove-workout
exported | workout-removed | deleted                | workout      | off => set-link session-deleted
matched  | workout-removed | unknown open unedited edited | workout | *  => settled
*        | workout-removed | unknown open unedited edited | nothing | *  => settled
*        | workout-removed | unknown open unedited edited | twin    | *  => set-link workout-removed
exported | workout-removed | unknown open unedited edited | workout | *  => skipped removed-in-store
`);
