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
import { findMalformedField } from '../domain/malformed';
import type { MatchSettings } from '../domain/match-settings';
import type { Recording } from '../domain/recording';
import { chooseWinner, type WinnerOptions } from './choose-winner';
import { comparisonOf } from './compare-recordings';
import type { Cluster } from './comparison';
import { matchSettingsOf } from './default-match-settings';
import { groupRecordings } from './group-recordings';
import { judge } from './judge';

/** How to cluster, and which recording of a cluster wins. */
export interface ClusterRecordingsOptions extends WinnerOptions {
  /**
   * The match settings that differ from the defaults.
   * @defaultValue `{}`
   */
  readonly match?: Partial<MatchSettings>;
}

/** The well-formed recordings, one for each key: of several the one that is smallest as text, whatever their order. */
const soundOnes = (all: readonly Recording[]): Recording[] => {
  if (stryMutAct_9fa48("79")) {
    {}
  } else {
    stryCov_9fa48("79");
    const byKey = new Map<string, Recording>();
    for (const recording of all) {
      if (stryMutAct_9fa48("80")) {
        {}
      } else {
        stryCov_9fa48("80");
        if (stryMutAct_9fa48("83") ? findMalformedField(recording) === undefined : stryMutAct_9fa48("82") ? false : stryMutAct_9fa48("81") ? true : (stryCov_9fa48("81", "82", "83"), findMalformedField(recording) !== undefined)) continue;
        const before = byKey.get(recording.key);
        if (stryMutAct_9fa48("86") ? before === undefined && JSON.stringify(recording) < JSON.stringify(before) : stryMutAct_9fa48("85") ? false : stryMutAct_9fa48("84") ? true : (stryCov_9fa48("84", "85", "86"), (stryMutAct_9fa48("88") ? before !== undefined : stryMutAct_9fa48("87") ? false : (stryCov_9fa48("87", "88"), before === undefined)) || (stryMutAct_9fa48("91") ? JSON.stringify(recording) >= JSON.stringify(before) : stryMutAct_9fa48("90") ? JSON.stringify(recording) <= JSON.stringify(before) : stryMutAct_9fa48("89") ? false : (stryCov_9fa48("89", "90", "91"), JSON.stringify(recording) < JSON.stringify(before))))) if (stryMutAct_9fa48("92")) {
          ;
        } else {
          stryCov_9fa48("92");
          byKey.set(recording.key, recording);
        }
      }
    }
    return stryMutAct_9fa48("93") ? [] : (stryCov_9fa48("93"), [...byKey.values()]);
  }
};

/**
 * Groups recordings into clusters of one activity each.
 *
 * **Shape** every well-formed recording stands in exactly one cluster, alone if it has no copy. Malformed recordings, and
 * all but one of those that share a key, are left out: `findMalformedField` names the field. Clusters come in the order
 * of their earliest recordings, copies in the order of their starts.
 *
 * **Laws** the same clusters for any order of the input; never throws on bad values. Recordings that are not `same` never
 * meet in a chain through a third one, unless an id ties them. Pieces that one app wrote of one whole stay apart from it.
 *
 * **Cost** O(n log n) plus the pairs that share time; exact rewrites of one recording by one app count once.
 *
 * @example
 * ```ts
 * import { clusterRecordings } from 'workout-sync';
 *
 * const clusters = clusterRecordings([
 *   { key: 'phone', activity: 'running', start: 120_000, end: 3_540_000 },
 *   { key: 'watch', activity: 'running', start: 0, end: 3_600_000 },
 *   { key: 'evening', activity: 'yoga', start: 40_000_000, end: 43_600_000 },
 * ]);
 * clusters.map((cluster) => [cluster.winner, ...cluster.copies.map((copy) => copy.key)]);
 * // => [['watch', 'phone'], ['evening']]
 * ```
 *
 * @see {@link compareRecordings} for two recordings and the reasons.
 */
export const clusterRecordings = (all: readonly Recording[], options: ClusterRecordingsOptions = {}): Cluster[] => {
  if (stryMutAct_9fa48("94")) {
    {}
  } else {
    stryCov_9fa48("94");
    const settings = matchSettingsOf(options.match);
    const recordings = soundOnes(all);
    const {
      clusterOf,
      order
    } = groupRecordings(recordings, stryMutAct_9fa48("95") ? {} : (stryCov_9fa48("95"), {
      groupOf: stryMutAct_9fa48("96") ? () => undefined : (stryCov_9fa48("96"), () => stryMutAct_9fa48("97") ? +1 : (stryCov_9fa48("97"), -1)),
      isSingle: stryMutAct_9fa48("98") ? () => undefined : (stryCov_9fa48("98"), () => stryMutAct_9fa48("99") ? true : (stryCov_9fa48("99"), false)),
      answers: stryMutAct_9fa48("100") ? ["Stryker was here"] : (stryCov_9fa48("100"), []),
      settings
    }));
    const members = new Map<number, [Recording, ...Recording[]]>();
    for (const index of order) {
      if (stryMutAct_9fa48("101")) {
        {}
      } else {
        stryCov_9fa48("101");
        const recording = recordings[index] as Recording;
        const name = clusterOf[index] as number;
        const known = members.get(name);
        if (stryMutAct_9fa48("104") ? known !== undefined : stryMutAct_9fa48("103") ? false : stryMutAct_9fa48("102") ? true : (stryCov_9fa48("102", "103", "104"), known === undefined)) members.set(name, stryMutAct_9fa48("106") ? [] : (stryCov_9fa48("106"), [recording]));else if (stryMutAct_9fa48("107")) {
          ;
        } else {
          stryCov_9fa48("107");
          known.push(recording);
        }
      }
    }
    return (stryMutAct_9fa48("108") ? [] : (stryCov_9fa48("108"), [...members.values()])).map(together => {
      if (stryMutAct_9fa48("109")) {
        {}
      } else {
        stryCov_9fa48("109");
        const {
          winner,
          decidedBy
        } = chooseWinner(together, options);
        const copies = stryMutAct_9fa48("110") ? together : (stryCov_9fa48("110"), together.filter(stryMutAct_9fa48("111") ? () => undefined : (stryCov_9fa48("111"), recording => stryMutAct_9fa48("114") ? recording === winner : stryMutAct_9fa48("113") ? false : stryMutAct_9fa48("112") ? true : (stryCov_9fa48("112", "113", "114"), recording !== winner))));
        return stryMutAct_9fa48("115") ? {} : (stryCov_9fa48("115"), {
          winner: winner.key,
          decidedBy,
          copies: copies.map(stryMutAct_9fa48("116") ? () => undefined : (stryCov_9fa48("116"), copy => stryMutAct_9fa48("117") ? {} : (stryCov_9fa48("117"), {
            key: copy.key,
            comparison: comparisonOf(winner, copy, judge(winner, copy, settings), settings)
          })))
        });
      }
    });
  }
};