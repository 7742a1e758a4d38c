import type { PlaceNames } from '@onenx/gateway';
import { todayInShanghai } from '@onenx/node';
import { Placement, type PlaceTree } from '@onenx/schema';

/** The gateway's way to the register of places: which nodes a silent level would have answered with, and what ended places became. */
export function placeNames(tree: PlaceTree): PlaceNames {
  return {
    nodesOf: (level, scope) =>
      tree
        .at(todayInShanghai())
        .placesOf(level, scope)
        .map(({ code, name }) => ({ code, name })),
    // Asked for every place of a fetch: most codes have no successor at all.
    heirsOf: (code) => (tree.successors(code).length === 0 ? [] : new Placement(tree, todayInShanghai()).heirs(code)),
  };
}
