import { describe, expect, it, test } from 'vitest';
import { toHealthKitStoreError } from '../../../src/platforms/healthkit/store-errors';
import { storeError } from '../../../src/ports/store-error';

const described = (code: number, text: string) =>
  new Error(`Error Domain=com.apple.healthkit Code=${code} "${text}" UserInfo={NSLocalizedDescription=${text}}`);

describe('an error of HealthKit', () => {
  test.each([
    ['a locked phone, as kingstinct describes it', described(6, 'Protected health data is inaccessible'), 'locked'],
    ['a locked phone, by its text', new Error('Protected health data is inaccessible'), 'locked'],
    ['a code that came through', Object.assign(new Error('x'), { code: 6 }), 'locked'],
    ['a write that is not allowed', described(4, 'Not authorized'), 'permission'],
    ['nobody was asked', new Error('Authorization is not determined'), 'permission'],
    ['a guest', described(15, 'Not permitted'), 'permission'],
    ['no health data on this device', described(1, 'Health data is unavailable on this device'), 'unavailable'],
    ['health data that a company forbids', described(2, 'Health data is restricted'), 'unavailable'],
    ['an invalid argument', described(3, 'endDate'), 'invalid'],
    ['what kingstinct itself refuses', new Error('[healthkit] endDate must not be less than startDate'), 'invalid'],
    ['too much', described(13, 'too large'), 'too-large'],
    ['the user gave up', described(7, 'cancelled'), 'cancelled'],
    ['a code without a meaning for us', described(8, 'Another workout session started'), 'unknown'],
    ['a code of somebody else', new Error('Error Domain=NSCocoaErrorDomain Code=6 "no"'), 'unknown'],
    ['what is no error at all', 'nothing', 'unknown'],
    ['nothing', undefined, 'unknown'],
  ])('%s', (_, thrown, kind) => {
    expect(toHealthKitStoreError(thrown).kind).toBe(kind);
  });

  it('of the closed list stays what it is', () => {
    expect(toHealthKitStoreError(storeError('precondition', 'Not authorized'))).toMatchObject({ kind: 'precondition' });
  });

  it('is an error with its cause', () => {
    const thrown = described(6, 'Protected health data is inaccessible');
    const error = toHealthKitStoreError(thrown);
    expect([error instanceof Error, error.message, error.cause]).toEqual([true, thrown.message, thrown]);
  });
});
