// @ts-nocheck
import type { Instant } from '../domain/interval';
import type { Ledger } from '../domain/ledger';
import type { Observed } from '../domain/observed';
import type { Scope } from '../domain/scope';
import type { Session } from '../domain/session';
import type { Settings } from '../domain/settings';
import type { MirrorEntry } from '../domain/workout';

/** Everything that a plan depends on. Plain data: store it, send it, replay it. */
export interface World {
  readonly sessions: Observed<Session>;
  readonly mirror: Observed<MirrorEntry>;
  readonly ledger: Ledger;
  readonly scope: Scope;
  readonly settings: Settings;
  readonly now: Instant;
}
