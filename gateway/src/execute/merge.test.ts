import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { copyValue, mergeInto } from './merge.js';
import { writeKey, type JsonObject } from './json.js';

const merged = (target: JsonObject, source: JsonObject) => {
  mergeInto(target, source);
  return target;
};

describe('merging answers', () => {
  test('objects merge by key and lists by place', () => {
    expect(merged({ a: { b: 1 }, l: [{ x: 1 }, null] }, { a: { c: 2 }, l: [{ y: 2 }, { z: 3 }] })).toEqual({
      a: { b: 1, c: 2 },
      l: [{ x: 1, y: 2 }, { z: 3 }],
    });
  });

  test('a null replaces a leaf, and no object', () => {
    expect(merged({ a: 'x', b: { c: 1 }, d: [1] }, { a: null, b: null, d: null })).toEqual({
      a: null,
      b: { c: 1 },
      d: [1],
    });
  });

  test('odd keys are data, and no object’s nature changes', () => {
    const source = JSON.parse('{"__proto__":{"admin":true},"constructor":{"a":1},"toString":"x"}') as JsonObject;
    const target = merged({ constructor: { b: 2 } }, source);
    expect(JSON.stringify(target)).toBe('{"constructor":{"b":2,"a":1},"__proto__":{"admin":true},"toString":"x"}');
    expect(Object.getPrototypeOf(target)).toBe(Object.prototype);
    expect(({} as JsonObject).admin).toBeUndefined();
  });

  test('a value that is no JSON object is taken as it is', () => {
    const day = new Date(0);
    expect(copyValue({ day }).day).toBe(day);
    expect(merged({ day: new Date(1) }, { day }).day).toBe(day);
  });
});

const key = fc.constantFrom('a', 'b', '__proto__', 'constructor');
const { tree } = fc.letrec<{ tree: JsonObject; value: unknown }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, fc.integer(), fc.array(tie('tree'), { maxLength: 2 }), tie('tree')),
  tree: fc.array(fc.tuple(key, tie('value')), { maxLength: 3 }).map((entries) => {
    const object: JsonObject = {};
    for (const [name, value] of entries) writeKey(object, name, value);
    return object;
  }),
}));

test('a copy is equal and stays so when the original is merged into', () => {
  fc.assert(
    fc.property(tree, tree, (original, added) => {
      const text = JSON.stringify(original);
      const copy = copyValue(original);
      mergeInto(original, copyValue(added));
      expect(JSON.stringify(copy)).toBe(text);
    }),
  );
});

test('merging the same again changes nothing', () => {
  fc.assert(
    fc.property(tree, tree, (target, source) => {
      mergeInto(target, copyValue(source));
      const once = JSON.stringify(target);
      mergeInto(target, copyValue(source));
      expect(JSON.stringify(target)).toBe(once);
    }),
  );
});
