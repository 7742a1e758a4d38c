import { addMonths, addYears, type Broken, type RecordValues, type Rule, type RuleInput } from '@onenx/schema';
import { GRADING } from '../sources.js';

type Text = Pick<Rule, 'code' | 'zh' | 'en'> & { readonly unconfirmed?: boolean };
type Look = (records: readonly RecordValues[], input: RuleInput) => Omit<Broken, 'field'> | null;

/** A rule on what the register holds on the applicant; of one that was refused nothing more is asked. */
function about(kind: string, text: Text, look: Look): Rule {
  return {
    ...text,
    source: GRADING,
    needs: { held: { kind, match: { uscc: 'uscc' } } },
    check: (input) => {
      if (input.after['gradeStage'] === 'REFUSED') return null;
      const broken = look(input.related['held'] ?? [], input);
      return broken === null ? null : { field: 'uscc', ...broken };
    },
  };
}

const day = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The reports that were due by the day, the latest first. */
function reportsDue(reports: readonly RecordValues[], today: string): RecordValues[] {
  const due = reports.filter(({ dueAt }) => day(dueAt) < today);
  return due.sort((a, b) => Number(b['reportYear']) - Number(a['reportYear']));
}

/** Who may be graded: each of the exclusions of the grading rules. */
export const gradingRules: readonly Rule[] = [
  about(
    'RegisteredOrganization',
    {
      code: 'GRADE_AGE',
      zh: '申报等级的组织应登记满规定年限',
      en: 'An applicant has been registered for the required years',
    },
    ([organization], input) => {
      const { after } = input;
      const registered = day(organization?.['registeredAt']);
      const latest = addYears(day(after['declaredAt']), -input.parameter('grade.apply.years'));
      return registered !== '' && registered <= latest ? null : { found: registered || '-', expected: `≤ ${latest}` };
    },
  ),
  about(
    'GradeAssessment',
    {
      code: 'GRADE_UPGRADE',
      zh: '取得等级满规定年限方可申请更高等级',
      en: 'A higher grade is applied for only years after the last',
    },
    (grades, input) => {
      const { after } = input;
      const latest = addYears(day(after['declaredAt']), -input.parameter('grade.upgrade.years'));
      const lower = grades.filter(
        ({ grade, validTo }) =>
          String(grade) < String(after['declaredGrade']) && day(validTo) > day(after['declaredAt']),
      );
      const found = lower.map(({ awardedAt }) => day(awardedAt)).find((awarded) => awarded > latest);
      return found === undefined ? null : { found, expected: `≤ ${latest}` };
    },
  ),
  about(
    'AnnualReport',
    {
      code: 'GRADE_ANNUAL_REPORT',
      zh: '申报等级的组织应已按规定报送年报且年检合格',
      en: 'An applicant has sent its last annual report and did not fail the check',
    },
    (reports, { after }) => {
      const [last] = reportsDue(reports, day(after['declaredAt']));
      if (last === undefined || day(last['submittedAt']) === '') return { found: '-', expected: 'submitted' };
      return last['result'] === 'FAILED' ? { found: 'FAILED', expected: 'PASSED' } : null;
    },
  ),
  about(
    'AnnualReport',
    {
      code: 'GRADE_BASIC_TWICE',
      zh: '连续两年年检基本合格的组织不得申报',
      en: 'An applicant has not passed only basically two years in a row',
    },
    (reports, { after }) => {
      const [last, before] = reportsDue(reports, day(after['declaredAt']));
      const twice = last?.['result'] === 'BASIC' && before?.['result'] === 'BASIC';
      return twice ? { found: 'BASIC, BASIC', expected: 'PASSED' } : null;
    },
  ),
  about(
    'Penalty',
    {
      code: 'GRADE_PENALTY',
      zh: '近期受到行政处罚或处罚未执行完毕的组织不得申报',
      en: 'An applicant was not punished of late and has no penalty to perform',
      unconfirmed: true,
    },
    (penalties, input) => {
      const { after } = input;
      const since = addMonths(day(after['declaredAt']), -input.parameter('grade.penalty.months'));
      const counts = ({ penaltyStatus, decidedAt }: RecordValues): boolean =>
        penaltyStatus === 'DECIDED' || (penaltyStatus === 'PERFORMED' && day(decidedAt) > since);
      const found = penalties.find(counts);
      return found === undefined ? null : { found: day(found['decidedAt']), expected: `≤ ${since}` };
    },
  ),
  about(
    'EnforcementCase',
    {
      code: 'GRADE_INVESTIGATION',
      zh: '正在被立案调查的组织不得申报',
      en: 'An applicant is not under investigation',
    },
    (cases) => {
      const open = cases.find(({ caseStatus }) => caseStatus !== 'CLOSED');
      return open === undefined ? null : { found: String(open['caseStatus']), expected: 'CLOSED' };
    },
  ),
  about(
    'CreditListing',
    {
      code: 'GRADE_LISTED',
      zh: '列入异常名录或严重违法失信名单的组织不得申报',
      en: 'An applicant is on no list of abnormal activity or serious breaches',
    },
    (listings) => {
      const listed = listings.find(({ creditStatus }) => creditStatus === 'LISTED');
      return listed === undefined ? null : { found: String(listed['creditKind']), expected: '-' };
    },
  ),
];
