import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, addYears } from '@onenx/schema';
import { creditCode } from '../kit/records.js';
import { day, lastAnnualReport, MONTH_BEFORE, thisMonth } from '../kit/scenario-calendar.js';
import { figures, figuresOfAll, NONE } from '../kit/scenario-figures.js';
import { CHANGNING, HUAER, HUAYANG, HUAYI, JIANGSU, QISHAN, ScenarioHub } from '../kit/scenario-hub.js';
import { buyForTwoYears, giveOutOfFund, holdVentureRound } from './district-money.js';

/**
 * A month at the district 长宁: it registers organizations, one of them a group that became a team and now an organization;
 * it takes in annual reports, awards a grade, lists, punishes and strikes off, closes a warning that came up from a
 * committee, buys for two years, gives grants and holds itself to a target.
 */
describe("a district's month", () => {
  let hub: ScenarioHub;
  const supervisor = () => hub.as('DISTRICT_SUPERVISOR', CHANGNING);
  const [library, kitchen, knitters, sleepers, players] = [1, 2, 3, 4, 5].map(creditCode) as [
    ...[string, string, string, string, string],
  ];
  const body = (uscc: string, name: string) => ({
    uscc,
    name,
    legalForm: 'SERVICE_ORG',
    communityOrganization: true,
    registrationMode: 'DUAL',
    supervisingUnit: '示例委',
  });
  let asleep: string;
  let late: string;

  beforeAll(async () => {
    hub = await ScenarioHub.start();
  }, 120_000);
  afterAll(async () => hub.close());

  test('registers under dual supervision and directly', async () => {
    const wrong = { ...body(library, '示例书社'), supervisingUnit: null, appliedAt: day(-50) };
    const refused = await supervisor().trySave('RegisteredOrganization', HUAYI, wrong);
    expect(refused.problems).toMatchObject([{ rule: { code: 'ORG_SUPERVISING_UNIT' } }]);
    const right = { ...wrong, supervisingUnit: '示例文化局' };
    const manner = { requestId: 'district-o1' };
    const tried = await supervisor().trySave('RegisteredOrganization', HUAYI, right, { ...manner, dryRun: true });
    expect(tried).toMatchObject({ ok: true, record: { version: 1 } });
    const dual = await supervisor().save('RegisteredOrganization', HUAYI, right, manner);
    expect(await supervisor().save('RegisteredOrganization', HUAYI, right, manner)).toBe(dual);
    await supervisor().act('registerOrganization', dual, { registeredAt: day(-25) });

    const direct = { ...body(kitchen, '示例助餐社'), registrationMode: 'DIRECT', supervisingUnit: null };
    const unclassed = await supervisor().trySave('RegisteredOrganization', QISHAN, direct);
    expect(unclassed.problems).toMatchObject([{ rule: { code: 'ORG_DIRECT_CLASS' } }]);
    await registered(QISHAN, { ...direct, directClass: 'COMMUNITY_SERVICE' }, day(-1500));
    asleep = await registered(JIANGSU, { ...body(sleepers, '示例沉睡社'), communityOrganization: false }, day(-2000));
    late = await registered(HUAYI, { ...body(players, '示例球社'), communityOrganization: false }, day(-1500));
  });

  test('registers a team that was a group; it is one organization on every day', async () => {
    const worker = hub.as('COMMITTEE_WORKER', HUAER);
    const officer = hub.as('STREET_OFFICER', HUAYANG);
    const common = { name: '示例编织社', category: 'CHARITY', members: 12, leader: '示例乙' };
    const group = { ...common, groupNo: 'G1', form: 'GROUP', origin: 'ENDOGENOUS', foundedAt: day(-400) };
    const begun = await worker.save('ActivityGroup', HUAER, group);
    await worker.act('promoteActivityGroup', begun, { transferId: 'TR1', endedAt: day(-20) });
    const filed = await officer.save('ActivityTeam', HUAER, {
      ...common,
      teamNo: 'T4',
      filedAt: day(-20),
      acceptedTransferId: 'TR1',
      meetingPlace: '示例活动室',
      meetingTime: '周二上午',
    });
    const organization = await supervisor().save('RegisteredOrganization', HUAER, {
      ...body(knitters, '示例编织社'),
      category: 'CHARITY',
      origin: 'ENDOGENOUS',
      appliedAt: day(-15),
    });
    const handed = { transferId: 'TR2', promotedToUscc: knitters, endedAt: day(-6) };
    await officer.act('promoteActivityTeam', filed, handed);
    expect(await transferStates()).toEqual({ TR1: 'COMPLETE', TR2: 'UNFINISHED' });
    const taken = { registeredAt: day(-6), promotedFrom: 'T4', acceptedTransferId: 'TR2' };
    await supervisor().act('registerOrganization', organization, taken);
    expect(await transferStates()).toEqual({ TR1: 'COMPLETE', TR2: 'COMPLETE' });
    // Its history is told by its transfers and by each record's own.
    expect(await hub.see(organization, 'status promotedFrom acceptedTransferId')).toEqual({
      status: 'ACTIVE',
      promotedFrom: 'T4',
      acceptedTransferId: 'TR2',
    });
    expect(await hub.see(filed, 'status acceptedTransferId transferId')).toEqual({
      status: 'PROMOTED',
      acceptedTransferId: 'TR1',
      transferId: 'TR2',
    });
    for (let n = -30; n <= 0; n++) {
      const tiers = await figures(hub, ['groups', 'teams.filed', 'orgs.community', 'communityOrgs'], { asOf: day(n) });
      const [groups, teams] = [n < -20 ? 1 : 0, n >= -20 && n < -6 ? 1 : 0];
      expect([n, ...Object.values(tiers).map((row) => row[3])]).toEqual([n, groups, teams, 1 - groups - teams, 1]);
    }
  });

  test('takes in annual reports: in time, late, and not at all', async () => {
    const { reportYear, dueAt } = lastAnnualReport();
    const owed = async (uscc: string, organizationName: string, place: string, due = dueAt) =>
      supervisor().trySave('AnnualReport', place, {
        uscc,
        organizationName,
        legalForm: 'SERVICE_ORG',
        reportYear,
        dueFrom: `${reportYear + 1}-01-01`,
        dueAt: due,
      });
    const early = await owed(kitchen, '示例助餐社', QISHAN, addDays(dueAt, -1));
    expect(early.problems).toMatchObject([{ rule: { code: 'ANNUAL_REPORT_DUE' } }]);
    const inTime = (await owed(kitchen, '示例助餐社', QISHAN)).record?.id ?? '';
    await supervisor().act('submitAnnualReport', inTime, { submittedAt: addDays(dueAt, -9) });
    await supervisor().act('concludeAnnualReport', inTime, { result: 'PASSED', concludedAt: dueAt });
    const afterwards = (await owed(players, '示例球社', HUAYI)).record?.id ?? '';
    await supervisor().act('submitAnnualReport', afterwards, { submittedAt: addDays(dueAt, 1) });
    await owed(sleepers, '示例沉睡社', JIANGSU);
    const reports = {
      'annualReports.expected': [3, 1, 1, 0, 2, 1],
      'annualReports.submitted': [2, 1, 1, 0, 1, 1],
      'annualReports.onTime': [1, 0, 0, 0, 1, 1],
      'annualReports.missing': [1, 0, 0, 0, 1, 0],
      'annualReports.open': [2, 1, 1, 0, 1, 0],
      'annualReport.onTime': [1 / 3, 0, 0, NONE, 0.5, 1],
    };
    const seen = await figures(hub, Object.keys(reports), { period: { from: dueAt, to: day(0) } });
    expect({ ...seen, 'annualReport.onTime': seen['annualReport.onTime']?.map(rounded) }).toEqual({
      ...reports,
      'annualReport.onTime': reports['annualReport.onTime'].map(rounded),
    });
  });

  test('awards a grade in five steps', async () => {
    const apply = async (applicationNo: string, uscc: string, place: string, declaredAt: string) =>
      supervisor().trySave('GradeApplication', place, {
        applicationNo,
        uscc,
        organizationName: '示例',
        declaredGrade: 'A4',
        declaredAt,
      });
    const young = await apply('GA1', library, HUAYI, day(-10));
    expect(young.problems.map(({ rule }) => rule?.code)).toEqual(['GRADE_AGE', 'GRADE_ANNUAL_REPORT']);
    const application = (await apply('GA2', kitchen, QISHAN, day(-24))).record?.id ?? '';
    expect(await supervisor().refused('decideGrade', application, { grade: 'A4' })).toEqual(['ACTION_NOT_ALLOWED']);
    await hub.as('STREET_OFFICER', JIANGSU).act('coachGradeApplicant', application);
    const assessed = { score: 920, scheme: '示例标准', assessedAt: day(-12) };
    await supervisor().act('assessGradeApplication', application, assessed);
    await supervisor().act('decideGrade', application, { grade: 'A4', decidedAt: day(-6) });
    const award = {
      uscc: kitchen,
      organizationName: '示例助餐社',
      grade: 'A4',
      applicationNo: 'GA2',
      awardedAt: day(-4),
      validTo: addYears(day(-4), 5),
    };
    const higher = await supervisor().trySave('GradeAssessment', QISHAN, { ...award, grade: 'A5' });
    expect(higher.problems).toMatchObject([{ rule: { code: 'GRADE_DECIDED' } }]);
    const longer = await supervisor().trySave('GradeAssessment', QISHAN, { ...award, validTo: addYears(day(-4), 6) });
    expect(longer.problems).toMatchObject([{ rule: { code: 'GRADE_TERM' } }]);
    await supervisor().save('GradeAssessment', QISHAN, award);
    await supervisor().act('publishGrade', application);
  });

  test('lists who was late, takes it off again, and fines it', async () => {
    const entry = {
      listingNo: 'L1',
      uscc: players,
      organizationName: '示例球社',
      creditKind: 'ABNORMAL',
      foundAt: day(-20),
    };
    const wrong = await supervisor().trySave('CreditListing', HUAYI, { ...entry, creditReason: 'LARGE_FINE' });
    expect(wrong.problems).toMatchObject([{ rule: { code: 'CREDIT_REASON' } }]);
    const listing = await supervisor().save('CreditListing', HUAYI, { ...entry, creditReason: 'NO_ANNUAL_REPORT' });
    await supervisor().act('enterCreditListing', listing, { listedAt: day(-18) });
    const removed = { removalReason: '示例: 已补报', removedAt: day(-1) };
    expect(await supervisor().refused('removeCreditListing', listing, removed)).toEqual(['CREDIT_REMOVAL_TERM']);
    await supervisor().act('removeCreditListing', listing, { ...removed, fixedAt: day(-3) });
    const penalty = await supervisor().save('Penalty', HUAYI, {
      penaltyNo: 'P1',
      uscc: players,
      organizationName: '示例球社',
      penaltyKind: 'FINE',
      fine: 200_000,
      basis: '示例条款',
      decidedAt: day(-15),
    });
    const desk = await supervisor().tryAct('performPenalty', penalty, { endedAt: day(-2) });
    const other = await supervisor().tryAct('annulPenalty', penalty, {}, { expectedVersion: 1 });
    expect(other).toMatchObject({ ok: false, problems: [{ code: 'VERSION_CONFLICT' }] });
    expect(other.conflict).toMatchObject({
      base: { penaltyStatus: 'DECIDED' },
      current: { penaltyStatus: 'PERFORMED' },
    });
    expect(desk.record?.version).toBe(2);
  });

  test('strikes off one that stands in name only', async () => {
    const found = { lastActivityAt: day(-800), lastReportYear: Number(day(-1461).slice(0, 4)) };
    await hub.as('STREET_OFFICER', JIANGSU).act('checkOrganization', asleep, found);
    expect(await figuresOfAll(hub, ['zombie.candidates'], thisMonth())).toEqual({ 'zombie.candidates': 1 });
    const opened = await supervisor().save('EnforcementCase', JIANGSU, {
      caseNo: 'C1',
      caseKind: 'ZOMBIE',
      subjectName: '示例沉睡社',
      uscc: sleepers,
      foundAt: day(-22),
    });
    await supervisor().act('investigateCase', opened, { investigatedAt: day(-20) });
    const decision = { outcome: 'BANNED', basis: '示例条款' };
    expect(await supervisor().refused('decideCase', opened, decision)).toEqual(['CASE_OUTCOME']);
    await supervisor().act('decideCase', opened, { ...decision, outcome: 'REVOKED', decidedAt: day(-3) });
    await supervisor().act('revokeOrganization', asleep, { endReason: '示例: 名存实亡', closedAt: day(-2) });
    await supervisor().act('closeCase', opened);
  });

  test('closes a warning that came up from a committee', async () => {
    const worker = hub.as('COMMITTEE_WORKER', HUAYI);
    const officer = hub.as('STREET_OFFICER', HUAYANG);
    const warning = await worker.save('CommitteeWarning', HUAYI, {
      warningNo: 'W1',
      title: '示例: 联系不上',
      severity: 'ORANGE',
      subjectId: late,
      raisedAt: day(-2),
    });
    await worker.act('handleCommitteeWarning', warning);
    await worker.act('escalateCommitteeWarning', warning);
    expect(await worker.refused('takeOverCommitteeWarning', warning)).toEqual(['ROLE_REQUIRED']);
    await officer.act('takeOverCommitteeWarning', warning);
    await officer.act('escalateCommitteeWarning', warning);
    expect(await hub.see(warning, 'warningStatus escalatedTo')).toEqual({
      warningStatus: 'ESCALATED',
      escalatedTo: 'DISTRICT',
    });
    expect(await figuresOfAll(hub, ['warnings.openSignals'], thisMonth())).toEqual({ 'warnings.openSignals': 1 });
    await supervisor().act('takeOverCommitteeWarning', warning);
    expect(await supervisor().refused('closeCommitteeWarning', warning)).toEqual(['ACTION_NOT_ALLOWED']);
    await supervisor().act('disposeCommitteeWarning', warning, { disposal: '示例: 已约谈' });
    await supervisor().act('closeCommitteeWarning', warning);
    const own = { warningNo: 'W1', title: '示例: 资金异常', severity: 'BLUE', subjectId: late, raisedAt: day(-5) };
    await supervisor().save('DistrictWarning', HUAYI, own);
  });

  test('buys for two years, gives out of its fund, and holds a venture round', async () => {
    const supplier = { supplierName: '示例助餐社', supplierUscc: kitchen };
    await buyForTwoYears(supervisor(), supplier);
    await giveOutOfFund(supervisor(), knitters);
    await holdVentureRound(supervisor(), supplier);
  });

  test('meets a target', async () => {
    const share = await figuresOfAll(hub, ['grade.ge3A.shareOfRegistered'], thisMonth());
    const indicator = 'grade.ge3A.shareOfRegistered';
    const aim = { title: '示例目标', indicator, value: 0.2, validFrom: day(-200), dueAt: day(30) };
    const target = await supervisor().save('Target', CHANGNING, { ...aim, targetNo: 'TG1' });
    await supervisor().act('assessTarget', target, { actual: Number(share[indicator]) });
    expect(await hub.see(target, 'actual gap reached')).toEqual({ actual: 0.25, gap: 0, reached: true });
    const old = await supervisor().save('Target', CHANGNING, { ...aim, targetNo: 'TG0', dueAt: day(-30) });
    await supervisor().act('endTarget', old, { validTo: day(-3) });
  });

  // Each figure: the district; the street 华阳路, its 华一 and 华二; the street 江苏路, its 岐山.
  test('counts at the hub exactly what happened', async () => {
    // 华一 has the books and the balls, 华二 the knitters, 岐山 the kitchen; who slept was struck off.
    const organizations = {
      'orgs.registered': [4, 3, 2, 1, 1, 1],
      'orgs.new': [2, 2, 1, 1, 0, 0],
      'orgs.closed': [1, 0, 0, 0, 1, 0],
      'orgs.directShare': [0.25, 0, 0, 0, 1, 1],
      communityOrgs: [3, 2, 1, 1, 1, 1],
      'tier.promoted': [1, 1, 0, 1, 0, 0],
      'tier.conversion': [1, 1, NONE, 1, NONE, NONE],
      'grade.ge3A.shareOfRegistered': [0.25, 0, 0, 0, 1, 1],
      'grade.published': [1, 0, 0, 0, 1, 1],
    };
    expect(await figures(hub, Object.keys(organizations), thisMonth())).toEqual(organizations);
    const supervision = {
      'abnormal.in': [1, 1, 1, 0, 0, 0],
      'abnormal.out': [1, 1, 1, 0, 0, 0],
      'abnormal.current': [0, 0, 0, 0, 0, 0],
      'penalties.fines': [200_000, 200_000, 200_000, 0, 0, 0],
      'penalties.open': [0, 0, 0, 0, 0, 0],
      'zombie.candidates': [0, 0, 0, 0, 0, 0],
      'zombie.disposed': [1, 0, 0, 0, 1, 0],
      // The committee's was escalated and is closed; the district's own is open.
      'warnings.raised': [2, 2, 2, 0, 0, 0],
      'warnings.openSignals': [1, 1, 1, 0, 0, 0],
      'warnings.escalated': [0.5, 0.5, 0.5, NONE, NONE, NONE],
      'warnings.onTimeShare': [1, 1, 1, NONE, NONE, NONE],
      'warnings.meanResponseDays': [2, 2, 2, NONE, NONE, NONE],
    };
    expect(await figures(hub, Object.keys(supervision), thisMonth())).toEqual(supervision);
    expect(await figuresOfAll(hub, ['abnormal.current'], { asOf: day(-10) })).toEqual({ 'abnormal.current': 1 });
  });

  test('counts its money, which is in no street of its own', async () => {
    const money = {
      // 60 000 yuan for two years and 10 000 of the venture, in fen; 35 000 of it are paid.
      'contracts.amount': 7_000_000,
      'contracts.execution': 0.5,
      'performance.score': 88,
      'performance.paidBeforeEvaluation': 0,
      'procurements.multiYearShare': 1,
      'yearContracts.amount': 6_000_000,
      'yearContracts.renewed': 1,
      'fund.executionRate': 0.4,
      'grants.amount': 3_000_000,
      'ventureRounds.applications': 5,
      'venture.governanceShare': 0.5,
      'venture.governanceShareOfAmount': 0.4,
      'targets.inForce': 1,
      'targets.reached': 1,
      'targets.expired': 1,
    };
    expect(await figuresOfAll(hub, Object.keys(money), thisMonth())).toEqual(money);
    expect((await figures(hub, ['contracts.amount'], thisMonth()))['contracts.amount']?.slice(1)).toEqual([
      0, 0, 0, 0, 0,
    ]);
  });

  test('leaves the month before as it was', async () => {
    const before = {
      'orgs.registered': [3, 1, 1, 0, 2, 1],
      communityOrgs: [2, 1, 0, 1, 1, 1],
      'orgs.new': [0, 0, 0, 0, 0, 0],
      'grade.ge3A.shareOfRegistered': [0, 0, 0, NONE, 0, 0],
      'abnormal.current': [0, 0, 0, 0, 0, 0],
      'warnings.raised': [0, 0, 0, 0, 0, 0],
      'contracts.amount': [0, 0, 0, 0, 0, 0],
      'targets.inForce': [2, 0, 0, 0, 0, 0],
    };
    expect(await figures(hub, Object.keys(before), MONTH_BEFORE)).toEqual(before);
  });

  async function registered(place: string, fields: Record<string, string | boolean | null>, on: string) {
    const id = await supervisor().save('RegisteredOrganization', place, fields);
    await supervisor().act('registerOrganization', id, { registeredAt: on });
    return id;
  }

  async function transferStates(): Promise<Record<string, string>> {
    return Object.fromEntries((await hub.transfers(CHANGNING)).map(({ id, state }) => [id, state]));
  }
});

function rounded(value: number | string | null): number | string | null {
  return typeof value === 'number' ? Math.round(value * 1_000_000) / 1_000_000 : value;
}
