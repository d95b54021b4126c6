import { describe, expect, it } from 'vitest';
import { storeError, toStoreError } from '../../src/ports/store-error';

describe('toStoreError', () => {
  it('R9 keeps the kind of an error that has one of the closed list', () => {
    const thrown = storeError('rate-limited', 'quota exceeded', { retryAfterSeconds: 60 });
    expect(toStoreError(thrown)).toEqual({
      kind: 'rate-limited',
      message: 'quota exceeded',
      retryAfterSeconds: 60,
      cause: thrown,
    });
  });

  it.each([
    ['a kind that is not of the list', Object.assign(new Error('odd'), { kind: 'success' }), 'odd'],
    ['an error without a kind', new Error('boom'), 'boom'],
    ['a text', 'boom', 'boom'],
    ['nothing at all', undefined, 'undefined'],
    ['an object without a message', { code: 7 }, '[object Object]'],
  ])('R9 classes %s as unknown, with what was thrown as the cause', (_, thrown, message) => {
    expect(toStoreError(thrown)).toEqual({ kind: 'unknown', message, cause: thrown });
  });

  it('classes an aborted call as cancelled', () => {
    const thrown = Object.assign(new Error('stopped'), { name: 'AbortError' });
    expect(toStoreError(thrown).kind).toBe('cancelled');
  });

  it('leaves out a delay that cannot be one', () => {
    const thrown = Object.assign(new Error('later'), { kind: 'rate-limited', retryAfterSeconds: -1 });
    expect(toStoreError(thrown)).toEqual({ kind: 'rate-limited', message: 'later', cause: thrown });
  });

  it('gives adapters a true error to throw, with its cause', () => {
    const cause = { code: 6 };
    const thrown = storeError('locked', 'database inaccessible', { cause });
    expect(thrown).toBeInstanceOf(Error);
    expect({ kind: thrown.kind, message: thrown.message, cause: thrown.cause }).toEqual({
      kind: 'locked',
      message: 'database inaccessible',
      cause,
    });
  });
});
