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
 * **Cost** O(n) to begin with; a join reads the edges of one side.
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
  if (stryMutAct_9fa48("594")) {
    {}
  } else {
    stryCov_9fa48("594");
    // The columns after the first three are by the cluster's name. A ring goes through the members of a cluster.
    const clusterOf = new Int32Array(count);
    const unitOf = new Int32Array(count);
    const ring = new Int32Array(count);
    const units = new Int32Array(count).fill(1);
    const groups = new Int32Array(count);
    const singles = new Uint8Array(count);
    const headOf = new Map<number, number>();
    for (let place = 0; stryMutAct_9fa48("597") ? place >= count : stryMutAct_9fa48("596") ? place <= count : stryMutAct_9fa48("595") ? false : (stryCov_9fa48("595", "596", "597"), place < count); stryMutAct_9fa48("598") ? place-- : (stryCov_9fa48("598"), place++)) {
      if (stryMutAct_9fa48("599")) {
        {}
      } else {
        stryCov_9fa48("599");
        const group = groupOf(place);
        const head = (stryMutAct_9fa48("603") ? group >= 0 : stryMutAct_9fa48("602") ? group <= 0 : stryMutAct_9fa48("601") ? false : stryMutAct_9fa48("600") ? true : (stryCov_9fa48("600", "601", "602", "603"), group < 0)) ? firstOf(place) : stryMutAct_9fa48("604") ? headOf.get(group) && place : (stryCov_9fa48("604"), headOf.get(group) ?? place);
        if (stryMutAct_9fa48("607") ? group >= 0 || head === place : stryMutAct_9fa48("606") ? false : stryMutAct_9fa48("605") ? true : (stryCov_9fa48("605", "606", "607"), (stryMutAct_9fa48("610") ? group < 0 : stryMutAct_9fa48("609") ? group > 0 : stryMutAct_9fa48("608") ? true : (stryCov_9fa48("608", "609", "610"), group >= 0)) && (stryMutAct_9fa48("612") ? head !== place : stryMutAct_9fa48("611") ? true : (stryCov_9fa48("611", "612"), head === place)))) if (stryMutAct_9fa48("613")) {
          ;
        } else {
          stryCov_9fa48("613");
          headOf.set(group, place);
        }
        clusterOf[place] = head;
        unitOf[place] = head;
        ring[place] = ring[head] as number;
        ring[head] = place;
        groups[place] = group;
        if (stryMutAct_9fa48("615") ? false : stryMutAct_9fa48("614") ? true : (stryCov_9fa48("614", "615"), isSingle(place))) singles[head] = 1;
      }
    }

    /** The first answer that a member of the cluster gives, if any does. */
    const firstAmong = <Answer,>(name: number, ask: (place: number) => Answer | undefined): Answer | undefined => {
      if (stryMutAct_9fa48("616")) {
        {}
      } else {
        stryCov_9fa48("616");
        let place = name;
        do {
          if (stryMutAct_9fa48("617")) {
            {}
          } else {
            stryCov_9fa48("617");
            const answer = ask(place);
            if (stryMutAct_9fa48("620") ? answer === undefined : stryMutAct_9fa48("619") ? false : stryMutAct_9fa48("618") ? true : (stryCov_9fa48("618", "619", "620"), answer !== undefined)) return answer;
            place = ring[place] as number;
          }
        } while (stryMutAct_9fa48("622") ? place === name : stryMutAct_9fa48("621") ? false : (stryCov_9fa48("621", "622"), place !== name));
        return undefined;
      }
    };
    const limitsHold = (x: number, y: number): boolean => {
      if (stryMutAct_9fa48("623")) {
        {}
      } else {
        stryCov_9fa48("623");
        if (stryMutAct_9fa48("626") ? groups[x] as number >= 0 || groups[y] as number >= 0 : stryMutAct_9fa48("625") ? false : stryMutAct_9fa48("624") ? true : (stryCov_9fa48("624", "625", "626"), (stryMutAct_9fa48("629") ? groups[x] as number < 0 : stryMutAct_9fa48("628") ? groups[x] as number > 0 : stryMutAct_9fa48("627") ? true : (stryCov_9fa48("627", "628", "629"), groups[x] as number >= 0)) && (stryMutAct_9fa48("632") ? groups[y] as number < 0 : stryMutAct_9fa48("631") ? groups[y] as number > 0 : stryMutAct_9fa48("630") ? true : (stryCov_9fa48("630", "631", "632"), groups[y] as number >= 0)))) return stryMutAct_9fa48("633") ? true : (stryCov_9fa48("633"), false);
        if (stryMutAct_9fa48("636") ? singles[x] === 1 || singles[y] === 1 : stryMutAct_9fa48("635") ? false : stryMutAct_9fa48("634") ? true : (stryCov_9fa48("634", "635", "636"), (stryMutAct_9fa48("638") ? singles[x] !== 1 : stryMutAct_9fa48("637") ? true : (stryCov_9fa48("637", "638"), singles[x] === 1)) && (stryMutAct_9fa48("640") ? singles[y] !== 1 : stryMutAct_9fa48("639") ? true : (stryCov_9fa48("639", "640"), singles[y] === 1)))) return stryMutAct_9fa48("641") ? true : (stryCov_9fa48("641"), false);
        const ownId = firstAmong(x, ownIdOf);
        const otherId = stryMutAct_9fa48("644") ? ownId || firstAmong(y, ownIdOf) : stryMutAct_9fa48("643") ? false : stryMutAct_9fa48("642") ? true : (stryCov_9fa48("642", "643", "644"), ownId && firstAmong(y, ownIdOf));
        return stryMutAct_9fa48("647") ? otherId === undefined && otherId === ownId : stryMutAct_9fa48("646") ? false : stryMutAct_9fa48("645") ? true : (stryCov_9fa48("645", "646", "647"), (stryMutAct_9fa48("649") ? otherId !== undefined : stryMutAct_9fa48("648") ? false : (stryCov_9fa48("648", "649"), otherId === undefined)) || (stryMutAct_9fa48("651") ? otherId !== ownId : stryMutAct_9fa48("650") ? false : (stryCov_9fa48("650", "651"), otherId === ownId)));
      }
    };
    const agree = (x: number, y: number, by: Edge): boolean => {
      if (stryMutAct_9fa48("652")) {
        {}
      } else {
        stryCov_9fa48("652");
        const agreed = new Set<number>();
        const barred = firstAmong(x, stryMutAct_9fa48("653") ? () => undefined : (stryCov_9fa48("653"), place => edgesAt(place).find(edge => {
          if (stryMutAct_9fa48("654")) {
            {}
          } else {
            stryCov_9fa48("654");
            const other = stryMutAct_9fa48("655") ? edge.a + edge.b + place : (stryCov_9fa48("655"), (stryMutAct_9fa48("656") ? edge.a - edge.b : (stryCov_9fa48("656"), edge.a + edge.b)) - place);
            if (stryMutAct_9fa48("659") ? clusterOf[other] === y : stryMutAct_9fa48("658") ? false : stryMutAct_9fa48("657") ? true : (stryCov_9fa48("657", "658", "659"), clusterOf[other] !== y)) return stryMutAct_9fa48("660") ? true : (stryCov_9fa48("660"), false);
            if (stryMutAct_9fa48("663") ? edge.verdict !== 'same' : stryMutAct_9fa48("662") ? false : stryMutAct_9fa48("661") ? true : (stryCov_9fa48("661", "662", "663"), edge.verdict === (stryMutAct_9fa48("664") ? "" : (stryCov_9fa48("664"), 'same')))) if (stryMutAct_9fa48("665")) {
              ;
            } else {
              stryCov_9fa48("665");
              agreed.add(stryMutAct_9fa48("666") ? (unitOf[place] as number) * count - (unitOf[other] as number) : (stryCov_9fa48("666"), (stryMutAct_9fa48("667") ? (unitOf[place] as number) / count : (stryCov_9fa48("667"), (unitOf[place] as number) * count)) + (unitOf[other] as number)));
            }
            return stryMutAct_9fa48("670") ? edge.isBarred || by.answer === undefined || edge.answer === 'different' : stryMutAct_9fa48("669") ? false : stryMutAct_9fa48("668") ? true : (stryCov_9fa48("668", "669", "670"), edge.isBarred && (stryMutAct_9fa48("672") ? by.answer === undefined && edge.answer === 'different' : stryMutAct_9fa48("671") ? true : (stryCov_9fa48("671", "672"), (stryMutAct_9fa48("674") ? by.answer !== undefined : stryMutAct_9fa48("673") ? false : (stryCov_9fa48("673", "674"), by.answer === undefined)) || (stryMutAct_9fa48("676") ? edge.answer !== 'different' : stryMutAct_9fa48("675") ? false : (stryCov_9fa48("675", "676"), edge.answer === (stryMutAct_9fa48("677") ? "" : (stryCov_9fa48("677"), 'different')))))));
          }
        })));
        return stryMutAct_9fa48("680") ? barred === undefined || by.isCore || agreed.size === (units[x] as number) * (units[y] as number) : stryMutAct_9fa48("679") ? false : stryMutAct_9fa48("678") ? true : (stryCov_9fa48("678", "679", "680"), (stryMutAct_9fa48("682") ? barred !== undefined : stryMutAct_9fa48("681") ? true : (stryCov_9fa48("681", "682"), barred === undefined)) && (stryMutAct_9fa48("684") ? by.isCore && agreed.size === (units[x] as number) * (units[y] as number) : stryMutAct_9fa48("683") ? true : (stryCov_9fa48("683", "684"), by.isCore || (stryMutAct_9fa48("686") ? agreed.size !== (units[x] as number) * (units[y] as number) : stryMutAct_9fa48("685") ? false : (stryCov_9fa48("685", "686"), agreed.size === (stryMutAct_9fa48("687") ? (units[x] as number) / (units[y] as number) : (stryCov_9fa48("687"), (units[x] as number) * (units[y] as number))))))));
      }
    };
    const join = (gone: number, kept: number, asCore: boolean): void => {
      if (stryMutAct_9fa48("688")) {
        {}
      } else {
        stryCov_9fa48("688");
        firstAmong(gone, place => {
          if (stryMutAct_9fa48("690")) {
            {}
          } else {
            stryCov_9fa48("690");
            clusterOf[place] = kept;
            return undefined;
          }
        });
        const next = ring[gone] as number;
        ring[gone] = ring[kept] as number;
        ring[kept] = next;
        if (stryMutAct_9fa48("692") ? false : stryMutAct_9fa48("691") ? true : (stryCov_9fa48("691", "692"), asCore)) {
          if (stryMutAct_9fa48("693")) {
            {}
          } else {
            stryCov_9fa48("693");
            firstAmong(kept, place => {
              if (stryMutAct_9fa48("695")) {
                {}
              } else {
                stryCov_9fa48("695");
                unitOf[place] = kept;
                return undefined;
              }
            });
          }
        }
        units[kept] = asCore ? 1 : stryMutAct_9fa48("696") ? (units[kept] as number) - (units[gone] as number) : (stryCov_9fa48("696"), (units[kept] as number) + (units[gone] as number));
        groups[kept] = stryMutAct_9fa48("697") ? Math.min(groups[kept] as number, groups[gone] as number) : (stryCov_9fa48("697"), Math.max(groups[kept] as number, groups[gone] as number));
        singles[kept] = (singles[kept] as number) | singles[gone] as number;
      }
    };
    const joining = stryMutAct_9fa48("698") ? edges : (stryCov_9fa48("698"), edges.filter(stryMutAct_9fa48("699") ? () => undefined : (stryCov_9fa48("699"), edge => stryMutAct_9fa48("702") ? edge.verdict === 'same' || !edge.isBarred : stryMutAct_9fa48("701") ? false : stryMutAct_9fa48("700") ? true : (stryCov_9fa48("700", "701", "702"), (stryMutAct_9fa48("704") ? edge.verdict !== 'same' : stryMutAct_9fa48("703") ? true : (stryCov_9fa48("703", "704"), edge.verdict === (stryMutAct_9fa48("705") ? "" : (stryCov_9fa48("705"), 'same')))) && (stryMutAct_9fa48("706") ? edge.isBarred : (stryCov_9fa48("706"), !edge.isBarred))))));
    stryMutAct_9fa48("708") ? joining : (stryCov_9fa48("708"), joining.sort(stryMutAct_9fa48("709") ? () => undefined : (stryCov_9fa48("709"), (x, y) => stryMutAct_9fa48("710") ? y.strength + x.strength : (stryCov_9fa48("710"), y.strength - x.strength))));
    for (const edge of joining) {
      if (stryMutAct_9fa48("711")) {
        {}
      } else {
        stryCov_9fa48("711");
        const a = clusterOf[edge.a] as number;
        const b = clusterOf[edge.b] as number;
        if (stryMutAct_9fa48("714") ? a === b && !limitsHold(a, b) : stryMutAct_9fa48("713") ? false : stryMutAct_9fa48("712") ? true : (stryCov_9fa48("712", "713", "714"), (stryMutAct_9fa48("716") ? a !== b : stryMutAct_9fa48("715") ? false : (stryCov_9fa48("715", "716"), a === b)) || (stryMutAct_9fa48("717") ? limitsHold(a, b) : (stryCov_9fa48("717"), !limitsHold(a, b))))) continue;
        if (stryMutAct_9fa48("719") ? false : stryMutAct_9fa48("718") ? true : (stryCov_9fa48("718", "719"), agree(a, b, edge))) if (stryMutAct_9fa48("720")) {
          ;
        } else {
          stryCov_9fa48("720");
          join(a, b, edge.isCore);
        }
      }
    }
    return clusterOf;
  }
};