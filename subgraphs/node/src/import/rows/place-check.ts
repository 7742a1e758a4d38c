import {
  codeAtLevel,
  codeSetMatcher,
  formatCodeSet,
  isAbove,
  type CodeSet,
  type KindDefinition,
  type PlaceTree,
} from '@onenx/schema';
import { CellProblem } from './cell-problem.js';
import type { PlaceCheck } from './cell-reader.js';

export interface PlaceRules {
  readonly kind: KindDefinition;
  readonly tree: PlaceTree;
  /** The codes of the node; all when left out. */
  readonly owns?: CodeSet;
}

/** A record's place exists in some edition, is at or under the level of its kind, and within the node. */
export function placeCheck({ kind, tree, owns }: PlaceRules): PlaceCheck {
  const owned = owns ? codeSetMatcher(owns) : () => true;
  const expected = owns ? formatCodeSet(owns) : '';
  const dates = tree.editions.length === 0 ? '-' : `${tree.editions[0]?.validFrom}…`;
  return (code) => {
    const place = tree.latest(code);
    if (!place) return new CellProblem('PLACE_UNKNOWN', { found: code, date: dates });
    if (isAbove(place.level, kind.level) || codeAtLevel(code, kind.level) === null) {
      const params = { found: code, foundLevel: place.level, kind: kind.name, expected: kind.level };
      return new CellProblem('PLACE_LEVEL', params);
    }
    return owned(code) ? null : new CellProblem('PLACE_OUTSIDE_NODE', { found: code, expected });
  };
}
