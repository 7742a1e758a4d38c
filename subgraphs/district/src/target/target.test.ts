import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { setBy } from '@onenx/node/testing';
import { target } from './target.kind.js';

test('a target is reached exactly when nothing is missing, whichever way it points', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), fc.boolean(), (value, actual, atMost) => {
      const { workflow } = target;
      if (workflow === undefined) throw new Error('no work on a target');
      const { gap, reached } = setBy(workflow, 'assessTarget', { after: { value, actual, atMost } });
      expect(reached).toBe(atMost ? actual <= value : actual >= value);
      expect(gap).toBe(reached === true ? 0 : Math.abs(value - actual));
    }),
  );
});
