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
import { type ActivityAffinity, activityAffinity } from '../domain/activity';
import { overlapMilliseconds } from '../domain/interval';
import type { Recording } from '../domain/recording';

/**
 * What can be measured between two recordings, without any judgement.
 *
 * **Shape** `startSeconds` and `endSeconds` are signed, from `a` to `b`. Ratios are the smaller over the larger, and
 * absent where one side did not measure.
 */
export interface Measures {
  readonly affinity: ActivityAffinity;
  readonly overlapOfUnion: number;
  readonly overlapOfShorter: number;
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly lengthRatio: number;
  readonly longerSeconds: number;
  readonly distanceRatio: number | undefined;
}

/** The smaller of two amounts over the larger. Nothing, zero and absent say nothing about the other side. */
export const ratioOf = stryMutAct_9fa48("1008") ? () => undefined : (stryCov_9fa48("1008"), (() => {
  const ratioOf = (a: number | undefined, b: number | undefined): number | undefined => (stryMutAct_9fa48("1011") ? a || b : stryMutAct_9fa48("1010") ? false : stryMutAct_9fa48("1009") ? true : (stryCov_9fa48("1009", "1010", "1011"), a && b)) ? stryMutAct_9fa48("1012") ? Math.min(a, b) * Math.max(a, b) : (stryCov_9fa48("1012"), (stryMutAct_9fa48("1013") ? Math.max(a, b) : (stryCov_9fa48("1013"), Math.min(a, b))) / (stryMutAct_9fa48("1014") ? Math.min(a, b) : (stryCov_9fa48("1014"), Math.max(a, b)))) : undefined;
  return ratioOf;
})());

/**
 * Measures two recordings against each other.
 *
 * **Laws** symmetric, but for the sign of the two end distances.
 */
export const measure = (a: Recording, b: Recording): Measures => {
  if (stryMutAct_9fa48("1015")) {
    {}
  } else {
    stryCov_9fa48("1015");
    const lengthA = stryMutAct_9fa48("1016") ? a.end + a.start : (stryCov_9fa48("1016"), a.end - a.start);
    const lengthB = stryMutAct_9fa48("1017") ? b.end + b.start : (stryCov_9fa48("1017"), b.end - b.start);
    const shared = overlapMilliseconds(a, b);
    return stryMutAct_9fa48("1018") ? {} : (stryCov_9fa48("1018"), {
      affinity: activityAffinity(a.activity, b.activity),
      overlapOfUnion: stryMutAct_9fa48("1019") ? shared * (lengthA + lengthB - shared) : (stryCov_9fa48("1019"), shared / (stryMutAct_9fa48("1020") ? lengthA + lengthB + shared : (stryCov_9fa48("1020"), (stryMutAct_9fa48("1021") ? lengthA - lengthB : (stryCov_9fa48("1021"), lengthA + lengthB)) - shared))),
      overlapOfShorter: stryMutAct_9fa48("1022") ? shared * Math.min(lengthA, lengthB) : (stryCov_9fa48("1022"), shared / (stryMutAct_9fa48("1023") ? Math.max(lengthA, lengthB) : (stryCov_9fa48("1023"), Math.min(lengthA, lengthB)))),
      startSeconds: stryMutAct_9fa48("1024") ? (b.start - a.start) * 1000 : (stryCov_9fa48("1024"), (stryMutAct_9fa48("1025") ? b.start + a.start : (stryCov_9fa48("1025"), b.start - a.start)) / 1000),
      endSeconds: stryMutAct_9fa48("1026") ? (b.end - a.end) * 1000 : (stryCov_9fa48("1026"), (stryMutAct_9fa48("1027") ? b.end + a.end : (stryCov_9fa48("1027"), b.end - a.end)) / 1000),
      lengthRatio: stryMutAct_9fa48("1028") ? Math.min(lengthA, lengthB) * Math.max(lengthA, lengthB) : (stryCov_9fa48("1028"), (stryMutAct_9fa48("1029") ? Math.max(lengthA, lengthB) : (stryCov_9fa48("1029"), Math.min(lengthA, lengthB))) / (stryMutAct_9fa48("1030") ? Math.min(lengthA, lengthB) : (stryCov_9fa48("1030"), Math.max(lengthA, lengthB)))),
      longerSeconds: stryMutAct_9fa48("1031") ? Math.max(lengthA, lengthB) * 1000 : (stryCov_9fa48("1031"), (stryMutAct_9fa48("1032") ? Math.min(lengthA, lengthB) : (stryCov_9fa48("1032"), Math.max(lengthA, lengthB))) / 1000),
      distanceRatio: ratioOf(a.distanceMetres, b.distanceMetres)
    });
  }
};