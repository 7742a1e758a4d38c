import type { Level } from '@onenx/schema';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The hub's own database holds the places and who keeps which registers; each level's holds its records, and the places too. */
export type Part = 'hub' | Lowercase<Level>;

export const PARTS: readonly Part[] = ['hub', 'district', 'street', 'committee'];

/** Where the embedded databases of a hub lie, below the current directory unless said otherwise. */
export const DEFAULT_DATA = '.onenx/data';

export function databaseFile(directory: string, part: Part): string {
  return join(directory, `${part}.sqlite`);
}

export function partOf(level: Level): Part {
  return level.toLowerCase() as Lowercase<Level>;
}

/** Written last by the first start: a fill that was cut off is taken up again, a whole one is left alone. */
export function filledMark(directory: string): string {
  return join(directory, 'sample.json');
}

export function isFilled(directory: string): boolean {
  return existsSync(filledMark(directory));
}
