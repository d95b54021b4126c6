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

/**
 * How alike two recordings must be, unless a host says otherwise.
 *
 * **Source** one person's 396 pairs from different sources (overlap of the union ≥ 0.5): starts and ends 27 s apart at
 * the median, 938 s at p99, so `looseEndSeconds` is the next round number. Halves of a run overlap their whole by a half
 * at most, so `sameOverlap` stands above that. Distances of copies differ by 2.6 % at most, and those of two devices by
 * more; the synchronisers that look at distance allow 1.5 % to 10 %. `insideOverlap` lies between
 * what published matchers ask of the shorter recording (70 % and 85 %), and `wildcardOverlap` is the lower of the two,
 * asked of the union. `supportedOverlap` is our own measurement: `docs/matching.md` has the table.
 */
export const DEFAULT_MATCH_SETTINGS: MatchSettings = stryMutAct_9fa48("121") ? {} : (stryCov_9fa48("121"), {
  sameOverlap: 0.6,
  wildcardOverlap: 0.7,
  supportedOverlap: 0.4,
  looseOverlap: 0.5,
  looseEndSeconds: 1000,
  possibleOverlap: 0.5,
  insideOverlap: 0.8,
  distanceTolerance: 0.1
});

/** The settings to match by: the defaults, and what differs from them. */
export const matchSettingsOf = stryMutAct_9fa48("122") ? () => undefined : (stryCov_9fa48("122"), (() => {
  const matchSettingsOf = (changes?: Partial<MatchSettings>): MatchSettings => stryMutAct_9fa48("123") ? {} : (stryCov_9fa48("123"), {
    ...DEFAULT_MATCH_SETTINGS,
    ...changes
  });
  return matchSettingsOf;
})());