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
import type { Recording, RecordingMethod } from '../domain/recording';
import type { Criterion } from './comparison';

/** What a choice between recordings depends on, beside themselves. */
export interface WinnerOptions {
  /**
   * Apps whose recording wins, best first.
   * @defaultValue `[]`
   */
  readonly preferredSources?: readonly string[];
  /**
   * The host's own writers, such as its watch companion.
   * @defaultValue `[]`
   */
  readonly ownSources?: readonly string[];
}

/** The recording that stands for its cluster, and the first criterion by which it beat the runner-up. */
export interface Choice {
  readonly winner: Recording;
  readonly decidedBy: Criterion;
}

/** Recorded first, typed in last. Most platforms only mark what was typed in, so unmarked counts as recorded. */
const METHOD_RANK: Readonly<Record<RecordingMethod, number>> = stryMutAct_9fa48("0") ? {} : (stryCov_9fa48("0"), {
  recorded: 0,
  detected: 1,
  manual: 2
});

/** How many kinds of samples stand behind a recording, the route being one. Unread detail counts as none. */
const richnessOf = ({
  detail
}: Recording): number => {
  if (stryMutAct_9fa48("1")) {
    {}
  } else {
    stryCov_9fa48("1");
    if (stryMutAct_9fa48("4") ? detail !== undefined : stryMutAct_9fa48("3") ? false : stryMutAct_9fa48("2") ? true : (stryCov_9fa48("2", "3", "4"), detail === undefined)) return 0;
    const series = stryMutAct_9fa48("5") ? Object.values(detail.series) : (stryCov_9fa48("5"), Object.values(detail.series).filter(stryMutAct_9fa48("6") ? () => undefined : (stryCov_9fa48("6"), one => stryMutAct_9fa48("9") ? one !== undefined || one.count > 0 : stryMutAct_9fa48("8") ? false : stryMutAct_9fa48("7") ? true : (stryCov_9fa48("7", "8", "9"), (stryMutAct_9fa48("11") ? one === undefined : stryMutAct_9fa48("10") ? true : (stryCov_9fa48("10", "11"), one !== undefined)) && (stryMutAct_9fa48("14") ? one.count <= 0 : stryMutAct_9fa48("13") ? one.count >= 0 : stryMutAct_9fa48("12") ? true : (stryCov_9fa48("12", "13", "14"), one.count > 0))))));
    return stryMutAct_9fa48("15") ? series.length - (detail.routePoints > 0 ? 1 : 0) : (stryCov_9fa48("15"), series.length + ((stryMutAct_9fa48("19") ? detail.routePoints <= 0 : stryMutAct_9fa48("18") ? detail.routePoints >= 0 : stryMutAct_9fa48("17") ? false : stryMutAct_9fa48("16") ? true : (stryCov_9fa48("16", "17", "18", "19"), detail.routePoints > 0)) ? 1 : 0));
  }
};

/** How a recording stands by one criterion: the smaller wins. */
type Rank = (recording: Recording) => number | string;

/** The criteria, most important first. */
const criteriaOf = stryMutAct_9fa48("20") ? () => undefined : (stryCov_9fa48("20"), (() => {
  const criteriaOf = ({
    preferredSources = stryMutAct_9fa48("21") ? ["Stryker was here"] : (stryCov_9fa48("21"), []),
    ownSources = stryMutAct_9fa48("22") ? ["Stryker was here"] : (stryCov_9fa48("22"), [])
  }: WinnerOptions): readonly (readonly [Criterion, Rank])[] => stryMutAct_9fa48("23") ? [] : (stryCov_9fa48("23"), [stryMutAct_9fa48("24") ? [] : (stryCov_9fa48("24"), [stryMutAct_9fa48("25") ? "" : (stryCov_9fa48("25"), 'preferred-source'), stryMutAct_9fa48("26") ? () => undefined : (stryCov_9fa48("26"), ({
    source
  }) => stryMutAct_9fa48("29") ? preferredSources.indexOf(source?.app ?? '') + 1 && Infinity : stryMutAct_9fa48("28") ? false : stryMutAct_9fa48("27") ? true : (stryCov_9fa48("27", "28", "29"), (stryMutAct_9fa48("30") ? preferredSources.indexOf(source?.app ?? '') - 1 : (stryCov_9fa48("30"), preferredSources.indexOf(stryMutAct_9fa48("31") ? source?.app && '' : (stryCov_9fa48("31"), (stryMutAct_9fa48("32") ? source.app : (stryCov_9fa48("32"), source?.app)) ?? (stryMutAct_9fa48("33") ? "Stryker was here!" : (stryCov_9fa48("33"), '')))) + 1)) || Infinity))]), stryMutAct_9fa48("34") ? [] : (stryCov_9fa48("34"), [stryMutAct_9fa48("35") ? "" : (stryCov_9fa48("35"), 'richer-detail'), stryMutAct_9fa48("36") ? () => undefined : (stryCov_9fa48("36"), recording => stryMutAct_9fa48("37") ? +richnessOf(recording) : (stryCov_9fa48("37"), -richnessOf(recording)))]), stryMutAct_9fa48("38") ? [] : (stryCov_9fa48("38"), [stryMutAct_9fa48("39") ? "" : (stryCov_9fa48("39"), 'recorded-live'), stryMutAct_9fa48("40") ? () => undefined : (stryCov_9fa48("40"), ({
    method
  }) => METHOD_RANK[stryMutAct_9fa48("41") ? method && 'recorded' : (stryCov_9fa48("41"), method ?? (stryMutAct_9fa48("42") ? "" : (stryCov_9fa48("42"), 'recorded')))])]), stryMutAct_9fa48("43") ? [] : (stryCov_9fa48("43"), [stryMutAct_9fa48("44") ? "" : (stryCov_9fa48("44"), 'own-device'), stryMutAct_9fa48("45") ? () => undefined : (stryCov_9fa48("45"), ({
    source
  }) => ownSources.includes(stryMutAct_9fa48("46") ? source?.app && '' : (stryCov_9fa48("46"), (stryMutAct_9fa48("47") ? source.app : (stryCov_9fa48("47"), source?.app)) ?? (stryMutAct_9fa48("48") ? "Stryker was here!" : (stryCov_9fa48("48"), '')))) ? 0 : 1)]), stryMutAct_9fa48("49") ? [] : (stryCov_9fa48("49"), [stryMutAct_9fa48("50") ? "" : (stryCov_9fa48("50"), 'earliest-written'), stryMutAct_9fa48("51") ? () => undefined : (stryCov_9fa48("51"), ({
    start
  }) => start)]), stryMutAct_9fa48("52") ? [] : (stryCov_9fa48("52"), [stryMutAct_9fa48("53") ? "" : (stryCov_9fa48("53"), 'key'), stryMutAct_9fa48("54") ? () => undefined : (stryCov_9fa48("54"), ({
    key
  }) => key)])]);
  return criteriaOf;
})());

/**
 * Chooses the recording that stands for its cluster.
 *
 * **Laws** the same choice for any order of the recordings; `only-one` exactly when there is no other.
 *
 * **Shape** nobody knows when a recording was written, so `earliest-written` goes by its start.
 */
export const chooseWinner = (recordings: readonly [Recording, ...Recording[]], options: WinnerOptions = {}): Choice => {
  if (stryMutAct_9fa48("55")) {
    {}
  } else {
    stryCov_9fa48("55");
    if (stryMutAct_9fa48("58") ? recordings.length !== 1 : stryMutAct_9fa48("57") ? false : stryMutAct_9fa48("56") ? true : (stryCov_9fa48("56", "57", "58"), recordings.length === 1)) return stryMutAct_9fa48("59") ? {} : (stryCov_9fa48("59"), {
      winner: recordings[0],
      decidedBy: stryMutAct_9fa48("60") ? "" : (stryCov_9fa48("60"), 'only-one')
    });
    const criteria = criteriaOf(options);
    const order = (a: Recording, b: Recording): number => {
      if (stryMutAct_9fa48("61")) {
        {}
      } else {
        stryCov_9fa48("61");
        for (const [, rank] of criteria) {
          if (stryMutAct_9fa48("62")) {
            {}
          } else {
            stryCov_9fa48("62");
            if (stryMutAct_9fa48("65") ? rank(a) === rank(b) : stryMutAct_9fa48("64") ? false : stryMutAct_9fa48("63") ? true : (stryCov_9fa48("63", "64", "65"), rank(a) !== rank(b))) return (stryMutAct_9fa48("69") ? rank(a) >= rank(b) : stryMutAct_9fa48("68") ? rank(a) <= rank(b) : stryMutAct_9fa48("67") ? false : stryMutAct_9fa48("66") ? true : (stryCov_9fa48("66", "67", "68", "69"), rank(a) < rank(b))) ? stryMutAct_9fa48("70") ? +1 : (stryCov_9fa48("70"), -1) : 1;
          }
        }
        return 0;
      }
    };
    const [winner, runnerUp] = [...recordings].sort(order) as [Recording, Recording];
    const decisive = criteria.find(stryMutAct_9fa48("71") ? () => undefined : (stryCov_9fa48("71"), ([, rank]) => stryMutAct_9fa48("74") ? rank(winner) === rank(runnerUp) : stryMutAct_9fa48("73") ? false : stryMutAct_9fa48("72") ? true : (stryCov_9fa48("72", "73", "74"), rank(winner) !== rank(runnerUp))));
    return stryMutAct_9fa48("75") ? {} : (stryCov_9fa48("75"), {
      winner,
      decidedBy: stryMutAct_9fa48("76") ? decisive?.[0] && 'key' : (stryCov_9fa48("76"), (stryMutAct_9fa48("77") ? decisive[0] : (stryCov_9fa48("77"), decisive?.[0])) ?? (stryMutAct_9fa48("78") ? "" : (stryCov_9fa48("78"), 'key')))
    });
  }
};