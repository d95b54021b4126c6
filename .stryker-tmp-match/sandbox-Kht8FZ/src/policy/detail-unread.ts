// @ts-nocheck
import type { Refusal } from '../domain/reason';

/**
 * The request of an import rule to have a workout's samples counted before it answers.
 *
 * A host's own rule returns it where `workout.detail` is absent and it needs it.
 *
 * @see {@link SESSION_DETAIL_UNREAD} for an export rule.
 */
export const DETAIL_UNREAD: Refusal<'detail-unread'> = /* @__PURE__ */ Object.freeze({
  code: 'detail-unread',
  lasts: 'until',
});

/** The request of an export rule to have a session's samples counted before it answers. */
export const SESSION_DETAIL_UNREAD: Refusal<'session-detail-unread'> = /* @__PURE__ */ Object.freeze({
  code: 'session-detail-unread',
  lasts: 'until',
});
