// @ts-nocheck
import type { ExportRefusalCode, HostCode, ImportRefusalCode, Refusal } from '../domain/reason';

/** Whether a record may pass. A refusal holds all of its reasons, never only the first. */
export type Verdict<Code extends string = ImportRefusalCode | ExportRefusalCode | HostCode> =
  | { readonly kind: 'eligible' }
  | { readonly kind: 'refused'; readonly reasons: readonly [Refusal<Code>, ...Refusal<Code>[]] };

/** The one verdict without reasons: shared and frozen, so that a history of eligible records allocates nothing. */
export const ELIGIBLE: Verdict<never> = /* @__PURE__ */ Object.freeze({ kind: 'eligible' } as const);

/**
 * Whether a refused record may pass later without anybody doing anything: all of its reasons pass by themselves.
 *
 * **Laws** an eligible record waits for nothing; one reason that needs the user, or that holds for good, is enough to
 * stop the waiting.
 *
 * @example
 * ```ts
 * import { DEFAULT_SETTINGS, isWaiting, judgeExport } from 'workout-sync';
 *
 * const session = {
 *   kind: 'session', key: 's1', revision: 'r1', state: 'open', activity: 'running', start: 0, end: 600_000,
 * } as const;
 * const context = { now: 600_000, device: 'phone' };
 * isWaiting(judgeExport(session, 'apple-health', DEFAULT_SETTINGS, context)); // => true
 * ```
 *
 * @see {@link Verdict}; each reason's `until` is the moment to look again, where it is known.
 */
export const isWaiting = (verdict: Verdict): boolean =>
  verdict.kind === 'refused' && verdict.reasons.every((reason) => reason.lasts === 'until');
