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
export const RUNG_STRENGTH: Readonly<Record<Rung, number>> = stryMutAct_9fa48("235") ? {} : (stryCov_9fa48("235"), {
  'own-id': 4,
  'source-id': 3,
  'cross-id': 2,
  evidence: 0
});

/** The user's word outranks every rung. */
const ANSWER_STRENGTH = 9;
const edgeOf = (a: number, b: number, judgement: Judgement, answer: AnswerKind | undefined): Edge => {
  if (stryMutAct_9fa48("236")) {
    {}
  } else {
    stryCov_9fa48("236");
    const {
      verdict,
      rung,
      identity,
      measures
    } = judgement;
    const contradicts = (stryMutAct_9fa48("239") ? identity?.code !== 'conflicting-id' : stryMutAct_9fa48("238") ? false : stryMutAct_9fa48("237") ? true : (stryCov_9fa48("237", "238", "239"), (stryMutAct_9fa48("240") ? identity.code : (stryCov_9fa48("240"), identity?.code)) === (stryMutAct_9fa48("241") ? "" : (stryCov_9fa48("241"), 'conflicting-id')))) ? stryMutAct_9fa48("244") ? verdict === 'same' : stryMutAct_9fa48("243") ? false : stryMutAct_9fa48("242") ? true : (stryCov_9fa48("242", "243", "244"), verdict !== (stryMutAct_9fa48("245") ? "" : (stryCov_9fa48("245"), 'same'))) : stryMutAct_9fa48("248") ? verdict === 'different' || measures.affinity === 'incompatible' : stryMutAct_9fa48("247") ? false : stryMutAct_9fa48("246") ? true : (stryCov_9fa48("246", "247", "248"), (stryMutAct_9fa48("250") ? verdict !== 'different' : stryMutAct_9fa48("249") ? true : (stryCov_9fa48("249", "250"), verdict === (stryMutAct_9fa48("251") ? "" : (stryCov_9fa48("251"), 'different')))) && (stryMutAct_9fa48("253") ? measures.affinity !== 'incompatible' : stryMutAct_9fa48("252") ? true : (stryCov_9fa48("252", "253"), measures.affinity === (stryMutAct_9fa48("254") ? "" : (stryCov_9fa48("254"), 'incompatible')))));
    return stryMutAct_9fa48("255") ? {} : (stryCov_9fa48("255"), {
      a,
      b,
      judgement,
      answer,
      isCore: stryMutAct_9fa48("258") ? answer === 'same' && rung !== 'evidence' : stryMutAct_9fa48("257") ? false : stryMutAct_9fa48("256") ? true : (stryCov_9fa48("256", "257", "258"), (stryMutAct_9fa48("260") ? answer !== 'same' : stryMutAct_9fa48("259") ? false : (stryCov_9fa48("259", "260"), answer === (stryMutAct_9fa48("261") ? "" : (stryCov_9fa48("261"), 'same')))) || (stryMutAct_9fa48("263") ? rung === 'evidence' : stryMutAct_9fa48("262") ? false : (stryCov_9fa48("262", "263"), rung !== (stryMutAct_9fa48("264") ? "" : (stryCov_9fa48("264"), 'evidence'))))),
      isBarred: answer ? stryMutAct_9fa48("267") ? answer !== 'different' : stryMutAct_9fa48("266") ? false : stryMutAct_9fa48("265") ? true : (stryCov_9fa48("265", "266", "267"), answer === (stryMutAct_9fa48("268") ? "" : (stryCov_9fa48("268"), 'different'))) : contradicts,
      strength: answer ? ANSWER_STRENGTH : stryMutAct_9fa48("269") ? RUNG_STRENGTH[rung] - measures.overlapOfUnion : (stryCov_9fa48("269"), RUNG_STRENGTH[rung] + measures.overlapOfUnion),
      verdict: stryMutAct_9fa48("270") ? answer && verdict : (stryCov_9fa48("270"), answer ?? verdict)
    });
  }
};

/**
 * Visits pairs that an id links, whether or not they share time. Each id is a star: all its recordings meet the first.
 *
 * Ids of all sorts share one map. Where two of different sorts are equal, the pair is judged like any other.
 */
const forEachSharedId = (recordings: readonly Recording[], visit: (a: number, b: number) => void): void => {
  if (stryMutAct_9fa48("271")) {
    {}
  } else {
    stryCov_9fa48("271");
    const places = new Map<string, number>();
    const meet = (id: string | undefined, place: number): void => {
      if (stryMutAct_9fa48("272")) {
        {}
      } else {
        stryCov_9fa48("272");
        if (stryMutAct_9fa48("275") ? false : stryMutAct_9fa48("274") ? true : stryMutAct_9fa48("273") ? id : (stryCov_9fa48("273", "274", "275"), !id)) return;
        const first = places.get(id);
        if (stryMutAct_9fa48("278") ? first !== undefined : stryMutAct_9fa48("277") ? false : stryMutAct_9fa48("276") ? true : (stryCov_9fa48("276", "277", "278"), first === undefined)) {
          if (stryMutAct_9fa48("279")) {
            ;
          } else {
            stryCov_9fa48("279");
            places.set(id, place);
          }
        } else if (stryMutAct_9fa48("280")) {
          ;
        } else {
          stryCov_9fa48("280");
          visit(first, place);
        }
      }
    };
    const anyLeg = stryMutAct_9fa48("281") ? recordings.every(({
      parent
    }) => parent) : (stryCov_9fa48("281"), recordings.some(stryMutAct_9fa48("282") ? () => undefined : (stryCov_9fa48("282"), ({
      parent
    }) => parent)));
    recordings.forEach((recording, place) => {
      if (stryMutAct_9fa48("284")) {
        {}
      } else {
        stryCov_9fa48("284");
        if (stryMutAct_9fa48("285")) {
          ;
        } else {
          stryCov_9fa48("285");
          meet(ownIdOf(recording), place);
        }
        if (stryMutAct_9fa48("286")) {
          ;
        } else {
          stryCov_9fa48("286");
          meet(sourceIdOf(recording), place);
        }
        if (stryMutAct_9fa48("287")) {
          ;
        } else {
          stryCov_9fa48("287");
          meet(recording.parent, place);
        }
        if (stryMutAct_9fa48("289") ? false : stryMutAct_9fa48("288") ? true : (stryCov_9fa48("288", "289"), anyLeg)) if (stryMutAct_9fa48("290")) {
          ;
        } else {
          stryCov_9fa48("290");
          meet(recording.key, place);
        }
        stryMutAct_9fa48("291") ? recording.crossIds.forEach(id => {
          meet(id, place);
        }) : (stryCov_9fa48("291"), recording.crossIds?.forEach(id => {
          if (stryMutAct_9fa48("292")) {
            {}
          } else {
            stryCov_9fa48("292");
            if (stryMutAct_9fa48("293")) {
              ;
            } else {
              stryCov_9fa48("293");
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
  if (stryMutAct_9fa48("294")) {
    {}
  } else {
    stryCov_9fa48("294");
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
    const edges: Edge[] = stryMutAct_9fa48("295") ? ["Stryker was here"] : (stryCov_9fa48("295"), []);
    const consider = (a: number, b: number): void => {
      if (stryMutAct_9fa48("296")) {
        {}
      } else {
        stryCov_9fa48("296");
        if (stryMutAct_9fa48("299") ? false : stryMutAct_9fa48("298") ? true : stryMutAct_9fa48("297") ? isOpen(a, b) : (stryCov_9fa48("297", "298", "299"), !isOpen(a, b))) return;
        const judgement = judge(recordings[a] as Recording, recordings[b] as Recording, settings);
        const edge = edgeOf(a, b, judgement, answers.get(stryMutAct_9fa48("300") ? a * count - b : (stryCov_9fa48("300"), (stryMutAct_9fa48("301") ? a / count : (stryCov_9fa48("301"), a * count)) + b)));
        if (stryMutAct_9fa48("304") ? edge.isBarred && edge.verdict !== 'different' : stryMutAct_9fa48("303") ? false : stryMutAct_9fa48("302") ? true : (stryCov_9fa48("302", "303", "304"), edge.isBarred || (stryMutAct_9fa48("306") ? edge.verdict === 'different' : stryMutAct_9fa48("305") ? false : (stryCov_9fa48("305", "306"), edge.verdict !== (stryMutAct_9fa48("307") ? "" : (stryCov_9fa48("307"), 'different')))))) if (stryMutAct_9fa48("308")) {
          ;
        } else {
          stryCov_9fa48("308");
          edges.push(edge);
        }
      }
    };
    const linked = new Set(answers.keys());
    // Where everything is in a group already, no id can tell anything new.
    if (stryMutAct_9fa48("311") ? recordings.every((_, place) => isFree(place)) : stryMutAct_9fa48("310") ? false : stryMutAct_9fa48("309") ? true : (stryCov_9fa48("309", "310", "311"), recordings.some(stryMutAct_9fa48("312") ? () => undefined : (stryCov_9fa48("312"), (_, place) => isFree(place))))) {
      if (stryMutAct_9fa48("313")) {
        {}
      } else {
        stryCov_9fa48("313");
        forEachSharedId(recordings, (a, b) => {
          if (stryMutAct_9fa48("315")) {
            {}
          } else {
            stryCov_9fa48("315");
            linked.add(stryMutAct_9fa48("317") ? a * count - b : (stryCov_9fa48("317"), (stryMutAct_9fa48("318") ? a / count : (stryCov_9fa48("318"), a * count)) + b));
          }
        });
      }
    }
    forEachOverlap(timeline, isFolded, (a, b) => {
      if (stryMutAct_9fa48("320")) {
        {}
      } else {
        stryCov_9fa48("320");
        linked.delete(stryMutAct_9fa48("322") ? a * count - b : (stryCov_9fa48("322"), (stryMutAct_9fa48("323") ? a / count : (stryCov_9fa48("323"), a * count)) + b));
        if (stryMutAct_9fa48("324")) {
          ;
        } else {
          stryCov_9fa48("324");
          consider(a, b);
        }
      }
    });
    for (const pair of stryMutAct_9fa48("325") ? [...linked] : (stryCov_9fa48("325"), (stryMutAct_9fa48("326") ? [] : (stryCov_9fa48("326"), [...linked])).sort(stryMutAct_9fa48("327") ? () => undefined : (stryCov_9fa48("327"), (x, y) => stryMutAct_9fa48("328") ? x + y : (stryCov_9fa48("328"), x - y))))) consider(Math.floor(stryMutAct_9fa48("330") ? pair * count : (stryCov_9fa48("330"), pair / count)), stryMutAct_9fa48("331") ? pair * count : (stryCov_9fa48("331"), pair % count));
    return edges;
  }
};