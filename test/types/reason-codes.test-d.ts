// The closed lists of reason codes, written out a second time. A switch that ends in a `never` guard, as a host writes it,
// must go on compiling: a code that is added or renamed is an error here first.
import { expectTypeOf } from 'vitest';
import type {
  BlockedCode,
  ExportRefusalCode,
  HostCode,
  ImportRefusalCode,
  ImportRule,
  Placed,
  Reason,
  ReasonCode,
  Refusal,
  SkippedCode,
  Step,
  StepCode,
  Verdict,
  WaitingCode,
} from '../../src/index';

const unreachable = (code: never): never => code;

export const readImportRefusalCode = (code: ImportRefusalCode): true => {
  switch (code) {
    case 'import-off':
    case 'own-export':
    case 'own-recording':
    case 'activity-not-selected':
    case 'category-off':
    case 'before-import-start':
    case 'source-ignored':
    case 'origin-relayed':
    case 'manual-entry':
    case 'summary-only':
    case 'detail-missing':
    case 'detail-sparse':
    case 'detail-unread':
    case 'settling':
    case 'too-short':
    case 'too-long':
    case 'too-near':
    case 'in-the-future':
      return true;
    default:
      return unreachable(code);
  }
};

export const readExportRefusalCode = (code: ExportRefusalCode): true => {
  switch (code) {
    case 'export-off':
    case 'not-completed':
    case 'session-deleted':
    case 'imported-from-here':
    case 'origin-writes-there':
    case 'no-detail':
    case 'session-detail-unread':
    case 'activity-not-writable':
    case 'activity-lossy':
    case 'session-too-short':
    case 'owned-elsewhere':
    case 'before-export-start':
    case 'grace-period':
    case 'session-in-the-future':
      return true;
    default:
      return unreachable(code);
  }
};

export const readWaitingCode = (code: WaitingCode): true => {
  switch (code) {
    case 'session-unknown':
    case 'workout-unknown':
    case 'session-open':
    case 'direction-off':
    case 'awaits-partner':
      return true;
    default:
      return unreachable(code);
  }
};

export const readSkippedCode = (code: SkippedCode): true => {
  switch (code) {
    case 'malformed':
    case 'deleted-in-app':
    case 'removed-in-store':
    case 'unknown-owner':
    case 'duplicate-session':
    case 'deleted':
      return true;
    default:
      return unreachable(code);
  }
};

export const readBlockedCode = (code: BlockedCode): true => {
  switch (code) {
    case 'possible-twin':
    case 'part-of-session':
    case 'quarantined':
      return true;
    default:
      return unreachable(code);
  }
};

export const readStepCode = (code: StepCode): true => {
  switch (code) {
    case 'new-workout':
    case 'new-session':
    case 'same-activity':
    case 'origin-known':
    case 'own-record-found':
    case 'workout-changed':
    case 'detail-arrived':
    case 'session-changed':
    case 'both-agree':
    case 'conflict-kept-session':
    case 'conflict-took-workout':
    case 'workout-removed':
    case 'session-deleted':
    case 'copy-promoted':
    case 'better-copy':
    case 'user-preferred':
    case 'record-replaced':
    case 'copy-found':
    case 'source-back':
    case 'session-restored':
    case 'user-asked':
      return true;
    default:
      return unreachable(code);
  }
};

export const forgetful = (code: WaitingCode): true => {
  switch (code) {
    case 'session-unknown':
    case 'workout-unknown':
    case 'session-open':
      return true;
    default:
      // @ts-expect-error `direction-off` is forgotten, so the guard is reached
      return unreachable(code);
  }
};

// Every code belongs to one of the six lists, and a host's own never to any.
type Listed = ImportRefusalCode | ExportRefusalCode | WaitingCode | SkippedCode | BlockedCode | StepCode;
expectTypeOf<ReasonCode>().toEqualTypeOf<Listed>();
expectTypeOf<Extract<ReasonCode, HostCode>>().toBeNever();
expectTypeOf<string>().not.toExtend<ReasonCode>();

// A host's code carries the prefix.
expectTypeOf<'host-rest-day'>().toExtend<HostCode>();
expectTypeOf<'rest-day'>().not.toExtend<HostCode>();
expectTypeOf<string>().not.toExtend<HostCode>();
expectTypeOf<HostCode>().toExtend<string>();
expectTypeOf<Reason['code']>().toEqualTypeOf<ReasonCode | HostCode>();
expectTypeOf<Reason<'copy'>['code']>().toEqualTypeOf<'copy'>();
expectTypeOf<Reason['params']>().toEqualTypeOf<Readonly<Record<string, string | number>> | undefined>();

// A host's rule refuses with a code of its own, or asks for the samples; it cannot speak for the library.
export const restDay: ImportRule = (workout) => workout.start % 7 === 0 && { code: 'host-rest-day', lasts: 'for-good' };
export const unread: ImportRule = () => ({ code: 'detail-unread', lasts: 'until' });
// @ts-expect-error the code of a built-in rule
export const impostor: ImportRule = () => ({ code: 'too-short', lasts: 'for-good' });
// @ts-expect-error the code has no prefix
export const nameless: ImportRule = () => ({ code: 'rest-day', lasts: 'for-good' });
// @ts-expect-error how long it lasts is not said
export const timeless: ImportRule = () => ({ code: 'host-rest-day' });

// A refusal, a placed record and a step always say why.
expectTypeOf<Refusal['lasts']>().toEqualTypeOf<'for-good' | 'until' | 'needs-user'>();
expectTypeOf<Step['reason']>().toEqualTypeOf<Reason>();
expectTypeOf<Placed['reasons'][0]>().toEqualTypeOf<Reason | Refusal>();
expectTypeOf<readonly []>().not.toExtend<Placed['reasons']>();

declare const verdict: Verdict;
// @ts-expect-error an eligible record has no reasons
verdict.reasons;
if (verdict.kind === 'refused') expectTypeOf(verdict.reasons[0]).toEqualTypeOf<Refusal>();
else expectTypeOf(verdict).toEqualTypeOf<{ readonly kind: 'eligible' }>();
