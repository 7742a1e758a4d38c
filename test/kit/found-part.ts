import type { Cell, Part } from '@onenx/schema';

/** The cells of a part by its groups; a cell in which there is nothing is null, however it says so. */
export function found(part: Part | undefined): Record<string, (Cell | null)[]> {
  const cells = (list: readonly (Cell | null)[]) => list.map((cell) => (isNothing(cell) ? null : cell));
  return Object.fromEntries((part?.rows ?? []).map((row) => [JSON.stringify(row.group), cells(row.cells)]));
}

function isNothing(cell: Cell | null): boolean {
  if (cell === null || cell === 0) return true;
  if (typeof cell === 'number') return false;
  return 'from' in cell ? cell.from.length === 0 : 'keys' in cell && cell.keys.length === 0;
}
