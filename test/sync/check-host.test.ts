import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../src/policy/settings-from';
import { createSync } from '../../src/sync/create-sync';
import { plainWorld } from './plain-world';

const whole = () => {
  const { store, app: sessions, state } = plainWorld();
  return { store, sessions, state, settings: settingsFrom({}), account: 'ada', device: 'phone' };
};

/** What a host in plain JavaScript may hand over. */
const given = (fields: object): (() => unknown) => {
  const host = { ...whole(), ...fields };
  return () => createSync(host as never);
};

describe('what a host hands to createSync', () => {
  it('is taken where it is whole', () => {
    expect(given({})).not.toThrow();
  });

  it.each([
    ['store', undefined, 'a HealthStore'],
    ['store', { platform: 'apple-health' }, 'a HealthStore'],
    ['sessions', null, 'a SessionStore'],
    ['sessions', {}, 'a SessionStore'],
    ['state', 'memory', 'a StateStore, such as memoryState()'],
    ['settings', {}, 'whole Settings: make them with settingsFrom or parseSettings'],
    ['account', '', 'a text that stands for whose sessions these are'],
    ['device', undefined, 'a text that stands for this installation'],
    ['device', 7, 'a text that stands for this installation'],
  ])('is refused where `%s` is %o', (field, value, what) => {
    expect(given({ [field]: value })).toThrow(
      new TypeError(`createSync was not given what it needs: \`${field}\` must be ${what}.`),
    );
  });

  it('is refused with every fault at once, and where there is nothing at all', () => {
    expect(given({ account: undefined, device: undefined })).toThrow(/`account` must be .*; `device` must be /);
    expect(() => createSync(undefined as never)).toThrow(/`store` must be .*`device` must be /);
  });
});
