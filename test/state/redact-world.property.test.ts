import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { externalIdOf } from '../../src/domain/external-id';
import { printOf } from '../../src/domain/prints';
import { reconcile } from '../../src/reconcile/reconcile';
import type { World } from '../../src/reconcile/world';
import { listening, namesFor } from '../../src/state/redact/names';
import { redactWorld } from '../../src/state/redact/redact-world';
import { SESSION_KEYS, WORKOUT_KEYS } from '../../src/testing/arbitraries/records';
import { world as smallWorld } from '../../src/testing/arbitraries/world';
import { differences } from './up-to-names';

const SHIFT_SECONDS = -86_400 * 400;

const redacted = (world: World): World => {
  const { heard, names } = listening();
  redactWorld(world, names);
  return redactWorld(world, namesFor(world.scope, heard, SHIFT_SECONDS));
};

/** Keys of every form that the order of keys depends on. */
const KEYS = [
  'Ada',
  'apple-health:Ada',
  'apple-health:w9~',
  'apple-health:zz',
  'b',
  'health-connect:w1',
  'mid',
  'shadows',
  'zz',
];

/** The same world under other keys. Records of ours then belong to sessions that nobody knows, unless `owned`. */
const renamed = (world: World, keys: readonly string[], owned: boolean): World => {
  let text = JSON.stringify(world);
  [...SESSION_KEYS, ...WORKOUT_KEYS].forEach((key, at) => {
    text = text.split(`"${key}"`).join(`"key ${at}"`);
    if (owned) text = text.split(externalIdOf(world.scope, key)).join(externalIdOf(world.scope, keys[at] ?? ''));
  });
  keys.forEach((key, at) => {
    text = text.split(`"key ${at}"`).join(`"${key}"`);
  });
  return JSON.parse(text);
};

/** Titles on some sessions, as they were when both sides agreed or changed since. */
const titled = (world: World, titles: readonly (string | undefined)[]): World => ({
  ...world,
  sessions: {
    ...world.sessions,
    items: world.sessions.items.map((session, at) => ({ ...session, ...(titles[at] && { title: titles[at] }) })),
  },
  ledger: {
    ...world.ledger,
    links: world.ledger.links.map((link, at) => {
      const session = world.sessions.items.find(({ key }) => key === link.session);
      const title = titles[(at * 2) % titles.length];
      if (session === undefined || title === undefined) return link;
      return { ...link, base: { ...link.base, session: printOf({ ...session, title }) } };
    }),
  },
});

const worlds = fc
  .record({
    world: smallWorld(),
    keys: fc.shuffledSubarray(KEYS, { minLength: KEYS.length }),
    isRenamed: fc.boolean(),
    owned: fc.boolean(),
    titles: fc.array(fc.constantFrom('Secret lunch run', 'Another', undefined), { minLength: 4, maxLength: 4 }),
  })
  .map(({ world, keys, isRenamed, owned, titles }) => titled(isRenamed ? renamed(world, keys, owned) : world, titles));

describe('redactWorld', () => {
  it('gives a world that is planned to the same steps, in the same order, under other names', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const plan = reconcile(world);
        const other = reconcile(redacted(world));
        expect(differences(plan, other, SHIFT_SECONDS * 1000)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('is the same again when it is redacted once more', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const once = redacted(world);
        const { heard, names } = listening();
        redactWorld(once, names);
        expect(differences(once, redactWorld(once, namesFor(once.scope, heard, 0)), 0)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
