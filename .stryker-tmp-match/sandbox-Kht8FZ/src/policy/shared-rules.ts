// @ts-nocheck
import { durationSeconds, type Instant, type Interval } from '../domain/interval';
import type { Refusal } from '../domain/reason';
import type { Recording } from '../domain/recording';
import { CLOCK_TOLERANCE_MILLISECONDS } from './clock-tolerance';
import { forGood, needsUser, until } from './refusals';

/** What both directions ask alike, each under its own code. */
type SharedRule<Code extends string, Item, Chosen> = (
  item: Item,
  settings: Chosen,
  context: { readonly now: Instant },
) => Refusal<Code> | false;

/** Refuses everything while the direction is switched off. */
export const whenOff =
  <Code extends string>(code: Code): SharedRule<Code, unknown, { readonly enabled: boolean }> =>
  (_item, { enabled }) =>
    !enabled && needsUser(code);

/** Refuses what starts before the moment that the settings hold under `field`. */
export const whenBefore =
  <Code extends string, Field extends string>(
    code: Code,
    field: Field,
  ): SharedRule<Code, Interval, Readonly<Partial<Record<Field, Instant>>>> =>
  ({ start }, { [field]: from = Number.NEGATIVE_INFINITY }) =>
    start < from && needsUser(code, { start, from });

/** Refuses what is shorter than wanted. Time is the whole interval, pauses included: every record has that. */
export const whenTooShort =
  <Code extends string>(code: Code): SharedRule<Code, Interval, { readonly minimumDurationSeconds: number }> =>
  (item, { minimumDurationSeconds: minimumSeconds }) => {
    const actualSeconds = durationSeconds(item);
    return actualSeconds < minimumSeconds && forGood(code, { actualSeconds, minimumSeconds });
  };

/** Refuses what is not over yet by this device's clock. */
export const whenAhead =
  <Code extends string>(code: Code): SharedRule<Code, Interval, unknown> =>
  ({ end }, _settings, { now }) =>
    end > now + CLOCK_TOLERANCE_MILLISECONDS && until(code, end);

/** Refuses what came through a service that the settings list under `list`. */
export const whenRelayed =
  <Code extends string, List extends string>(
    code: Code,
    list: List,
  ): SharedRule<Code, Recording, Readonly<Record<List, readonly string[]>>> =>
  ({ relayedFrom }, settings) => {
    const origin = relayedFrom?.find((service) => settings[list].includes(service));
    return origin !== undefined && forGood(code, { origin });
  };
