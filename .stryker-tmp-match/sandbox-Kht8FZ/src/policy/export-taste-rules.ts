// @ts-nocheck
import { fidelityOf } from '../domain/activity-fidelity';
import { hasSamples } from '../domain/detail-summary';
import { SESSION_DETAIL_UNREAD } from './detail-unread';
import { forGood, until } from './refusals';
import type { BuiltInExportRule } from './rule';
import { whenBefore, whenOff, whenRelayed, whenTooShort } from './shared-rules';

const whenLossy: BuiltInExportRule = ({ activity }, { lossyActivities }, _context, platform) =>
  lossyActivities === 'refuse' &&
  fidelityOf(activity, platform) === 'lossy' &&
  forGood('activity-lossy', { activity, platform });

const whenWithinGrace: BuiltInExportRule = ({ end }, { graceSeconds }, { now }) => {
  const over = end + graceSeconds * 1000;
  return graceSeconds > 0 && over > now && until('grace-period', over);
};

const whenDetailLacks: BuiltInExportRule = ({ detail }, { summaryOnly }) => {
  if (summaryOnly === 'export') return false;
  if (!detail) return SESSION_DETAIL_UNREAD;
  return !hasSamples(detail) && forGood('no-detail');
};

/** What is a matter of taste or of routing: a user who exports a session by hand has decided otherwise. */
export const EXPORT_TASTE_RULES: readonly BuiltInExportRule[] = [
  /* @__PURE__ */ whenOff('export-off'),
  /* @__PURE__ */ whenBefore('before-export-start', 'exportFrom'),
  /* @__PURE__ */ whenRelayed('origin-writes-there', 'relayedOrigins'),
  whenLossy,
  /* @__PURE__ */ whenTooShort('session-too-short'),
  whenWithinGrace,
  whenDetailLacks,
];
