import { addYears, type RecordValues, type Rule } from '@onenx/schema';
import { S2 } from '../sources.js';

export const SOURCE = `Shanghai recommended supplier list (OneNX standards 3.3): two years, 3A, two checks; ${S2}`;

const GRADES = ['A3', 'A4', 'A5'];

const registered: Rule = {
  code: 'ELIGIBLE_REGISTERED',
  zh: '列入推荐目录的组织应已登记满规定年限',
  en: 'An eligible supplier has been registered for some years and still is',
  source: SOURCE,
  needs: { organizations: { kind: 'RegisteredOrganization', match: { uscc: 'uscc' } } },
  check: ({ related, today, parameter }) => {
    const organization = (related['organizations'] ?? []).find(({ status }) => status === 'ACTIVE');
    const since = organization?.['registeredAt'];
    if (typeof since !== 'string') return { field: 'uscc', found: '-', expected: 'ACTIVE' };
    const latest = addYears(today, -parameter('eligible.registered.years'));
    return since <= latest ? null : { field: 'uscc', found: since, expected: `≤ ${latest}` };
  },
};

const graded: Rule = {
  code: 'ELIGIBLE_GRADE',
  zh: '列入推荐目录的组织应有3A及以上有效等级',
  en: 'An eligible supplier has a valid grade of 3A or above',
  source: SOURCE,
  needs: { grades: { kind: 'GradeAssessment', match: { uscc: 'uscc' } } },
  check: ({ related, today }) => {
    const valid = (related['grades'] ?? []).filter(
      ({ awardedAt, validTo }) => String(awardedAt) <= today && String(validTo) > today,
    );
    const found = valid.map((one) => String(one['grade'])).join(', ') || '-';
    return valid.some((one) => GRADES.includes(String(one['grade'])))
      ? null
      : { field: 'uscc', found, expected: GRADES.join(', ') };
  },
};

const checked: Rule = {
  code: 'ELIGIBLE_CHECKS',
  zh: '列入推荐目录的组织最近若干次年检应合格',
  en: 'An eligible supplier passed its last annual checks',
  source: SOURCE,
  needs: { reports: { kind: 'AnnualReport', match: { uscc: 'uscc' } } },
  check: ({ related, parameter }) => {
    const least = parameter('eligible.checks.passed');
    const last = concluded(related['reports'] ?? []).slice(0, least);
    const passed = last.filter(({ result }) => result === 'PASSED').length;
    return passed >= least ? null : { field: 'uscc', found: passed, expected: `≥ ${least}` };
  },
};

/** Newest first; a report whose check is not concluded says nothing yet. */
function concluded(reports: readonly RecordValues[]): readonly RecordValues[] {
  return reports
    .filter(({ result }) => (result ?? null) !== null)
    .toSorted((a, b) => Number(b['reportYear']) - Number(a['reportYear']));
}

/** Who may be put on the list, and stay on it. */
export const eligibilityRules: readonly Rule[] = [registered, graded, checked];
