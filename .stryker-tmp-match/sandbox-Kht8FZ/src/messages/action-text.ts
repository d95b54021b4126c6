// @ts-nocheck
import type { Link, LinkState } from '../domain/link';
import type { Effect, Step } from '../reconcile/plan';

const LEDGER_ACTIONS: Readonly<Record<LinkState, string>> = {
  active: 'Link both',
  detached: 'Keep the session, without its workout',
  'session-deleted': 'Remember that it was deleted',
  'workout-removed': 'Remember that it was removed',
};

const ledgerAction = ({ reason, link }: { readonly reason: Step['reason']; readonly link: Link }): string =>
  reason.code === 'copy-found' ? 'Note the copy' : (LEDGER_ACTIONS[link.state] ?? 'Note it');

const ACTIONS: Readonly<Record<Exclude<Effect['kind'], 'set-link'>, string>> = {
  import: 'Import',
  'update-session': 'Update the session',
  'enrich-session': 'Add detail to the session',
  'remove-session': 'Remove the session',
  'remove-workout': 'Remove from ',
  export: 'Write to ',
  'update-workout': 'Rewrite in ',
};

/** What a step does, in a few words. Those that reach into the health store name it. */
export const actionText = (step: Step, store = 'the health store'): string => {
  const { kind } = step.effect;
  if (kind === 'set-link') return ledgerAction(step);
  const action = ACTIONS[kind];
  const { copies } = step.link;
  if (kind === 'import' && copies.length > 0)
    return `Import, with ${copies.length} ${copies.length === 1 ? 'copy' : 'copies'}`;
  return action.endsWith(' ') ? action + store : action;
};
