import type { Language } from '../errors/onenx-error.js';

/** A level of the hub that keeps records: 区, 街镇 or 居委. Province and prefecture exist only as codes. */
export type Level = 'DISTRICT' | 'STREET' | 'COMMITTEE';

/** The levels from the widest place to the narrowest. */
export const LEVELS: readonly Level[] = ['DISTRICT', 'STREET', 'COMMITTEE'];

/** What a place is; several kinds share a level (a town and a sub-district are both of level STREET). */
export type PlaceKind =
  | 'DISTRICT'
  | 'SUBDISTRICT'
  | 'TOWN'
  | 'TOWNSHIP'
  | 'PSEUDO_STREET'
  | 'RESIDENTS_COMMITTEE'
  | 'VILLAGERS_COMMITTEE'
  | 'PSEUDO_COMMITTEE';

const LABELS: Readonly<Record<Level, Readonly<Record<Language, string>>>> = {
  DISTRICT: { zh: '区', en: 'district' },
  STREET: { zh: '街镇', en: 'street or town' },
  COMMITTEE: { zh: '居委', en: 'committee' },
};

/** The word for a level in running text. */
export function levelLabel(level: Level, lang: Language): string {
  return LABELS[level][lang];
}

/** Whether places of level `upper` may hold places of level `lower`. */
export function isAbove(upper: Level, lower: Level): boolean {
  return LEVELS.indexOf(upper) < LEVELS.indexOf(lower);
}
