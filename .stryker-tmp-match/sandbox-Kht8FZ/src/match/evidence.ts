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
const toEvidence = stryMutAct_9fa48("118") ? () => undefined : (stryCov_9fa48("118"), (() => {
  const toEvidence = ([code, value, holds, threshold]: Fact): Evidence[] => (stryMutAct_9fa48("121") ? value === undefined && value === false : stryMutAct_9fa48("120") ? false : stryMutAct_9fa48("119") ? true : (stryCov_9fa48("119", "120", "121"), (stryMutAct_9fa48("123") ? value !== undefined : stryMutAct_9fa48("122") ? false : (stryCov_9fa48("122", "123"), value === undefined)) || (stryMutAct_9fa48("125") ? value !== false : stryMutAct_9fa48("124") ? false : (stryCov_9fa48("124", "125"), value === (stryMutAct_9fa48("126") ? true : (stryCov_9fa48("126"), false)))))) ? stryMutAct_9fa48("127") ? ["Stryker was here"] : (stryCov_9fa48("127"), []) : stryMutAct_9fa48("128") ? [] : (stryCov_9fa48("128"), [stryMutAct_9fa48("129") ? {} : (stryCov_9fa48("129"), {
    code,
    value,
    speaks: (stryMutAct_9fa48("132") ? holds !== undefined : stryMutAct_9fa48("131") ? false : stryMutAct_9fa48("130") ? true : (stryCov_9fa48("130", "131", "132"), holds === undefined)) ? stryMutAct_9fa48("133") ? "" : (stryCov_9fa48("133"), 'neither') : holds ? stryMutAct_9fa48("134") ? "" : (stryCov_9fa48("134"), 'for') : stryMutAct_9fa48("135") ? "" : (stryCov_9fa48("135"), 'against'),
    ...(stryMutAct_9fa48("138") ? threshold !== undefined || {
      threshold
    } : stryMutAct_9fa48("137") ? false : stryMutAct_9fa48("136") ? true : (stryCov_9fa48("136", "137", "138"), (stryMutAct_9fa48("140") ? threshold === undefined : stryMutAct_9fa48("139") ? true : (stryCov_9fa48("139", "140"), threshold !== undefined)) && (stryMutAct_9fa48("141") ? {} : (stryCov_9fa48("141"), {
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
  if (stryMutAct_9fa48("142")) {
    {}
  } else {
    stryCov_9fa48("142");
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
    const facts: Fact[] = stryMutAct_9fa48("143") ? [] : (stryCov_9fa48("143"), [stryMutAct_9fa48("144") ? [] : (stryCov_9fa48("144"), [stryMutAct_9fa48("145") ? "" : (stryCov_9fa48("145"), 'activity-affinity'), affinity, (stryMutAct_9fa48("148") ? affinity !== 'wildcard' : stryMutAct_9fa48("147") ? false : stryMutAct_9fa48("146") ? true : (stryCov_9fa48("146", "147", "148"), affinity === (stryMutAct_9fa48("149") ? "" : (stryCov_9fa48("149"), 'wildcard')))) ? undefined : stryMutAct_9fa48("152") ? affinity === 'incompatible' : stryMutAct_9fa48("151") ? false : stryMutAct_9fa48("150") ? true : (stryCov_9fa48("150", "151", "152"), affinity !== (stryMutAct_9fa48("153") ? "" : (stryCov_9fa48("153"), 'incompatible')))]), stryMutAct_9fa48("154") ? [] : (stryCov_9fa48("154"), [stryMutAct_9fa48("155") ? "" : (stryCov_9fa48("155"), 'overlap-of-union'), overlapOfUnion, stryMutAct_9fa48("159") ? overlapOfUnion < needed : stryMutAct_9fa48("158") ? overlapOfUnion > needed : stryMutAct_9fa48("157") ? false : stryMutAct_9fa48("156") ? true : (stryCov_9fa48("156", "157", "158", "159"), overlapOfUnion >= needed), needed]), stryMutAct_9fa48("160") ? [] : (stryCov_9fa48("160"), [stryMutAct_9fa48("161") ? "" : (stryCov_9fa48("161"), 'overlap-of-shorter'), overlapOfShorter, stryMutAct_9fa48("165") ? overlapOfShorter < possibleOverlap : stryMutAct_9fa48("164") ? overlapOfShorter > possibleOverlap : stryMutAct_9fa48("163") ? false : stryMutAct_9fa48("162") ? true : (stryCov_9fa48("162", "163", "164", "165"), overlapOfShorter >= possibleOverlap), possibleOverlap]), stryMutAct_9fa48("166") ? [] : (stryCov_9fa48("166"), [stryMutAct_9fa48("167") ? "" : (stryCov_9fa48("167"), 'start-distance'), start, stryMutAct_9fa48("171") ? start > looseEndSeconds : stryMutAct_9fa48("170") ? start < looseEndSeconds : stryMutAct_9fa48("169") ? false : stryMutAct_9fa48("168") ? true : (stryCov_9fa48("168", "169", "170", "171"), start <= looseEndSeconds), looseEndSeconds]), stryMutAct_9fa48("172") ? [] : (stryCov_9fa48("172"), [stryMutAct_9fa48("173") ? "" : (stryCov_9fa48("173"), 'end-distance'), end, stryMutAct_9fa48("177") ? end > looseEndSeconds : stryMutAct_9fa48("176") ? end < looseEndSeconds : stryMutAct_9fa48("175") ? false : stryMutAct_9fa48("174") ? true : (stryCov_9fa48("174", "175", "176", "177"), end <= looseEndSeconds), looseEndSeconds]), stryMutAct_9fa48("178") ? [] : (stryCov_9fa48("178"), [stryMutAct_9fa48("179") ? "" : (stryCov_9fa48("179"), 'distance-ratio'), distanceRatio, stryMutAct_9fa48("182") ? distancesAgree(measures, settings) && (distancesContradict(measures) ? false : undefined) : stryMutAct_9fa48("181") ? false : stryMutAct_9fa48("180") ? true : (stryCov_9fa48("180", "181", "182"), distancesAgree(measures, settings) || (distancesContradict(measures) ? stryMutAct_9fa48("183") ? true : (stryCov_9fa48("183"), false) : undefined)), stryMutAct_9fa48("184") ? 1 + distanceTolerance : (stryCov_9fa48("184"), 1 - distanceTolerance)]), stryMutAct_9fa48("185") ? [] : (stryCov_9fa48("185"), [stryMutAct_9fa48("186") ? "" : (stryCov_9fa48("186"), 'energy-ratio'), stryMutAct_9fa48("187") ? ratioOf(energyA?.total, energyB?.total) && ratioOf(energyA?.active, energyB?.active) : (stryCov_9fa48("187"), ratioOf(stryMutAct_9fa48("188") ? energyA.total : (stryCov_9fa48("188"), energyA?.total), stryMutAct_9fa48("189") ? energyB.total : (stryCov_9fa48("189"), energyB?.total)) ?? ratioOf(stryMutAct_9fa48("190") ? energyA.active : (stryCov_9fa48("190"), energyA?.active), stryMutAct_9fa48("191") ? energyB.active : (stryCov_9fa48("191"), energyB?.active)))]), stryMutAct_9fa48("192") ? [] : (stryCov_9fa48("192"), [rewritten ? stryMutAct_9fa48("193") ? "" : (stryCov_9fa48("193"), 'exact-rewrite') : stryMutAct_9fa48("194") ? "" : (stryCov_9fa48("194"), 'same-source'), stryMutAct_9fa48("197") ? sameApp(a, b) || a.source?.app : stryMutAct_9fa48("196") ? false : stryMutAct_9fa48("195") ? true : (stryCov_9fa48("195", "196", "197"), sameApp(a, b) && (stryMutAct_9fa48("198") ? a.source.app : (stryCov_9fa48("198"), a.source?.app))), stryMutAct_9fa48("201") ? rewritten && undefined : stryMutAct_9fa48("200") ? false : stryMutAct_9fa48("199") ? true : (stryCov_9fa48("199", "200", "201"), rewritten || undefined)]), stryMutAct_9fa48("202") ? [] : (stryCov_9fa48("202"), [stryMutAct_9fa48("203") ? "" : (stryCov_9fa48("203"), 'hour-shift'), stryMutAct_9fa48("206") ? looksShifted(a, b, measures, settings) || start / 3600 : stryMutAct_9fa48("205") ? false : stryMutAct_9fa48("204") ? true : (stryCov_9fa48("204", "205", "206"), looksShifted(a, b, measures, settings) && (stryMutAct_9fa48("207") ? start * 3600 : (stryCov_9fa48("207"), start / 3600)))]), stryMutAct_9fa48("208") ? [] : (stryCov_9fa48("208"), [stryMutAct_9fa48("209") ? "" : (stryCov_9fa48("209"), 'long-recording'), stryMutAct_9fa48("212") ? isForgotten(measures) || measures.longerSeconds : stryMutAct_9fa48("211") ? false : stryMutAct_9fa48("210") ? true : (stryCov_9fa48("210", "211", "212"), isForgotten(measures) && measures.longerSeconds), stryMutAct_9fa48("213") ? true : (stryCov_9fa48("213"), false), LONGEST_SECONDS])]);
    if (stryMutAct_9fa48("216") ? identity === undefined : stryMutAct_9fa48("215") ? false : stryMutAct_9fa48("214") ? true : (stryCov_9fa48("214", "215", "216"), identity !== undefined)) {
      if (stryMutAct_9fa48("217")) {
        {}
      } else {
        stryCov_9fa48("217");
        const {
          code,
          rung
        } = identity;
        const holds = (stryMutAct_9fa48("220") ? code !== 'parent' : stryMutAct_9fa48("219") ? false : stryMutAct_9fa48("218") ? true : (stryCov_9fa48("218", "219", "220"), code === (stryMutAct_9fa48("221") ? "" : (stryCov_9fa48("221"), 'parent')))) ? undefined : stryMutAct_9fa48("224") ? code !== 'shared-id' : stryMutAct_9fa48("223") ? false : stryMutAct_9fa48("222") ? true : (stryCov_9fa48("222", "223", "224"), code === (stryMutAct_9fa48("225") ? "" : (stryCov_9fa48("225"), 'shared-id')));
        facts.unshift(stryMutAct_9fa48("227") ? [] : (stryCov_9fa48("227"), [code, (stryMutAct_9fa48("230") ? code !== 'parent' : stryMutAct_9fa48("229") ? false : stryMutAct_9fa48("228") ? true : (stryCov_9fa48("228", "229", "230"), code === (stryMutAct_9fa48("231") ? "" : (stryCov_9fa48("231"), 'parent')))) ? (stryMutAct_9fa48("234") ? a.parent !== b.key : stryMutAct_9fa48("233") ? false : stryMutAct_9fa48("232") ? true : (stryCov_9fa48("232", "233", "234"), a.parent === b.key)) ? b.key : a.key : rung, holds]));
      }
    }
    return facts.flatMap(toEvidence);
  }
};