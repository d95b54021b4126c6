import type { Session } from '../domain/session';
import type { Detail } from './detail';
import type { CallOptions } from './health-store';
import type { Page, PageRequest } from './page';
import type { StoreError } from './store-error';

/**
 * One page of sessions, with the keys that were deleted for good and are remembered as such.
 *
 * **Shape** `gone` may say the same keys for ever: what is absorbed is passed over. A key that is created again leaves it.
 */
export interface SessionPage extends Page<Session> {
  readonly gone?: readonly string[];
}

/**
 * One change to make in the app.
 *
 * **Shape** `create` and `update` carry the session whole, as it should be afterwards. `revision` is the revision that the
 * session must still have: where it has another, the answer is `conflict` and nothing changes. An `update` without a `detail` leaves the
 * samples of the session as they are.
 */
export type SessionChange =
  | { readonly kind: 'create'; readonly key: string; readonly session: Session; readonly detail?: Detail }
  | {
      readonly kind: 'update';
      readonly key: string;
      readonly session: Session;
      readonly parts: readonly ('facts' | 'detail')[];
      readonly revision: string;
      readonly detail?: Detail;
    }
  | { readonly kind: 'remove'; readonly key: string; readonly revision: string };

/**
 * What became of one change.
 *
 * **Shape** `session` is the session as it is stored now, with its revision: the app may have given it a title. With a
 * `conflict` it is what stands there instead; a sink has to say it, a store that can be read may.
 */
export type ItemResult =
  | {
      readonly kind: 'created' | 'already-exists' | 'updated';
      readonly key: string;
      readonly session: Session;
    }
  | { readonly kind: 'conflict'; readonly key: string; readonly session?: Session }
  | { readonly kind: 'removed' | 'absent'; readonly key: string }
  | { readonly kind: 'failed'; readonly key: string; readonly error: StoreError };

/**
 * The app's own sessions: a database on the phone, or a server behind an API.
 *
 * **Words** a *revision* is opaque and changes with every change of content. A *sink* takes sessions and cannot list them.
 *
 * An implementation
 *
 * - **SS1** MUST give each session one key for ever, and a revision that changes whenever its content does.
 * - **SS2** MUST say `complete: true` only where every session of `window` was given, also those that stayed while others
 *   came and went between two pages: not offline, not signed out, not
 *   while a page is missing. Another account's list is not this one's: answer `auth-required`.
 * - **SS3** MUST set `absenceMeansDeleted` only where a session that is missing from a complete list was deleted by its
 *   user. An app that only imports tells deletions in `gone`; a list of nothing but imports proves none.
 * - **SS4** MUST keep `key` and `origin` of what it creates, and give them back in every read. It SHOULD keep `origin.prints`,
 *   as the last `create` or `update` gave them: without them a lost state makes an edit of every difference.
 * - **SS5** MUST make `create` conditional on the key: a session that is there is `already-exists`, with that session, and
 *   stays as it is. That is what makes a repeat harmless.
 * - **SS6** MUST answer `conflict` where an `update` or `remove` meets another revision, and change nothing. A sink MUST
 *   give the session that stands with it: nothing else tells sync of the edit.
 * - **SS7** MUST answer item by item: one bad item stops no other.
 * - **SS8** MUST reject with `auth-required`, `offline` or `rate-limited` where nothing could be done at all.
 * - **SS9** SHOULD apply one call's changes as one transaction, or each on its own; never half of one item.
 *
 * and **may rely on** these: calls never overlap, but for one that has not answered for as long as a lease lasts; a change is
 * asked for again until it was answered.
 */
export interface SessionStore {
  readonly absenceMeansDeleted: boolean;
  /** What `create` and `update` should carry: the samples too, or the header alone. `detail` by default. */
  readonly takes?: 'header' | 'detail';
  /** Absent for a sink: its side is then what sync itself created there, and twins inside the app are invisible. */
  readonly read?: (request: PageRequest) => Promise<SessionPage>;
  /** The samples of a session to export. Absent: sessions are exported without samples. */
  readonly readDetail?: (key: string, options?: CallOptions) => Promise<Detail>;
  /** Absent: nothing is imported. */
  readonly apply?: (changes: readonly SessionChange[], options?: CallOptions) => Promise<readonly ItemResult[]>;
}
