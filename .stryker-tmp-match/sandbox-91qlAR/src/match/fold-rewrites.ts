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
import type { Recording } from '../domain/recording';
import { ownIdOf } from './identity';
import type { Timeline } from './timeline';

/** Whether nothing but time, kind and the app's own id can link a recording. */
const isPlain = stryMutAct_9fa48("346") ? () => undefined : (stryCov_9fa48("346"), (() => {
  const isPlain = (recording: Recording): boolean => stryMutAct_9fa48("349") ? !recording.crossIds && !recording.parent || ownIdOf(recording) === undefined : stryMutAct_9fa48("348") ? false : stryMutAct_9fa48("347") ? true : (stryCov_9fa48("347", "348", "349"), (stryMutAct_9fa48("351") ? !recording.crossIds || !recording.parent : stryMutAct_9fa48("350") ? true : (stryCov_9fa48("350", "351"), (stryMutAct_9fa48("352") ? recording.crossIds : (stryCov_9fa48("352"), !recording.crossIds)) && (stryMutAct_9fa48("353") ? recording.parent : (stryCov_9fa48("353"), !recording.parent)))) && (stryMutAct_9fa48("355") ? ownIdOf(recording) !== undefined : stryMutAct_9fa48("354") ? true : (stryCov_9fa48("354", "355"), ownIdOf(recording) === undefined)));
  return isPlain;
})());
const isExactRewrite = stryMutAct_9fa48("356") ? () => undefined : (stryCov_9fa48("356"), (() => {
  const isExactRewrite = (a: Recording, b: Recording): boolean => stryMutAct_9fa48("359") ? a.end === b.end && a.activity === b.activity && a.distanceMetres === b.distanceMetres || a.source?.app === b.source?.app : stryMutAct_9fa48("358") ? false : stryMutAct_9fa48("357") ? true : (stryCov_9fa48("357", "358", "359"), (stryMutAct_9fa48("361") ? a.end === b.end && a.activity === b.activity || a.distanceMetres === b.distanceMetres : stryMutAct_9fa48("360") ? true : (stryCov_9fa48("360", "361"), (stryMutAct_9fa48("363") ? a.end === b.end || a.activity === b.activity : stryMutAct_9fa48("362") ? true : (stryCov_9fa48("362", "363"), (stryMutAct_9fa48("365") ? a.end !== b.end : stryMutAct_9fa48("364") ? true : (stryCov_9fa48("364", "365"), a.end === b.end)) && (stryMutAct_9fa48("367") ? a.activity !== b.activity : stryMutAct_9fa48("366") ? true : (stryCov_9fa48("366", "367"), a.activity === b.activity)))) && (stryMutAct_9fa48("369") ? a.distanceMetres !== b.distanceMetres : stryMutAct_9fa48("368") ? true : (stryCov_9fa48("368", "369"), a.distanceMetres === b.distanceMetres)))) && (stryMutAct_9fa48("371") ? a.source?.app !== b.source?.app : stryMutAct_9fa48("370") ? true : (stryCov_9fa48("370", "371"), (stryMutAct_9fa48("372") ? a.source.app : (stryCov_9fa48("372"), a.source?.app)) === (stryMutAct_9fa48("373") ? b.source.app : (stryCov_9fa48("373"), b.source?.app)))));
  return isExactRewrite;
})());

/**
 * For each place, the first place with an exact rewrite of the same recording by the same app, or the place itself.
 *
 * One vendor's app wrote the same run dozens of times; comparing all of them with all would be quadratic. `mayFold`
 * says which recordings may be folded at all.
 *
 * **Cost** O(n), plus for each recording the different ones that start at the same instant.
 */
export const foldRewrites = ({
  recordings,
  starts
}: Timeline, mayFold: (place: number) => boolean): Int32Array => {
  if (stryMutAct_9fa48("374")) {
    {}
  } else {
    stryCov_9fa48("374");
    let seen: number[] = stryMutAct_9fa48("375") ? ["Stryker was here"] : (stryCov_9fa48("375"), []);
    return new Int32Array(recordings.length).map((_, place) => {
      if (stryMutAct_9fa48("376")) {
        {}
      } else {
        stryCov_9fa48("376");
        const start = starts[place];
        if (stryMutAct_9fa48("379") ? start === starts[place - 1] : stryMutAct_9fa48("378") ? false : stryMutAct_9fa48("377") ? true : (stryCov_9fa48("377", "378", "379"), start !== starts[stryMutAct_9fa48("380") ? place + 1 : (stryCov_9fa48("380"), place - 1)])) seen = stryMutAct_9fa48("381") ? ["Stryker was here"] : (stryCov_9fa48("381"), []);
        if (stryMutAct_9fa48("384") ? start !== starts[place - 1] || start !== starts[place + 1] : stryMutAct_9fa48("383") ? false : stryMutAct_9fa48("382") ? true : (stryCov_9fa48("382", "383", "384"), (stryMutAct_9fa48("386") ? start === starts[place - 1] : stryMutAct_9fa48("385") ? true : (stryCov_9fa48("385", "386"), start !== starts[stryMutAct_9fa48("387") ? place + 1 : (stryCov_9fa48("387"), place - 1)])) && (stryMutAct_9fa48("389") ? start === starts[place + 1] : stryMutAct_9fa48("388") ? true : (stryCov_9fa48("388", "389"), start !== starts[stryMutAct_9fa48("390") ? place - 1 : (stryCov_9fa48("390"), place + 1)])))) return place;
        const recording = recordings[place] as Recording;
        if (stryMutAct_9fa48("393") ? !mayFold(place) && !isPlain(recording) : stryMutAct_9fa48("392") ? false : stryMutAct_9fa48("391") ? true : (stryCov_9fa48("391", "392", "393"), (stryMutAct_9fa48("394") ? mayFold(place) : (stryCov_9fa48("394"), !mayFold(place))) || (stryMutAct_9fa48("395") ? isPlain(recording) : (stryCov_9fa48("395"), !isPlain(recording))))) return place;
        const first = seen.find(stryMutAct_9fa48("396") ? () => undefined : (stryCov_9fa48("396"), earlier => isExactRewrite(recordings[earlier] as Recording, recording)));
        if (stryMutAct_9fa48("399") ? first !== undefined : stryMutAct_9fa48("398") ? false : stryMutAct_9fa48("397") ? true : (stryCov_9fa48("397", "398", "399"), first === undefined)) if (stryMutAct_9fa48("400")) {
          ;
        } else {
          stryCov_9fa48("400");
          seen.push(place);
        }
        return stryMutAct_9fa48("401") ? first && place : (stryCov_9fa48("401"), first ?? place);
      }
    });
  }
};