// @ts-nocheck
function stryNS_9fa48() {
  var g = typeof globalThis === 'object' && globalThis && globalThis.Math === Math && globalThis || new Function("return this")();
  var ns = g.__stryker__ || (g.__stryker__ = {});
  if (ns.activeMutant === undefined && g.process && g.process.env && g.process.env.__STRYKER_ACTIVE_MUTANT__) {
    ns.activeMutant = g.process.env.__STRYKER_ACTIVE_MUTANT__;
  }
  function retrieveNS() {
    return ns;
  }
  stryNS_9fa48 = retrieveNS;
  return retrieveNS();
}
stryNS_9fa48();
function stryCov_9fa48() {
  var ns = stryNS_9fa48();
  var cov = ns.mutantCoverage || (ns.mutantCoverage = {
    static: {},
    perTest: {}
  });
  function cover() {
    var c = cov.static;
    if (ns.currentTestId) {
      c = cov.perTest[ns.currentTestId] = cov.perTest[ns.currentTestId] || {};
    }
    var a = arguments;
    for (var i = 0; i < a.length; i++) {
      c[a[i]] = (c[a[i]] || 0) + 1;
    }
  }
  stryCov_9fa48 = cover;
  cover.apply(null, arguments);
}
function stryMutAct_9fa48(id) {
  var ns = stryNS_9fa48();
  function isActive(id) {
    if (ns.activeMutant === id) {
      if (ns.hitCount !== void 0 && ++ns.hitCount > ns.hitLimit) {
        throw new Error('Stryker: Hit count limit reached (' + ns.hitCount + ')');
      }
      return true;
    }
    return false;
  }
  stryMutAct_9fa48 = isActive;
  return isActive(id);
}
import type { MatchSettings } from '../domain/match-settings';
import type { Recording } from '../domain/recording';
import type { Comparison } from './comparison';
import { matchSettingsOf } from './default-match-settings';
import { evidenceOf } from './evidence';
import { type Judgement, judge } from './judge';

/** A judgement as a comparison that a person can read. */
export const comparisonOf = stryMutAct_9fa48("118") ? () => undefined : (stryCov_9fa48("118"), (() => {
  const comparisonOf = (a: Recording, b: Recording, judgement: Judgement, settings: MatchSettings): Comparison => stryMutAct_9fa48("119") ? {} : (stryCov_9fa48("119"), {
    verdict: judgement.verdict,
    rung: judgement.rung,
    evidence: evidenceOf(a, b, judgement, settings)
  });
  return comparisonOf;
})());

/**
 * Says whether two recordings are one activity, and why.
 *
 * Identity comes first: our own external id, the writing app's id, an explicit link. Only where ids are silent the
 * measurements decide: shared time, kinds, ends, distances.
 *
 * **Laws** the verdict is the same either way round. By evidence, recordings that share no time or whose kinds are
 * incompatible are never `same`. Neither a distance of zero nor an absent one is evidence. Moving an end by a tenth of a
 * second never turns `same` into `different`.
 *
 * **Shape** both recordings are well-formed; of malformed ones it makes no sense but never throws.
 *
 * **Cost** O(1).
 *
 * @example
 * ```ts
 * import { compareRecordings } from 'workout-sync';
 *
 * const watch = { key: 'w', activity: 'running', start: 0, end: 3_600_000 } as const;
 * const phone = { key: 'p', activity: 'treadmill-running', start: 120_000, end: 3_540_000 } as const;
 * compareRecordings(watch, phone).verdict; // => 'same'
 * ```
 *
 * @see {@link clusterRecordings} for a whole history: halves of a run can only be told from it there.
 */
export const compareRecordings = (a: Recording, b: Recording, settings?: Partial<MatchSettings>): Comparison => {
  if (stryMutAct_9fa48("120")) {
    {}
  } else {
    stryCov_9fa48("120");
    const resolved = matchSettingsOf(settings);
    return comparisonOf(a, b, judge(a, b, resolved), resolved);
  }
};