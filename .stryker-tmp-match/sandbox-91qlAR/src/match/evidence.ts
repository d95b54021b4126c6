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
import type { Evidence, EvidenceCode } from './comparison';
import { sameApp } from './identity';
import { isRewrite, type Judgement } from './judge';
import { distancesAgree, distancesContradict, isForgotten, LONGEST_SECONDS, looksShifted, neededOverlap } from './judge-evidence';
import { ratioOf } from './measure';

/** A fact before it is written down: what was measured, whether it speaks for or against, what it was held against. */
type Fact = readonly [code: EvidenceCode, value: Evidence['value'] | undefined | false, holds?: boolean | undefined, threshold?: number];
const toEvidence = stryMutAct_9fa48("124") ? () => undefined : (stryCov_9fa48("124"), (() => {
  const toEvidence = ([code, value, holds, threshold]: Fact): Evidence[] => (stryMutAct_9fa48("127") ? value === undefined && value === false : stryMutAct_9fa48("126") ? false : stryMutAct_9fa48("125") ? true : (stryCov_9fa48("125", "126", "127"), (stryMutAct_9fa48("129") ? value !== undefined : stryMutAct_9fa48("128") ? false : (stryCov_9fa48("128", "129"), value === undefined)) || (stryMutAct_9fa48("131") ? value !== false : stryMutAct_9fa48("130") ? false : (stryCov_9fa48("130", "131"), value === (stryMutAct_9fa48("132") ? true : (stryCov_9fa48("132"), false)))))) ? stryMutAct_9fa48("133") ? ["Stryker was here"] : (stryCov_9fa48("133"), []) : stryMutAct_9fa48("134") ? [] : (stryCov_9fa48("134"), [stryMutAct_9fa48("135") ? {} : (stryCov_9fa48("135"), {
    code,
    value,
    speaks: (stryMutAct_9fa48("138") ? holds !== undefined : stryMutAct_9fa48("137") ? false : stryMutAct_9fa48("136") ? true : (stryCov_9fa48("136", "137", "138"), holds === undefined)) ? stryMutAct_9fa48("139") ? "" : (stryCov_9fa48("139"), 'neither') : holds ? stryMutAct_9fa48("140") ? "" : (stryCov_9fa48("140"), 'for') : stryMutAct_9fa48("141") ? "" : (stryCov_9fa48("141"), 'against'),
    ...(stryMutAct_9fa48("144") ? threshold !== undefined || {
      threshold
    } : stryMutAct_9fa48("143") ? false : stryMutAct_9fa48("142") ? true : (stryCov_9fa48("142", "143", "144"), (stryMutAct_9fa48("146") ? threshold === undefined : stryMutAct_9fa48("145") ? true : (stryCov_9fa48("145", "146"), threshold !== undefined)) && (stryMutAct_9fa48("147") ? {} : (stryCov_9fa48("147"), {
      threshold
    }))))
  })]);
  return toEvidence;
})());

/**
 * The facts behind a judgement, ids first, for a person to read.
 *
 * **Shape** a fact that was not measured is left out. End distances and the shift are absolute.
 */
export const evidenceOf = (a: Recording, b: Recording, {
  measures,
  identity
}: Judgement, settings: MatchSettings): Evidence[] => {
  if (stryMutAct_9fa48("148")) {
    {}
  } else {
    stryCov_9fa48("148");
    const {
      affinity,
      overlapOfUnion,
      overlapOfShorter,
      distanceRatio
    } = measures;
    const {
      possibleOverlap,
      looseEndSeconds,
      distanceTolerance
    } = settings;
    const needed = neededOverlap(measures, settings);
    const start = Math.abs(measures.startSeconds);
    const end = Math.abs(measures.endSeconds);
    const rewritten = isRewrite(a, b, measures);
    const energyA = a.energyKilocalories;
    const energyB = b.energyKilocalories;
    const facts: Fact[] = stryMutAct_9fa48("149") ? [] : (stryCov_9fa48("149"), [stryMutAct_9fa48("150") ? [] : (stryCov_9fa48("150"), [stryMutAct_9fa48("151") ? "" : (stryCov_9fa48("151"), 'activity-affinity'), affinity, (stryMutAct_9fa48("154") ? affinity !== 'wildcard' : stryMutAct_9fa48("153") ? false : stryMutAct_9fa48("152") ? true : (stryCov_9fa48("152", "153", "154"), affinity === (stryMutAct_9fa48("155") ? "" : (stryCov_9fa48("155"), 'wildcard')))) ? undefined : stryMutAct_9fa48("158") ? affinity === 'incompatible' : stryMutAct_9fa48("157") ? false : stryMutAct_9fa48("156") ? true : (stryCov_9fa48("156", "157", "158"), affinity !== (stryMutAct_9fa48("159") ? "" : (stryCov_9fa48("159"), 'incompatible')))]), stryMutAct_9fa48("160") ? [] : (stryCov_9fa48("160"), [stryMutAct_9fa48("161") ? "" : (stryCov_9fa48("161"), 'overlap-of-union'), overlapOfUnion, stryMutAct_9fa48("165") ? overlapOfUnion < needed : stryMutAct_9fa48("164") ? overlapOfUnion > needed : stryMutAct_9fa48("163") ? false : stryMutAct_9fa48("162") ? true : (stryCov_9fa48("162", "163", "164", "165"), overlapOfUnion >= needed), needed]), stryMutAct_9fa48("166") ? [] : (stryCov_9fa48("166"), [stryMutAct_9fa48("167") ? "" : (stryCov_9fa48("167"), 'overlap-of-shorter'), overlapOfShorter, stryMutAct_9fa48("171") ? overlapOfShorter < possibleOverlap : stryMutAct_9fa48("170") ? overlapOfShorter > possibleOverlap : stryMutAct_9fa48("169") ? false : stryMutAct_9fa48("168") ? true : (stryCov_9fa48("168", "169", "170", "171"), overlapOfShorter >= possibleOverlap), possibleOverlap]), stryMutAct_9fa48("172") ? [] : (stryCov_9fa48("172"), [stryMutAct_9fa48("173") ? "" : (stryCov_9fa48("173"), 'start-distance'), start, stryMutAct_9fa48("177") ? start > looseEndSeconds : stryMutAct_9fa48("176") ? start < looseEndSeconds : stryMutAct_9fa48("175") ? false : stryMutAct_9fa48("174") ? true : (stryCov_9fa48("174", "175", "176", "177"), start <= looseEndSeconds), looseEndSeconds]), stryMutAct_9fa48("178") ? [] : (stryCov_9fa48("178"), [stryMutAct_9fa48("179") ? "" : (stryCov_9fa48("179"), 'end-distance'), end, stryMutAct_9fa48("183") ? end > looseEndSeconds : stryMutAct_9fa48("182") ? end < looseEndSeconds : stryMutAct_9fa48("181") ? false : stryMutAct_9fa48("180") ? true : (stryCov_9fa48("180", "181", "182", "183"), end <= looseEndSeconds), looseEndSeconds]), stryMutAct_9fa48("184") ? [] : (stryCov_9fa48("184"), [stryMutAct_9fa48("185") ? "" : (stryCov_9fa48("185"), 'distance-ratio'), distanceRatio, stryMutAct_9fa48("188") ? distancesAgree(measures, settings) && (distancesContradict(measures) ? false : undefined) : stryMutAct_9fa48("187") ? false : stryMutAct_9fa48("186") ? true : (stryCov_9fa48("186", "187", "188"), distancesAgree(measures, settings) || (distancesContradict(measures) ? stryMutAct_9fa48("189") ? true : (stryCov_9fa48("189"), false) : undefined)), stryMutAct_9fa48("190") ? 1 + distanceTolerance : (stryCov_9fa48("190"), 1 - distanceTolerance)]), stryMutAct_9fa48("191") ? [] : (stryCov_9fa48("191"), [stryMutAct_9fa48("192") ? "" : (stryCov_9fa48("192"), 'energy-ratio'), stryMutAct_9fa48("193") ? ratioOf(energyA?.total, energyB?.total) && ratioOf(energyA?.active, energyB?.active) : (stryCov_9fa48("193"), ratioOf(stryMutAct_9fa48("194") ? energyA.total : (stryCov_9fa48("194"), energyA?.total), stryMutAct_9fa48("195") ? energyB.total : (stryCov_9fa48("195"), energyB?.total)) ?? ratioOf(stryMutAct_9fa48("196") ? energyA.active : (stryCov_9fa48("196"), energyA?.active), stryMutAct_9fa48("197") ? energyB.active : (stryCov_9fa48("197"), energyB?.active)))]), stryMutAct_9fa48("198") ? [] : (stryCov_9fa48("198"), [rewritten ? stryMutAct_9fa48("199") ? "" : (stryCov_9fa48("199"), 'exact-rewrite') : stryMutAct_9fa48("200") ? "" : (stryCov_9fa48("200"), 'same-source'), stryMutAct_9fa48("203") ? sameApp(a, b) || a.source?.app : stryMutAct_9fa48("202") ? false : stryMutAct_9fa48("201") ? true : (stryCov_9fa48("201", "202", "203"), sameApp(a, b) && (stryMutAct_9fa48("204") ? a.source.app : (stryCov_9fa48("204"), a.source?.app))), stryMutAct_9fa48("207") ? rewritten && undefined : stryMutAct_9fa48("206") ? false : stryMutAct_9fa48("205") ? true : (stryCov_9fa48("205", "206", "207"), rewritten || undefined)]), stryMutAct_9fa48("208") ? [] : (stryCov_9fa48("208"), [stryMutAct_9fa48("209") ? "" : (stryCov_9fa48("209"), 'hour-shift'), stryMutAct_9fa48("212") ? looksShifted(a, b, measures, settings) || start / 3600 : stryMutAct_9fa48("211") ? false : stryMutAct_9fa48("210") ? true : (stryCov_9fa48("210", "211", "212"), looksShifted(a, b, measures, settings) && (stryMutAct_9fa48("213") ? start * 3600 : (stryCov_9fa48("213"), start / 3600)))]), stryMutAct_9fa48("214") ? [] : (stryCov_9fa48("214"), [stryMutAct_9fa48("215") ? "" : (stryCov_9fa48("215"), 'long-recording'), stryMutAct_9fa48("218") ? isForgotten(measures) || measures.longerSeconds : stryMutAct_9fa48("217") ? false : stryMutAct_9fa48("216") ? true : (stryCov_9fa48("216", "217", "218"), isForgotten(measures) && measures.longerSeconds), stryMutAct_9fa48("219") ? true : (stryCov_9fa48("219"), false), LONGEST_SECONDS])]);
    if (stryMutAct_9fa48("222") ? identity === undefined : stryMutAct_9fa48("221") ? false : stryMutAct_9fa48("220") ? true : (stryCov_9fa48("220", "221", "222"), identity !== undefined)) {
      if (stryMutAct_9fa48("223")) {
        {}
      } else {
        stryCov_9fa48("223");
        const {
          code,
          rung
        } = identity;
        const holds = (stryMutAct_9fa48("226") ? code !== 'parent' : stryMutAct_9fa48("225") ? false : stryMutAct_9fa48("224") ? true : (stryCov_9fa48("224", "225", "226"), code === (stryMutAct_9fa48("227") ? "" : (stryCov_9fa48("227"), 'parent')))) ? undefined : stryMutAct_9fa48("230") ? code !== 'shared-id' : stryMutAct_9fa48("229") ? false : stryMutAct_9fa48("228") ? true : (stryCov_9fa48("228", "229", "230"), code === (stryMutAct_9fa48("231") ? "" : (stryCov_9fa48("231"), 'shared-id')));
        facts.unshift(stryMutAct_9fa48("233") ? [] : (stryCov_9fa48("233"), [code, (stryMutAct_9fa48("236") ? code !== 'parent' : stryMutAct_9fa48("235") ? false : stryMutAct_9fa48("234") ? true : (stryCov_9fa48("234", "235", "236"), code === (stryMutAct_9fa48("237") ? "" : (stryCov_9fa48("237"), 'parent')))) ? (stryMutAct_9fa48("240") ? a.parent !== b.key : stryMutAct_9fa48("239") ? false : stryMutAct_9fa48("238") ? true : (stryCov_9fa48("238", "239", "240"), a.parent === b.key)) ? b.key : a.key : rung, holds]));
      }
    }
    return facts.flatMap(toEvidence);
  }
};