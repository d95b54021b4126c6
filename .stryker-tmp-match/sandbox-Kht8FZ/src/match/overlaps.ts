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
const LONGEST = stryMutAct_9fa48("769") ? LONGEST_SECONDS / 1000 : (stryCov_9fa48("769"), LONGEST_SECONDS * 1000);

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
  if (stryMutAct_9fa48("770")) {
    {}
  } else {
    stryCov_9fa48("770");
    const lengthOf = stryMutAct_9fa48("771") ? () => undefined : (stryCov_9fa48("771"), (() => {
      const lengthOf = (place: number): number => stryMutAct_9fa48("772") ? (ends[place] as number) + (starts[place] as number) : (stryCov_9fa48("772"), (ends[place] as number) - (starts[place] as number));
      return lengthOf;
    })());
    const short: number[] = stryMutAct_9fa48("773") ? ["Stryker was here"] : (stryCov_9fa48("773"), []);
    const long: number[] = stryMutAct_9fa48("774") ? ["Stryker was here"] : (stryCov_9fa48("774"), []);
    for (let place = 0; stryMutAct_9fa48("777") ? place >= starts.length : stryMutAct_9fa48("776") ? place <= starts.length : stryMutAct_9fa48("775") ? false : (stryCov_9fa48("775", "776", "777"), place < starts.length); stryMutAct_9fa48("778") ? place-- : (stryCov_9fa48("778"), place++)) {
      if (stryMutAct_9fa48("779")) {
        {}
      } else {
        stryCov_9fa48("779");
        if (stryMutAct_9fa48("781") ? false : stryMutAct_9fa48("780") ? true : (stryCov_9fa48("780", "781"), isLeftOut(place))) continue;
        const length = lengthOf(place);
        if (stryMutAct_9fa48("785") ? length > LONGEST : stryMutAct_9fa48("784") ? length < LONGEST : stryMutAct_9fa48("783") ? false : stryMutAct_9fa48("782") ? true : (stryCov_9fa48("782", "783", "784", "785"), length <= LONGEST)) if (stryMutAct_9fa48("786")) {
          ;
        } else {
          stryCov_9fa48("786");
          short.push(place);
        }
        if (stryMutAct_9fa48("790") ? length <= LONGEST * COMPARABLE_LENGTH : stryMutAct_9fa48("789") ? length >= LONGEST * COMPARABLE_LENGTH : stryMutAct_9fa48("788") ? false : stryMutAct_9fa48("787") ? true : (stryCov_9fa48("787", "788", "789", "790"), length > (stryMutAct_9fa48("791") ? LONGEST / COMPARABLE_LENGTH : (stryCov_9fa48("791"), LONGEST * COMPARABLE_LENGTH)))) if (stryMutAct_9fa48("792")) {
          ;
        } else {
          stryCov_9fa48("792");
          long.push(place);
        }
      }
    }
    const sweep = (lane: readonly number[], isWanted: (a: number, b: number) => boolean): void => {
      if (stryMutAct_9fa48("793")) {
        {}
      } else {
        stryCov_9fa48("793");
        for (let at = 0; stryMutAct_9fa48("796") ? at >= lane.length : stryMutAct_9fa48("795") ? at <= lane.length : stryMutAct_9fa48("794") ? false : (stryCov_9fa48("794", "795", "796"), at < lane.length); stryMutAct_9fa48("797") ? at-- : (stryCov_9fa48("797"), at++)) {
          if (stryMutAct_9fa48("798")) {
            {}
          } else {
            stryCov_9fa48("798");
            const a = lane[at] as number;
            const end = ends[a] as number;
            for (let next = stryMutAct_9fa48("799") ? at - 1 : (stryCov_9fa48("799"), at + 1); stryMutAct_9fa48("802") ? starts[lane[next] as number] as number >= end : stryMutAct_9fa48("801") ? starts[lane[next] as number] as number <= end : stryMutAct_9fa48("800") ? false : (stryCov_9fa48("800", "801", "802"), starts[lane[next] as number] as number < end); stryMutAct_9fa48("803") ? next-- : (stryCov_9fa48("803"), next++)) {
              if (stryMutAct_9fa48("804")) {
                {}
              } else {
                stryCov_9fa48("804");
                const b = lane[next] as number;
                if (stryMutAct_9fa48("806") ? false : stryMutAct_9fa48("805") ? true : (stryCov_9fa48("805", "806"), isWanted(a, b))) if (stryMutAct_9fa48("807")) {
                  ;
                } else {
                  stryCov_9fa48("807");
                  visit(a, b);
                }
              }
            }
          }
        }
      }
    };
    sweep(short, stryMutAct_9fa48("809") ? () => undefined : (stryCov_9fa48("809"), () => stryMutAct_9fa48("810") ? false : (stryCov_9fa48("810"), true)));
    sweep(long, stryMutAct_9fa48("812") ? () => undefined : (stryCov_9fa48("812"), (a, b) => stryMutAct_9fa48("816") ? Math.max(lengthOf(a), lengthOf(b)) <= LONGEST : stryMutAct_9fa48("815") ? Math.max(lengthOf(a), lengthOf(b)) >= LONGEST : stryMutAct_9fa48("814") ? false : stryMutAct_9fa48("813") ? true : (stryCov_9fa48("813", "814", "815", "816"), (stryMutAct_9fa48("817") ? Math.min(lengthOf(a), lengthOf(b)) : (stryCov_9fa48("817"), Math.max(lengthOf(a), lengthOf(b)))) > LONGEST)));
  }
};