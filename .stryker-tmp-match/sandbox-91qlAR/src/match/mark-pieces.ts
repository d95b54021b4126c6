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
const lengthOf = stryMutAct_9fa48("960") ? () => undefined : (stryCov_9fa48("960"), (() => {
  const lengthOf = (recording: Recording): number => stryMutAct_9fa48("961") ? recording.end + recording.start : (stryCov_9fa48("961"), recording.end - recording.start);
  return lengthOf;
})());

/**
 * Whether `other` is a piece of `whole` that the app of `piece` wrote beside it: the other half of a run, the rest after a
 * restart. Records that name no app (sessions) are of one app, the host's own.
 */
const isSibling = (other: Recording, piece: Recording, whole: Recording, settings: MatchSettings): boolean => {
  if (stryMutAct_9fa48("962")) {
    {}
  } else {
    stryCov_9fa48("962");
    return stryMutAct_9fa48("965") ? other.source?.app === piece.source?.app && overlapMilliseconds(other, whole) >= SMALLEST_PIECE * lengthOf(whole) || overlapMilliseconds(other, piece) < settings.possibleOverlap * Math.min(lengthOf(other), lengthOf(piece)) : stryMutAct_9fa48("964") ? false : stryMutAct_9fa48("963") ? true : (stryCov_9fa48("963", "964", "965"), (stryMutAct_9fa48("967") ? other.source?.app === piece.source?.app || overlapMilliseconds(other, whole) >= SMALLEST_PIECE * lengthOf(whole) : stryMutAct_9fa48("966") ? true : (stryCov_9fa48("966", "967"), (stryMutAct_9fa48("969") ? other.source?.app !== piece.source?.app : stryMutAct_9fa48("968") ? true : (stryCov_9fa48("968", "969"), (stryMutAct_9fa48("970") ? other.source.app : (stryCov_9fa48("970"), other.source?.app)) === (stryMutAct_9fa48("971") ? piece.source.app : (stryCov_9fa48("971"), piece.source?.app)))) && (stryMutAct_9fa48("974") ? overlapMilliseconds(other, whole) < SMALLEST_PIECE * lengthOf(whole) : stryMutAct_9fa48("973") ? overlapMilliseconds(other, whole) > SMALLEST_PIECE * lengthOf(whole) : stryMutAct_9fa48("972") ? true : (stryCov_9fa48("972", "973", "974"), overlapMilliseconds(other, whole) >= (stryMutAct_9fa48("975") ? SMALLEST_PIECE / lengthOf(whole) : (stryCov_9fa48("975"), SMALLEST_PIECE * lengthOf(whole))))))) && (stryMutAct_9fa48("978") ? overlapMilliseconds(other, piece) >= settings.possibleOverlap * Math.min(lengthOf(other), lengthOf(piece)) : stryMutAct_9fa48("977") ? overlapMilliseconds(other, piece) <= settings.possibleOverlap * Math.min(lengthOf(other), lengthOf(piece)) : stryMutAct_9fa48("976") ? true : (stryCov_9fa48("976", "977", "978"), overlapMilliseconds(other, piece) < (stryMutAct_9fa48("979") ? settings.possibleOverlap / Math.min(lengthOf(other), lengthOf(piece)) : (stryCov_9fa48("979"), settings.possibleOverlap * (stryMutAct_9fa48("980") ? Math.max(lengthOf(other), lengthOf(piece)) : (stryCov_9fa48("980"), Math.min(lengthOf(other), lengthOf(piece)))))))));
  }
};

/**
 * Turns `same` into `part-of` where one app has two pieces in one whole, also when one piece alone covers most of it, or
 * carries the file id of the whole. A record's own id and the user's answer stand.
 *
 * **Laws** looks at judgements only, never at what it changed itself, so the order of the edges does not matter.
 */
export const markPieces = (recordings: readonly Recording[], edges: readonly Edge[], edgesAt: (place: number) => readonly Edge[], settings: MatchSettings): void => {
  if (stryMutAct_9fa48("981")) {
    {}
  } else {
    stryCov_9fa48("981");
    const at = stryMutAct_9fa48("982") ? () => undefined : (stryCov_9fa48("982"), (() => {
      const at = (place: number): Recording => recordings[place] as Recording;
      return at;
    })());
    for (const edge of edges) {
      if (stryMutAct_9fa48("983")) {
        {}
      } else {
        stryCov_9fa48("983");
        if (stryMutAct_9fa48("986") ? edge.verdict !== 'same' && edge.strength >= RUNG_STRENGTH['source-id'] : stryMutAct_9fa48("985") ? false : stryMutAct_9fa48("984") ? true : (stryCov_9fa48("984", "985", "986"), (stryMutAct_9fa48("988") ? edge.verdict === 'same' : stryMutAct_9fa48("987") ? false : (stryCov_9fa48("987", "988"), edge.verdict !== (stryMutAct_9fa48("989") ? "" : (stryCov_9fa48("989"), 'same')))) || (stryMutAct_9fa48("992") ? edge.strength < RUNG_STRENGTH['source-id'] : stryMutAct_9fa48("991") ? edge.strength > RUNG_STRENGTH['source-id'] : stryMutAct_9fa48("990") ? false : (stryCov_9fa48("990", "991", "992"), edge.strength >= RUNG_STRENGTH[stryMutAct_9fa48("993") ? "" : (stryCov_9fa48("993"), 'source-id')])))) continue;
        const {
          a,
          b
        } = edge;
        const [piece, whole] = (stryMutAct_9fa48("997") ? lengthOf(at(a)) >= lengthOf(at(b)) : stryMutAct_9fa48("996") ? lengthOf(at(a)) <= lengthOf(at(b)) : stryMutAct_9fa48("995") ? false : stryMutAct_9fa48("994") ? true : (stryCov_9fa48("994", "995", "996", "997"), lengthOf(at(a)) < lengthOf(at(b)))) ? stryMutAct_9fa48("998") ? [] : (stryCov_9fa48("998"), [a, b]) : stryMutAct_9fa48("999") ? [] : (stryCov_9fa48("999"), [b, a]);
        for (const beside of edgesAt(whole)) {
          if (stryMutAct_9fa48("1000")) {
            {}
          } else {
            stryCov_9fa48("1000");
            const other = at(stryMutAct_9fa48("1001") ? beside.a + beside.b + whole : (stryCov_9fa48("1001"), (stryMutAct_9fa48("1002") ? beside.a - beside.b : (stryCov_9fa48("1002"), beside.a + beside.b)) - whole));
            if (stryMutAct_9fa48("1005") ? beside.isBarred && !isSibling(other, at(piece), at(whole), settings) : stryMutAct_9fa48("1004") ? false : stryMutAct_9fa48("1003") ? true : (stryCov_9fa48("1003", "1004", "1005"), beside.isBarred || (stryMutAct_9fa48("1006") ? isSibling(other, at(piece), at(whole), settings) : (stryCov_9fa48("1006"), !isSibling(other, at(piece), at(whole), settings))))) continue;
            edge.verdict = stryMutAct_9fa48("1007") ? "" : (stryCov_9fa48("1007"), 'part-of');
            edge.sibling = other.key;
            break;
          }
        }
      }
    }
  }
};