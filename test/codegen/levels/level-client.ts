import type { Level } from '@onenx/schema';

/** A small client of a level: its documents, its program, what that prints, and mistakes that its types must find. */
export interface LevelClient {
  readonly level: Level;
  readonly documents: string;
  readonly main: string;
  readonly answer: unknown;
  /** What stands in the program once, and what may not stand there instead. */
  readonly mistakes: readonly (readonly [right: string, wrong: string])[];
}
