import { type StoreError, storeError } from '../ports/store-error';

/**
 * Why an export cannot be read.
 *
 * - `empty`: there is nothing in it.
 * - `wrong-file`: it is something else; `found` says what, where that can be told.
 * - `truncated`: its end is missing: a download or a transfer that was cut off.
 * - `encrypted`: it needs a password.
 * - `damaged`: what is inside contradicts itself.
 * - `unsafe`: it would unpack to far more than it is, or to somewhere else. Nothing of it was read.
 */
export type ExportErrorCode = 'empty' | 'wrong-file' | 'truncated' | 'encrypted' | 'damaged' | 'unsafe';

/** What an {@link ExportError} says, apart. */
export interface ExportErrorFacts {
  /** What the reader looked for. */
  readonly expected: string;
  /** What is there instead. */
  readonly found: string;
  /** What to do about it. */
  readonly advice: string;
  readonly cause?: unknown;
}

/**
 * An export that cannot be read as a whole. A single workout that cannot be read is no error but a problem in the list.
 *
 * **Shape** a {@link StoreError} of kind `invalid`, so that a run classes it like any other. Its message holds `expected`,
 * `found` and `advice`.
 */
export interface ExportError extends StoreError, ExportErrorFacts {
  readonly code: ExportErrorCode;
}

/** Makes an {@link ExportError}. */
export const exportError = (code: ExportErrorCode, facts: ExportErrorFacts): Error & ExportError =>
  Object.assign(
    storeError('invalid', `Expected ${facts.expected}, found ${facts.found}. ${facts.advice}`, {
      ...('cause' in facts && { cause: facts.cause }),
    }),
    { code, expected: facts.expected, found: facts.found, advice: facts.advice },
  );

/** Whether something thrown is an {@link ExportError}. */
export const isExportError = (thrown: unknown): thrown is Error & ExportError =>
  thrown instanceof Error && 'code' in thrown && 'advice' in thrown;
