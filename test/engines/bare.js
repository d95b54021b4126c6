// Run before the suite: leaves what ES2020 has, takes the rest away, and sets traps where engines, zones and moments
// would show through. What stays is a list; what goes is everything else that an engine lets go.
((scope) => {
  const es2020 = [
    'Object Function Array Number parseFloat parseInt isNaN isFinite Infinity NaN undefined Boolean String Symbol Date Promise',
    'RegExp Error EvalError RangeError ReferenceError SyntaxError TypeError URIError JSON Math ArrayBuffer DataView Map Set',
    'WeakMap WeakSet Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array',
    'Float64Array BigInt BigInt64Array BigUint64Array Proxy Reflect decodeURI decodeURIComponent encodeURI',
    'encodeURIComponent escape unescape globalThis',
  ];
  // What the program itself defines; a page's location, which sends it elsewhere when it is taken; what Chromium prints a
  // page with; what the promises of old Hermes wait by.
  const others = ['say vectors workoutSync engineSuite', 'location', 'XMLSerializer', 'setImmediate'];
  const kept = [...es2020, ...others].join(' ').split(' ');
  // `Promise.allSettled` is of 2020, and old Hermes lacks it.
  const newer = {
    Array: 'fromAsync',
    'Array.prototype': 'at findLast findLastIndex group groupToMap toReversed toSorted toSpliced with',
    'String.prototype': 'at isWellFormed replaceAll toWellFormed',
    Object: 'groupBy hasOwn',
    Map: 'groupBy',
    'Map.prototype': 'getOrInsert getOrInsertComputed',
    'Set.prototype': 'difference intersection isDisjointFrom isSubsetOf isSupersetOf symmetricDifference union',
    Promise: 'allSettled any try withResolvers',
    Error: 'isError',
    JSON: 'isRawJSON rawJSON',
    Math: 'f16round sumPrecise',
    RegExp: 'escape',
  };
  const traps = {
    Date: 'now parse',
    'Date.prototype': [
      'getDate getDay getFullYear getHours getMilliseconds getMinutes getMonth getSeconds getTimezoneOffset getYear',
      'toDateString toLocaleDateString toLocaleString toLocaleTimeString toString toTimeString',
    ].join(' '),
    Math: 'random',
    'Number.prototype': 'toLocaleString',
    'Array.prototype': 'toLocaleString',
    'String.prototype': 'localeCompare normalize toLocaleLowerCase toLocaleUpperCase',
  };
  const each = (table, act) => {
    for (const path of Object.keys(table)) {
      const owner = path.split('.').reduce((value, name) => value[name], scope);
      for (const name of table[path].split(' ')) act(owner, name, path);
    }
  };
  const spring = (path, name) => () => {
    throw new Error(`${path}.${name} must not be called`);
  };

  for (const name of Object.getOwnPropertyNames(scope)) {
    if (kept.indexOf(name) >= 0) continue;
    // Some say no by an exception, and some of Node's are loaded by merely looking at them.
    try {
      delete scope[name];
      if (Object.hasOwn(scope, name)) scope[name] = undefined;
    } catch (_stays) {}
  }
  each(newer, (owner, name) => delete owner[name]);
  each(traps, (owner, name, path) => {
    owner[name] = spring(path, name);
  });
})(globalThis);
