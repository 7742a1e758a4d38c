import { addYears, type Rule } from '@onenx/schema';
import { notLater } from '@onenx/node/kinds';
import { GRADING } from '../sources.js';

/** A grade is what an application came to, and holds for its term. */
export const awardRules: readonly Rule[] = [
  notLater('validTo', (input) => addYears(String(input.after['awardedAt']), input.parameter('grade.valid.years')), {
    code: 'GRADE_TERM',
    zh: '等级有效期不得超过规定年限',
    en: 'A grade holds no longer than its term',
    source: `${GRADING}: valid five years`,
  }),
  {
    code: 'GRADE_DECIDED',
    zh: '授予的等级应为申报中评定的等级',
    en: 'A grade awarded is the one decided on the application',
    source: `${GRADING}; OneNX: a grade names its application`,
    needs: { application: { kind: 'GradeApplication', match: { applicationNo: 'applicationNo' } } },
    check: ({ before, after, related }) => {
      if (before !== null && before['grade'] === after['grade']) return null;
      const decided = (related['application'] ?? []).find(({ uscc }) => uscc === after['uscc'])?.['grade'] ?? null;
      return decided === after['grade']
        ? null
        : { field: 'grade', found: String(after['grade']), expected: String(decided ?? '-') };
    },
  },
];
