import type { Rule } from '@onenx/schema';
import { levelNames } from './level-names.js';

const source = 'Jizhou case (2014): 1+2+5';
const parts = [
  ['socialWorkers', 'careTeam.socialWorkers', '社工', 'social workers'],
  ['volunteers', 'careTeam.volunteers', '志愿者', 'volunteers'],
  ['nursingStudents', 'careTeam.nursingStudents', '护理专业学生', 'nursing students'],
] as const;

/** Who a 1+2+5 care team is made of; other teams are made of whom they like. */
export function careTeamRules(level: 'STREET' | 'COMMITTEE'): readonly Rule[] {
  return parts.map(([field, parameter, zh, en]) => ({
    code: `${levelNames[level].prefix}_CARE_TEAM_${field}`.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toUpperCase(),
    zh: `1+2+5结对服务队应有足够的${zh}`,
    en: `A 1+2+5 care team has enough ${en}`,
    source,
    check: (input) => {
      const { after } = input;
      if (after['teamForm'] !== 'CARE_125') return null;
      const found = Number(after[field] ?? 0);
      const least = input.parameter(parameter);
      return found >= least ? null : { field, found, expected: `≥ ${least}` };
    },
  }));
}
