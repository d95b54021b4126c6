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
const isPlain = stryMutAct_9fa48("332") ? () => undefined : (stryCov_9fa48("332"), (() => {
  const isPlain = (recording: Recording): boolean => stryMutAct_9fa48("335") ? !recording.crossIds && !recording.parent || ownIdOf(recording) === undefined : stryMutAct_9fa48("334") ? false : stryMutAct_9fa48("333") ? true : (stryCov_9fa48("333", "334", "335"), (stryMutAct_9fa48("337") ? !recording.crossIds || !recording.parent : stryMutAct_9fa48("336") ? true : (stryCov_9fa48("336", "337"), (stryMutAct_9fa48("338") ? recording.crossIds : (stryCov_9fa48("338"), !recording.crossIds)) && (stryMutAct_9fa48("339") ? recording.parent : (stryCov_9fa48("339"), !recording.parent)))) && (stryMutAct_9fa48("341") ? ownIdOf(recording) !== undefined : stryMutAct_9fa48("340") ? true : (stryCov_9fa48("340", "341"), ownIdOf(recording) === undefined)));
  return isPlain;
})());
const isExactRewrite = stryMutAct_9fa48("342") ? () => undefined : (stryCov_9fa48("342"), (() => {
  const isExactRewrite = (a: Recording, b: Recording): boolean => stryMutAct_9fa48("345") ? a.end === b.end && a.activity === b.activity && a.distanceMetres === b.distanceMetres || a.source?.app === b.source?.app : stryMutAct_9fa48("344") ? false : stryMutAct_9fa48("343") ? true : (stryCov_9fa48("343", "344", "345"), (stryMutAct_9fa48("347") ? a.end === b.end && a.activity === b.activity || a.distanceMetres === b.distanceMetres : stryMutAct_9fa48("346") ? true : (stryCov_9fa48("346", "347"), (stryMutAct_9fa48("349") ? a.end === b.end || a.activity === b.activity : stryMutAct_9fa48("348") ? true : (stryCov_9fa48("348", "349"), (stryMutAct_9fa48("351") ? a.end !== b.end : stryMutAct_9fa48("350") ? true : (stryCov_9fa48("350", "351"), a.end === b.end)) && (stryMutAct_9fa48("353") ? a.activity !== b.activity : stryMutAct_9fa48("352") ? true : (stryCov_9fa48("352", "353"), a.activity === b.activity)))) && (stryMutAct_9fa48("355") ? a.distanceMetres !== b.distanceMetres : stryMutAct_9fa48("354") ? true : (stryCov_9fa48("354", "355"), a.distanceMetres === b.distanceMetres)))) && (stryMutAct_9fa48("357") ? a.source?.app !== b.source?.app : stryMutAct_9fa48("356") ? true : (stryCov_9fa48("356", "357"), (stryMutAct_9fa48("358") ? a.source.app : (stryCov_9fa48("358"), a.source?.app)) === (stryMutAct_9fa48("359") ? b.source.app : (stryCov_9fa48("359"), b.source?.app)))));
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
  if (stryMutAct_9fa48("360")) {
    {}
  } else {
    stryCov_9fa48("360");
    let seen: number[] = stryMutAct_9fa48("361") ? ["Stryker was here"] : (stryCov_9fa48("361"), []);
    return new Int32Array(recordings.length).map((_, place) => {
      if (stryMutAct_9fa48("362")) {
        {}
      } else {
        stryCov_9fa48("362");
        const start = starts[place];
        if (stryMutAct_9fa48("365") ? start === starts[place - 1] : stryMutAct_9fa48("364") ? false : stryMutAct_9fa48("363") ? true : (stryCov_9fa48("363", "364", "365"), start !== starts[stryMutAct_9fa48("366") ? place + 1 : (stryCov_9fa48("366"), place - 1)])) seen = stryMutAct_9fa48("367") ? ["Stryker was here"] : (stryCov_9fa48("367"), []);
        if (stryMutAct_9fa48("370") ? start !== starts[place - 1] || start !== starts[place + 1] : stryMutAct_9fa48("369") ? false : stryMutAct_9fa48("368") ? true : (stryCov_9fa48("368", "369", "370"), (stryMutAct_9fa48("372") ? start === starts[place - 1] : stryMutAct_9fa48("371") ? true : (stryCov_9fa48("371", "372"), start !== starts[stryMutAct_9fa48("373") ? place + 1 : (stryCov_9fa48("373"), place - 1)])) && (stryMutAct_9fa48("375") ? start === starts[place + 1] : stryMutAct_9fa48("374") ? true : (stryCov_9fa48("374", "375"), start !== starts[stryMutAct_9fa48("376") ? place - 1 : (stryCov_9fa48("376"), place + 1)])))) return place;
        const recording = recordings[place] as Recording;
        if (stryMutAct_9fa48("379") ? !mayFold(place) && !isPlain(recording) : stryMutAct_9fa48("378") ? false : stryMutAct_9fa48("377") ? true : (stryCov_9fa48("377", "378", "379"), (stryMutAct_9fa48("380") ? mayFold(place) : (stryCov_9fa48("380"), !mayFold(place))) || (stryMutAct_9fa48("381") ? isPlain(recording) : (stryCov_9fa48("381"), !isPlain(recording))))) return place;
        const first = seen.find(stryMutAct_9fa48("382") ? () => undefined : (stryCov_9fa48("382"), earlier => isExactRewrite(recordings[earlier] as Recording, recording)));
        if (stryMutAct_9fa48("385") ? first !== undefined : stryMutAct_9fa48("384") ? false : stryMutAct_9fa48("383") ? true : (stryCov_9fa48("383", "384", "385"), first === undefined)) if (stryMutAct_9fa48("386")) {
          ;
        } else {
          stryCov_9fa48("386");
          seen.push(place);
        }
        return stryMutAct_9fa48("387") ? first && place : (stryCov_9fa48("387"), first ?? place);
      }
    });
  }
};