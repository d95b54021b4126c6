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
import { ownIdOf, sourceIdOf } from './identity';
import { type Judgement, judge } from './judge';
import { forEachOverlap } from './overlaps';
import type { Timeline } from './timeline';

/** What the user said about two recordings. */
export type AnswerKind = 'same' | 'different';

/**
 * What two recordings are to each other, as clustering sees it.
 *
 * **Shape** `a` and `b` are places, `a` before `b`. `verdict` can differ from the judgement's: the user answered, or a
 * sibling shows that one is a part. `isBarred` says that no cluster may hold both: kinds that never go together, ids that
 * contradict each other, the user's answer. `isCore` says that they belong together whatever others measure.
 */
export interface Edge {
  readonly a: number;
  readonly b: number;
  readonly judgement: Judgement;
  readonly answer: AnswerKind | undefined;
  readonly isCore: boolean;
  readonly isBarred: boolean;
  readonly strength: number;
  verdict: MatchVerdict;
  /** The key of the piece that showed that this is a part too. */
  sibling?: string;
}

/** Higher rungs come first; within evidence the overlap of the union decides, which is at most one. */
export const RUNG_STRENGTH: Readonly<Record<Rung, number>> = stryMutAct_9fa48("241") ? {} : (stryCov_9fa48("241"), {
  'own-id': 4,
  'source-id': 3,
  'cross-id': 2,
  evidence: 0
});

/** The user's word outranks every rung. */
const ANSWER_STRENGTH = 9;
const edgeOf = (a: number, b: number, judgement: Judgement, answer: AnswerKind | undefined): Edge => {
  if (stryMutAct_9fa48("242")) {
    {}
  } else {
    stryCov_9fa48("242");
    const {
      verdict,
      rung,
      identity,
      measures
    } = judgement;
    const contradicts = (stryMutAct_9fa48("245") ? identity?.code !== 'conflicting-id' : stryMutAct_9fa48("244") ? false : stryMutAct_9fa48("243") ? true : (stryCov_9fa48("243", "244", "245"), (stryMutAct_9fa48("246") ? identity.code : (stryCov_9fa48("246"), identity?.code)) === (stryMutAct_9fa48("247") ? "" : (stryCov_9fa48("247"), 'conflicting-id')))) ? stryMutAct_9fa48("250") ? verdict === 'same' : stryMutAct_9fa48("249") ? false : stryMutAct_9fa48("248") ? true : (stryCov_9fa48("248", "249", "250"), verdict !== (stryMutAct_9fa48("251") ? "" : (stryCov_9fa48("251"), 'same'))) : stryMutAct_9fa48("254") ? verdict === 'different' || measures.affinity === 'incompatible' : stryMutAct_9fa48("253") ? false : stryMutAct_9fa48("252") ? true : (stryCov_9fa48("252", "253", "254"), (stryMutAct_9fa48("256") ? verdict !== 'different' : stryMutAct_9fa48("255") ? true : (stryCov_9fa48("255", "256"), verdict === (stryMutAct_9fa48("257") ? "" : (stryCov_9fa48("257"), 'different')))) && (stryMutAct_9fa48("259") ? measures.affinity !== 'incompatible' : stryMutAct_9fa48("258") ? true : (stryCov_9fa48("258", "259"), measures.affinity === (stryMutAct_9fa48("260") ? "" : (stryCov_9fa48("260"), 'incompatible')))));
    return stryMutAct_9fa48("261") ? {} : (stryCov_9fa48("261"), {
      a,
      b,
      judgement,
      answer,
      isCore: stryMutAct_9fa48("264") ? answer === 'same' && verdict === 'same' && rung !== 'evidence' : stryMutAct_9fa48("263") ? false : stryMutAct_9fa48("262") ? true : (stryCov_9fa48("262", "263", "264"), (stryMutAct_9fa48("266") ? answer !== 'same' : stryMutAct_9fa48("265") ? false : (stryCov_9fa48("265", "266"), answer === (stryMutAct_9fa48("267") ? "" : (stryCov_9fa48("267"), 'same')))) || (stryMutAct_9fa48("269") ? verdict === 'same' || rung !== 'evidence' : stryMutAct_9fa48("268") ? false : (stryCov_9fa48("268", "269"), (stryMutAct_9fa48("271") ? verdict !== 'same' : stryMutAct_9fa48("270") ? true : (stryCov_9fa48("270", "271"), verdict === (stryMutAct_9fa48("272") ? "" : (stryCov_9fa48("272"), 'same')))) && (stryMutAct_9fa48("274") ? rung === 'evidence' : stryMutAct_9fa48("273") ? true : (stryCov_9fa48("273", "274"), rung !== (stryMutAct_9fa48("275") ? "" : (stryCov_9fa48("275"), 'evidence'))))))),
      isBarred: answer ? stryMutAct_9fa48("278") ? answer !== 'different' : stryMutAct_9fa48("277") ? false : stryMutAct_9fa48("276") ? true : (stryCov_9fa48("276", "277", "278"), answer === (stryMutAct_9fa48("279") ? "" : (stryCov_9fa48("279"), 'different'))) : contradicts,
      strength: answer ? ANSWER_STRENGTH : stryMutAct_9fa48("280") ? RUNG_STRENGTH[rung] - measures.overlapOfUnion : (stryCov_9fa48("280"), RUNG_STRENGTH[rung] + measures.overlapOfUnion),
      verdict: stryMutAct_9fa48("281") ? answer && verdict : (stryCov_9fa48("281"), answer ?? verdict)
    });
  }
};

/**
 * Visits pairs that an id links, whether or not they share time. Each id is a star: all its recordings meet the first.
 *
 * Ids of all sorts share one map. Where two of different sorts are equal, the pair is judged like any other.
 */
const forEachSharedId = (recordings: readonly Recording[], visit: (a: number, b: number) => void): void => {
  if (stryMutAct_9fa48("282")) {
    {}
  } else {
    stryCov_9fa48("282");
    const places = new Map<string, number>();
    const meet = (id: string | undefined, place: number): void => {
      if (stryMutAct_9fa48("283")) {
        {}
      } else {
        stryCov_9fa48("283");
        if (stryMutAct_9fa48("286") ? false : stryMutAct_9fa48("285") ? true : stryMutAct_9fa48("284") ? id : (stryCov_9fa48("284", "285", "286"), !id)) return;
        const first = places.get(id);
        if (stryMutAct_9fa48("289") ? first !== undefined : stryMutAct_9fa48("288") ? false : stryMutAct_9fa48("287") ? true : (stryCov_9fa48("287", "288", "289"), first === undefined)) {
          if (stryMutAct_9fa48("290")) {
            ;
          } else {
            stryCov_9fa48("290");
            places.set(id, place);
          }
        } else if (stryMutAct_9fa48("293") ? first === place : stryMutAct_9fa48("292") ? false : stryMutAct_9fa48("291") ? true : (stryCov_9fa48("291", "292", "293"), first !== place)) if (stryMutAct_9fa48("294")) {
          ;
        } else {
          stryCov_9fa48("294");
          visit(first, place);
        }
      }
    };
    const anyLeg = stryMutAct_9fa48("295") ? recordings.every(({
      parent
    }) => parent) : (stryCov_9fa48("295"), recordings.some(stryMutAct_9fa48("296") ? () => undefined : (stryCov_9fa48("296"), ({
      parent
    }) => parent)));
    recordings.forEach((recording, place) => {
      if (stryMutAct_9fa48("298")) {
        {}
      } else {
        stryCov_9fa48("298");
        if (stryMutAct_9fa48("299")) {
          ;
        } else {
          stryCov_9fa48("299");
          meet(ownIdOf(recording), place);
        }
        if (stryMutAct_9fa48("300")) {
          ;
        } else {
          stryCov_9fa48("300");
          meet(sourceIdOf(recording), place);
        }
        if (stryMutAct_9fa48("301")) {
          ;
        } else {
          stryCov_9fa48("301");
          meet(recording.parent, place);
        }
        if (stryMutAct_9fa48("303") ? false : stryMutAct_9fa48("302") ? true : (stryCov_9fa48("302", "303"), anyLeg)) if (stryMutAct_9fa48("304")) {
          ;
        } else {
          stryCov_9fa48("304");
          meet(recording.key, place);
        }
        stryMutAct_9fa48("305") ? recording.crossIds.forEach(id => {
          meet(id, place);
        }) : (stryCov_9fa48("305"), recording.crossIds?.forEach(id => {
          if (stryMutAct_9fa48("306")) {
            {}
          } else {
            stryCov_9fa48("306");
            if (stryMutAct_9fa48("307")) {
              ;
            } else {
              stryCov_9fa48("307");
              meet(id, place);
            }
          }
        }));
      }
    });
  }
};

/** Which pairs are looked at, by place. */
export interface Candidates {
  /** The answers, by the number of the pair: `a * count + b`. */
  readonly answers: ReadonlyMap<number, AnswerKind>;
  readonly isFree: (place: number) => boolean;
  /** Whether another place stands for this one in time. */
  readonly isFolded: (place: number) => boolean;
  /** Whether it is not settled already that two belong together. */
  readonly isOpen: (a: number, b: number) => boolean;
}

/**
 * Every pair that shares time, an id or an answer, judged; those that mean nothing to clustering are left out.
 *
 * **Laws** no pair twice; the order is canonical.
 */
export const findEdges = (timeline: Timeline, candidates: Candidates, settings: MatchSettings): Edge[] => {
  if (stryMutAct_9fa48("308")) {
    {}
  } else {
    stryCov_9fa48("308");
    const {
      recordings
    } = timeline;
    const {
      answers,
      isFree,
      isFolded,
      isOpen
    } = candidates;
    const count = recordings.length;
    const edges: Edge[] = stryMutAct_9fa48("309") ? ["Stryker was here"] : (stryCov_9fa48("309"), []);
    const consider = (a: number, b: number): void => {
      if (stryMutAct_9fa48("310")) {
        {}
      } else {
        stryCov_9fa48("310");
        if (stryMutAct_9fa48("313") ? false : stryMutAct_9fa48("312") ? true : stryMutAct_9fa48("311") ? isOpen(a, b) : (stryCov_9fa48("311", "312", "313"), !isOpen(a, b))) return;
        const judgement = judge(recordings[a] as Recording, recordings[b] as Recording, settings);
        const edge = edgeOf(a, b, judgement, answers.get(stryMutAct_9fa48("314") ? a * count - b : (stryCov_9fa48("314"), (stryMutAct_9fa48("315") ? a / count : (stryCov_9fa48("315"), a * count)) + b)));
        if (stryMutAct_9fa48("318") ? edge.isBarred && edge.verdict !== 'different' : stryMutAct_9fa48("317") ? false : stryMutAct_9fa48("316") ? true : (stryCov_9fa48("316", "317", "318"), edge.isBarred || (stryMutAct_9fa48("320") ? edge.verdict === 'different' : stryMutAct_9fa48("319") ? false : (stryCov_9fa48("319", "320"), edge.verdict !== (stryMutAct_9fa48("321") ? "" : (stryCov_9fa48("321"), 'different')))))) if (stryMutAct_9fa48("322")) {
          ;
        } else {
          stryCov_9fa48("322");
          edges.push(edge);
        }
      }
    };
    const linked = new Set(answers.keys());
    // Where everything is in a group already, no id can tell anything new.
    if (stryMutAct_9fa48("325") ? recordings.every((_, place) => isFree(place)) : stryMutAct_9fa48("324") ? false : stryMutAct_9fa48("323") ? true : (stryCov_9fa48("323", "324", "325"), recordings.some(stryMutAct_9fa48("326") ? () => undefined : (stryCov_9fa48("326"), (_, place) => isFree(place))))) {
      if (stryMutAct_9fa48("327")) {
        {}
      } else {
        stryCov_9fa48("327");
        forEachSharedId(recordings, (a, b) => {
          if (stryMutAct_9fa48("329")) {
            {}
          } else {
            stryCov_9fa48("329");
            linked.add(stryMutAct_9fa48("331") ? a * count - b : (stryCov_9fa48("331"), (stryMutAct_9fa48("332") ? a / count : (stryCov_9fa48("332"), a * count)) + b));
          }
        });
      }
    }
    forEachOverlap(timeline, isFolded, (a, b) => {
      if (stryMutAct_9fa48("334")) {
        {}
      } else {
        stryCov_9fa48("334");
        linked.delete(stryMutAct_9fa48("336") ? a * count - b : (stryCov_9fa48("336"), (stryMutAct_9fa48("337") ? a / count : (stryCov_9fa48("337"), a * count)) + b));
        if (stryMutAct_9fa48("338")) {
          ;
        } else {
          stryCov_9fa48("338");
          consider(a, b);
        }
      }
    });
    for (const pair of stryMutAct_9fa48("339") ? [...linked] : (stryCov_9fa48("339"), (stryMutAct_9fa48("340") ? [] : (stryCov_9fa48("340"), [...linked])).sort(stryMutAct_9fa48("341") ? () => undefined : (stryCov_9fa48("341"), (x, y) => stryMutAct_9fa48("342") ? x + y : (stryCov_9fa48("342"), x - y))))) consider(Math.floor(stryMutAct_9fa48("344") ? pair * count : (stryCov_9fa48("344"), pair / count)), stryMutAct_9fa48("345") ? pair * count : (stryCov_9fa48("345"), pair % count));
    return edges;
  }
};