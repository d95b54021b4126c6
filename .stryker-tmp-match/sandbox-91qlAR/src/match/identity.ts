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
  if (stryMutAct_9fa48("528")) {
    {}
  } else {
    stryCov_9fa48("528");
    const id = stryMutAct_9fa48("529") ? (recording as Partial<Workout>).external.id : (stryCov_9fa48("529"), (recording as Partial<Workout>).external?.id);
    return (stryMutAct_9fa48("532") ? id !== undefined || isExternalId(id) : stryMutAct_9fa48("531") ? false : stryMutAct_9fa48("530") ? true : (stryCov_9fa48("530", "531", "532"), (stryMutAct_9fa48("534") ? id === undefined : stryMutAct_9fa48("533") ? true : (stryCov_9fa48("533", "534"), id !== undefined)) && isExternalId(id))) ? id : undefined;
  }
};

/** The id that the writing app gave a record, unique among all apps. */
export const sourceIdOf = stryMutAct_9fa48("535") ? () => undefined : (stryCov_9fa48("535"), (() => {
  const sourceIdOf = ({
    source,
    sourceId
  }: Recording): string | undefined => stryMutAct_9fa48("538") ? source && sourceId || `${source.app} ${sourceId}` : stryMutAct_9fa48("537") ? false : stryMutAct_9fa48("536") ? true : (stryCov_9fa48("536", "537", "538"), (stryMutAct_9fa48("540") ? source || sourceId : stryMutAct_9fa48("539") ? true : (stryCov_9fa48("539", "540"), source && sourceId)) && (stryMutAct_9fa48("541") ? `` : (stryCov_9fa48("541"), `${source.app} ${sourceId}`)));
  return sourceIdOf;
})());

/** Whether one app wrote both. Records that name no app say nothing. */
export const sameApp = stryMutAct_9fa48("542") ? () => undefined : (stryCov_9fa48("542"), (() => {
  const sameApp = ({
    source
  }: Recording, other: Recording): boolean => stryMutAct_9fa48("545") ? source !== undefined || source.app === other.source?.app : stryMutAct_9fa48("544") ? false : stryMutAct_9fa48("543") ? true : (stryCov_9fa48("543", "544", "545"), (stryMutAct_9fa48("547") ? source === undefined : stryMutAct_9fa48("546") ? true : (stryCov_9fa48("546", "547"), source !== undefined)) && (stryMutAct_9fa48("549") ? source.app !== other.source?.app : stryMutAct_9fa48("548") ? true : (stryCov_9fa48("548", "549"), source.app === (stryMutAct_9fa48("550") ? other.source.app : (stryCov_9fa48("550"), other.source?.app)))));
  return sameApp;
})());

/** Legs of one parent may share its file id, and are still not each other. */
const shareCrossId = stryMutAct_9fa48("551") ? () => undefined : (stryCov_9fa48("551"), (() => {
  const shareCrossId = (a: Recording, b: Recording): boolean => stryMutAct_9fa48("554") ? a.parent === undefined || a.parent !== b.parent || a.crossIds?.some(id => b.crossIds?.includes(id)) === true : stryMutAct_9fa48("553") ? false : stryMutAct_9fa48("552") ? true : (stryCov_9fa48("552", "553", "554"), (stryMutAct_9fa48("556") ? a.parent === undefined && a.parent !== b.parent : stryMutAct_9fa48("555") ? true : (stryCov_9fa48("555", "556"), (stryMutAct_9fa48("558") ? a.parent !== undefined : stryMutAct_9fa48("557") ? false : (stryCov_9fa48("557", "558"), a.parent === undefined)) || (stryMutAct_9fa48("560") ? a.parent === b.parent : stryMutAct_9fa48("559") ? false : (stryCov_9fa48("559", "560"), a.parent !== b.parent)))) && (stryMutAct_9fa48("562") ? a.crossIds?.some(id => b.crossIds?.includes(id)) !== true : stryMutAct_9fa48("561") ? true : (stryCov_9fa48("561", "562"), (stryMutAct_9fa48("564") ? a.crossIds.some(id => b.crossIds?.includes(id)) : stryMutAct_9fa48("563") ? a.crossIds?.every(id => b.crossIds?.includes(id)) : (stryCov_9fa48("563", "564"), a.crossIds?.some(stryMutAct_9fa48("565") ? () => undefined : (stryCov_9fa48("565"), id => stryMutAct_9fa48("566") ? b.crossIds.includes(id) : (stryCov_9fa48("566"), b.crossIds?.includes(id)))))) === (stryMutAct_9fa48("567") ? false : (stryCov_9fa48("567"), true)))));
  return shareCrossId;
})());

/**
 * The first rung of the identity ladder on which two recordings meet or contradict each other: our own external id, the
 * writing app's id, an explicit link (a parent, a shared id).
 *
 * **Laws** symmetric. An id that only one side has says nothing.
 */
export const identify = (a: Recording, b: Recording): Identity | undefined => {
  if (stryMutAct_9fa48("568")) {
    {}
  } else {
    stryCov_9fa48("568");
    const ownId = ownIdOf(a);
    const otherOwnId = stryMutAct_9fa48("571") ? ownId || ownIdOf(b) : stryMutAct_9fa48("570") ? false : stryMutAct_9fa48("569") ? true : (stryCov_9fa48("569", "570", "571"), ownId && ownIdOf(b));
    if (stryMutAct_9fa48("573") ? false : stryMutAct_9fa48("572") ? true : (stryCov_9fa48("572", "573"), otherOwnId)) return stryMutAct_9fa48("574") ? {} : (stryCov_9fa48("574"), {
      rung: stryMutAct_9fa48("575") ? "" : (stryCov_9fa48("575"), 'own-id'),
      code: (stryMutAct_9fa48("578") ? ownId !== otherOwnId : stryMutAct_9fa48("577") ? false : stryMutAct_9fa48("576") ? true : (stryCov_9fa48("576", "577", "578"), ownId === otherOwnId)) ? stryMutAct_9fa48("579") ? "" : (stryCov_9fa48("579"), 'shared-id') : stryMutAct_9fa48("580") ? "" : (stryCov_9fa48("580"), 'conflicting-id')
    });
    const numbered = stryMutAct_9fa48("583") ? a.sourceId && b.sourceId || sameApp(a, b) : stryMutAct_9fa48("582") ? false : stryMutAct_9fa48("581") ? true : (stryCov_9fa48("581", "582", "583"), (stryMutAct_9fa48("585") ? a.sourceId || b.sourceId : stryMutAct_9fa48("584") ? true : (stryCov_9fa48("584", "585"), a.sourceId && b.sourceId)) && sameApp(a, b));
    if (stryMutAct_9fa48("588") ? numbered || a.sourceId === b.sourceId : stryMutAct_9fa48("587") ? false : stryMutAct_9fa48("586") ? true : (stryCov_9fa48("586", "587", "588"), numbered && (stryMutAct_9fa48("590") ? a.sourceId !== b.sourceId : stryMutAct_9fa48("589") ? true : (stryCov_9fa48("589", "590"), a.sourceId === b.sourceId)))) return stryMutAct_9fa48("591") ? {} : (stryCov_9fa48("591"), {
      rung: stryMutAct_9fa48("592") ? "" : (stryCov_9fa48("592"), 'source-id'),
      code: stryMutAct_9fa48("593") ? "" : (stryCov_9fa48("593"), 'shared-id')
    });
    if (stryMutAct_9fa48("596") ? a.parent === b.key && b.parent === a.key : stryMutAct_9fa48("595") ? false : stryMutAct_9fa48("594") ? true : (stryCov_9fa48("594", "595", "596"), (stryMutAct_9fa48("598") ? a.parent !== b.key : stryMutAct_9fa48("597") ? false : (stryCov_9fa48("597", "598"), a.parent === b.key)) || (stryMutAct_9fa48("600") ? b.parent !== a.key : stryMutAct_9fa48("599") ? false : (stryCov_9fa48("599", "600"), b.parent === a.key)))) return stryMutAct_9fa48("601") ? {} : (stryCov_9fa48("601"), {
      rung: stryMutAct_9fa48("602") ? "" : (stryCov_9fa48("602"), 'cross-id'),
      code: stryMutAct_9fa48("603") ? "" : (stryCov_9fa48("603"), 'parent')
    });
    if (stryMutAct_9fa48("605") ? false : stryMutAct_9fa48("604") ? true : (stryCov_9fa48("604", "605"), numbered)) return stryMutAct_9fa48("606") ? {} : (stryCov_9fa48("606"), {
      rung: stryMutAct_9fa48("607") ? "" : (stryCov_9fa48("607"), 'source-id'),
      code: stryMutAct_9fa48("608") ? "" : (stryCov_9fa48("608"), 'conflicting-id')
    });
    return shareCrossId(a, b) ? stryMutAct_9fa48("609") ? {} : (stryCov_9fa48("609"), {
      rung: stryMutAct_9fa48("610") ? "" : (stryCov_9fa48("610"), 'cross-id'),
      code: stryMutAct_9fa48("611") ? "" : (stryCov_9fa48("611"), 'shared-id')
    }) : undefined;
  }
};