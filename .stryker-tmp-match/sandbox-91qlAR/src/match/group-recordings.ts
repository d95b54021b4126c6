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
  if (stryMutAct_9fa48("402")) {
    {}
  } else {
    stryCov_9fa48("402");
    const numbered = new Map<number, AnswerKind>();
    if (stryMutAct_9fa48("405") ? answers.length !== 0 : stryMutAct_9fa48("404") ? false : stryMutAct_9fa48("403") ? true : (stryCov_9fa48("403", "404", "405"), answers.length === 0)) return numbered;
    const places = new Map(recordings.map(stryMutAct_9fa48("406") ? () => undefined : (stryCov_9fa48("406"), ({
      key
    }, place) => stryMutAct_9fa48("407") ? [] : (stryCov_9fa48("407"), [key, place]))));
    for (const {
      kind,
      a,
      b
    } of answers) {
      if (stryMutAct_9fa48("408")) {
        {}
      } else {
        stryCov_9fa48("408");
        const first = places.get(a);
        const second = places.get(b);
        if (stryMutAct_9fa48("411") ? (first === undefined || second === undefined) && first === second : stryMutAct_9fa48("410") ? false : stryMutAct_9fa48("409") ? true : (stryCov_9fa48("409", "410", "411"), (stryMutAct_9fa48("413") ? first === undefined && second === undefined : stryMutAct_9fa48("412") ? false : (stryCov_9fa48("412", "413"), (stryMutAct_9fa48("415") ? first !== undefined : stryMutAct_9fa48("414") ? false : (stryCov_9fa48("414", "415"), first === undefined)) || (stryMutAct_9fa48("417") ? second !== undefined : stryMutAct_9fa48("416") ? false : (stryCov_9fa48("416", "417"), second === undefined)))) || (stryMutAct_9fa48("419") ? first !== second : stryMutAct_9fa48("418") ? false : (stryCov_9fa48("418", "419"), first === second)))) continue;
        const pair = stryMutAct_9fa48("420") ? Math.min(first, second) * recordings.length - Math.max(first, second) : (stryCov_9fa48("420"), (stryMutAct_9fa48("421") ? Math.min(first, second) / recordings.length : (stryCov_9fa48("421"), (stryMutAct_9fa48("422") ? Math.max(first, second) : (stryCov_9fa48("422"), Math.min(first, second))) * recordings.length)) + (stryMutAct_9fa48("423") ? Math.min(first, second) : (stryCov_9fa48("423"), Math.max(first, second))));
        if (stryMutAct_9fa48("426") ? numbered.get(pair) === 'different' : stryMutAct_9fa48("425") ? false : stryMutAct_9fa48("424") ? true : (stryCov_9fa48("424", "425", "426"), numbered.get(pair) !== (stryMutAct_9fa48("427") ? "" : (stryCov_9fa48("427"), 'different')))) if (stryMutAct_9fa48("428")) {
          ;
        } else {
          stryCov_9fa48("428");
          numbered.set(pair, kind);
        }
      }
    }
    return numbered;
  }
};

/** Edges by their ends. */
const indexEdges = (edges: readonly Edge[], count: number): (place: number) => readonly Edge[] => {
  if (stryMutAct_9fa48("429")) {
    {}
  } else {
    stryCov_9fa48("429");
    const byPlace = stryMutAct_9fa48("430") ? new Array() : (stryCov_9fa48("430"), new Array<Edge[] | undefined>(count));
    for (const edge of edges) {
      if (stryMutAct_9fa48("431")) {
        {}
      } else {
        stryCov_9fa48("431");
        for (const place of stryMutAct_9fa48("432") ? [] : (stryCov_9fa48("432"), [edge.a, edge.b])) {
          if (stryMutAct_9fa48("433")) {
            {}
          } else {
            stryCov_9fa48("433");
            const known = byPlace[place];
            if (stryMutAct_9fa48("436") ? known !== undefined : stryMutAct_9fa48("435") ? false : stryMutAct_9fa48("434") ? true : (stryCov_9fa48("434", "435", "436"), known === undefined)) byPlace[place] = stryMutAct_9fa48("437") ? [] : (stryCov_9fa48("437"), [edge]);else if (stryMutAct_9fa48("438")) {
              ;
            } else {
              stryCov_9fa48("438");
              known.push(edge);
            }
          }
        }
      }
    }
    return stryMutAct_9fa48("439") ? () => undefined : (stryCov_9fa48("439"), place => stryMutAct_9fa48("440") ? byPlace[place] && [] : (stryCov_9fa48("440"), byPlace[place] ?? (stryMutAct_9fa48("441") ? ["Stryker was here"] : (stryCov_9fa48("441"), []))));
  }
};

/** The comparison behind an edge, with what only the neighbours or the user could tell. */
const explain = (edge: Edge, a: Recording, b: Recording, settings: MatchSettings): Comparison => {
  if (stryMutAct_9fa48("442")) {
    {}
  } else {
    stryCov_9fa48("442");
    const {
      answer,
      sibling,
      verdict
    } = edge;
    const plain = comparisonOf(a, b, edge.judgement, settings);
    const evidence: Evidence[] = stryMutAct_9fa48("443") ? [] : (stryCov_9fa48("443"), [...plain.evidence]);
    if (stryMutAct_9fa48("446") ? sibling === undefined : stryMutAct_9fa48("445") ? false : stryMutAct_9fa48("444") ? true : (stryCov_9fa48("444", "445", "446"), sibling !== undefined)) evidence.unshift(stryMutAct_9fa48("448") ? {} : (stryCov_9fa48("448"), {
      code: stryMutAct_9fa48("449") ? "" : (stryCov_9fa48("449"), 'sibling-piece'),
      value: sibling,
      speaks: stryMutAct_9fa48("450") ? "" : (stryCov_9fa48("450"), 'against')
    }));
    if (stryMutAct_9fa48("453") ? answer === undefined : stryMutAct_9fa48("452") ? false : stryMutAct_9fa48("451") ? true : (stryCov_9fa48("451", "452", "453"), answer !== undefined)) evidence.unshift(stryMutAct_9fa48("455") ? {} : (stryCov_9fa48("455"), {
      code: stryMutAct_9fa48("456") ? "" : (stryCov_9fa48("456"), 'answered'),
      value: answer,
      speaks: stryMutAct_9fa48("457") ? "" : (stryCov_9fa48("457"), 'for')
    }));
    return stryMutAct_9fa48("458") ? {} : (stryCov_9fa48("458"), {
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
  if (stryMutAct_9fa48("459")) {
    {}
  } else {
    stryCov_9fa48("459");
    const {
      settings
    } = constraints;
    const timeline = timelineOf(input);
    const {
      recordings,
      order
    } = timeline;
    const count = recordings.length;
    const at = stryMutAct_9fa48("460") ? () => undefined : (stryCov_9fa48("460"), (() => {
      const at = (place: number): Recording => recordings[place] as Recording;
      return at;
    })());
    const indexOf = stryMutAct_9fa48("461") ? () => undefined : (stryCov_9fa48("461"), (() => {
      const indexOf = (place: number): number => order[place] as number;
      return indexOf;
    })());
    const groupOf = stryMutAct_9fa48("462") ? () => undefined : (stryCov_9fa48("462"), (() => {
      const groupOf = (place: number): number => constraints.groupOf(indexOf(place));
      return groupOf;
    })());
    const isSingle = stryMutAct_9fa48("463") ? () => undefined : (stryCov_9fa48("463"), (() => {
      const isSingle = (place: number): boolean => constraints.isSingle(indexOf(place));
      return isSingle;
    })());
    const isFree = stryMutAct_9fa48("464") ? () => undefined : (stryCov_9fa48("464"), (() => {
      const isFree = (place: number): boolean => stryMutAct_9fa48("468") ? groupOf(place) >= 0 : stryMutAct_9fa48("467") ? groupOf(place) <= 0 : stryMutAct_9fa48("466") ? false : stryMutAct_9fa48("465") ? true : (stryCov_9fa48("465", "466", "467", "468"), groupOf(place) < 0);
      return isFree;
    })());
    const answers = numberAnswers(recordings, constraints.answers);
    const answered = new Set<number>();
    for (const pair of answers.keys()) answered.add(Math.floor(stryMutAct_9fa48("470") ? pair * count : (stryCov_9fa48("470"), pair / count))).add(stryMutAct_9fa48("471") ? pair * count : (stryCov_9fa48("471"), pair % count));
    const firsts = foldRewrites(timeline, stryMutAct_9fa48("472") ? () => undefined : (stryCov_9fa48("472"), place => stryMutAct_9fa48("475") ? isFree(place) && !isSingle(place) || !answered.has(place) : stryMutAct_9fa48("474") ? false : stryMutAct_9fa48("473") ? true : (stryCov_9fa48("473", "474", "475"), (stryMutAct_9fa48("477") ? isFree(place) || !isSingle(place) : stryMutAct_9fa48("476") ? true : (stryCov_9fa48("476", "477"), isFree(place) && (stryMutAct_9fa48("478") ? isSingle(place) : (stryCov_9fa48("478"), !isSingle(place))))) && (stryMutAct_9fa48("479") ? answered.has(place) : (stryCov_9fa48("479"), !answered.has(place))))));
    const firstOf = stryMutAct_9fa48("480") ? () => undefined : (stryCov_9fa48("480"), (() => {
      const firstOf = (place: number): number => firsts[place] as number;
      return firstOf;
    })());
    const isFolded = stryMutAct_9fa48("481") ? () => undefined : (stryCov_9fa48("481"), (() => {
      const isFolded = (place: number): boolean => stryMutAct_9fa48("484") ? firstOf(place) === place : stryMutAct_9fa48("483") ? false : stryMutAct_9fa48("482") ? true : (stryCov_9fa48("482", "483", "484"), firstOf(place) !== place);
      return isFolded;
    })());
    const isOpen = stryMutAct_9fa48("485") ? () => undefined : (stryCov_9fa48("485"), (() => {
      const isOpen = (a: number, b: number): boolean => isFree(a) ? stryMutAct_9fa48("488") ? firstOf(a) === firstOf(b) : stryMutAct_9fa48("487") ? false : stryMutAct_9fa48("486") ? true : (stryCov_9fa48("486", "487", "488"), firstOf(a) !== firstOf(b)) : stryMutAct_9fa48("491") ? groupOf(a) === groupOf(b) : stryMutAct_9fa48("490") ? false : stryMutAct_9fa48("489") ? true : (stryCov_9fa48("489", "490", "491"), groupOf(a) !== groupOf(b));
      return isOpen;
    })());
    const edges = findEdges(timeline, stryMutAct_9fa48("492") ? {} : (stryCov_9fa48("492"), {
      answers,
      isFree,
      isFolded,
      isOpen
    }), settings);
    const edgesAt = indexEdges(edges, count);
    if (stryMutAct_9fa48("493")) {
      ;
    } else {
      stryCov_9fa48("493");
      markPieces(recordings, edges, edgesAt, settings);
    }
    const members = stryMutAct_9fa48("494") ? {} : (stryCov_9fa48("494"), {
      count,
      groupOf,
      isSingle,
      ownIdOf: stryMutAct_9fa48("495") ? () => undefined : (stryCov_9fa48("495"), (place: number) => ownIdOf(at(place))),
      firstOf
    });
    const clusters = joinClusters(members, edges, edgesAt);
    const clusterOf = new Int32Array(count);
    const relations: Relation[] = stryMutAct_9fa48("496") ? ["Stryker was here"] : (stryCov_9fa48("496"), []);
    const relate = (a: number, b: number, verdict: MatchVerdict, explained: () => Comparison): void => {
      if (stryMutAct_9fa48("497")) {
        {}
      } else {
        stryCov_9fa48("497");
        relations.push(stryMutAct_9fa48("499") ? {} : (stryCov_9fa48("499"), {
          a: indexOf(a),
          b: indexOf(b),
          verdict,
          get comparison() {
            if (stryMutAct_9fa48("500")) {
              {}
            } else {
              stryCov_9fa48("500");
              return explained();
            }
          }
        }));
      }
    };
    for (const edge of edges) {
      if (stryMutAct_9fa48("501")) {
        {}
      } else {
        stryCov_9fa48("501");
        const {
          a,
          b,
          verdict
        } = edge;
        if (stryMutAct_9fa48("504") ? verdict === 'same' && verdict !== 'different' && clusters[a] !== clusters[b] : stryMutAct_9fa48("503") ? false : stryMutAct_9fa48("502") ? true : (stryCov_9fa48("502", "503", "504"), (stryMutAct_9fa48("506") ? verdict !== 'same' : stryMutAct_9fa48("505") ? false : (stryCov_9fa48("505", "506"), verdict === (stryMutAct_9fa48("507") ? "" : (stryCov_9fa48("507"), 'same')))) || (stryMutAct_9fa48("509") ? verdict !== 'different' || clusters[a] !== clusters[b] : stryMutAct_9fa48("508") ? false : (stryCov_9fa48("508", "509"), (stryMutAct_9fa48("511") ? verdict === 'different' : stryMutAct_9fa48("510") ? true : (stryCov_9fa48("510", "511"), verdict !== (stryMutAct_9fa48("512") ? "" : (stryCov_9fa48("512"), 'different')))) && (stryMutAct_9fa48("514") ? clusters[a] === clusters[b] : stryMutAct_9fa48("513") ? true : (stryCov_9fa48("513", "514"), clusters[a] !== clusters[b])))))) {
          if (stryMutAct_9fa48("515")) {
            {}
          } else {
            stryCov_9fa48("515");
            relate(a, b, verdict, stryMutAct_9fa48("517") ? () => undefined : (stryCov_9fa48("517"), () => explain(edge, at(a), at(b), settings)));
          }
        }
      }
    }
    clusters.forEach((name, place) => {
      if (stryMutAct_9fa48("519")) {
        {}
      } else {
        stryCov_9fa48("519");
        clusterOf[indexOf(place)] = name;
        const first = firstOf(place);
        if (stryMutAct_9fa48("522") ? first !== place : stryMutAct_9fa48("521") ? false : stryMutAct_9fa48("520") ? true : (stryCov_9fa48("520", "521", "522"), first === place)) return;
        const [a, b] = stryMutAct_9fa48("523") ? [] : (stryCov_9fa48("523"), [at(first), at(place)]);
        relate(first, place, stryMutAct_9fa48("525") ? "" : (stryCov_9fa48("525"), 'same'), stryMutAct_9fa48("526") ? () => undefined : (stryCov_9fa48("526"), () => comparisonOf(a, b, judge(a, b, settings), settings)));
      }
    });
    return stryMutAct_9fa48("527") ? {} : (stryCov_9fa48("527"), {
      clusterOf,
      order,
      relations
    });
  }
};