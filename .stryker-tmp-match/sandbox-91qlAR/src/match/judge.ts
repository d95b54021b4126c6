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
import type { MatchVerdict, Rung } from './comparison';
import { type Identity, identify, sameApp } from './identity';
import { judgeEvidence } from './judge-evidence';
import { type Measures, measure } from './measure';

/**
 * Ends of an interval that differ by no more than this are the same end, when one app rewrites a recording. **Source**
 * the tolerance of the prints: stores that keep whole seconds lose up to 999 ms.
 */
const REWRITE_TOLERANCE_SECONDS = 1.5;

/** A verdict with all that it was drawn from. */
export interface Judgement {
  readonly verdict: MatchVerdict;
  readonly rung: Rung;
  readonly identity: Identity | undefined;
  readonly measures: Measures;
}

/** Whether one app wrote the same recording twice. */
export const isRewrite = stryMutAct_9fa48("889") ? () => undefined : (stryCov_9fa48("889"), (() => {
  const isRewrite = (a: Recording, b: Recording, {
    affinity,
    startSeconds,
    endSeconds
  }: Measures): boolean => stryMutAct_9fa48("892") ? affinity === 'same' && sameApp(a, b) && Math.abs(startSeconds) <= REWRITE_TOLERANCE_SECONDS || Math.abs(endSeconds) <= REWRITE_TOLERANCE_SECONDS : stryMutAct_9fa48("891") ? false : stryMutAct_9fa48("890") ? true : (stryCov_9fa48("890", "891", "892"), (stryMutAct_9fa48("894") ? affinity === 'same' && sameApp(a, b) || Math.abs(startSeconds) <= REWRITE_TOLERANCE_SECONDS : stryMutAct_9fa48("893") ? true : (stryCov_9fa48("893", "894"), (stryMutAct_9fa48("896") ? affinity === 'same' || sameApp(a, b) : stryMutAct_9fa48("895") ? true : (stryCov_9fa48("895", "896"), (stryMutAct_9fa48("898") ? affinity !== 'same' : stryMutAct_9fa48("897") ? true : (stryCov_9fa48("897", "898"), affinity === (stryMutAct_9fa48("899") ? "" : (stryCov_9fa48("899"), 'same')))) && sameApp(a, b))) && (stryMutAct_9fa48("902") ? Math.abs(startSeconds) > REWRITE_TOLERANCE_SECONDS : stryMutAct_9fa48("901") ? Math.abs(startSeconds) < REWRITE_TOLERANCE_SECONDS : stryMutAct_9fa48("900") ? true : (stryCov_9fa48("900", "901", "902"), Math.abs(startSeconds) <= REWRITE_TOLERANCE_SECONDS)))) && (stryMutAct_9fa48("905") ? Math.abs(endSeconds) > REWRITE_TOLERANCE_SECONDS : stryMutAct_9fa48("904") ? Math.abs(endSeconds) < REWRITE_TOLERANCE_SECONDS : stryMutAct_9fa48("903") ? true : (stryCov_9fa48("903", "904", "905"), Math.abs(endSeconds) <= REWRITE_TOLERANCE_SECONDS)));
  return isRewrite;
})());

/** What the ids make of a verdict by evidence; nothing where they leave it as it is. */
const overrule = (a: Recording, b: Recording, {
  rung,
  code
}: Identity, measures: Measures, verdict: MatchVerdict): MatchVerdict | undefined => {
  if (stryMutAct_9fa48("906")) {
    {}
  } else {
    stryCov_9fa48("906");
    if (stryMutAct_9fa48("909") ? code !== 'parent' : stryMutAct_9fa48("908") ? false : stryMutAct_9fa48("907") ? true : (stryCov_9fa48("907", "908", "909"), code === (stryMutAct_9fa48("910") ? "" : (stryCov_9fa48("910"), 'parent')))) return stryMutAct_9fa48("911") ? "" : (stryCov_9fa48("911"), 'part-of');
    if (stryMutAct_9fa48("914") ? code !== 'conflicting-id' : stryMutAct_9fa48("913") ? false : stryMutAct_9fa48("912") ? true : (stryCov_9fa48("912", "913", "914"), code === (stryMutAct_9fa48("915") ? "" : (stryCov_9fa48("915"), 'conflicting-id')))) {
      if (stryMutAct_9fa48("916")) {
        {}
      } else {
        stryCov_9fa48("916");
        if (stryMutAct_9fa48("919") ? rung !== 'own-id' : stryMutAct_9fa48("918") ? false : stryMutAct_9fa48("917") ? true : (stryCov_9fa48("917", "918", "919"), rung === (stryMutAct_9fa48("920") ? "" : (stryCov_9fa48("920"), 'own-id')))) return stryMutAct_9fa48("921") ? "" : (stryCov_9fa48("921"), 'different');
        return (stryMutAct_9fa48("924") ? verdict === 'same' || !isRewrite(a, b, measures) : stryMutAct_9fa48("923") ? false : stryMutAct_9fa48("922") ? true : (stryCov_9fa48("922", "923", "924"), (stryMutAct_9fa48("926") ? verdict !== 'same' : stryMutAct_9fa48("925") ? true : (stryCov_9fa48("925", "926"), verdict === (stryMutAct_9fa48("927") ? "" : (stryCov_9fa48("927"), 'same')))) && (stryMutAct_9fa48("928") ? isRewrite(a, b, measures) : (stryCov_9fa48("928"), !isRewrite(a, b, measures))))) ? stryMutAct_9fa48("929") ? "" : (stryCov_9fa48("929"), 'possible') : undefined;
      }
    }
    if (stryMutAct_9fa48("932") ? rung === 'cross-id' : stryMutAct_9fa48("931") ? false : stryMutAct_9fa48("930") ? true : (stryCov_9fa48("930", "931", "932"), rung !== (stryMutAct_9fa48("933") ? "" : (stryCov_9fa48("933"), 'cross-id')))) return stryMutAct_9fa48("934") ? "" : (stryCov_9fa48("934"), 'same');
    if (stryMutAct_9fa48("937") ? measures.affinity !== 'incompatible' : stryMutAct_9fa48("936") ? false : stryMutAct_9fa48("935") ? true : (stryCov_9fa48("935", "936", "937"), measures.affinity === (stryMutAct_9fa48("938") ? "" : (stryCov_9fa48("938"), 'incompatible')))) return (stryMutAct_9fa48("941") ? verdict !== 'part-of' : stryMutAct_9fa48("940") ? false : stryMutAct_9fa48("939") ? true : (stryCov_9fa48("939", "940", "941"), verdict === (stryMutAct_9fa48("942") ? "" : (stryCov_9fa48("942"), 'part-of')))) ? undefined : stryMutAct_9fa48("943") ? "" : (stryCov_9fa48("943"), 'possible');
    return (stryMutAct_9fa48("947") ? measures.overlapOfUnion <= 0 : stryMutAct_9fa48("946") ? measures.overlapOfUnion >= 0 : stryMutAct_9fa48("945") ? false : stryMutAct_9fa48("944") ? true : (stryCov_9fa48("944", "945", "946", "947"), measures.overlapOfUnion > 0)) ? stryMutAct_9fa48("948") ? "" : (stryCov_9fa48("948"), 'same') : stryMutAct_9fa48("949") ? "" : (stryCov_9fa48("949"), 'possible');
  }
};

/**
 * Judges two recordings: identity first, then evidence.
 *
 * **Laws** the verdict and its rung are symmetric.
 *
 * @see {@link compareRecordings}, which also says why.
 */
export const judge = (a: Recording, b: Recording, settings: MatchSettings): Judgement => {
  if (stryMutAct_9fa48("950")) {
    {}
  } else {
    stryCov_9fa48("950");
    const measures = measure(a, b);
    const byEvidence = judgeEvidence(a, b, measures, settings);
    const identity = identify(a, b);
    const byIdentity = stryMutAct_9fa48("953") ? identity || overrule(a, b, identity, measures, byEvidence) : stryMutAct_9fa48("952") ? false : stryMutAct_9fa48("951") ? true : (stryCov_9fa48("951", "952", "953"), identity && overrule(a, b, identity, measures, byEvidence));
    return stryMutAct_9fa48("954") ? {} : (stryCov_9fa48("954"), {
      verdict: stryMutAct_9fa48("955") ? byIdentity && byEvidence : (stryCov_9fa48("955"), byIdentity ?? byEvidence),
      rung: (stryMutAct_9fa48("958") ? identity || byIdentity : stryMutAct_9fa48("957") ? false : stryMutAct_9fa48("956") ? true : (stryCov_9fa48("956", "957", "958"), identity && byIdentity)) ? identity.rung : stryMutAct_9fa48("959") ? "" : (stryCov_9fa48("959"), 'evidence'),
      identity,
      measures
    });
  }
};