import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { compileEntityMerge, generateMerge } from './entity-merge.js';
import { mergeCopyInto } from './merge.js';
import { subgraphFetch } from './subgraph-fetch.js';

const value = fc.oneof(fc.constantFrom(undefined, null, 1, 'x'), fc.record({ x: fc.nat(1) }), fc.array(fc.nat(1)));
const entity = fc.dictionary(fc.constantFrom('a', 'b', 'c'), value, { noNullPrototype: true });

test('generated code merges as the plain merge does', () => {
  const merge = generateMerge(['a', 'b', 'c']);
  fc.assert(
    fc.property(entity, entity, (place, answered) => {
      const expected = structuredClone(place);
      mergeCopyInto(expected, structuredClone(answered));
      const before = JSON.stringify(answered);
      merge(place, answered);
      expect(place).toEqual(expected);
      expect(JSON.stringify(answered)).toBe(before);
    }),
  );
});

test('a fetch of leaves is generated; one of objects, of fragments or of odd names is not', () => {
  const mergeOf = (selection: string) =>
    compileEntityMerge(
      subgraphFetch({
        kind: 'Fetch',
        serviceName: 'street',
        operation: `query ($r: [_Any!]!) { _e0: _entities(representations: $r) { ${selection} } }`,
      }),
      '_e0',
    );
  expect(mergeOf('... on Place { name code: id }')).not.toBe(mergeCopyInto);
  expect(mergeOf('... on Place { name owner { id } }')).toBe(mergeCopyInto);
  expect(mergeOf('... on Place { constructor: name }')).toBe(mergeCopyInto);
});
