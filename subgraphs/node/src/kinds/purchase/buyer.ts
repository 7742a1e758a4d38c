import type { Level, Role } from '@onenx/schema';
import { OFFICER_OF } from '../../work/actor.js';
import { levelNames } from '../level-names.js';

/** The levels that buy: each keeps its own projects, contracts and payments. */
export type BuyerLevel = Exclude<Level, 'COMMITTEE'>;

export interface Buyer {
  readonly level: BuyerLevel;
  /** What the names of its kinds and mutations begin with: `District`. */
  readonly prefix: string;
  readonly suffix: string;
  /** What the codes of its kinds begin with. */
  readonly letter: string;
  readonly zh: string;
  readonly by: readonly Role[];
}

/** How a buyer is named, and who works for it. */
export function buyerOf(level: BuyerLevel): Buyer {
  return { level, ...levelNames[level], by: [OFFICER_OF[level]] };
}
