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
import { isExternalId } from '../domain/external-id';
import type { Recording } from '../domain/recording';
import type { Workout } from '../domain/workout';
import type { Rung } from './comparison';

/** What the ids of two recordings say, and on which rung of the ladder. */
export interface Identity {
  readonly rung: Exclude<Rung, 'evidence'>;
  readonly code: 'shared-id' | 'conflicting-id' | 'parent';
}

/** The external id of ours that a record carries. Ids of any other form are another app's business. */
export const ownIdOf = (recording: Recording): string | undefined => {
  if (stryMutAct_9fa48("510")) {
    {}
  } else {
    stryCov_9fa48("510");
    const id = stryMutAct_9fa48("511") ? (recording as Partial<Workout>).external.id : (stryCov_9fa48("511"), (recording as Partial<Workout>).external?.id);
    return (stryMutAct_9fa48("514") ? id !== undefined || isExternalId(id) : stryMutAct_9fa48("513") ? false : stryMutAct_9fa48("512") ? true : (stryCov_9fa48("512", "513", "514"), (stryMutAct_9fa48("516") ? id === undefined : stryMutAct_9fa48("515") ? true : (stryCov_9fa48("515", "516"), id !== undefined)) && isExternalId(id))) ? id : undefined;
  }
};

/** The id that the writing app gave a record, unique among all apps. */
export const sourceIdOf = stryMutAct_9fa48("517") ? () => undefined : (stryCov_9fa48("517"), (() => {
  const sourceIdOf = ({
    source,
    sourceId
  }: Recording): string | undefined => stryMutAct_9fa48("520") ? source && sourceId || `${source.app} ${sourceId}` : stryMutAct_9fa48("519") ? false : stryMutAct_9fa48("518") ? true : (stryCov_9fa48("518", "519", "520"), (stryMutAct_9fa48("522") ? source || sourceId : stryMutAct_9fa48("521") ? true : (stryCov_9fa48("521", "522"), source && sourceId)) && (stryMutAct_9fa48("523") ? `` : (stryCov_9fa48("523"), `${source.app} ${sourceId}`)));
  return sourceIdOf;
})());

/** Whether one app wrote both. Records that name no app say nothing. */
export const sameApp = stryMutAct_9fa48("524") ? () => undefined : (stryCov_9fa48("524"), (() => {
  const sameApp = ({
    source
  }: Recording, other: Recording): boolean => stryMutAct_9fa48("527") ? source !== undefined || source.app === other.source?.app : stryMutAct_9fa48("526") ? false : stryMutAct_9fa48("525") ? true : (stryCov_9fa48("525", "526", "527"), (stryMutAct_9fa48("529") ? source === undefined : stryMutAct_9fa48("528") ? true : (stryCov_9fa48("528", "529"), source !== undefined)) && (stryMutAct_9fa48("531") ? source.app !== other.source?.app : stryMutAct_9fa48("530") ? true : (stryCov_9fa48("530", "531"), source.app === (stryMutAct_9fa48("532") ? other.source.app : (stryCov_9fa48("532"), other.source?.app)))));
  return sameApp;
})());

/** Legs of one parent may share its file id, and are still not each other. */
const shareCrossId = stryMutAct_9fa48("533") ? () => undefined : (stryCov_9fa48("533"), (() => {
  const shareCrossId = (a: Recording, b: Recording): boolean => stryMutAct_9fa48("536") ? a.parent === undefined || a.parent !== b.parent || a.crossIds?.some(id => b.crossIds?.includes(id)) === true : stryMutAct_9fa48("535") ? false : stryMutAct_9fa48("534") ? true : (stryCov_9fa48("534", "535", "536"), (stryMutAct_9fa48("538") ? a.parent === undefined && a.parent !== b.parent : stryMutAct_9fa48("537") ? true : (stryCov_9fa48("537", "538"), (stryMutAct_9fa48("540") ? a.parent !== undefined : stryMutAct_9fa48("539") ? false : (stryCov_9fa48("539", "540"), a.parent === undefined)) || (stryMutAct_9fa48("542") ? a.parent === b.parent : stryMutAct_9fa48("541") ? false : (stryCov_9fa48("541", "542"), a.parent !== b.parent)))) && (stryMutAct_9fa48("544") ? a.crossIds?.some(id => b.crossIds?.includes(id)) !== true : stryMutAct_9fa48("543") ? true : (stryCov_9fa48("543", "544"), (stryMutAct_9fa48("546") ? a.crossIds.some(id => b.crossIds?.includes(id)) : stryMutAct_9fa48("545") ? a.crossIds?.every(id => b.crossIds?.includes(id)) : (stryCov_9fa48("545", "546"), a.crossIds?.some(stryMutAct_9fa48("547") ? () => undefined : (stryCov_9fa48("547"), id => stryMutAct_9fa48("548") ? b.crossIds.includes(id) : (stryCov_9fa48("548"), b.crossIds?.includes(id)))))) === (stryMutAct_9fa48("549") ? false : (stryCov_9fa48("549"), true)))));
  return shareCrossId;
})());

/**
 * The first rung of the identity ladder on which two recordings meet or contradict each other: our own external id, the
 * writing app's id, an explicit link (a parent, a shared id).
 *
 * **Laws** symmetric. An id that only one side has says nothing.
 */
export const identify = (a: Recording, b: Recording): Identity | undefined => {
  if (stryMutAct_9fa48("550")) {
    {}
  } else {
    stryCov_9fa48("550");
    const ownId = ownIdOf(a);
    const otherOwnId = stryMutAct_9fa48("553") ? ownId || ownIdOf(b) : stryMutAct_9fa48("552") ? false : stryMutAct_9fa48("551") ? true : (stryCov_9fa48("551", "552", "553"), ownId && ownIdOf(b));
    if (stryMutAct_9fa48("555") ? false : stryMutAct_9fa48("554") ? true : (stryCov_9fa48("554", "555"), otherOwnId)) return stryMutAct_9fa48("556") ? {} : (stryCov_9fa48("556"), {
      rung: stryMutAct_9fa48("557") ? "" : (stryCov_9fa48("557"), 'own-id'),
      code: (stryMutAct_9fa48("560") ? ownId !== otherOwnId : stryMutAct_9fa48("559") ? false : stryMutAct_9fa48("558") ? true : (stryCov_9fa48("558", "559", "560"), ownId === otherOwnId)) ? stryMutAct_9fa48("561") ? "" : (stryCov_9fa48("561"), 'shared-id') : stryMutAct_9fa48("562") ? "" : (stryCov_9fa48("562"), 'conflicting-id')
    });
    const numbered = stryMutAct_9fa48("565") ? a.sourceId && b.sourceId || sameApp(a, b) : stryMutAct_9fa48("564") ? false : stryMutAct_9fa48("563") ? true : (stryCov_9fa48("563", "564", "565"), (stryMutAct_9fa48("567") ? a.sourceId || b.sourceId : stryMutAct_9fa48("566") ? true : (stryCov_9fa48("566", "567"), a.sourceId && b.sourceId)) && sameApp(a, b));
    if (stryMutAct_9fa48("570") ? numbered || a.sourceId === b.sourceId : stryMutAct_9fa48("569") ? false : stryMutAct_9fa48("568") ? true : (stryCov_9fa48("568", "569", "570"), numbered && (stryMutAct_9fa48("572") ? a.sourceId !== b.sourceId : stryMutAct_9fa48("571") ? true : (stryCov_9fa48("571", "572"), a.sourceId === b.sourceId)))) return stryMutAct_9fa48("573") ? {} : (stryCov_9fa48("573"), {
      rung: stryMutAct_9fa48("574") ? "" : (stryCov_9fa48("574"), 'source-id'),
      code: stryMutAct_9fa48("575") ? "" : (stryCov_9fa48("575"), 'shared-id')
    });
    if (stryMutAct_9fa48("578") ? a.parent === b.key && b.parent === a.key : stryMutAct_9fa48("577") ? false : stryMutAct_9fa48("576") ? true : (stryCov_9fa48("576", "577", "578"), (stryMutAct_9fa48("580") ? a.parent !== b.key : stryMutAct_9fa48("579") ? false : (stryCov_9fa48("579", "580"), a.parent === b.key)) || (stryMutAct_9fa48("582") ? b.parent !== a.key : stryMutAct_9fa48("581") ? false : (stryCov_9fa48("581", "582"), b.parent === a.key)))) return stryMutAct_9fa48("583") ? {} : (stryCov_9fa48("583"), {
      rung: stryMutAct_9fa48("584") ? "" : (stryCov_9fa48("584"), 'cross-id'),
      code: stryMutAct_9fa48("585") ? "" : (stryCov_9fa48("585"), 'parent')
    });
    if (stryMutAct_9fa48("587") ? false : stryMutAct_9fa48("586") ? true : (stryCov_9fa48("586", "587"), numbered)) return stryMutAct_9fa48("588") ? {} : (stryCov_9fa48("588"), {
      rung: stryMutAct_9fa48("589") ? "" : (stryCov_9fa48("589"), 'source-id'),
      code: stryMutAct_9fa48("590") ? "" : (stryCov_9fa48("590"), 'conflicting-id')
    });
    return shareCrossId(a, b) ? stryMutAct_9fa48("591") ? {} : (stryCov_9fa48("591"), {
      rung: stryMutAct_9fa48("592") ? "" : (stryCov_9fa48("592"), 'cross-id'),
      code: stryMutAct_9fa48("593") ? "" : (stryCov_9fa48("593"), 'shared-id')
    }) : undefined;
  }
};