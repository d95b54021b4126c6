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
  if (stryMutAct_9fa48("1082")) {
    {}
  } else {
    stryCov_9fa48("1082");
    if (stryMutAct_9fa48("1085") ? a.start === b.start : stryMutAct_9fa48("1084") ? false : stryMutAct_9fa48("1083") ? true : (stryCov_9fa48("1083", "1084", "1085"), a.start !== b.start)) return stryMutAct_9fa48("1086") ? a.start + b.start : (stryCov_9fa48("1086"), a.start - b.start);
    return (stryMutAct_9fa48("1089") ? a.key !== b.key : stryMutAct_9fa48("1088") ? false : stryMutAct_9fa48("1087") ? true : (stryCov_9fa48("1087", "1088", "1089"), a.key === b.key)) ? stryMutAct_9fa48("1090") ? a.end + b.end : (stryCov_9fa48("1090"), a.end - b.end) : (stryMutAct_9fa48("1094") ? a.key >= b.key : stryMutAct_9fa48("1093") ? a.key <= b.key : stryMutAct_9fa48("1092") ? false : stryMutAct_9fa48("1091") ? true : (stryCov_9fa48("1091", "1092", "1093", "1094"), a.key < b.key)) ? stryMutAct_9fa48("1095") ? +1 : (stryCov_9fa48("1095"), -1) : 1;
  }
};

/**
 * Starts and indices in one number each, sorted: engines sort numbers many times faster than they call a comparison.
 *
 * @returns the index is the remainder by the count; starts with the same quotient are almost equal, in no order yet.
 */
const packStarts = (input: readonly Recording[]): Float64Array => {
  if (stryMutAct_9fa48("1096")) {
    {}
  } else {
    stryCov_9fa48("1096");
    const count = input.length;
    const packed = new Float64Array(count);
    let earliest = Infinity;
    let latest = stryMutAct_9fa48("1097") ? +Infinity : (stryCov_9fa48("1097"), -Infinity);
    for (let index = 0; stryMutAct_9fa48("1100") ? index >= count : stryMutAct_9fa48("1099") ? index <= count : stryMutAct_9fa48("1098") ? false : (stryCov_9fa48("1098", "1099", "1100"), index < count); stryMutAct_9fa48("1101") ? index-- : (stryCov_9fa48("1101"), index++)) {
      if (stryMutAct_9fa48("1102")) {
        {}
      } else {
        stryCov_9fa48("1102");
        const {
          start
        } = input[index] as Recording;
        packed[index] = start;
        if (stryMutAct_9fa48("1106") ? start >= earliest : stryMutAct_9fa48("1105") ? start <= earliest : stryMutAct_9fa48("1104") ? false : stryMutAct_9fa48("1103") ? true : (stryCov_9fa48("1103", "1104", "1105", "1106"), start < earliest)) earliest = start;
        if (stryMutAct_9fa48("1110") ? start <= latest : stryMutAct_9fa48("1109") ? start >= latest : stryMutAct_9fa48("1108") ? false : stryMutAct_9fa48("1107") ? true : (stryCov_9fa48("1107", "1108", "1109", "1110"), start > latest)) latest = start;
      }
    }
    const step = stryMutAct_9fa48("1111") ? Math.min(1, (latest - earliest) * count / LARGEST_PACKED) : (stryCov_9fa48("1111"), Math.max(1, stryMutAct_9fa48("1112") ? (latest - earliest) * count * LARGEST_PACKED : (stryCov_9fa48("1112"), (stryMutAct_9fa48("1113") ? (latest - earliest) / count : (stryCov_9fa48("1113"), (stryMutAct_9fa48("1114") ? latest + earliest : (stryCov_9fa48("1114"), latest - earliest)) * count)) / LARGEST_PACKED)));
    for (let index = 0; stryMutAct_9fa48("1117") ? index >= count : stryMutAct_9fa48("1116") ? index <= count : stryMutAct_9fa48("1115") ? false : (stryCov_9fa48("1115", "1116", "1117"), index < count); stryMutAct_9fa48("1118") ? index-- : (stryCov_9fa48("1118"), index++)) {
      if (stryMutAct_9fa48("1119")) {
        {}
      } else {
        stryCov_9fa48("1119");
        packed[index] = stryMutAct_9fa48("1120") ? Math.floor(((packed[index] as number) - earliest) / step) * count - index : (stryCov_9fa48("1120"), (stryMutAct_9fa48("1121") ? Math.floor(((packed[index] as number) - earliest) / step) / count : (stryCov_9fa48("1121"), Math.floor(stryMutAct_9fa48("1122") ? ((packed[index] as number) - earliest) * step : (stryCov_9fa48("1122"), (stryMutAct_9fa48("1123") ? (packed[index] as number) + earliest : (stryCov_9fa48("1123"), (packed[index] as number) - earliest)) / step)) * count)) + index);
      }
    }
    return stryMutAct_9fa48("1124") ? packed : (stryCov_9fa48("1124"), packed.sort());
  }
};

/**
 * Puts recordings in canonical order.
 *
 * **Cost** O(n log n).
 */
export const timelineOf = (input: readonly Recording[]): Timeline => {
  if (stryMutAct_9fa48("1125")) {
    {}
  } else {
    stryCov_9fa48("1125");
    const count = input.length;
    const packed = packStarts(input);
    const order = new Uint32Array(count);
    const compare = stryMutAct_9fa48("1126") ? () => undefined : (stryCov_9fa48("1126"), (() => {
      const compare = (x: number, y: number): number => compareCanonically(input[x] as Recording, input[y] as Recording);
      return compare;
    })());
    let from = 0;
    let bucket = 0;
    const sortBucket = (to: number): void => {
      if (stryMutAct_9fa48("1127")) {
        {}
      } else {
        stryCov_9fa48("1127");
        const [x, y] = stryMutAct_9fa48("1128") ? [] : (stryCov_9fa48("1128"), [order[from] as number, order[from + 1] as number]);
        // A session and its workout often start together: two are swapped without the cost of a sort.
        if (stryMutAct_9fa48("1132") ? to - from <= 2 : stryMutAct_9fa48("1131") ? to - from >= 2 : stryMutAct_9fa48("1130") ? false : stryMutAct_9fa48("1129") ? true : (stryCov_9fa48("1129", "1130", "1131", "1132"), (stryMutAct_9fa48("1133") ? to + from : (stryCov_9fa48("1133"), to - from)) > 2)) stryMutAct_9fa48("1135") ? order.subarray(from, to) : (stryCov_9fa48("1135"), order.subarray(from, to).sort(compare));else if (stryMutAct_9fa48("1138") ? to - from === 2 || compare(x, y) > 0 : stryMutAct_9fa48("1137") ? false : stryMutAct_9fa48("1136") ? true : (stryCov_9fa48("1136", "1137", "1138"), (stryMutAct_9fa48("1140") ? to - from !== 2 : stryMutAct_9fa48("1139") ? true : (stryCov_9fa48("1139", "1140"), (stryMutAct_9fa48("1141") ? to + from : (stryCov_9fa48("1141"), to - from)) === 2)) && (stryMutAct_9fa48("1144") ? compare(x, y) <= 0 : stryMutAct_9fa48("1143") ? compare(x, y) >= 0 : stryMutAct_9fa48("1142") ? true : (stryCov_9fa48("1142", "1143", "1144"), compare(x, y) > 0)))) order.set(stryMutAct_9fa48("1146") ? [] : (stryCov_9fa48("1146"), [y, x]), from);
      }
    };
    for (let place = 0; stryMutAct_9fa48("1149") ? place >= count : stryMutAct_9fa48("1148") ? place <= count : stryMutAct_9fa48("1147") ? false : (stryCov_9fa48("1147", "1148", "1149"), place < count); stryMutAct_9fa48("1150") ? place-- : (stryCov_9fa48("1150"), place++)) {
      if (stryMutAct_9fa48("1151")) {
        {}
      } else {
        stryCov_9fa48("1151");
        const value = packed[place] as number;
        const quotient = Math.floor(stryMutAct_9fa48("1152") ? value * count : (stryCov_9fa48("1152"), value / count));
        if (stryMutAct_9fa48("1155") ? quotient === bucket : stryMutAct_9fa48("1154") ? false : stryMutAct_9fa48("1153") ? true : (stryCov_9fa48("1153", "1154", "1155"), quotient !== bucket)) {
          if (stryMutAct_9fa48("1156")) {
            {}
          } else {
            stryCov_9fa48("1156");
            if (stryMutAct_9fa48("1157")) {
              ;
            } else {
              stryCov_9fa48("1157");
              sortBucket(place);
            }
            from = place;
            bucket = quotient;
          }
        }
        order[place] = stryMutAct_9fa48("1158") ? value + quotient * count : (stryCov_9fa48("1158"), value - (stryMutAct_9fa48("1159") ? quotient / count : (stryCov_9fa48("1159"), quotient * count)));
      }
    }
    if (stryMutAct_9fa48("1160")) {
      ;
    } else {
      stryCov_9fa48("1160");
      sortBucket(count);
    }
    const starts = new Float64Array(count);
    const ends = new Float64Array(count);
    const recordings: Recording[] = stryMutAct_9fa48("1161") ? ["Stryker was here"] : (stryCov_9fa48("1161"), []);
    for (let place = 0; stryMutAct_9fa48("1164") ? place >= count : stryMutAct_9fa48("1163") ? place <= count : stryMutAct_9fa48("1162") ? false : (stryCov_9fa48("1162", "1163", "1164"), place < count); stryMutAct_9fa48("1165") ? place-- : (stryCov_9fa48("1165"), place++)) {
      if (stryMutAct_9fa48("1166")) {
        {}
      } else {
        stryCov_9fa48("1166");
        const recording = input[order[place] as number] as Recording;
        if (stryMutAct_9fa48("1167")) {
          ;
        } else {
          stryCov_9fa48("1167");
          recordings.push(recording);
        }
        starts[place] = recording.start;
        ends[place] = recording.end;
      }
    }
    return stryMutAct_9fa48("1168") ? {} : (stryCov_9fa48("1168"), {
      recordings,
      order,
      starts,
      ends
    });
  }
};