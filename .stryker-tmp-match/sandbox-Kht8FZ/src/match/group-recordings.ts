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
import { comparisonOf } from './compare-recordings';
import type { Comparison, Evidence, MatchVerdict } from './comparison';
import { type AnswerKind, type Edge, findEdges } from './find-edges';
import { foldRewrites } from './fold-rewrites';
import { ownIdOf } from './identity';
import { joinClusters } from './join-clusters';
import { judge } from './judge';
import { markPieces } from './mark-pieces';
import { timelineOf } from './timeline';

/** What the user said about two recordings, by their keys. */
export interface PairAnswer {
  readonly kind: AnswerKind;
  readonly a: string;
  readonly b: string;
}

/** What stands before matching begins. */
export interface Constraints {
  /** The group of a recording, by index: a small whole number, or −1 for none. A link with its records is a group. */
  readonly groupOf: (index: number) => number;
  /** Whether a recording is a session, of which a cluster holds at most one. */
  readonly isSingle: (index: number) => boolean;
  readonly answers: readonly PairAnswer[];
  readonly settings: MatchSettings;
}

/**
 * What two recordings are to each other, by index; `a` is the earlier one.
 *
 * **Shape** `comparison` is put together when it is asked for, since most are not.
 */
export interface Relation {
  readonly a: number;
  readonly b: number;
  readonly verdict: MatchVerdict;
  readonly comparison: Comparison;
}

/** Recordings in clusters, and what else they are to each other. */
export interface Grouping {
  /** The cluster of each recording, by index. Clusters are numbered by the place of one of their recordings. */
  readonly clusterOf: Int32Array;
  /** The indices in canonical order: by start, then by key. */
  readonly order: Uint32Array;
  /**
   * Every pair that is more than `different`: between clusters all of them, within a cluster those that are `same`. The
   * order is canonical. Pairs within one group are not compared, nor exact rewrites with any but the first of them.
   */
  readonly relations: readonly Relation[];
}

/**
 * The answers by the numbers of their pairs. A pair that was answered both ways is `different`: that never loses
 * anything.
 */
const numberAnswers = (recordings: readonly Recording[], answers: readonly PairAnswer[]): Map<number, AnswerKind> => {
  if (stryMutAct_9fa48("388")) {
    {}
  } else {
    stryCov_9fa48("388");
    const numbered = new Map<number, AnswerKind>();
    if (stryMutAct_9fa48("391") ? answers.length !== 0 : stryMutAct_9fa48("390") ? false : stryMutAct_9fa48("389") ? true : (stryCov_9fa48("389", "390", "391"), answers.length === 0)) return numbered;
    const places = new Map(recordings.map(stryMutAct_9fa48("392") ? () => undefined : (stryCov_9fa48("392"), ({
      key
    }, place) => stryMutAct_9fa48("393") ? [] : (stryCov_9fa48("393"), [key, place]))));
    for (const {
      kind,
      a,
      b
    } of answers) {
      if (stryMutAct_9fa48("394")) {
        {}
      } else {
        stryCov_9fa48("394");
        const first = places.get(a);
        const second = places.get(b);
        if (stryMutAct_9fa48("397") ? first === undefined && second === undefined : stryMutAct_9fa48("396") ? false : stryMutAct_9fa48("395") ? true : (stryCov_9fa48("395", "396", "397"), (stryMutAct_9fa48("399") ? first !== undefined : stryMutAct_9fa48("398") ? false : (stryCov_9fa48("398", "399"), first === undefined)) || (stryMutAct_9fa48("401") ? second !== undefined : stryMutAct_9fa48("400") ? false : (stryCov_9fa48("400", "401"), second === undefined)))) continue;
        const pair = stryMutAct_9fa48("402") ? Math.min(first, second) * recordings.length - Math.max(first, second) : (stryCov_9fa48("402"), (stryMutAct_9fa48("403") ? Math.min(first, second) / recordings.length : (stryCov_9fa48("403"), (stryMutAct_9fa48("404") ? Math.max(first, second) : (stryCov_9fa48("404"), Math.min(first, second))) * recordings.length)) + (stryMutAct_9fa48("405") ? Math.min(first, second) : (stryCov_9fa48("405"), Math.max(first, second))));
        if (stryMutAct_9fa48("408") ? numbered.get(pair) === 'different' : stryMutAct_9fa48("407") ? false : stryMutAct_9fa48("406") ? true : (stryCov_9fa48("406", "407", "408"), numbered.get(pair) !== (stryMutAct_9fa48("409") ? "" : (stryCov_9fa48("409"), 'different')))) if (stryMutAct_9fa48("410")) {
          ;
        } else {
          stryCov_9fa48("410");
          numbered.set(pair, kind);
        }
      }
    }
    return numbered;
  }
};

/** Edges by their ends. */
const indexEdges = (edges: readonly Edge[], count: number): (place: number) => readonly Edge[] => {
  if (stryMutAct_9fa48("411")) {
    {}
  } else {
    stryCov_9fa48("411");
    const byPlace = stryMutAct_9fa48("412") ? new Array() : (stryCov_9fa48("412"), new Array<Edge[] | undefined>(count));
    for (const edge of edges) {
      if (stryMutAct_9fa48("413")) {
        {}
      } else {
        stryCov_9fa48("413");
        for (const place of stryMutAct_9fa48("414") ? [] : (stryCov_9fa48("414"), [edge.a, edge.b])) {
          if (stryMutAct_9fa48("415")) {
            {}
          } else {
            stryCov_9fa48("415");
            const known = byPlace[place];
            if (stryMutAct_9fa48("418") ? known !== undefined : stryMutAct_9fa48("417") ? false : stryMutAct_9fa48("416") ? true : (stryCov_9fa48("416", "417", "418"), known === undefined)) byPlace[place] = stryMutAct_9fa48("419") ? [] : (stryCov_9fa48("419"), [edge]);else if (stryMutAct_9fa48("420")) {
              ;
            } else {
              stryCov_9fa48("420");
              known.push(edge);
            }
          }
        }
      }
    }
    return stryMutAct_9fa48("421") ? () => undefined : (stryCov_9fa48("421"), place => stryMutAct_9fa48("422") ? byPlace[place] && [] : (stryCov_9fa48("422"), byPlace[place] ?? (stryMutAct_9fa48("423") ? ["Stryker was here"] : (stryCov_9fa48("423"), []))));
  }
};

/** The comparison behind an edge, with what only the neighbours or the user could tell. */
const explain = (edge: Edge, a: Recording, b: Recording, settings: MatchSettings): Comparison => {
  if (stryMutAct_9fa48("424")) {
    {}
  } else {
    stryCov_9fa48("424");
    const {
      answer,
      sibling,
      verdict
    } = edge;
    const plain = comparisonOf(a, b, edge.judgement, settings);
    const evidence: Evidence[] = stryMutAct_9fa48("425") ? [] : (stryCov_9fa48("425"), [...plain.evidence]);
    if (stryMutAct_9fa48("428") ? sibling === undefined : stryMutAct_9fa48("427") ? false : stryMutAct_9fa48("426") ? true : (stryCov_9fa48("426", "427", "428"), sibling !== undefined)) evidence.unshift(stryMutAct_9fa48("430") ? {} : (stryCov_9fa48("430"), {
      code: stryMutAct_9fa48("431") ? "" : (stryCov_9fa48("431"), 'sibling-piece'),
      value: sibling,
      speaks: stryMutAct_9fa48("432") ? "" : (stryCov_9fa48("432"), 'against')
    }));
    if (stryMutAct_9fa48("435") ? answer === undefined : stryMutAct_9fa48("434") ? false : stryMutAct_9fa48("433") ? true : (stryCov_9fa48("433", "434", "435"), answer !== undefined)) evidence.unshift(stryMutAct_9fa48("437") ? {} : (stryCov_9fa48("437"), {
      code: stryMutAct_9fa48("438") ? "" : (stryCov_9fa48("438"), 'answered'),
      value: answer,
      speaks: stryMutAct_9fa48("439") ? "" : (stryCov_9fa48("439"), 'for')
    }));
    return stryMutAct_9fa48("440") ? {} : (stryCov_9fa48("440"), {
      ...plain,
      verdict,
      evidence
    });
  }
};

/**
 * Groups recordings into clusters of one activity each, under constraints: the engine behind `clusterRecordings` and
 * `reconcile`.
 *
 * **Laws** independent of the order of the input (keys are unique); what happens to a recording depends only on those
 * that a chain of candidate pairs links it with. Never two groups, two sessions or two external ids of ours in a
 * cluster. An answer outranks evidence, never these limits.
 *
 * **Shape** recordings are well-formed.
 *
 * **Cost** O(n log n) plus the pairs that share time and are not in one group already.
 */
export const groupRecordings = (input: readonly Recording[], constraints: Constraints): Grouping => {
  if (stryMutAct_9fa48("441")) {
    {}
  } else {
    stryCov_9fa48("441");
    const {
      settings
    } = constraints;
    const timeline = timelineOf(input);
    const {
      recordings,
      order
    } = timeline;
    const count = recordings.length;
    const at = stryMutAct_9fa48("442") ? () => undefined : (stryCov_9fa48("442"), (() => {
      const at = (place: number): Recording => recordings[place] as Recording;
      return at;
    })());
    const indexOf = stryMutAct_9fa48("443") ? () => undefined : (stryCov_9fa48("443"), (() => {
      const indexOf = (place: number): number => order[place] as number;
      return indexOf;
    })());
    const groupOf = stryMutAct_9fa48("444") ? () => undefined : (stryCov_9fa48("444"), (() => {
      const groupOf = (place: number): number => constraints.groupOf(indexOf(place));
      return groupOf;
    })());
    const isSingle = stryMutAct_9fa48("445") ? () => undefined : (stryCov_9fa48("445"), (() => {
      const isSingle = (place: number): boolean => constraints.isSingle(indexOf(place));
      return isSingle;
    })());
    const isFree = stryMutAct_9fa48("446") ? () => undefined : (stryCov_9fa48("446"), (() => {
      const isFree = (place: number): boolean => stryMutAct_9fa48("450") ? groupOf(place) >= 0 : stryMutAct_9fa48("449") ? groupOf(place) <= 0 : stryMutAct_9fa48("448") ? false : stryMutAct_9fa48("447") ? true : (stryCov_9fa48("447", "448", "449", "450"), groupOf(place) < 0);
      return isFree;
    })());
    const answers = numberAnswers(recordings, constraints.answers);
    // It is enough that one of two stays out of the fold: then nothing but the answer decides about them.
    const answered = new Set((stryMutAct_9fa48("451") ? [] : (stryCov_9fa48("451"), [...answers.keys()])).map(stryMutAct_9fa48("452") ? () => undefined : (stryCov_9fa48("452"), pair => stryMutAct_9fa48("453") ? pair * count : (stryCov_9fa48("453"), pair % count))));
    const firsts = foldRewrites(timeline, stryMutAct_9fa48("454") ? () => undefined : (stryCov_9fa48("454"), place => stryMutAct_9fa48("457") ? isFree(place) && !isSingle(place) || !answered.has(place) : stryMutAct_9fa48("456") ? false : stryMutAct_9fa48("455") ? true : (stryCov_9fa48("455", "456", "457"), (stryMutAct_9fa48("459") ? isFree(place) || !isSingle(place) : stryMutAct_9fa48("458") ? true : (stryCov_9fa48("458", "459"), isFree(place) && (stryMutAct_9fa48("460") ? isSingle(place) : (stryCov_9fa48("460"), !isSingle(place))))) && (stryMutAct_9fa48("461") ? answered.has(place) : (stryCov_9fa48("461"), !answered.has(place))))));
    const firstOf = stryMutAct_9fa48("462") ? () => undefined : (stryCov_9fa48("462"), (() => {
      const firstOf = (place: number): number => firsts[place] as number;
      return firstOf;
    })());
    const isFolded = stryMutAct_9fa48("463") ? () => undefined : (stryCov_9fa48("463"), (() => {
      const isFolded = (place: number): boolean => stryMutAct_9fa48("466") ? firstOf(place) === place : stryMutAct_9fa48("465") ? false : stryMutAct_9fa48("464") ? true : (stryCov_9fa48("464", "465", "466"), firstOf(place) !== place);
      return isFolded;
    })());
    const isOpen = stryMutAct_9fa48("467") ? () => undefined : (stryCov_9fa48("467"), (() => {
      const isOpen = (a: number, b: number): boolean => isFree(a) ? stryMutAct_9fa48("470") ? firstOf(a) === firstOf(b) : stryMutAct_9fa48("469") ? false : stryMutAct_9fa48("468") ? true : (stryCov_9fa48("468", "469", "470"), firstOf(a) !== firstOf(b)) : stryMutAct_9fa48("473") ? groupOf(a) === groupOf(b) : stryMutAct_9fa48("472") ? false : stryMutAct_9fa48("471") ? true : (stryCov_9fa48("471", "472", "473"), groupOf(a) !== groupOf(b));
      return isOpen;
    })());
    const edges = findEdges(timeline, stryMutAct_9fa48("474") ? {} : (stryCov_9fa48("474"), {
      answers,
      isFree,
      isFolded,
      isOpen
    }), settings);
    const edgesAt = indexEdges(edges, count);
    if (stryMutAct_9fa48("475")) {
      ;
    } else {
      stryCov_9fa48("475");
      markPieces(recordings, edges, edgesAt, settings);
    }
    const members = stryMutAct_9fa48("476") ? {} : (stryCov_9fa48("476"), {
      count,
      groupOf,
      isSingle,
      ownIdOf: stryMutAct_9fa48("477") ? () => undefined : (stryCov_9fa48("477"), (place: number) => ownIdOf(at(place))),
      firstOf
    });
    const clusters = joinClusters(members, edges, edgesAt);
    const clusterOf = new Int32Array(count);
    const relations: Relation[] = stryMutAct_9fa48("478") ? ["Stryker was here"] : (stryCov_9fa48("478"), []);
    const relate = (a: number, b: number, verdict: MatchVerdict, explained: () => Comparison): void => {
      if (stryMutAct_9fa48("479")) {
        {}
      } else {
        stryCov_9fa48("479");
        relations.push(stryMutAct_9fa48("481") ? {} : (stryCov_9fa48("481"), {
          a: indexOf(a),
          b: indexOf(b),
          verdict,
          get comparison() {
            if (stryMutAct_9fa48("482")) {
              {}
            } else {
              stryCov_9fa48("482");
              return explained();
            }
          }
        }));
      }
    };
    for (const edge of edges) {
      if (stryMutAct_9fa48("483")) {
        {}
      } else {
        stryCov_9fa48("483");
        const {
          a,
          b,
          verdict
        } = edge;
        if (stryMutAct_9fa48("486") ? verdict === 'same' && verdict !== 'different' && clusters[a] !== clusters[b] : stryMutAct_9fa48("485") ? false : stryMutAct_9fa48("484") ? true : (stryCov_9fa48("484", "485", "486"), (stryMutAct_9fa48("488") ? verdict !== 'same' : stryMutAct_9fa48("487") ? false : (stryCov_9fa48("487", "488"), verdict === (stryMutAct_9fa48("489") ? "" : (stryCov_9fa48("489"), 'same')))) || (stryMutAct_9fa48("491") ? verdict !== 'different' || clusters[a] !== clusters[b] : stryMutAct_9fa48("490") ? false : (stryCov_9fa48("490", "491"), (stryMutAct_9fa48("493") ? verdict === 'different' : stryMutAct_9fa48("492") ? true : (stryCov_9fa48("492", "493"), verdict !== (stryMutAct_9fa48("494") ? "" : (stryCov_9fa48("494"), 'different')))) && (stryMutAct_9fa48("496") ? clusters[a] === clusters[b] : stryMutAct_9fa48("495") ? true : (stryCov_9fa48("495", "496"), clusters[a] !== clusters[b])))))) {
          if (stryMutAct_9fa48("497")) {
            {}
          } else {
            stryCov_9fa48("497");
            relate(a, b, verdict, stryMutAct_9fa48("499") ? () => undefined : (stryCov_9fa48("499"), () => explain(edge, at(a), at(b), settings)));
          }
        }
      }
    }
    clusters.forEach((name, place) => {
      if (stryMutAct_9fa48("501")) {
        {}
      } else {
        stryCov_9fa48("501");
        clusterOf[indexOf(place)] = name;
        const first = firstOf(place);
        if (stryMutAct_9fa48("504") ? first !== place : stryMutAct_9fa48("503") ? false : stryMutAct_9fa48("502") ? true : (stryCov_9fa48("502", "503", "504"), first === place)) return;
        const [a, b] = stryMutAct_9fa48("505") ? [] : (stryCov_9fa48("505"), [at(first), at(place)]);
        relate(first, place, stryMutAct_9fa48("507") ? "" : (stryCov_9fa48("507"), 'same'), stryMutAct_9fa48("508") ? () => undefined : (stryCov_9fa48("508"), () => comparisonOf(a, b, judge(a, b, settings), settings)));
      }
    });
    return stryMutAct_9fa48("509") ? {} : (stryCov_9fa48("509"), {
      clusterOf,
      order,
      relations
    });
  }
};