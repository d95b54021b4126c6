import { expect, test } from 'vitest';
import { toHealthConnectError } from '../../../src/platforms/health-connect/health-connect-error';
import { storeError } from '../../../src/ports/store-error';

const QUOTA_14 = 'API call quota exceeded, availableQuota: 0.1234 requested: 1';
const QUOTA_13 =
  'Request rejected. Rate limited request quota has been exceeded. Please wait until quota has replenished';

test.each([
  ['the quota text of Android 14 and later', { code: 'SERVICE_UNAVAILABLE', message: QUOTA_14 }, 'rate-limited'],
  ['the quota text of Android 13 and before', { code: 'UNDERLYING_ERROR', message: QUOTA_13 }, 'rate-limited'],
  [
    'a request that is too large',
    {
      code: 'ARGUMENT_VALIDATION_ERROR',
      message: 'Records chunk size exceeded the max chunk limit: 5000000, was: 6000000',
    },
    'too-large',
  ],
  [
    'a transaction that is too large',
    { code: 'UNDERLYING_ERROR', message: 'TransactionTooLargeException' },
    'too-large',
  ],
  ['a missing permission', { code: 'PERMISSION_ERROR', message: 'SecurityException' }, 'permission'],
  ['a provider that is too old', { code: 'SDK_VERSION_ERROR', message: null }, 'update-required'],
  ['a service that is away', { code: 'SERVICE_UNAVAILABLE', message: 'Service not available' }, 'unavailable'],
  [
    'a record that is refused',
    { code: 'ARGUMENT_VALIDATION_ERROR', message: 'startTime must be before endTime' },
    'invalid',
  ],
  [
    'a length that is missing, under no code of its own',
    { code: 'UNKNOWN_ERROR', message: 'Length is not valid' },
    'invalid',
  ],
  [
    'a mixed list, which the library throws at once',
    new Error('HealthConnect.insertRecords: All records must have the same type'),
    'invalid',
  ],
  ['a refused route', { code: 'UNKNOWN_ERROR', message: 'Request to access exercise route denied' }, 'permission'],
  ['another platform', new Error('Platform not supported. This package only supports Android.'), 'unavailable'],
  ['an error of the service without more', { code: 'UNDERLYING_ERROR', message: 'Remote' }, 'unknown'],
  ['a call that was given up', { name: 'AbortError', message: 'stop' }, 'cancelled'],
  ['nothing at all', undefined, 'unknown'],
])('%s is classed', (_, thrown, kind) => {
  expect(toHealthConnectError(thrown).kind).toBe(kind);
});

test('too many calls say when to come back', () => {
  expect(toHealthConnectError({ code: 'SERVICE_UNAVAILABLE', message: QUOTA_14 }).retryAfterSeconds).toBe(60);
  expect(toHealthConnectError({ code: 'PERMISSION_ERROR' })).not.toHaveProperty('retryAfterSeconds');
});

test('an error that has a kind keeps it, and what it says', () => {
  const mine = storeError('rate-limited', 'quota', { retryAfterSeconds: 7 });
  expect(toHealthConnectError(mine)).toMatchObject({ kind: 'rate-limited', retryAfterSeconds: 7 });
});

test('what was thrown is kept as the cause', () => {
  const thrown = { code: 'IO_EXCEPTION', message: 'disk' };
  expect(toHealthConnectError(thrown)).toMatchObject({ kind: 'unavailable', message: 'disk', cause: thrown });
});
