import type { Platform } from './platform';
import type { Prints } from './prints';
import type { Recording } from './recording';

/**
 * Where a session came from, when it was not recorded in the app: the platform and the key of the workout there.
 *
 * **Shape** `prints`: what that workout said when the session was last written from it, opaque. With it, what the user has
 * edited can be told from what has changed in the health store even where the ledger is lost; without it, every difference
 * counts as an edit.
 */
export interface Origin {
  readonly platform: Platform;
  readonly workout: string;
  readonly prints?: Prints;
}

/**
 * One training session in the host app.
 *
 * **Shape** `key` never changes. `revision` is opaque and changes with every change of content; equal revisions mean
 * equal content. `deleted` is a soft-deleted session that the app still remembers.
 *
 * `owner` is the device whose records represent the session in a health store; absent means that any device may.
 */
export interface Session extends Recording {
  readonly kind: 'session';
  readonly title?: string;
  readonly revision: string;
  readonly state: 'open' | 'completed' | 'deleted';
  readonly owner?: string;
  readonly origin?: Origin;
}

/** Whether another device writes the records of a session, as far as the app says; the user may have claimed them since. */
export const isOwnedElsewhere = (
  session: Session,
  { device }: { readonly device: string },
): session is Session & { readonly owner: string } => session.owner !== undefined && session.owner !== device;
