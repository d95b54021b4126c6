/**
 * An answer of the user, or an order of the host.
 *
 * - `confirm`: carry out the removals that the guard held.
 * - `same` / `different`: about two recordings that a review asked about.
 * - `rekey`: the app gives a session another key (a server id for a local one). Say so before the app lists the new key: a run that sees
 *   it first takes the session for a new one, and its record for another's. Told late, the session stays with the record that it has,
 *   and an import goes on with its workout.
 * - `retry`: try an item again that was set aside, by the key of the workout that comes in or of the session that goes out; without a
 *   key, all of them. Of a workout that is named and did not come in, the samples are counted again: its
 *   route was given, or a vendor was late.
 * - `export`: write this session although a rule refuses it.
 * - `restore`: bring back what a tombstone holds closed, or an imported session whose loss a run has held (a preview holds nothing); `key` is the session's. What is
 *   in a bin of the app, the app takes out.
 * - `claim`: this device represents the session in the health store from now on.
 * - `prefer`: this workout is the one to show; `key` is the workout's.
 * - `keep-workout`: in the conflict over this session, take the health store's side; `key` is the session's.
 */
export type Decision =
  | { readonly kind: 'confirm'; readonly guard: string }
  | { readonly kind: 'same' | 'different'; readonly a: string; readonly b: string }
  | { readonly kind: 'rekey'; readonly from: string; readonly to: string }
  | { readonly kind: 'retry'; readonly key?: string }
  | { readonly kind: 'export' | 'restore' | 'claim' | 'prefer' | 'keep-workout'; readonly key: string };
