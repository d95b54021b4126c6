// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { externalIdOf, importedSessionKey, isExternalId } from '../../src/domain/external-id';

/** Names from a tiny set of pieces, so that the separator and the digits of the length turn up inside them. */
const name = fc.array(fc.constantFrom(' ', '1', '3', 'a', 'ü', ''), { maxLength: 4 }).map((pieces) => pieces.join(''));

describe('externalIdOf', () => {
  it.each([
    ['ada', 'session-1', 'ws1-ca0867b9ee4965a7161089d3c9bfb588'],
    ['', '', 'ws1-f0737aff43bf3b39000807f947537d55'],
  ])('of %j and %j stays what it was', (account, session, expected) => {
    expect(externalIdOf({ account }, session)).toBe(expected);
  });

  it('is the same for the same account and session, and no other', () => {
    fc.assert(
      fc.property(name, name, name, name, (account, session, otherAccount, otherSession) => {
        const same = account === otherAccount && session === otherSession;
        expect(externalIdOf({ account }, session) === externalIdOf({ account: otherAccount }, otherSession)).toBe(same);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not let a name run over into the next', () => {
    expect(externalIdOf({ account: 'ada b' }, 'c')).not.toBe(externalIdOf({ account: 'ada' }, 'b c'));
    expect(externalIdOf({ account: 'ada' }, '')).not.toBe(externalIdOf({ account: '' }, 'ada'));
  });

  it('depends on nothing else of the scope', () => {
    const scope = { account: 'ada', device: 'watch', platform: 'health-connect', mappingVersion: 9 };
    expect(externalIdOf(scope, 's1')).toBe(externalIdOf({ account: 'ada' }, 's1'));
  });

  it('shows neither account nor session', () => {
    const id = externalIdOf({ account: 'ada@example.com' }, 'knee-rehab');
    expect(id).not.toMatch(/ada|example|knee|rehab/);
  });

  it('has the form that isExternalId knows', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (account, session) => isExternalId(externalIdOf({ account }, session))),
    );
  });
});

describe('isExternalId', () => {
  const digits = '0123456789abcdef0123456789abcdef';

  it.each([
    ['the form', `ws1-${digits}`, true],
    ['one digit less', `ws1-${digits.slice(1)}`, false],
    ['one digit more', `ws1-${digits}0`, false],
    ['a letter beyond f', `ws1-${digits.slice(1)}g`, false],
    ['capitals', `ws1-${digits.toUpperCase()}`, false],
    ['another scheme', `ws2-${digits}`, false],
    ['no prefix', digits, false],
    ['something before', ` ws1-${digits}`, false],
    ['a line after', `ws1-${digits}\n`, false],
    ['nothing', '', false],
  ])('%s', (_title, id, expected) => {
    expect(isExternalId(id)).toBe(expected);
  });
});

describe('importedSessionKey', () => {
  it('names the platform and the workout', () => {
    expect(importedSessionKey({ platform: 'apple-health' }, 'w1')).toBe('apple-health:w1');
    expect(importedSessionKey({ platform: 'health-connect' }, 'w1')).toBe('health-connect:w1');
  });

  it('differs wherever platform or workout differ', () => {
    const platform = fc.constantFrom('apple-health', 'health-connect');
    fc.assert(
      fc.property(platform, name, platform, name, (a, one, b, other) => {
        const same = importedSessionKey({ platform: a }, one) === importedSessionKey({ platform: b }, other);
        expect(same).toBe(a === b && one === other);
      }),
    );
  });
});
