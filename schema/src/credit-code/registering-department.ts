/** The classes of each registering department: positions 2 and 1 of a credit code (GB 32100-2015 and its amendment of 2016). */
const CLASSES: ReadonlyMap<string, string> = new Map([
  ['1', '1239'], // 机构编制
  ['2', '19'], // 外交
  ['3', '123459'], // 司法行政
  ['4', '19'], // 文化
  ['5', '1239'], // 民政: 社会团体, 民办非企业单位, 基金会, 其他
  ['6', '129'], // 旅游
  ['7', '129'], // 宗教
  ['8', '19'], // 工会
  ['9', '123'], // 工商
  ['A', '19'], // 中央军委改革和编制办公室
  ['N', '1239'], // 农业
  ['Y', '1'], // 其他
]);

const CIVIL_AFFAIRS = '5';
/** 54 村民委员会 and 55 居民委员会: general knowledge, not confirmed by a text of the standard. */
const CIVIL_AFFAIRS_UNVERIFIED = '45';

export type ClassStanding = 'LISTED' | 'UNVERIFIED' | 'UNLISTED' | 'REFUSED';

/** The departments as an error names them. */
export const DEPARTMENTS = [...CLASSES.keys()].join(', ');

/** The prefixes of civil affairs that are accepted, as an error names them. */
export const CIVIL_AFFAIRS_PREFIXES = '51, 52, 53, 54, 55, 59';

export function isDepartment(char: string): boolean {
  return CLASSES.has(char);
}

/**
 * How a department's class stands. Only civil affairs, whose register this is, is strict; another department's class that the
 * standard does not list may be newer than our list.
 */
export function classStanding(department: string, classCode: string): ClassStanding {
  if (CLASSES.get(department)?.includes(classCode)) return 'LISTED';
  if (department !== CIVIL_AFFAIRS) return 'UNLISTED';
  return CIVIL_AFFAIRS_UNVERIFIED.includes(classCode) ? 'UNVERIFIED' : 'REFUSED';
}
