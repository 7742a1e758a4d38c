import { OneNXError } from '../errors/onenx-error.js';
import { isAbove } from './level.js';
import type { PlaceHistory } from './place-history.js';
import { endedBy, type PlaceVersion } from './place-version.js';

/** The checks of `PlaceTree.of`; throws at the first fault found. */
export function checkPlaces(history: PlaceHistory): void {
  for (const code of history.codes()) {
    const versions = history.versions(code);
    for (const version of versions) checkDates(version);
    checkNoOverlap(versions);
    for (const version of versions) checkParent(version, history);
  }
}

function checkDates({ validFrom, validTo }: PlaceVersion): void {
  if (validTo !== null && validTo <= validFrom) {
    throw new OneNXError('DATES_REVERSED', { field: 'validTo', found: validTo, expected: validFrom });
  }
}

/** Expects the versions of one code, the oldest first. */
function checkNoOverlap(versions: readonly PlaceVersion[]): void {
  for (const [index, later] of versions.entries()) {
    const earlier = versions[index - 1];
    if (earlier && (earlier.validTo === null || earlier.validTo > later.validFrom)) {
      throw new OneNXError('DIVISION_DATES_OVERLAP', { found: later.code, date: later.validFrom });
    }
  }
}

/** Walks the parent's versions from the day the part begins, as far as they follow each other without a gap. */
function checkParent(version: PlaceVersion, history: PlaceHistory): void {
  if (version.parent === null) return;
  const parents = history.versions(version.parent).filter((parent) => !endedBy(parent, version.validFrom));
  let covered: string | null = version.validFrom;
  for (const parent of parents) {
    if (covered === null || parent.validFrom > covered || !isAbove(parent.level, version.level)) break;
    covered = parent.validTo;
  }
  if (covered !== null && (version.validTo === null || covered < version.validTo)) {
    throw new OneNXError('DIVISION_TREE_BROKEN', { found: version.code, expected: version.parent });
  }
}
