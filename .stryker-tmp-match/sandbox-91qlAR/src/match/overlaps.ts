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
import { COMPARABLE_LENGTH, LONGEST_SECONDS } from './judge-evidence';
import type { Timeline } from './timeline';
const LONGEST = stryMutAct_9fa48("1033") ? LONGEST_SECONDS / 1000 : (stryCov_9fa48("1033"), LONGEST_SECONDS * 1000);

/**
 * Visits every pair of recordings that share time, each pair once, the earlier first.
 *
 * A recording longer than a day meets only those that are longer than half a day: the rest would be all that happened in
 * that time. `isLeftOut` leaves a place out altogether.
 *
 * **Laws** misses no pair that evidence could call more than `different`.
 *
 * **Cost** O(n + pairs).
 */
export const forEachOverlap = ({
  starts,
  ends
}: Timeline, isLeftOut: (place: number) => boolean, visit: (a: number, b: number) => void): void => {
  if (stryMutAct_9fa48("1034")) {
    {}
  } else {
    stryCov_9fa48("1034");
    const lengthOf = stryMutAct_9fa48("1035") ? () => undefined : (stryCov_9fa48("1035"), (() => {
      const lengthOf = (place: number): number => stryMutAct_9fa48("1036") ? (ends[place] as number) + (starts[place] as number) : (stryCov_9fa48("1036"), (ends[place] as number) - (starts[place] as number));
      return lengthOf;
    })());
    const short: number[] = stryMutAct_9fa48("1037") ? ["Stryker was here"] : (stryCov_9fa48("1037"), []);
    const long: number[] = stryMutAct_9fa48("1038") ? ["Stryker was here"] : (stryCov_9fa48("1038"), []);
    for (let place = 0; stryMutAct_9fa48("1041") ? place >= starts.length : stryMutAct_9fa48("1040") ? place <= starts.length : stryMutAct_9fa48("1039") ? false : (stryCov_9fa48("1039", "1040", "1041"), place < starts.length); stryMutAct_9fa48("1042") ? place-- : (stryCov_9fa48("1042"), place++)) {
      if (stryMutAct_9fa48("1043")) {
        {}
      } else {
        stryCov_9fa48("1043");
        if (stryMutAct_9fa48("1045") ? false : stryMutAct_9fa48("1044") ? true : (stryCov_9fa48("1044", "1045"), isLeftOut(place))) continue;
        const length = lengthOf(place);
        if (stryMutAct_9fa48("1049") ? length > LONGEST : stryMutAct_9fa48("1048") ? length < LONGEST : stryMutAct_9fa48("1047") ? false : stryMutAct_9fa48("1046") ? true : (stryCov_9fa48("1046", "1047", "1048", "1049"), length <= LONGEST)) if (stryMutAct_9fa48("1050")) {
          ;
        } else {
          stryCov_9fa48("1050");
          short.push(place);
        }
        if (stryMutAct_9fa48("1054") ? length <= LONGEST * COMPARABLE_LENGTH : stryMutAct_9fa48("1053") ? length >= LONGEST * COMPARABLE_LENGTH : stryMutAct_9fa48("1052") ? false : stryMutAct_9fa48("1051") ? true : (stryCov_9fa48("1051", "1052", "1053", "1054"), length > (stryMutAct_9fa48("1055") ? LONGEST / COMPARABLE_LENGTH : (stryCov_9fa48("1055"), LONGEST * COMPARABLE_LENGTH)))) if (stryMutAct_9fa48("1056")) {
          ;
        } else {
          stryCov_9fa48("1056");
          long.push(place);
        }
      }
    }
    const sweep = (lane: readonly number[], isWanted: (a: number, b: number) => boolean): void => {
      if (stryMutAct_9fa48("1057")) {
        {}
      } else {
        stryCov_9fa48("1057");
        for (let at = 0; stryMutAct_9fa48("1060") ? at >= lane.length : stryMutAct_9fa48("1059") ? at <= lane.length : stryMutAct_9fa48("1058") ? false : (stryCov_9fa48("1058", "1059", "1060"), at < lane.length); stryMutAct_9fa48("1061") ? at-- : (stryCov_9fa48("1061"), at++)) {
          if (stryMutAct_9fa48("1062")) {
            {}
          } else {
            stryCov_9fa48("1062");
            const a = lane[at] as number;
            const end = ends[a] as number;
            for (let next = stryMutAct_9fa48("1063") ? at - 1 : (stryCov_9fa48("1063"), at + 1); stryMutAct_9fa48("1066") ? starts[lane[next] as number] as number >= end : stryMutAct_9fa48("1065") ? starts[lane[next] as number] as number <= end : stryMutAct_9fa48("1064") ? false : (stryCov_9fa48("1064", "1065", "1066"), starts[lane[next] as number] as number < end); stryMutAct_9fa48("1067") ? next-- : (stryCov_9fa48("1067"), next++)) {
              if (stryMutAct_9fa48("1068")) {
                {}
              } else {
                stryCov_9fa48("1068");
                const b = lane[next] as number;
                if (stryMutAct_9fa48("1070") ? false : stryMutAct_9fa48("1069") ? true : (stryCov_9fa48("1069", "1070"), isWanted(a, b))) if (stryMutAct_9fa48("1071")) {
                  ;
                } else {
                  stryCov_9fa48("1071");
                  visit(a, b);
                }
              }
            }
          }
        }
      }
    };
    sweep(short, stryMutAct_9fa48("1073") ? () => undefined : (stryCov_9fa48("1073"), () => stryMutAct_9fa48("1074") ? false : (stryCov_9fa48("1074"), true)));
    sweep(long, stryMutAct_9fa48("1076") ? () => undefined : (stryCov_9fa48("1076"), (a, b) => stryMutAct_9fa48("1080") ? Math.max(lengthOf(a), lengthOf(b)) <= LONGEST : stryMutAct_9fa48("1079") ? Math.max(lengthOf(a), lengthOf(b)) >= LONGEST : stryMutAct_9fa48("1078") ? false : stryMutAct_9fa48("1077") ? true : (stryCov_9fa48("1077", "1078", "1079", "1080"), (stryMutAct_9fa48("1081") ? Math.min(lengthOf(a), lengthOf(b)) : (stryCov_9fa48("1081"), Math.max(lengthOf(a), lengthOf(b)))) > LONGEST)));
  }
};