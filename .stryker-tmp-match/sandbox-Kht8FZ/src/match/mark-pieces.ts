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
import { overlapMilliseconds } from '../domain/interval';
import type { MatchSettings } from '../domain/match-settings';
import type { Recording } from '../domain/recording';
import { type Edge, RUNG_STRENGTH } from './find-edges';

/** A piece covers at least this share of its whole: less is a false start, not a part worth keeping apart. */
const SMALLEST_PIECE = 0.1;
const lengthOf = stryMutAct_9fa48("721") ? () => undefined : (stryCov_9fa48("721"), (() => {
  const lengthOf = (recording: Recording): number => stryMutAct_9fa48("722") ? recording.end + recording.start : (stryCov_9fa48("722"), recording.end - recording.start);
  return lengthOf;
})());

/**
 * Whether `other` is a piece of `whole` that the app of `piece` wrote beside it: the other half of a run, the rest after a
 * restart. Records that name no app (sessions) are of one app, the host's own.
 */
const isSibling = (other: Recording, piece: Recording, whole: Recording, settings: MatchSettings): boolean => {
  if (stryMutAct_9fa48("723")) {
    {}
  } else {
    stryCov_9fa48("723");
    return stryMutAct_9fa48("726") ? other.source?.app === piece.source?.app && overlapMilliseconds(other, whole) >= SMALLEST_PIECE * lengthOf(whole) || overlapMilliseconds(other, piece) < settings.possibleOverlap * Math.min(lengthOf(other), lengthOf(piece)) : stryMutAct_9fa48("725") ? false : stryMutAct_9fa48("724") ? true : (stryCov_9fa48("724", "725", "726"), (stryMutAct_9fa48("728") ? other.source?.app === piece.source?.app || overlapMilliseconds(other, whole) >= SMALLEST_PIECE * lengthOf(whole) : stryMutAct_9fa48("727") ? true : (stryCov_9fa48("727", "728"), (stryMutAct_9fa48("730") ? other.source?.app !== piece.source?.app : stryMutAct_9fa48("729") ? true : (stryCov_9fa48("729", "730"), (stryMutAct_9fa48("731") ? other.source.app : (stryCov_9fa48("731"), other.source?.app)) === (stryMutAct_9fa48("732") ? piece.source.app : (stryCov_9fa48("732"), piece.source?.app)))) && (stryMutAct_9fa48("735") ? overlapMilliseconds(other, whole) < SMALLEST_PIECE * lengthOf(whole) : stryMutAct_9fa48("734") ? overlapMilliseconds(other, whole) > SMALLEST_PIECE * lengthOf(whole) : stryMutAct_9fa48("733") ? true : (stryCov_9fa48("733", "734", "735"), overlapMilliseconds(other, whole) >= (stryMutAct_9fa48("736") ? SMALLEST_PIECE / lengthOf(whole) : (stryCov_9fa48("736"), SMALLEST_PIECE * lengthOf(whole))))))) && (stryMutAct_9fa48("739") ? overlapMilliseconds(other, piece) >= settings.possibleOverlap * Math.min(lengthOf(other), lengthOf(piece)) : stryMutAct_9fa48("738") ? overlapMilliseconds(other, piece) <= settings.possibleOverlap * Math.min(lengthOf(other), lengthOf(piece)) : stryMutAct_9fa48("737") ? true : (stryCov_9fa48("737", "738", "739"), overlapMilliseconds(other, piece) < (stryMutAct_9fa48("740") ? settings.possibleOverlap / Math.min(lengthOf(other), lengthOf(piece)) : (stryCov_9fa48("740"), settings.possibleOverlap * (stryMutAct_9fa48("741") ? Math.max(lengthOf(other), lengthOf(piece)) : (stryCov_9fa48("741"), Math.min(lengthOf(other), lengthOf(piece)))))))));
  }
};

/**
 * Turns `same` into `part-of` where one app has two pieces in one whole, also when one piece alone covers most of it, or
 * carries the file id of the whole. A record's own id and the user's answer stand.
 *
 * **Laws** looks at judgements only, never at what it changed itself, so the order of the edges does not matter.
 */
export const markPieces = (recordings: readonly Recording[], edges: readonly Edge[], edgesAt: (place: number) => readonly Edge[], settings: MatchSettings): void => {
  if (stryMutAct_9fa48("742")) {
    {}
  } else {
    stryCov_9fa48("742");
    const at = stryMutAct_9fa48("743") ? () => undefined : (stryCov_9fa48("743"), (() => {
      const at = (place: number): Recording => recordings[place] as Recording;
      return at;
    })());
    for (const edge of edges) {
      if (stryMutAct_9fa48("744")) {
        {}
      } else {
        stryCov_9fa48("744");
        if (stryMutAct_9fa48("747") ? edge.verdict !== 'same' && edge.strength >= RUNG_STRENGTH['source-id'] : stryMutAct_9fa48("746") ? false : stryMutAct_9fa48("745") ? true : (stryCov_9fa48("745", "746", "747"), (stryMutAct_9fa48("749") ? edge.verdict === 'same' : stryMutAct_9fa48("748") ? false : (stryCov_9fa48("748", "749"), edge.verdict !== (stryMutAct_9fa48("750") ? "" : (stryCov_9fa48("750"), 'same')))) || (stryMutAct_9fa48("753") ? edge.strength < RUNG_STRENGTH['source-id'] : stryMutAct_9fa48("752") ? edge.strength > RUNG_STRENGTH['source-id'] : stryMutAct_9fa48("751") ? false : (stryCov_9fa48("751", "752", "753"), edge.strength >= RUNG_STRENGTH[stryMutAct_9fa48("754") ? "" : (stryCov_9fa48("754"), 'source-id')])))) continue;
        const {
          a,
          b
        } = edge;
        const [piece, whole] = (stryMutAct_9fa48("758") ? lengthOf(at(a)) >= lengthOf(at(b)) : stryMutAct_9fa48("757") ? lengthOf(at(a)) <= lengthOf(at(b)) : stryMutAct_9fa48("756") ? false : stryMutAct_9fa48("755") ? true : (stryCov_9fa48("755", "756", "757", "758"), lengthOf(at(a)) < lengthOf(at(b)))) ? stryMutAct_9fa48("759") ? [] : (stryCov_9fa48("759"), [a, b]) : stryMutAct_9fa48("760") ? [] : (stryCov_9fa48("760"), [b, a]);
        for (const beside of edgesAt(whole)) {
          if (stryMutAct_9fa48("761")) {
            {}
          } else {
            stryCov_9fa48("761");
            const other = at(stryMutAct_9fa48("762") ? beside.a + beside.b + whole : (stryCov_9fa48("762"), (stryMutAct_9fa48("763") ? beside.a - beside.b : (stryCov_9fa48("763"), beside.a + beside.b)) - whole));
            if (stryMutAct_9fa48("766") ? beside.isBarred && !isSibling(other, at(piece), at(whole), settings) : stryMutAct_9fa48("765") ? false : stryMutAct_9fa48("764") ? true : (stryCov_9fa48("764", "765", "766"), beside.isBarred || (stryMutAct_9fa48("767") ? isSibling(other, at(piece), at(whole), settings) : (stryCov_9fa48("767"), !isSibling(other, at(piece), at(whole), settings))))) continue;
            edge.verdict = stryMutAct_9fa48("768") ? "" : (stryCov_9fa48("768"), 'part-of');
            edge.sibling = other.key;
            break;
          }
        }
      }
    }
  }
};