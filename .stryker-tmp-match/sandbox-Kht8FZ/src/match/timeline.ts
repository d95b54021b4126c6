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
import type { Recording } from '../domain/recording';

/**
 * Recordings in canonical order: by start, then by key, then by end.
 *
 * **Shape** everything in this room counts places in this order, so that no result depends on the order of the input.
 * `order[place]` is the index in the input. Columns are typed arrays: a sweep over a long history reads nothing else.
 */
export interface Timeline {
  readonly recordings: readonly Recording[];
  readonly order: Uint32Array;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

/** The largest whole number that a packed start and index may reach. */
const LARGEST_PACKED = 2 ** 52;
const compareCanonically = (a: Recording, b: Recording): number => {
  if (stryMutAct_9fa48("818")) {
    {}
  } else {
    stryCov_9fa48("818");
    if (stryMutAct_9fa48("821") ? a.start === b.start : stryMutAct_9fa48("820") ? false : stryMutAct_9fa48("819") ? true : (stryCov_9fa48("819", "820", "821"), a.start !== b.start)) return stryMutAct_9fa48("822") ? a.start + b.start : (stryCov_9fa48("822"), a.start - b.start);
    return (stryMutAct_9fa48("825") ? a.key !== b.key : stryMutAct_9fa48("824") ? false : stryMutAct_9fa48("823") ? true : (stryCov_9fa48("823", "824", "825"), a.key === b.key)) ? stryMutAct_9fa48("826") ? a.end + b.end : (stryCov_9fa48("826"), a.end - b.end) : (stryMutAct_9fa48("830") ? a.key >= b.key : stryMutAct_9fa48("829") ? a.key <= b.key : stryMutAct_9fa48("828") ? false : stryMutAct_9fa48("827") ? true : (stryCov_9fa48("827", "828", "829", "830"), a.key < b.key)) ? stryMutAct_9fa48("831") ? +1 : (stryCov_9fa48("831"), -1) : 1;
  }
};

/**
 * Starts and indices in one number each, sorted: engines sort numbers many times faster than they call a comparison.
 *
 * @returns the index is the remainder by the count; starts with the same quotient are almost equal, in no order yet.
 */
const packStarts = (input: readonly Recording[]): Float64Array => {
  if (stryMutAct_9fa48("832")) {
    {}
  } else {
    stryCov_9fa48("832");
    const count = input.length;
    const packed = new Float64Array(count);
    let earliest = Infinity;
    let latest = stryMutAct_9fa48("833") ? +Infinity : (stryCov_9fa48("833"), -Infinity);
    for (let index = 0; stryMutAct_9fa48("836") ? index >= count : stryMutAct_9fa48("835") ? index <= count : stryMutAct_9fa48("834") ? false : (stryCov_9fa48("834", "835", "836"), index < count); stryMutAct_9fa48("837") ? index-- : (stryCov_9fa48("837"), index++)) {
      if (stryMutAct_9fa48("838")) {
        {}
      } else {
        stryCov_9fa48("838");
        const {
          start
        } = input[index] as Recording;
        packed[index] = start;
        if (stryMutAct_9fa48("842") ? start >= earliest : stryMutAct_9fa48("841") ? start <= earliest : stryMutAct_9fa48("840") ? false : stryMutAct_9fa48("839") ? true : (stryCov_9fa48("839", "840", "841", "842"), start < earliest)) earliest = start;
        if (stryMutAct_9fa48("846") ? start <= latest : stryMutAct_9fa48("845") ? start >= latest : stryMutAct_9fa48("844") ? false : stryMutAct_9fa48("843") ? true : (stryCov_9fa48("843", "844", "845", "846"), start > latest)) latest = start;
      }
    }
    const step = stryMutAct_9fa48("847") ? Math.min(1, (latest - earliest) * count / LARGEST_PACKED) : (stryCov_9fa48("847"), Math.max(1, stryMutAct_9fa48("848") ? (latest - earliest) * count * LARGEST_PACKED : (stryCov_9fa48("848"), (stryMutAct_9fa48("849") ? (latest - earliest) / count : (stryCov_9fa48("849"), (stryMutAct_9fa48("850") ? latest + earliest : (stryCov_9fa48("850"), latest - earliest)) * count)) / LARGEST_PACKED)));
    for (let index = 0; stryMutAct_9fa48("853") ? index >= count : stryMutAct_9fa48("852") ? index <= count : stryMutAct_9fa48("851") ? false : (stryCov_9fa48("851", "852", "853"), index < count); stryMutAct_9fa48("854") ? index-- : (stryCov_9fa48("854"), index++)) {
      if (stryMutAct_9fa48("855")) {
        {}
      } else {
        stryCov_9fa48("855");
        packed[index] = stryMutAct_9fa48("856") ? Math.floor(((packed[index] as number) - earliest) / step) * count - index : (stryCov_9fa48("856"), (stryMutAct_9fa48("857") ? Math.floor(((packed[index] as number) - earliest) / step) / count : (stryCov_9fa48("857"), Math.floor(stryMutAct_9fa48("858") ? ((packed[index] as number) - earliest) * step : (stryCov_9fa48("858"), (stryMutAct_9fa48("859") ? (packed[index] as number) + earliest : (stryCov_9fa48("859"), (packed[index] as number) - earliest)) / step)) * count)) + index);
      }
    }
    return stryMutAct_9fa48("860") ? packed : (stryCov_9fa48("860"), packed.sort());
  }
};

/**
 * Puts recordings in canonical order.
 *
 * **Cost** O(n log n).
 */
export const timelineOf = (input: readonly Recording[]): Timeline => {
  if (stryMutAct_9fa48("861")) {
    {}
  } else {
    stryCov_9fa48("861");
    const count = input.length;
    const packed = packStarts(input);
    const order = new Uint32Array(count);
    const compare = stryMutAct_9fa48("862") ? () => undefined : (stryCov_9fa48("862"), (() => {
      const compare = (x: number, y: number): number => compareCanonically(input[x] as Recording, input[y] as Recording);
      return compare;
    })());
    let from = 0;
    let bucket = 0;
    const sortBucket = (to: number): void => {
      if (stryMutAct_9fa48("863")) {
        {}
      } else {
        stryCov_9fa48("863");
        const [x, y] = stryMutAct_9fa48("864") ? [] : (stryCov_9fa48("864"), [order[from] as number, order[from + 1] as number]);
        // A session and its workout often start together: two are swapped without the cost of a sort.
        if (stryMutAct_9fa48("868") ? to - from <= 2 : stryMutAct_9fa48("867") ? to - from >= 2 : stryMutAct_9fa48("866") ? false : stryMutAct_9fa48("865") ? true : (stryCov_9fa48("865", "866", "867", "868"), (stryMutAct_9fa48("869") ? to + from : (stryCov_9fa48("869"), to - from)) > 2)) stryMutAct_9fa48("871") ? order.subarray(from, to) : (stryCov_9fa48("871"), order.subarray(from, to).sort(compare));else if (stryMutAct_9fa48("874") ? to - from === 2 || compare(x, y) > 0 : stryMutAct_9fa48("873") ? false : stryMutAct_9fa48("872") ? true : (stryCov_9fa48("872", "873", "874"), (stryMutAct_9fa48("876") ? to - from !== 2 : stryMutAct_9fa48("875") ? true : (stryCov_9fa48("875", "876"), (stryMutAct_9fa48("877") ? to + from : (stryCov_9fa48("877"), to - from)) === 2)) && (stryMutAct_9fa48("880") ? compare(x, y) <= 0 : stryMutAct_9fa48("879") ? compare(x, y) >= 0 : stryMutAct_9fa48("878") ? true : (stryCov_9fa48("878", "879", "880"), compare(x, y) > 0)))) order.set(stryMutAct_9fa48("882") ? [] : (stryCov_9fa48("882"), [y, x]), from);
      }
    };
    for (let place = 0; stryMutAct_9fa48("885") ? place >= count : stryMutAct_9fa48("884") ? place <= count : stryMutAct_9fa48("883") ? false : (stryCov_9fa48("883", "884", "885"), place < count); stryMutAct_9fa48("886") ? place-- : (stryCov_9fa48("886"), place++)) {
      if (stryMutAct_9fa48("887")) {
        {}
      } else {
        stryCov_9fa48("887");
        const value = packed[place] as number;
        const quotient = Math.floor(stryMutAct_9fa48("888") ? value * count : (stryCov_9fa48("888"), value / count));
        if (stryMutAct_9fa48("891") ? quotient === bucket : stryMutAct_9fa48("890") ? false : stryMutAct_9fa48("889") ? true : (stryCov_9fa48("889", "890", "891"), quotient !== bucket)) {
          if (stryMutAct_9fa48("892")) {
            {}
          } else {
            stryCov_9fa48("892");
            if (stryMutAct_9fa48("893")) {
              ;
            } else {
              stryCov_9fa48("893");
              sortBucket(place);
            }
            from = place;
            bucket = quotient;
          }
        }
        order[place] = stryMutAct_9fa48("894") ? value + quotient * count : (stryCov_9fa48("894"), value - (stryMutAct_9fa48("895") ? quotient / count : (stryCov_9fa48("895"), quotient * count)));
      }
    }
    if (stryMutAct_9fa48("896")) {
      ;
    } else {
      stryCov_9fa48("896");
      sortBucket(count);
    }
    const starts = new Float64Array(count);
    const ends = new Float64Array(count);
    const recordings: Recording[] = stryMutAct_9fa48("897") ? ["Stryker was here"] : (stryCov_9fa48("897"), []);
    for (let place = 0; stryMutAct_9fa48("900") ? place >= count : stryMutAct_9fa48("899") ? place <= count : stryMutAct_9fa48("898") ? false : (stryCov_9fa48("898", "899", "900"), place < count); stryMutAct_9fa48("901") ? place-- : (stryCov_9fa48("901"), place++)) {
      if (stryMutAct_9fa48("902")) {
        {}
      } else {
        stryCov_9fa48("902");
        const recording = input[order[place] as number] as Recording;
        if (stryMutAct_9fa48("903")) {
          ;
        } else {
          stryCov_9fa48("903");
          recordings.push(recording);
        }
        starts[place] = recording.start;
        ends[place] = recording.end;
      }
    }
    return stryMutAct_9fa48("904") ? {} : (stryCov_9fa48("904"), {
      recordings,
      order,
      starts,
      ends
    });
  }
};