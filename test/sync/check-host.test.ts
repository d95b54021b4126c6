import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../src/policy/settings-from';
import { createSync } from '../../src/sync/create-sync';
import { at, FAR, plainWorld, WIT } from './plain-world';

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

  it.each(['batchSize', 'sliceSize', 'pageSize'])('is refused where `pace.%s` would never come to an end', (name) => {
    for (const size of [0, -1, 0.5, 1.5, Number.NaN, '20'])
      expect(given({ pace: { [name]: size } })).toThrow(
        new TypeError(
          `createSync was not given what it needs: \`pace.${name}\` must be a whole number from 1 on, or left out: in pieces of any other size the work would never end.`,
        ),
      );
    for (const size of [1, 20, Number.POSITIVE_INFINITY, undefined])
      expect(given({ pace: { [name]: size } })).not.toThrow();
  });

  it('is refused where another number of its pace is none', () => {
    expect(given({ pace: { leaseSeconds: Number.NaN, attempts: Number.NaN } })).toThrow(
      /`pace.leaseSeconds` must be a number, or left out: .*; `pace.attempts` must be a number/,
    );
    expect(given({ pace: { backoffSeconds: 0, fullReadSeconds: 0.5 } })).not.toThrow();
  });
});

describe('a request', () => {
  const BACKFILL = { kind: 'backfill', window: { start: at(-1000), end: at(1000) } } as const;

  it.each([0, -1, 0.5, Number.NaN])(
    'of a backfill in batches of %d is refused, and nothing is begun',
    async (batchSize) => {
      const world = plainWorld([FAR], [WIT]);
      await expect(world.open().run({ ...BACKFILL, batchSize })).rejects.toThrow(
        new TypeError(
          'run was not given what it needs: `batchSize` must be a whole number from 1 on, or left out: in pieces of any other size the work would never end.',
        ),
      );
      expect(world.rows.size).toBe(0);
    },
  );

  it.each([{ budgetSeconds: Number.NaN }, { budgetSteps: Number.NaN }, { ifOlderThanSeconds: Number.NaN }])(
    'with a limit that is no number is refused: %o',
    async (request) => {
      const sync = plainWorld([FAR], [WIT]).open();
      const [name = ''] = Object.keys(request);
      await expect(sync.run(request)).rejects.toThrow(`run was not given what it needs: \`${name}\` must be a number`);
      await expect(sync.preview(request)).rejects.toThrow(`preview was not given what it needs: \`${name}\``);
    },
  );

  it('is taken with numbers that end', async () => {
    const sync = plainWorld([FAR], [WIT]).open();
    expect((await sync.run({ ...BACKFILL, batchSize: 1, pauseSeconds: 0 })).end).toBe('done');
    expect((await sync.run({ budgetSeconds: 60, budgetSteps: 100, ifOlderThanSeconds: 0 })).end).toBe('done');
  });
});
