import * as z from 'zod/mini';
import type { HostCode, ReasonCode } from '../domain/reason';
import { fields, maybe, moment, oneOf, plainValue } from './fields';

/** The closed list of codes as values. A record, so that a code which is missing here does not compile. */
const REASON_CODES: Readonly<Record<ReasonCode, true>> = {
  'import-off': true,
  'own-export': true,
  'own-recording': true,
  'activity-not-selected': true,
  'category-off': true,
  'before-import-start': true,
  'source-ignored': true,
  'origin-relayed': true,
  'manual-entry': true,
  'summary-only': true,
  'detail-missing': true,
  'detail-sparse': true,
  'detail-unread': true,
  settling: true,
  'too-short': true,
  'too-long': true,
  'too-near': true,
  'in-the-future': true,
  'export-off': true,
  'not-completed': true,
  'session-deleted': true,
  'imported-from-here': true,
  'origin-writes-there': true,
  'no-detail': true,
  'session-detail-unread': true,
  'activity-not-writable': true,
  'activity-lossy': true,
  'session-too-short': true,
  'owned-elsewhere': true,
  'before-export-start': true,
  'grace-period': true,
  'session-in-the-future': true,
  'session-unknown': true,
  'workout-unknown': true,
  'session-open': true,
  'direction-off': true,
  'awaits-partner': true,
  malformed: true,
  'deleted-in-app': true,
  'removed-in-store': true,
  'unknown-owner': true,
  'duplicate-session': true,
  deleted: true,
  'possible-twin': true,
  'part-of-session': true,
  quarantined: true,
  'new-workout': true,
  'new-session': true,
  'same-activity': true,
  'origin-known': true,
  'own-record-found': true,
  'workout-changed': true,
  'detail-arrived': true,
  'session-changed': true,
  'both-agree': true,
  'conflict-kept-session': true,
  'conflict-took-workout': true,
  'workout-removed': true,
  'copy-promoted': true,
  'better-copy': true,
  'user-preferred': true,
  'record-replaced': true,
  'copy-found': true,
  'source-back': true,
  'session-restored': true,
  'user-asked': true,
};

const isReasonCode = (value: unknown): boolean =>
  typeof value === 'string' && (value.startsWith('host-') || Object.keys(REASON_CODES).includes(value));

const reasonShape = {
  code: z.custom<ReasonCode | HostCode>(isReasonCode, "a reason code of this version, or a host's own, 'host-…'"),
  params: maybe(z.record(z.string(), plainValue, 'an object')),
};

export const reasonSchema = fields(reasonShape);

/** A reason beside which stands how long it holds, where a policy gave it. */
export const placedReasonSchema = fields({
  ...reasonShape,
  lasts: maybe(oneOf('for-good', 'until', 'needs-user')),
  until: maybe(moment),
});
