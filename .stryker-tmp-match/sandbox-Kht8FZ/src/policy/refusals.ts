// @ts-nocheck
import type { Instant } from '../domain/interval';
import type { Refusal } from '../domain/reason';

type Params = NonNullable<Refusal['params']>;

/** A refusal over what the record is: nothing that happens by itself, and no switch of the user's, changes it. */
export const forGood = <Code extends string>(code: Code, params: Params = {}): Refusal<Code> => ({
  code,
  lasts: 'for-good',
  params,
});

/** A refusal that a switch, a permission or an answer of the user lifts. */
export const needsUser = <Code extends string>(code: Code, params: Params = {}): Refusal<Code> => ({
  code,
  lasts: 'needs-user',
  params,
});

/** A refusal that passes by itself at a known moment. It stands in `params` too, so that a message can name it. */
export const until = <Code extends string>(code: Code, instant: Instant): Refusal<Code> => ({
  code,
  lasts: 'until',
  until: instant,
  params: { until: instant },
});
