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
import { canContain } from '../domain/activity';
import type { MatchSettings } from '../domain/match-settings';
import type { Recording } from '../domain/recording';
import type { MatchVerdict } from './comparison';
import type { Measures } from './measure';

/** A recording longer than this was most likely forgotten: it contains everything, which proves nothing. */
export const LONGEST_SECONDS = stryMutAct_9fa48("750") ? 24 / 3600 : (stryCov_9fa48("750"), 24 * 3600);

/** A forgotten recording counts only against others that are at least this share of its length. */
export const COMPARABLE_LENGTH = 0.5;

/**
 * Distances contradict each other below this ratio. **Source** a mile taken for a kilometre gives 0.62, which is a fault
 * of units and not another run; a half of a run gives 0.5.
 */
const CONTRADICTION_RATIO = 0.6;

/**
 * Where one end is off by more than four times the other, the recording was cut rather than started by hand. It may
 * then be no more than this off, the p90 of ends of two devices (264 s) rounded up to minutes.
 */
const CUT_RATIO = 4;
const CUT_END_SECONDS = 300;

/**
 * Both ends read once in whole seconds and once not, so a shift is exact to within this. **Source** the same reason as
 * the tolerance of the prints.
 */
const SHIFT_TOLERANCE_SECONDS = 2;
const HALF_HOUR_SECONDS = 1800;

/** The farthest two clocks of civil time are apart, from twelve hours west to fourteen east of UTC (IANA). */
const LARGEST_SHIFT_SECONDS = stryMutAct_9fa48("751") ? 26 / 3600 : (stryCov_9fa48("751"), 26 * 3600);

/** Whether one of them was forgotten and the other is a recording of ordinary length. */
export const isForgotten = stryMutAct_9fa48("752") ? () => undefined : (stryCov_9fa48("752"), (() => {
  const isForgotten = ({
    longerSeconds,
    lengthRatio
  }: Measures): boolean => stryMutAct_9fa48("755") ? longerSeconds > LONGEST_SECONDS || lengthRatio < COMPARABLE_LENGTH : stryMutAct_9fa48("754") ? false : stryMutAct_9fa48("753") ? true : (stryCov_9fa48("753", "754", "755"), (stryMutAct_9fa48("758") ? longerSeconds <= LONGEST_SECONDS : stryMutAct_9fa48("757") ? longerSeconds >= LONGEST_SECONDS : stryMutAct_9fa48("756") ? true : (stryCov_9fa48("756", "757", "758"), longerSeconds > LONGEST_SECONDS)) && (stryMutAct_9fa48("761") ? lengthRatio >= COMPARABLE_LENGTH : stryMutAct_9fa48("760") ? lengthRatio <= COMPARABLE_LENGTH : stryMutAct_9fa48("759") ? true : (stryCov_9fa48("759", "760", "761"), lengthRatio < COMPARABLE_LENGTH)));
  return isForgotten;
})());
export const distancesAgree = stryMutAct_9fa48("762") ? () => undefined : (stryCov_9fa48("762"), (() => {
  const distancesAgree = ({
    distanceRatio = 0
  }: Measures, {
    distanceTolerance
  }: MatchSettings): boolean => stryMutAct_9fa48("766") ? distanceRatio < 1 - distanceTolerance : stryMutAct_9fa48("765") ? distanceRatio > 1 - distanceTolerance : stryMutAct_9fa48("764") ? false : stryMutAct_9fa48("763") ? true : (stryCov_9fa48("763", "764", "765", "766"), distanceRatio >= (stryMutAct_9fa48("767") ? 1 + distanceTolerance : (stryCov_9fa48("767"), 1 - distanceTolerance)));
  return distancesAgree;
})());
export const distancesContradict = stryMutAct_9fa48("768") ? () => undefined : (stryCov_9fa48("768"), (() => {
  const distancesContradict = ({
    distanceRatio = 1
  }: Measures): boolean => stryMutAct_9fa48("772") ? distanceRatio >= CONTRADICTION_RATIO : stryMutAct_9fa48("771") ? distanceRatio <= CONTRADICTION_RATIO : stryMutAct_9fa48("770") ? false : stryMutAct_9fa48("769") ? true : (stryCov_9fa48("769", "770", "771", "772"), distanceRatio < CONTRADICTION_RATIO);
  return distancesContradict;
})());

/** Whether a time-zone fault would explain two recordings: a hint for a person, never a merge. */
export const looksShifted = (a: Recording, b: Recording, measures: Measures, settings: MatchSettings): boolean => {
  if (stryMutAct_9fa48("773")) {
    {}
  } else {
    stryCov_9fa48("773");
    if (stryMutAct_9fa48("776") ? a.offsetSeconds !== undefined || b.offsetSeconds !== undefined : stryMutAct_9fa48("775") ? false : stryMutAct_9fa48("774") ? true : (stryCov_9fa48("774", "775", "776"), (stryMutAct_9fa48("778") ? a.offsetSeconds === undefined : stryMutAct_9fa48("777") ? true : (stryCov_9fa48("777", "778"), a.offsetSeconds !== undefined)) && (stryMutAct_9fa48("780") ? b.offsetSeconds === undefined : stryMutAct_9fa48("779") ? true : (stryCov_9fa48("779", "780"), b.offsetSeconds !== undefined)))) return stryMutAct_9fa48("781") ? true : (stryCov_9fa48("781"), false);
    const shift = Math.abs(measures.startSeconds);
    const halfHours = Math.round(stryMutAct_9fa48("782") ? shift * HALF_HOUR_SECONDS : (stryCov_9fa48("782"), shift / HALF_HOUR_SECONDS));
    return stryMutAct_9fa48("785") ? halfHours > 0 && shift <= LARGEST_SHIFT_SECONDS + SHIFT_TOLERANCE_SECONDS && Math.abs(shift - halfHours * HALF_HOUR_SECONDS) <= SHIFT_TOLERANCE_SECONDS && Math.abs(measures.startSeconds - measures.endSeconds) <= SHIFT_TOLERANCE_SECONDS && measures.affinity !== 'incompatible' || distancesAgree(measures, settings) : stryMutAct_9fa48("784") ? false : stryMutAct_9fa48("783") ? true : (stryCov_9fa48("783", "784", "785"), (stryMutAct_9fa48("787") ? halfHours > 0 && shift <= LARGEST_SHIFT_SECONDS + SHIFT_TOLERANCE_SECONDS && Math.abs(shift - halfHours * HALF_HOUR_SECONDS) <= SHIFT_TOLERANCE_SECONDS && Math.abs(measures.startSeconds - measures.endSeconds) <= SHIFT_TOLERANCE_SECONDS || measures.affinity !== 'incompatible' : stryMutAct_9fa48("786") ? true : (stryCov_9fa48("786", "787"), (stryMutAct_9fa48("789") ? halfHours > 0 && shift <= LARGEST_SHIFT_SECONDS + SHIFT_TOLERANCE_SECONDS && Math.abs(shift - halfHours * HALF_HOUR_SECONDS) <= SHIFT_TOLERANCE_SECONDS || Math.abs(measures.startSeconds - measures.endSeconds) <= SHIFT_TOLERANCE_SECONDS : stryMutAct_9fa48("788") ? true : (stryCov_9fa48("788", "789"), (stryMutAct_9fa48("791") ? halfHours > 0 && shift <= LARGEST_SHIFT_SECONDS + SHIFT_TOLERANCE_SECONDS || Math.abs(shift - halfHours * HALF_HOUR_SECONDS) <= SHIFT_TOLERANCE_SECONDS : stryMutAct_9fa48("790") ? true : (stryCov_9fa48("790", "791"), (stryMutAct_9fa48("793") ? halfHours > 0 || shift <= LARGEST_SHIFT_SECONDS + SHIFT_TOLERANCE_SECONDS : stryMutAct_9fa48("792") ? true : (stryCov_9fa48("792", "793"), (stryMutAct_9fa48("796") ? halfHours <= 0 : stryMutAct_9fa48("795") ? halfHours >= 0 : stryMutAct_9fa48("794") ? true : (stryCov_9fa48("794", "795", "796"), halfHours > 0)) && (stryMutAct_9fa48("799") ? shift > LARGEST_SHIFT_SECONDS + SHIFT_TOLERANCE_SECONDS : stryMutAct_9fa48("798") ? shift < LARGEST_SHIFT_SECONDS + SHIFT_TOLERANCE_SECONDS : stryMutAct_9fa48("797") ? true : (stryCov_9fa48("797", "798", "799"), shift <= (stryMutAct_9fa48("800") ? LARGEST_SHIFT_SECONDS - SHIFT_TOLERANCE_SECONDS : (stryCov_9fa48("800"), LARGEST_SHIFT_SECONDS + SHIFT_TOLERANCE_SECONDS)))))) && (stryMutAct_9fa48("803") ? Math.abs(shift - halfHours * HALF_HOUR_SECONDS) > SHIFT_TOLERANCE_SECONDS : stryMutAct_9fa48("802") ? Math.abs(shift - halfHours * HALF_HOUR_SECONDS) < SHIFT_TOLERANCE_SECONDS : stryMutAct_9fa48("801") ? true : (stryCov_9fa48("801", "802", "803"), Math.abs(stryMutAct_9fa48("804") ? shift + halfHours * HALF_HOUR_SECONDS : (stryCov_9fa48("804"), shift - (stryMutAct_9fa48("805") ? halfHours / HALF_HOUR_SECONDS : (stryCov_9fa48("805"), halfHours * HALF_HOUR_SECONDS)))) <= SHIFT_TOLERANCE_SECONDS)))) && (stryMutAct_9fa48("808") ? Math.abs(measures.startSeconds - measures.endSeconds) > SHIFT_TOLERANCE_SECONDS : stryMutAct_9fa48("807") ? Math.abs(measures.startSeconds - measures.endSeconds) < SHIFT_TOLERANCE_SECONDS : stryMutAct_9fa48("806") ? true : (stryCov_9fa48("806", "807", "808"), Math.abs(stryMutAct_9fa48("809") ? measures.startSeconds + measures.endSeconds : (stryCov_9fa48("809"), measures.startSeconds - measures.endSeconds)) <= SHIFT_TOLERANCE_SECONDS)))) && (stryMutAct_9fa48("811") ? measures.affinity === 'incompatible' : stryMutAct_9fa48("810") ? true : (stryCov_9fa48("810", "811"), measures.affinity !== (stryMutAct_9fa48("812") ? "" : (stryCov_9fa48("812"), 'incompatible')))))) && distancesAgree(measures, settings));
  }
};

/** The overlap of the union from which the two are `same`, all else considered. */
export const neededOverlap = (measures: Measures, settings: MatchSettings): number => {
  if (stryMutAct_9fa48("813")) {
    {}
  } else {
    stryCov_9fa48("813");
    const supported = distancesAgree(measures, settings);
    if (stryMutAct_9fa48("816") ? measures.affinity !== 'wildcard' : stryMutAct_9fa48("815") ? false : stryMutAct_9fa48("814") ? true : (stryCov_9fa48("814", "815", "816"), measures.affinity === (stryMutAct_9fa48("817") ? "" : (stryCov_9fa48("817"), 'wildcard')))) return supported ? settings.sameOverlap : settings.wildcardOverlap;
    return supported ? settings.supportedOverlap : settings.sameOverlap;
  }
};

/** Two recordings started and stopped by hand: both ends somewhat off, rather than one of them cut. */
const looselyAligned = ({
  affinity,
  overlapOfUnion,
  startSeconds,
  endSeconds
}: Measures, settings: MatchSettings): boolean => {
  if (stryMutAct_9fa48("818")) {
    {}
  } else {
    stryCov_9fa48("818");
    const start = Math.abs(startSeconds);
    const end = Math.abs(endSeconds);
    const farther = stryMutAct_9fa48("819") ? Math.min(start, end) : (stryCov_9fa48("819"), Math.max(start, end));
    const cut = stryMutAct_9fa48("823") ? farther <= CUT_RATIO * Math.min(start, end) : stryMutAct_9fa48("822") ? farther >= CUT_RATIO * Math.min(start, end) : stryMutAct_9fa48("821") ? false : stryMutAct_9fa48("820") ? true : (stryCov_9fa48("820", "821", "822", "823"), farther > (stryMutAct_9fa48("824") ? CUT_RATIO / Math.min(start, end) : (stryCov_9fa48("824"), CUT_RATIO * (stryMutAct_9fa48("825") ? Math.max(start, end) : (stryCov_9fa48("825"), Math.min(start, end))))));
    return stryMutAct_9fa48("828") ? affinity !== 'wildcard' && overlapOfUnion >= settings.looseOverlap || farther <= (cut ? Math.min(CUT_END_SECONDS, settings.looseEndSeconds) : settings.looseEndSeconds) : stryMutAct_9fa48("827") ? false : stryMutAct_9fa48("826") ? true : (stryCov_9fa48("826", "827", "828"), (stryMutAct_9fa48("830") ? affinity !== 'wildcard' || overlapOfUnion >= settings.looseOverlap : stryMutAct_9fa48("829") ? true : (stryCov_9fa48("829", "830"), (stryMutAct_9fa48("832") ? affinity === 'wildcard' : stryMutAct_9fa48("831") ? true : (stryCov_9fa48("831", "832"), affinity !== (stryMutAct_9fa48("833") ? "" : (stryCov_9fa48("833"), 'wildcard')))) && (stryMutAct_9fa48("836") ? overlapOfUnion < settings.looseOverlap : stryMutAct_9fa48("835") ? overlapOfUnion > settings.looseOverlap : stryMutAct_9fa48("834") ? true : (stryCov_9fa48("834", "835", "836"), overlapOfUnion >= settings.looseOverlap)))) && (stryMutAct_9fa48("839") ? farther > (cut ? Math.min(CUT_END_SECONDS, settings.looseEndSeconds) : settings.looseEndSeconds) : stryMutAct_9fa48("838") ? farther < (cut ? Math.min(CUT_END_SECONDS, settings.looseEndSeconds) : settings.looseEndSeconds) : stryMutAct_9fa48("837") ? true : (stryCov_9fa48("837", "838", "839"), farther <= (cut ? stryMutAct_9fa48("840") ? Math.max(CUT_END_SECONDS, settings.looseEndSeconds) : (stryCov_9fa48("840"), Math.min(CUT_END_SECONDS, settings.looseEndSeconds)) : settings.looseEndSeconds))));
  }
};

/** Whether the one is a multi-sport recording and the other, no longer than it, may be its leg. */
const holdsLeg = stryMutAct_9fa48("841") ? () => undefined : (stryCov_9fa48("841"), (() => {
  const holdsLeg = (whole: Recording, leg: Recording): boolean => stryMutAct_9fa48("844") ? whole.end - whole.start >= leg.end - leg.start || canContain(whole.activity, leg.activity) : stryMutAct_9fa48("843") ? false : stryMutAct_9fa48("842") ? true : (stryCov_9fa48("842", "843", "844"), (stryMutAct_9fa48("847") ? whole.end - whole.start < leg.end - leg.start : stryMutAct_9fa48("846") ? whole.end - whole.start > leg.end - leg.start : stryMutAct_9fa48("845") ? true : (stryCov_9fa48("845", "846", "847"), (stryMutAct_9fa48("848") ? whole.end + whole.start : (stryCov_9fa48("848"), whole.end - whole.start)) >= (stryMutAct_9fa48("849") ? leg.end + leg.start : (stryCov_9fa48("849"), leg.end - leg.start)))) && canContain(whole.activity, leg.activity));
  return holdsLeg;
})());

/**
 * What the measurements say, where no id does.
 *
 * **Laws** symmetric. Recordings that share no time, or of incompatible activities, are never `same`. A distance that one
 * side did not measure changes nothing.
 */
export const judgeEvidence = (a: Recording, b: Recording, measures: Measures, settings: MatchSettings): MatchVerdict => {
  if (stryMutAct_9fa48("850")) {
    {}
  } else {
    stryCov_9fa48("850");
    const {
      affinity,
      overlapOfUnion,
      overlapOfShorter
    } = measures;
    if (stryMutAct_9fa48("853") ? (overlapOfShorter < settings.possibleOverlap || overlapOfShorter <= 0) && isForgotten(measures) : stryMutAct_9fa48("852") ? false : stryMutAct_9fa48("851") ? true : (stryCov_9fa48("851", "852", "853"), (stryMutAct_9fa48("855") ? overlapOfShorter < settings.possibleOverlap && overlapOfShorter <= 0 : stryMutAct_9fa48("854") ? false : (stryCov_9fa48("854", "855"), (stryMutAct_9fa48("858") ? overlapOfShorter >= settings.possibleOverlap : stryMutAct_9fa48("857") ? overlapOfShorter <= settings.possibleOverlap : stryMutAct_9fa48("856") ? false : (stryCov_9fa48("856", "857", "858"), overlapOfShorter < settings.possibleOverlap)) || (stryMutAct_9fa48("861") ? overlapOfShorter > 0 : stryMutAct_9fa48("860") ? overlapOfShorter < 0 : stryMutAct_9fa48("859") ? false : (stryCov_9fa48("859", "860", "861"), overlapOfShorter <= 0)))) || isForgotten(measures))) {
      if (stryMutAct_9fa48("862")) {
        {}
      } else {
        stryCov_9fa48("862");
        return looksShifted(a, b, measures, settings) ? stryMutAct_9fa48("863") ? "" : (stryCov_9fa48("863"), 'possible') : stryMutAct_9fa48("864") ? "" : (stryCov_9fa48("864"), 'different');
      }
    }
    if (stryMutAct_9fa48("867") ? affinity !== 'incompatible' : stryMutAct_9fa48("866") ? false : stryMutAct_9fa48("865") ? true : (stryCov_9fa48("865", "866", "867"), affinity === (stryMutAct_9fa48("868") ? "" : (stryCov_9fa48("868"), 'incompatible')))) return (stryMutAct_9fa48("871") ? holdsLeg(a, b) && holdsLeg(b, a) : stryMutAct_9fa48("870") ? false : stryMutAct_9fa48("869") ? true : (stryCov_9fa48("869", "870", "871"), holdsLeg(a, b) || holdsLeg(b, a))) ? stryMutAct_9fa48("872") ? "" : (stryCov_9fa48("872"), 'part-of') : stryMutAct_9fa48("873") ? "" : (stryCov_9fa48("873"), 'different');
    if (stryMutAct_9fa48("876") ? overlapOfUnion >= neededOverlap(measures, settings) && looselyAligned(measures, settings) : stryMutAct_9fa48("875") ? false : stryMutAct_9fa48("874") ? true : (stryCov_9fa48("874", "875", "876"), (stryMutAct_9fa48("879") ? overlapOfUnion < neededOverlap(measures, settings) : stryMutAct_9fa48("878") ? overlapOfUnion > neededOverlap(measures, settings) : stryMutAct_9fa48("877") ? false : (stryCov_9fa48("877", "878", "879"), overlapOfUnion >= neededOverlap(measures, settings))) || looselyAligned(measures, settings))) {
      if (stryMutAct_9fa48("880")) {
        {}
      } else {
        stryCov_9fa48("880");
        return distancesContradict(measures) ? stryMutAct_9fa48("881") ? "" : (stryCov_9fa48("881"), 'possible') : stryMutAct_9fa48("882") ? "" : (stryCov_9fa48("882"), 'same');
      }
    }
    return (stryMutAct_9fa48("886") ? overlapOfShorter < settings.insideOverlap : stryMutAct_9fa48("885") ? overlapOfShorter > settings.insideOverlap : stryMutAct_9fa48("884") ? false : stryMutAct_9fa48("883") ? true : (stryCov_9fa48("883", "884", "885", "886"), overlapOfShorter >= settings.insideOverlap)) ? stryMutAct_9fa48("887") ? "" : (stryCov_9fa48("887"), 'part-of') : stryMutAct_9fa48("888") ? "" : (stryCov_9fa48("888"), 'possible');
  }
};