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
import type { Edge } from './find-edges';

/** What stands before anything is measured, by place. */
export interface Members {
  readonly count: number;
  /** A recording's group: those of one number are together from the start, those of two never are; −1 has none. */
  readonly groupOf: (place: number) => number;
  /** At most one such recording stands in a cluster. */
  readonly isSingle: (place: number) => boolean;
  /** Our own external id, of which a cluster has at most one. */
  readonly ownIdOf: (place: number) => string | undefined;
  /** The place whose exact rewrite this one is, or itself. */
  readonly firstOf: (place: number) => number;
}

/**
 * Joins recordings into clusters, the strongest edge first.
 *
 * A *core* is what belongs together whatever others measure: a group, recordings with one id, what the user called the
 * same. Two clusters join if every unit (a core, or a recording outside one) of the one is `same` with every unit of the
 * other, and no pair across is barred. A core is `same` if one of its recordings is: so a copy joins a linked pair
 * through either side, but two copies that are not `same` never meet in a chain.
 *
 * **Laws** at most one single recording, one group and one external id of ours in a cluster, whatever the edges say.
 *
 * **Cost** O(n) to begin with; a join reads the edges of the smaller side.
 *
 * @returns the cluster of each place, named by one of its places.
 */
export const joinClusters = ({
  count,
  groupOf,
  isSingle,
  ownIdOf,
  firstOf
}: Members, edges: readonly Edge[], edgesAt: (place: number) => readonly Edge[]): Int32Array => {
  if (stryMutAct_9fa48("612")) {
    {}
  } else {
    stryCov_9fa48("612");
    // All columns but the first three are by the cluster's name. A ring holds the members of a cluster.
    const clusterOf = new Int32Array(count);
    const unitOf = new Int32Array(count);
    const ring = new Int32Array(count);
    const sizes = new Int32Array(count);
    const units = new Int32Array(count).fill(1);
    const groups = new Int32Array(count);
    const singles = new Uint8Array(count);
    const headOf = new Map<number, number>();
    for (let place = 0; stryMutAct_9fa48("615") ? place >= count : stryMutAct_9fa48("614") ? place <= count : stryMutAct_9fa48("613") ? false : (stryCov_9fa48("613", "614", "615"), place < count); stryMutAct_9fa48("616") ? place-- : (stryCov_9fa48("616"), place++)) {
      if (stryMutAct_9fa48("617")) {
        {}
      } else {
        stryCov_9fa48("617");
        const group = groupOf(place);
        const head = (stryMutAct_9fa48("621") ? group >= 0 : stryMutAct_9fa48("620") ? group <= 0 : stryMutAct_9fa48("619") ? false : stryMutAct_9fa48("618") ? true : (stryCov_9fa48("618", "619", "620", "621"), group < 0)) ? firstOf(place) : stryMutAct_9fa48("622") ? headOf.get(group) && place : (stryCov_9fa48("622"), headOf.get(group) ?? place);
        if (stryMutAct_9fa48("625") ? group >= 0 || head === place : stryMutAct_9fa48("624") ? false : stryMutAct_9fa48("623") ? true : (stryCov_9fa48("623", "624", "625"), (stryMutAct_9fa48("628") ? group < 0 : stryMutAct_9fa48("627") ? group > 0 : stryMutAct_9fa48("626") ? true : (stryCov_9fa48("626", "627", "628"), group >= 0)) && (stryMutAct_9fa48("630") ? head !== place : stryMutAct_9fa48("629") ? true : (stryCov_9fa48("629", "630"), head === place)))) if (stryMutAct_9fa48("631")) {
          ;
        } else {
          stryCov_9fa48("631");
          headOf.set(group, place);
        }
        clusterOf[place] = head;
        unitOf[place] = head;
        ring[place] = (stryMutAct_9fa48("634") ? head !== place : stryMutAct_9fa48("633") ? false : stryMutAct_9fa48("632") ? true : (stryCov_9fa48("632", "633", "634"), head === place)) ? place : ring[head] as number;
        ring[head] = place;
        groups[place] = group;
        sizes[head] = stryMutAct_9fa48("635") ? (sizes[head] as number) - 1 : (stryCov_9fa48("635"), (sizes[head] as number) + 1);
        if (stryMutAct_9fa48("637") ? false : stryMutAct_9fa48("636") ? true : (stryCov_9fa48("636", "637"), isSingle(place))) singles[head] = 1;
      }
    }

    /** The first answer that a member of the cluster gives, if any does. */
    const firstAmong = <Answer,>(name: number, ask: (place: number) => Answer | undefined): Answer | undefined => {
      if (stryMutAct_9fa48("638")) {
        {}
      } else {
        stryCov_9fa48("638");
        let place = name;
        do {
          if (stryMutAct_9fa48("639")) {
            {}
          } else {
            stryCov_9fa48("639");
            const answer = ask(place);
            if (stryMutAct_9fa48("642") ? answer === undefined : stryMutAct_9fa48("641") ? false : stryMutAct_9fa48("640") ? true : (stryCov_9fa48("640", "641", "642"), answer !== undefined)) return answer;
            place = ring[place] as number;
          }
        } while (stryMutAct_9fa48("644") ? place === name : stryMutAct_9fa48("643") ? false : (stryCov_9fa48("643", "644"), place !== name));
        return undefined;
      }
    };
    const limitsHold = (x: number, y: number): boolean => {
      if (stryMutAct_9fa48("645")) {
        {}
      } else {
        stryCov_9fa48("645");
        if (stryMutAct_9fa48("648") ? groups[x] as number >= 0 || groups[y] as number >= 0 : stryMutAct_9fa48("647") ? false : stryMutAct_9fa48("646") ? true : (stryCov_9fa48("646", "647", "648"), (stryMutAct_9fa48("651") ? groups[x] as number < 0 : stryMutAct_9fa48("650") ? groups[x] as number > 0 : stryMutAct_9fa48("649") ? true : (stryCov_9fa48("649", "650", "651"), groups[x] as number >= 0)) && (stryMutAct_9fa48("654") ? groups[y] as number < 0 : stryMutAct_9fa48("653") ? groups[y] as number > 0 : stryMutAct_9fa48("652") ? true : (stryCov_9fa48("652", "653", "654"), groups[y] as number >= 0)))) return stryMutAct_9fa48("655") ? true : (stryCov_9fa48("655"), false);
        if (stryMutAct_9fa48("658") ? singles[x] === 1 || singles[y] === 1 : stryMutAct_9fa48("657") ? false : stryMutAct_9fa48("656") ? true : (stryCov_9fa48("656", "657", "658"), (stryMutAct_9fa48("660") ? singles[x] !== 1 : stryMutAct_9fa48("659") ? true : (stryCov_9fa48("659", "660"), singles[x] === 1)) && (stryMutAct_9fa48("662") ? singles[y] !== 1 : stryMutAct_9fa48("661") ? true : (stryCov_9fa48("661", "662"), singles[y] === 1)))) return stryMutAct_9fa48("663") ? true : (stryCov_9fa48("663"), false);
        const ownId = firstAmong(x, ownIdOf);
        const otherId = stryMutAct_9fa48("666") ? ownId || firstAmong(y, ownIdOf) : stryMutAct_9fa48("665") ? false : stryMutAct_9fa48("664") ? true : (stryCov_9fa48("664", "665", "666"), ownId && firstAmong(y, ownIdOf));
        return stryMutAct_9fa48("669") ? otherId === undefined && otherId === ownId : stryMutAct_9fa48("668") ? false : stryMutAct_9fa48("667") ? true : (stryCov_9fa48("667", "668", "669"), (stryMutAct_9fa48("671") ? otherId !== undefined : stryMutAct_9fa48("670") ? false : (stryCov_9fa48("670", "671"), otherId === undefined)) || (stryMutAct_9fa48("673") ? otherId !== ownId : stryMutAct_9fa48("672") ? false : (stryCov_9fa48("672", "673"), otherId === ownId)));
      }
    };
    const agree = (fewer: number, more: number, by: Edge): boolean => {
      if (stryMutAct_9fa48("674")) {
        {}
      } else {
        stryCov_9fa48("674");
        const agreed = new Set<number>();
        const barred = firstAmong(fewer, stryMutAct_9fa48("675") ? () => undefined : (stryCov_9fa48("675"), place => edgesAt(place).find(edge => {
          if (stryMutAct_9fa48("676")) {
            {}
          } else {
            stryCov_9fa48("676");
            const other = stryMutAct_9fa48("677") ? edge.a + edge.b + place : (stryCov_9fa48("677"), (stryMutAct_9fa48("678") ? edge.a - edge.b : (stryCov_9fa48("678"), edge.a + edge.b)) - place);
            if (stryMutAct_9fa48("681") ? clusterOf[other] === more : stryMutAct_9fa48("680") ? false : stryMutAct_9fa48("679") ? true : (stryCov_9fa48("679", "680", "681"), clusterOf[other] !== more)) return stryMutAct_9fa48("682") ? true : (stryCov_9fa48("682"), false);
            if (stryMutAct_9fa48("685") ? edge.verdict !== 'same' : stryMutAct_9fa48("684") ? false : stryMutAct_9fa48("683") ? true : (stryCov_9fa48("683", "684", "685"), edge.verdict === (stryMutAct_9fa48("686") ? "" : (stryCov_9fa48("686"), 'same')))) if (stryMutAct_9fa48("687")) {
              ;
            } else {
              stryCov_9fa48("687");
              agreed.add(stryMutAct_9fa48("688") ? (unitOf[place] as number) * count - (unitOf[other] as number) : (stryCov_9fa48("688"), (stryMutAct_9fa48("689") ? (unitOf[place] as number) / count : (stryCov_9fa48("689"), (unitOf[place] as number) * count)) + (unitOf[other] as number)));
            }
            return stryMutAct_9fa48("692") ? edge.isBarred || by.answer === undefined || edge.answer === 'different' : stryMutAct_9fa48("691") ? false : stryMutAct_9fa48("690") ? true : (stryCov_9fa48("690", "691", "692"), edge.isBarred && (stryMutAct_9fa48("694") ? by.answer === undefined && edge.answer === 'different' : stryMutAct_9fa48("693") ? true : (stryCov_9fa48("693", "694"), (stryMutAct_9fa48("696") ? by.answer !== undefined : stryMutAct_9fa48("695") ? false : (stryCov_9fa48("695", "696"), by.answer === undefined)) || (stryMutAct_9fa48("698") ? edge.answer !== 'different' : stryMutAct_9fa48("697") ? false : (stryCov_9fa48("697", "698"), edge.answer === (stryMutAct_9fa48("699") ? "" : (stryCov_9fa48("699"), 'different')))))));
          }
        })));
        return stryMutAct_9fa48("702") ? barred === undefined || by.isCore || agreed.size === (units[fewer] as number) * (units[more] as number) : stryMutAct_9fa48("701") ? false : stryMutAct_9fa48("700") ? true : (stryCov_9fa48("700", "701", "702"), (stryMutAct_9fa48("704") ? barred !== undefined : stryMutAct_9fa48("703") ? true : (stryCov_9fa48("703", "704"), barred === undefined)) && (stryMutAct_9fa48("706") ? by.isCore && agreed.size === (units[fewer] as number) * (units[more] as number) : stryMutAct_9fa48("705") ? true : (stryCov_9fa48("705", "706"), by.isCore || (stryMutAct_9fa48("708") ? agreed.size !== (units[fewer] as number) * (units[more] as number) : stryMutAct_9fa48("707") ? false : (stryCov_9fa48("707", "708"), agreed.size === (stryMutAct_9fa48("709") ? (units[fewer] as number) / (units[more] as number) : (stryCov_9fa48("709"), (units[fewer] as number) * (units[more] as number))))))));
      }
    };
    const join = (gone: number, kept: number, asCore: boolean): void => {
      if (stryMutAct_9fa48("710")) {
        {}
      } else {
        stryCov_9fa48("710");
        firstAmong(gone, place => {
          if (stryMutAct_9fa48("712")) {
            {}
          } else {
            stryCov_9fa48("712");
            clusterOf[place] = kept;
            return undefined;
          }
        });
        const next = ring[gone] as number;
        ring[gone] = ring[kept] as number;
        ring[kept] = next;
        if (stryMutAct_9fa48("714") ? false : stryMutAct_9fa48("713") ? true : (stryCov_9fa48("713", "714"), asCore)) {
          if (stryMutAct_9fa48("715")) {
            {}
          } else {
            stryCov_9fa48("715");
            firstAmong(kept, place => {
              if (stryMutAct_9fa48("717")) {
                {}
              } else {
                stryCov_9fa48("717");
                unitOf[place] = kept;
                return undefined;
              }
            });
          }
        }
        units[kept] = asCore ? 1 : stryMutAct_9fa48("718") ? (units[kept] as number) - (units[gone] as number) : (stryCov_9fa48("718"), (units[kept] as number) + (units[gone] as number));
        sizes[kept] = stryMutAct_9fa48("719") ? (sizes[kept] as number) - (sizes[gone] as number) : (stryCov_9fa48("719"), (sizes[kept] as number) + (sizes[gone] as number));
        groups[kept] = stryMutAct_9fa48("720") ? Math.min(groups[kept] as number, groups[gone] as number) : (stryCov_9fa48("720"), Math.max(groups[kept] as number, groups[gone] as number));
        singles[kept] = (singles[kept] as number) | singles[gone] as number;
      }
    };
    const joining = stryMutAct_9fa48("721") ? edges : (stryCov_9fa48("721"), edges.filter(stryMutAct_9fa48("722") ? () => undefined : (stryCov_9fa48("722"), edge => stryMutAct_9fa48("725") ? edge.verdict === 'same' || !edge.isBarred : stryMutAct_9fa48("724") ? false : stryMutAct_9fa48("723") ? true : (stryCov_9fa48("723", "724", "725"), (stryMutAct_9fa48("727") ? edge.verdict !== 'same' : stryMutAct_9fa48("726") ? true : (stryCov_9fa48("726", "727"), edge.verdict === (stryMutAct_9fa48("728") ? "" : (stryCov_9fa48("728"), 'same')))) && (stryMutAct_9fa48("729") ? edge.isBarred : (stryCov_9fa48("729"), !edge.isBarred))))));
    stryMutAct_9fa48("731") ? joining : (stryCov_9fa48("731"), joining.sort(stryMutAct_9fa48("732") ? () => undefined : (stryCov_9fa48("732"), (x, y) => stryMutAct_9fa48("733") ? y.strength + x.strength : (stryCov_9fa48("733"), y.strength - x.strength))));
    for (const edge of joining) {
      if (stryMutAct_9fa48("734")) {
        {}
      } else {
        stryCov_9fa48("734");
        const a = clusterOf[edge.a] as number;
        const b = clusterOf[edge.b] as number;
        if (stryMutAct_9fa48("737") ? a === b && !limitsHold(a, b) : stryMutAct_9fa48("736") ? false : stryMutAct_9fa48("735") ? true : (stryCov_9fa48("735", "736", "737"), (stryMutAct_9fa48("739") ? a !== b : stryMutAct_9fa48("738") ? false : (stryCov_9fa48("738", "739"), a === b)) || (stryMutAct_9fa48("740") ? limitsHold(a, b) : (stryCov_9fa48("740"), !limitsHold(a, b))))) continue;
        const [fewer, more] = (stryMutAct_9fa48("744") ? sizes[a] as number > (sizes[b] as number) : stryMutAct_9fa48("743") ? sizes[a] as number < (sizes[b] as number) : stryMutAct_9fa48("742") ? false : stryMutAct_9fa48("741") ? true : (stryCov_9fa48("741", "742", "743", "744"), sizes[a] as number <= (sizes[b] as number))) ? stryMutAct_9fa48("745") ? [] : (stryCov_9fa48("745"), [a, b]) : stryMutAct_9fa48("746") ? [] : (stryCov_9fa48("746"), [b, a]);
        if (stryMutAct_9fa48("748") ? false : stryMutAct_9fa48("747") ? true : (stryCov_9fa48("747", "748"), agree(fewer, more, edge))) if (stryMutAct_9fa48("749")) {
          ;
        } else {
          stryCov_9fa48("749");
          join(fewer, more, edge.isCore);
        }
      }
    }
    return clusterOf;
  }
};