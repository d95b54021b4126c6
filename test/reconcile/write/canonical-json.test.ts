import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/reconcile/write/canonical-json';

describe('canonical JSON', () => {
  it.each([
    ['text, escaped', 'a "b"', '"a \\"b\\""'],
    ['a number', 0.5, '0.5'],
    ['a truth value', false, 'false'],
    ['nothing', null, 'null'],
    ['what is not there', undefined, 'null'],
    ['an empty list', [], '[]'],
    ['a list in its own order', [3, 1, 2], '[3,1,2]'],
    ['a hole in a list as null', [1, undefined], '[1,null]'],
    ['an empty object', {}, '{}'],
    ['fields in the order of their names', { b: 1, d: 2, a: 3, c: 4 }, '{"a":3,"b":1,"c":4,"d":2}'],
    ['fields within fields', { z: { y: 1, x: [{ w: 2, v: 3 }] } }, '{"z":{"x":[{"v":3,"w":2}],"y":1}}'],
    ['no field that is undefined', { b: undefined, a: null }, '{"a":null}'],
    ['a name that must be escaped', { 'a"': 1 }, '{"a\\"":1}'],
  ])('writes %s', (_, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });
});
