import type { PlaceNames } from '@onenx/gateway';
import { todayInShanghai } from '@onenx/node';
import type { PlaceTree } from '@onenx/schema';

/** The gateway's way to the register of places: which nodes a silent level would have answered with. */
export function placeNames(tree: PlaceTree): PlaceNames {
  return {
    nodesOf: (level, scope) =>
      tree
        .at(todayInShanghai())
        .placesOf(level, scope)
        .map(({ code, name }) => ({ code, name })),
  };
}
