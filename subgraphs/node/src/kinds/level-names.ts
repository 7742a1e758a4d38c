import type { Level } from '@onenx/schema';

interface LevelNames {
  /** What a type's name begins with where several levels own records of one sort. */
  readonly prefix: string;
  /** What a measure's name ends with, and a list's begins with. */
  readonly suffix: string;
  /** The letter that the kind's code begins with. */
  readonly letter: string;
  readonly zh: string;
}

/** How a level is named in kinds that two or three levels own. */
export const levelNames: Readonly<Record<Level, LevelNames>> = {
  DISTRICT: { prefix: 'District', suffix: 'district', letter: 'D', zh: '区' },
  STREET: { prefix: 'Street', suffix: 'street', letter: 'S', zh: '街镇' },
  COMMITTEE: { prefix: 'Committee', suffix: 'committee', letter: 'C', zh: '居委会' },
};
