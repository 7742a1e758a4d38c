import { addDays, addMonths, addYears } from '@onenx/schema';
import type { Values } from './store.js';

/** Everything that a node keeps, by kind. */
export type World = Readonly<Record<string, readonly Values[]>>;

/** What is found about an organization: rule → the ids of its records, sorted, and since when. */
export type Told = Readonly<Record<string, { readonly records: readonly string[]; readonly since: string | null }>>;

const first = (days: readonly unknown[]): string => [...days].map(String).sort()[0] ?? '';
const ids = (records: readonly Values[]): string[] => [...new Set(records.map(({ id }) => String(id)))].sort();
const holds = (record: Values, from: string, to: string, day: string): boolean =>
  typeof record[from] === 'string' && record[from] <= day && !(typeof record[to] === 'string' && record[to] <= day);

/**
 * What the rules about vital signs say, read from the documents and not from the code: every rule by itself over everything that
 * the node keeps, with the terms of the law written out.
 */
export function vitalOracle(world: World, organization: Values, today: string): Told {
  const told: Record<string, { records: string[]; since: string | null }> = {};
  const tell = (code: string, records: readonly Values[], since: string | null): void => {
    if (records.length > 0) told[code] = { records: ids(records), since };
  };
  const counted = (kind: string): Values[] =>
    (world[kind] ?? [])
      .filter(({ state }) => state !== 'DRAFT' && state !== 'WITHDRAWN')
      .toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1));
  const own = (kind: string, field = 'uscc'): Values[] =>
    counted(kind).filter((record) => record[field] === organization['uscc']);
  const reports = own('AnnualReport');
  const projects = own('DistrictProject', 'supplierUscc');
  const ofProjects = (kind: string): Values[] =>
    counted(kind).filter(({ projectNo }) => projects.some((project) => project['projectNo'] === projectNo));

  activity();
  unreported();
  if (organization['unreachableSince'] != null)
    tell('ZOMBIE_UNREACHABLE', [organization], String(organization['unreachableSince']));
  finance();
  governance();
  compliance();
  lists();
  satisfaction();
  conflicts();
  return told;

  function activity(): void {
    const active: [string, Values][] = [[String(organization['registeredAt']), organization]];
    if (organization['lastActivityAt'] != null) active.push([String(organization['lastActivityAt']), organization]);
    for (const report of reports)
      if (Number(report['activities'] ?? 0) > 0) active.push([`${String(report['reportYear'])}-12-31`, report]);
    for (const project of projects) {
      if (project['stage'] === 'TERMINATED' || String(project['startedAt']) > today) continue;
      const running = ['CONTRACTED', 'RUNNING', 'EVALUATING', 'AUDITED'].includes(String(project['stage']));
      const end = project['endedAt'] ?? (running ? today : project['startedAt']);
      active.push([String(end), project]);
    }
    const looked = organization['lastActivityAt'] != null || organization['checkedAt'] != null;
    const idle = reports.filter(({ activities }) => activities === 0).map(({ reportYear }) => Number(reportYear));
    const [from, to] = [Math.min(...idle), Math.max(...idle)];
    let begin = to;
    for (let year = to; year >= from && idle.includes(year); year -= 1) begin = year;
    if (!looked && idle.length > 0) active.splice(1, 0, [`${begin - 1}-12-31`, organization]);
    const known = looked || idle.length > 0;
    const last =
      active
        .map(([day]) => day)
        .sort()
        .at(-1) ?? '';
    const since = addDays(addYears(last, 1), 1);
    const witness = active.find(([day]) => day === last)?.[1] ?? organization;
    if (known && since <= today) tell('ZOMBIE_NO_ACTIVITY', [organization, witness], since);
  }

  function unreported(): void {
    const state = (year: number): 'CAME' | 'MISSED' | 'NOTHING' => {
      const ofYear = reports.filter(({ reportYear }) => reportYear === year);
      if (ofYear.some(({ submittedAt }) => submittedAt != null)) return 'CAME';
      return ofYear.some(({ dueAt }) => String(dueAt) < today) ? 'MISSED' : 'NOTHING';
    };
    const years = Array.from({ length: 60 }, (_, i) => 1990 + i);
    const lastTold = years.findLast((year) => state(year) !== 'NOTHING') ?? 0;
    let begin = lastTold;
    while (state(begin) === 'MISSED' && state(begin - 1) === 'MISSED') begin -= 1;
    const missed = (year: number): Values =>
      reports.find(({ reportYear, dueAt }) => reportYear === year && String(dueAt) < today) ?? {};
    if (state(lastTold) === 'MISSED' && lastTold - begin + 1 >= 2) {
      const row = years.filter((year) => year >= begin && year <= lastTold).map(missed);
      tell('ZOMBIE_UNREPORTED', row, addDays(String(missed(begin + 1)['dueAt']), 1));
      return;
    }
    const due = organization['reportDueBy'];
    const newer = reports.some(
      (report) =>
        report['submittedAt'] != null && Number(report['reportYear']) > Number(organization['lastReportYear'] ?? 0),
    );
    if (typeof due === 'string' && due < today && !newer) tell('ZOMBIE_UNREPORTED', [organization], addDays(due, 1));
  }

  function finance(): void {
    const evaluations = ofProjects('DistrictPerformance');
    const evaluated = (project: unknown, day: string): boolean =>
      evaluations.some(
        (one) =>
          one['projectNo'] === project &&
          ['EXCELLENT', 'GOOD', 'PASSED'].includes(String(one['result'])) &&
          holds(one, 'evaluatedAt', 'replacedAt', day),
      );
    const records: Values[] = [];
    const days: string[] = [];
    for (const project of projects) {
      const payments = ofProjects('DistrictPayment').filter(({ projectNo }) => projectNo === project['projectNo']);
      const early = payments.filter(
        (payment) =>
          payment['paymentStatus'] === 'PAID' &&
          payment['paidAt'] != null &&
          (payment['paidBeforeEvaluation'] ??
            (payment['isFinal'] && !evaluated(project['projectNo'], String(payment['paidAt'])))),
      );
      if (early.length > 0) {
        records.push(project, ...early);
        days.push(first(early.map(({ paidAt }) => paidAt)));
      } else if (payments.length === 0 && project['stage'] === 'PAID' && !evaluated(project['projectNo'], today)) {
        records.push(project, ...evaluations.filter(({ projectNo }) => projectNo === project['projectNo']));
        const day = project['stageSince'] ?? project['endedAt'];
        if (day != null) days.push(String(day));
      }
    }
    tell('PAID_BEFORE_EVALUATED', records, days.length === 0 ? null : first(days));
    const failed = evaluations.filter(
      (one) => one['result'] === 'FAILED' && isOurs(one) && holds(one, 'evaluatedAt', 'replacedAt', today),
    );
    tell('EVALUATION_FAILED', failed, first(failed.map(({ evaluatedAt }) => evaluatedAt)));
  }

  function isOurs({ supplierUscc }: Values): boolean {
    return supplierUscc == null || supplierUscc === organization['uscc'];
  }

  function governance(): void {
    const overdue = own('GovernanceBody').filter(
      (body) => holds(body, 'foundedAt', 'endedAt', today) && String(body['nextElectionAt']) < today,
    );
    if (overdue.length > 0)
      tell('ELECTION_OVERDUE', overdue, addDays(first(overdue.map(({ nextElectionAt }) => nextElectionAt)), 1));
    if (
      organization['partyOrganizationDue'] === true &&
      ['WORK', 'NONE'].includes(String(organization['partyCoverage']))
    )
      tell('PARTY_ORGANIZATION_MISSING', [organization], null);
    const grades = own('GradeAssessment').filter(({ awardedAt }) => String(awardedAt) <= today);
    const lastDay = grades
      .map(({ validTo }) => String(validTo))
      .sort()
      .at(-1);
    if (lastDay !== undefined && lastDay <= today)
      tell('GRADE_EXPIRED', [grades.find(({ validTo }) => validTo === lastDay) ?? {}], lastDay);
  }

  function compliance(): void {
    const missed = reports.filter(({ submittedAt, dueAt }) => submittedAt == null && String(dueAt) < today);
    if (missed.length > 0) tell('ANNUAL_REPORT_OVERDUE', missed, addDays(first(missed.map(({ dueAt }) => dueAt)), 1));
    const concluded = reports.filter(({ result }) => result != null);
    const latest = Math.max(...concluded.map(({ reportYear }) => Number(reportYear)));
    const last = concluded.find(({ reportYear }) => reportYear === latest);
    if (last?.['result'] === 'FAILED')
      tell('ANNUAL_REPORT_FAILED', [last], last['concludedAt'] == null ? null : String(last['concludedAt']));
    const by = String(organization['rectifyBy'] ?? today);
    if (organization['status'] === 'RECTIFYING' && by < today)
      tell('RECTIFICATION_OVERDUE', [organization], addDays(by, 1));
    const penalties = own('Penalty');
    const counting = penalties.filter(
      ({ penaltyKind, penaltyStatus, decidedAt }) =>
        (penaltyKind === 'WARNING' || penaltyKind === 'FINE') &&
        penaltyStatus !== 'ANNULLED' &&
        String(decidedAt) > addYears(today, -3) &&
        String(decidedAt) <= today,
    );
    if (counting.length >= 2)
      tell('PENALTIES_REPEATED', counting, counting.map(({ decidedAt }) => String(decidedAt)).sort()[1] ?? null);
    const open = penalties.filter(
      (one) => one['penaltyStatus'] === 'DECIDED' && holds(one, 'decidedAt', 'endedAt', today),
    );
    tell('PENALTY_OPEN', open, first(open.map(({ decidedAt }) => decidedAt)));
    const cases = own('EnforcementCase').filter((one) => holds(one, 'foundAt', 'closedAt', today));
    const other = cases.filter(({ caseKind }) => caseKind !== 'ZOMBIE');
    tell('CASE_OPEN', other, first(other.map(({ foundAt }) => foundAt)));
    const zombie = cases.filter(({ caseKind }) => caseKind === 'ZOMBIE');
    tell('ZOMBIE_CASE_OPEN', zombie, first(zombie.map(({ foundAt }) => foundAt)));
  }

  function lists(): void {
    const listed = own('CreditListing').filter((one) => holds(one, 'listedAt', 'removedAt', today));
    const abnormal = listed.filter(({ creditKind }) => creditKind === 'ABNORMAL');
    const serious = listed.filter(({ creditKind }) => creditKind === 'SERIOUS');
    tell('LISTED_ABNORMAL', abnormal, first(abnormal.map(({ listedAt }) => listedAt)));
    tell('LISTED_SERIOUS', serious, first(serious.map(({ listedAt }) => listedAt)));
    const turns = (one: Values): string => String(one['seriousFrom'] ?? addYears(String(one['listedAt']), 2));
    const overdue = abnormal.filter((one) => turns(one) <= today);
    tell('LISTED_ABNORMAL_TOO_LONG', overdue, first(overdue.map(turns)));
  }

  function satisfaction(): void {
    const tallies = ofProjects('DistrictPerformance').filter(
      (one) =>
        one['respondents'] != null &&
        one['satisfied'] != null &&
        isOurs(one) &&
        holds(one, 'evaluatedAt', 'replacedAt', today) &&
        String(one['evaluatedAt']) > addMonths(today, -12),
    );
    const n = tallies.reduce((sum, { respondents }) => sum + Number(respondents), 0);
    const satisfied = tallies.reduce((sum, one) => sum + Number(one['satisfied']), 0);
    if (n >= 5 && satisfied / n < 0.6)
      tell(
        'SATISFACTION_LOW',
        tallies,
        tallies
          .map(({ evaluatedAt }) => String(evaluatedAt))
          .sort()
          .at(-1) ?? null,
      );
  }

  function conflicts(): void {
    const twins = own('RegisteredOrganization').filter((one) => holds(one, 'registeredAt', 'closedAt', today));
    if (twins.length > 1) tell('CODE_REGISTERED_TWICE', twins, null);
    const naming: [Values, unknown][] = [
      ...own('GradeAssessment').map((one): [Values, unknown] => [
        holds(one, 'awardedAt', 'validTo', today) ? one : {},
        one['organizationName'],
      ]),
      ...own('CreditListing').map((one): [Values, unknown] => [
        holds(one, 'listedAt', 'removedAt', today) ? one : {},
        one['organizationName'],
      ]),
      ...own('Penalty').map((one): [Values, unknown] => [
        holds(one, 'decidedAt', 'endedAt', today) ? one : {},
        one['organizationName'],
      ]),
      ...own('GovernanceBody').map((one): [Values, unknown] => [
        holds(one, 'foundedAt', 'endedAt', today) ? one : {},
        one['organizationName'],
      ]),
      ...own('EnforcementCase').map((one): [Values, unknown] => [
        holds(one, 'foundAt', 'closedAt', today) ? one : {},
        one['subjectName'],
      ]),
      ...projects.map((one): [Values, unknown] => [
        holds(one, 'startedAt', 'endedAt', today) ? one : {},
        one['supplierName'],
      ]),
    ];
    const differing = naming.filter(
      ([record, name]) => record['id'] !== undefined && name != null && name !== organization['name'],
    );
    tell(
      'NAME_DIFFERS',
      differing.map(([record]) => record),
      null,
    );
  }
}
