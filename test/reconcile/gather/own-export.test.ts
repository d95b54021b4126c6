import { expect, test } from 'vitest';
import type { Session } from '../../../src/domain/session';
import type { MirrorEntry } from '../../../src/domain/workout';
import { isOwnExport, isOwnRecord } from '../../../src/reconcile/gather/own-export';
import { OWN_APP, ownRecord, PHONE, session, workout } from '../builders/records';
import { world } from '../builders/world';

const { scope } = world({});
const s1 = session({ key: 's1', source: { app: OWN_APP } });
const own = ownRecord('w1', s1);
const { source: _unknown, ...nameless } = own;

const records: readonly (readonly [string, MirrorEntry | Session, boolean, boolean])[] = [
  ['a record of ours under our id', own, true, true],
  ['a recording of our own watch', workout({ key: 'w1', app: OWN_APP }), true, false],
  ['our id under another app', ownRecord('w1', s1, 1, PHONE), false, false],
  ['our id without an app', nameless, false, false],
  ['another id of our own app', { ...own, external: { id: 'file-7', version: 1 } }, true, false],
  ['a workout of another app', workout({ key: 'w1' }), false, false],
  ['a session, whoever recorded it', s1, true, false],
];

test.each(records)('%s', (_, record, isRecord, isExport) => {
  expect(isOwnRecord(scope, record)).toBe(isRecord);
  expect(isOwnExport(scope, record)).toBe(isExport);
});
