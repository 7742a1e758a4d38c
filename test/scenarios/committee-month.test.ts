import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '@onenx/schema';
import { creditCode } from '../kit/records.js';
import { day, lastQuarter, MONTH_BEFORE, thisMonth } from '../kit/scenario-calendar.js';
import { figures, figuresOfAll, NONE } from '../kit/scenario-figures.js';
import { CHANGNING, HUAER, HUAYANG, HUAYI, QISHAN, ScenarioHub } from '../kit/scenario-hub.js';
import { signContract, signProject, type Purchase } from '../kit/scenario-purchase.js';

/**
 * A month at the residents' committee 华一, in the street 华阳路 of the district 长宁. Residents ask for light in their
 * staircases and for meals for the old. The street pays for the light out of its micro-venture, the district buys the meals;
 * residents say what they think of it. The committees 华二, of the same street, and 岐山, of another, have their own month
 * beside it, so that the roll-ups at the hub have something to tell apart.
 */
describe("a committee's month", () => {
  let hub: ScenarioHub;
  const worker = () => hub.as('COMMITTEE_WORKER', HUAYI);
  const streetOfficer = () => hub.as('STREET_OFFICER', HUAYANG);
  const supervisor = () => hub.as('DISTRICT_SUPERVISOR', CHANGNING);
  const need = async (place: string, needNo: string, fields: Record<string, string>) =>
    hub.as('COMMITTEE_WORKER', place).save('Need', place, {
      needNo,
      title: `示例需求${needNo}`,
      serviceField: 'SAFETY',
      targetGroup: 'ALL',
      raisedVia: 'RESIDENT',
      ...fields,
    });
  const electricians = creditCode(1);
  let lights: string;
  let meals: string;

  beforeAll(async () => {
    hub = await ScenarioHub.start();
  }, 120_000);
  afterAll(async () => hub.close());

  test('begins with what is left of the month before', async () => {
    // A lift out of order: raised and answered within five days, all of it in the month before.
    const lift = await need(HUAYI, 'N0', { raisedAt: day(-40) });
    await worker().act('acceptNeed', lift);
    await worker().act('answerNeed', lift, { answeredAt: day(-35) });
    await worker().act('closeNeed', lift, { closeReason: '示例: 电梯已修复' });
    // 岐山 has had one for a hundred days; ninety are the term.
    const waste = await need(QISHAN, 'N0', { raisedAt: day(-100), serviceField: 'WASTE' });
    await hub.as('COMMITTEE_WORKER', QISHAN).act('acceptNeed', waste);
    expect(await hub.see(waste, 'answerBy')).toEqual({ answerBy: day(-10) });
  });

  test('takes in what residents ask for', async () => {
    const asked = {
      needNo: 'N1',
      title: '楼道加装照明',
      serviceField: 'SAFETY',
      targetGroup: 'ALL',
      raisedVia: 'RESIDENT',
      raisedAt: day(-25),
    };
    // A form asks first whether it would be taken; then it is sent, and sent again, for the line broke.
    expect(await worker().trySave('Need', HUAYI, asked, { dryRun: true })).toMatchObject({ ok: true, problems: [] });
    lights = await worker().save('Need', HUAYI, asked, { requestId: 'committee-n1' });
    expect(await worker().save('Need', HUAYI, asked, { requestId: 'committee-n1' })).toBe(lights);
    meals = await need(HUAYI, 'N2', { raisedAt: day(-20), raisedVia: 'MEETING', serviceField: 'ELDERLY' });
    const again = await need(HUAYI, 'N3', { raisedAt: day(-19) });
    const garage = await need(HUAYI, 'N4', { raisedAt: day(-18), raisedVia: 'VISIT', serviceField: 'PROPERTY' });
    await need(HUAER, 'N1', { raisedAt: day(-12), serviceField: 'CULTURE' });

    await worker().act('acceptNeed', lights);
    await worker().act('acceptNeed', meals);
    expect(await worker().refused('mergeNeed', again, { mergedInto: 'N9' })).toEqual(['NEED_MERGE_TARGET']);
    await worker().act('mergeNeed', again, { mergedInto: 'N1' });
    await worker().act('declineNeed', garage, { closeReason: '示例: 属业主专有部分' });
    // Nobody works in another committee's list.
    const stranger = hub.as('COMMITTEE_WORKER', HUAER);
    expect(await stranger.refused('claimNeed', lights)).toEqual(['ROLE_REQUIRED']);
  });

  test('deliberates on the lights with those who live there, and carries out what was adopted', async () => {
    const meeting = { deliberationNo: 'D1', topic: '照明由谁维护', deliberationKind: 'COORDINATION' };
    const held = await worker().save('Deliberation', HUAYI, { ...meeting, plannedAt: day(-18) });
    await worker().act('holdDeliberation', held, { heldAt: day(-14), attended: 25 });
    await worker().act('adoptDeliberation', held, { outcome: '示例: 居民自管小组维护', followUpDue: day(-1) });
    await worker().act('completeDeliberation', held);
    // 华二 deliberates too, and does not agree.
    const other = hub.as('COMMITTEE_WORKER', HUAER);
    const failed = await other.save('Deliberation', HUAER, { ...meeting, plannedAt: day(-9) });
    await other.act('holdDeliberation', failed, { heldAt: day(-6), attended: 12 });
    await other.act('rejectDeliberation', failed);
  });

  test('gets its lights out of the micro-venture of its street', async () => {
    const officer = streetOfficer();
    await officer.act('claimNeed', lights, { claimantUscc: electricians, supplyMode: 'VENTURE' });
    const offering = await officer.save('StreetServiceOffering', HUAYANG, {
      offeringNo: 'O1',
      title: '示例楼道照明',
      providerName: '示例电工社',
      providerUscc: electricians,
      serviceField: 'SAFETY',
      offeredAt: day(-60),
    });
    const match = await officer.save('NeedMatch', HUAYANG, { matchNo: 'M1', needId: lights, openedAt: day(-15) });
    await officer.act('recordNeedMatch', match, { offeringId: offering });
    await officer.act('agreeNeedMatch', match);

    const fields = { roundNo: 'R1', title: '示例微创投', budget: 2_000_000, preparedAt: day(-28) };
    const round = await officer.save('MicroVentureRound', HUAYANG, fields);
    await officer.act('openMicroVentureRound', round, { applyUntil: day(0) });
    const grant = await officer.save('MicroGrant', HUAYANG, {
      grantNo: 'G1',
      roundNo: 'R1',
      title: '楼道照明',
      applicantName: '示例电工社',
      applicantUscc: electricians,
      projectCategory: 'GOVERNANCE',
      requestedAmount: 1_500_000,
      appliedAt: day(-16),
    });
    await officer.act('selectMicroVentureRound', round);
    expect(await officer.refused('approveMicroGrant', grant, { amount: 2_500_000 })).toEqual([
      'MICRO_GRANT_WITHIN_BUDGET',
    ]);
    await officer.act('approveMicroGrant', grant, { amount: 1_200_000 });

    const project = await signProject({
      buyer: officer,
      level: 'Street',
      place: HUAYI,
      project: { projectNo: 'SP1', projectCategory: 'GOVERNANCE', fundSource: 'MICRO_VENTURE' },
      how: { arrangement: 'PROJECT_CALL' },
      supplier: { supplierName: '示例电工社', supplierUscc: electricians },
      amount: 1_200_000,
      approvedAt: day(-14),
      signedAt: day(-11),
      needId: lights,
    });
    await officer.act('startStreetProject', project);
    expect(await worker().refused('matchNeed', lights)).toEqual(['NEED_MATCH_WITH']);
    await worker().act('matchNeed', lights, { projectId: project, offeringId: offering });
    await officer.act('payMicroGrant', grant, { paidAt: day(-2) });
    await officer.act('closeMicroVentureRound', round);
    // The residents look after the lamps by themselves.
    await worker().save('SelfGovernanceProject', HUAYI, {
      projectNo: 'CP1',
      title: '照明自管',
      projectCategory: 'GOVERNANCE',
      stage: 'RUNNING',
      startedAt: day(-12),
    });
  });

  test('gets its meals from the district, which pays once residents and auditors are content', async () => {
    const buyer = supervisor();
    const kitchen = creditCode(2);
    const amount = 9_000_000;
    const purchase: Purchase = {
      buyer,
      level: 'District',
      place: HUAYI,
      project: { projectNo: 'DP1', projectCategory: 'ELDERLY_CARE', fundSource: 'FISCAL' },
      how: { procurementMethod: 'NEGOTIATION' },
      supplier: { supplierName: '示例助餐社', supplierUscc: kitchen },
      amount,
      approvedAt: day(-17),
      signedAt: day(-13),
      needId: meals,
    };
    const project = await signProject(purchase);
    const contractNo = await signContract(purchase, day(-4));
    await buyer.act('startDistrictProject', project);
    await worker().act('matchNeed', meals, { projectId: project });
    await buyer.act('finishDistrictProject', project, { endedAt: day(-4) });

    const payment = await buyer.save('DistrictPayment', HUAYI, {
      paymentNo: 'PAY1',
      projectNo: 'DP1',
      contractNo,
      amount,
      isFinal: true,
      plannedAt: day(-4),
    });
    await buyer.act('approveDistrictPayment', payment);
    expect(await buyer.refused('payDistrictPayment', payment)).toEqual(['DISTRICT_FINAL_PAYMENT']);
    const evaluation = await buyer.save('DistrictPerformance', HUAYI, {
      evaluationNo: 'E1',
      projectNo: 'DP1',
      supplierUscc: kitchen,
      contractAmount: amount,
      respondents: 40,
      satisfied: 36,
    });
    await buyer.act('evaluateDistrictPerformance', evaluation, {
      score: 91,
      result: 'EXCELLENT',
      evaluatorKind: 'RESIDENTS',
      evaluatedAt: day(-3),
    });
    const audit = await buyer.save('DistrictAudit', HUAYI, { auditNo: 'A1', projectNo: 'DP1', plannedAt: day(-3) });
    await buyer.act('passDistrictAudit', audit, { passedAt: day(-2) });
    await buyer.act('payDistrictPayment', payment, { paidAt: day(-1) });
    await buyer.act('auditDistrictProject', project);
    await buyer.act('settleDistrictProject', project);
    await buyer.act('closeDistrictProject', project);
  });

  test('asks residents what they think, and answers them', async () => {
    const round = { subject: '示例服务', subjectKind: 'PROJECT' };
    const rounds = [
      { place: HUAYI, roundNo: 'S0', heldAt: day(-45), respondents: 30, satisfied: 21, scoreSum: 105 },
      { place: HUAYI, roundNo: 'S1', heldAt: day(-3), respondents: 40, satisfied: 36, scoreSum: 176, aware: 30 },
      { place: QISHAN, roundNo: 'S1', heldAt: day(-10), respondents: 20, satisfied: 12, scoreSum: 64 },
    ];
    for (const { place, aware = null, ...fields } of rounds) {
      await hub.as('COMMITTEE_WORKER', place).save('SatisfactionRound', place, { ...round, ...fields, aware });
    }
    await worker().act('answerNeed', lights, { answeredAt: day(-2) });
    await worker().act('answerNeed', meals, { answeredAt: day(-1) });
    // Two at two desks close the same need: the second is told what the first made of it.
    const { record } = await worker().tryAct('closeNeed', lights, { closeReason: '示例: 灯亮了' });
    const late = await worker().tryAct('reopenNeed', lights, {}, { expectedVersion: Number(record?.version) - 1 });
    expect(late).toMatchObject({ ok: false, problems: [{ code: 'VERSION_CONFLICT' }] });
    expect(late.conflict).toMatchObject({ base: { needStatus: 'ANSWERED' }, current: { needStatus: 'CLOSED' } });
  });

  test('mediates, visits, and looks after its estate', async () => {
    const dispute = async (place: string, caseNo: string, acceptedAt: string) =>
      hub.as('COMMITTEE_WORKER', place).save('DisputeCase', place, { caseNo, disputeType: 'NEIGHBOUR', acceptedAt });
    const noise = await dispute(HUAYI, 'K1', day(-15));
    await worker().act('resolveDispute', noise, { closedAt: day(-5) });
    await dispute(HUAYI, 'K2', day(-8));
    const wages = await dispute(QISHAN, 'K1', day(-20));
    const closed = { transferredTo: '示例仲裁院', closedAt: day(-16) };
    await hub.as('COMMITTEE_WORKER', QISHAN).act('transferDispute', wages, closed);
    await dispute(QISHAN, 'K2', day(-2));

    const organization = await supervisor().save('RegisteredOrganization', HUAYI, {
      uscc: electricians,
      name: '示例电工社',
      legalForm: 'SERVICE_ORG',
      communityOrganization: true,
      registrationMode: 'DIRECT',
      directClass: 'COMMUNITY_SERVICE',
    });
    await supervisor().act('registerOrganization', organization, { registeredAt: day(-1000) });
    const visited = { visitNo: 'V1', visitedUscc: electricians, visitedAt: day(-7), finding: 'NEEDS_HELP' };
    const visit = await worker().save('CommitteeVisit', HUAYI, visited);
    await worker().act('followUpCommitteeVisit', visit);
    await worker().act('closeCommitteeVisit', visit);

    const estate = { estateNo: 'E1', name: '示例小区', households: 600, startedAt: '2001-05-01' };
    await worker().save('Estate', HUAYI, estate);
    const owners = await worker().save('OwnersCommittee', HUAYI, { estateNo: 'E1', term: 3, electedAt: day(-25) });
    expect(await worker().act('fileOwnersCommittee', owners, { filingNo: 'F1', filedAt: day(-10) })).toEqual([]);
    const { from, to } = lastQuarter();
    const quarter = { estateNo: 'E1', quarterFrom: from, quarterTo: to };
    const disclosure = await worker().save('FundsDisclosure', HUAYI, quarter);
    await worker().act('publishFundsDisclosure', disclosure, {
      income: 500_000,
      expense: 420_000,
      publishedAt: addDays(to, 1),
    });
    const correctionNote = '示例: 漏记一笔停车收入';
    await worker().act('correctFundsDisclosure', disclosure, { income: 510_000, expense: 420_000, correctionNote });
  });

  test('reports a major activity up to the district', async () => {
    const activity = { title: '示例社区节', activityKind: 'LARGE_EVENT', draftedAt: day(-5) };
    const report = async (place: string, plannedAt: string) => {
      const id = await hub
        .as('COMMITTEE_WORKER', place)
        .save('CommitteeMajorActivityReport', place, { ...activity, reportNo: 'MA1', plannedAt });
      const told = await hub.as('COMMITTEE_WORKER', place).act('reportCommitteeMajorActivity', id);
      return { id, told: told.map(({ rule }) => rule?.code) };
    };
    const inTime = await report(HUAYI, day(30));
    expect(inTime.told).toEqual([]);
    expect(await worker().refused('passCommitteeMajorActivity', inTime.id)).toEqual(['ROLE_REQUIRED']);
    await streetOfficer().act('returnCommitteeMajorActivity', inTime.id, { opinion: '示例: 请补充应急方案' });
    await worker().act('resubmitCommitteeMajorActivity', inTime.id);
    await streetOfficer().act('passCommitteeMajorActivity', inTime.id);
    await supervisor().act('acceptCommitteeMajorActivity', inTime.id);
    expect(await hub.see(inTime.id, 'reportStatus reportBy')).toEqual({ reportStatus: 'ACCEPTED', reportBy: day(15) });
    // 华二 is late: its report is taken all the same, and told.
    const { told } = await report(HUAER, day(5));
    expect(told).toEqual(['COMMITTEE_MAJOR_ACTIVITY_IN_TIME']);
  });

  // Each figure: the district; the street 华阳路, its 华一 and 华二; the street 江苏路, its 岐山.
  test('counts at the hub exactly what happened', async () => {
    // Raised: N1 to N4 at 华一, N1 at 华二. Residents raised all but N4, which came of a visit. N1 and N2 were matched.
    // Answered: N1 after 23 days, N2 after 19. Left: that of 华二, and that of 岐山, which is overdue.
    const needs = {
      'needs.raised': [5, 5, 4, 1, 0, 0],
      'needs.originShare': [0.8, 0.8, 0.75, 1, NONE, NONE],
      'needs.matchedShare': [0.4, 0.4, 0.5, 0, NONE, NONE],
      'needs.claimed': [1, 1, 1, 0, 0, 0],
      'needs.declined': [1, 1, 1, 0, 0, 0],
      'needs.answered': [2, 2, 2, 0, 0, 0],
      'needs.meanAnswerDays': [21, 21, 21, NONE, NONE, NONE],
      'needs.pending': [2, 1, 0, 1, 1, 1],
      'needs.overdue': [1, 0, 0, 0, 1, 1],
    };
    expect(await figures(hub, Object.keys(needs), thisMonth())).toEqual(needs);
    // 36 of 40 at 华一 and 12 of 20 at 岐山, which did not ask whether the service is known.
    const residents = {
      'satisfaction.respondents': [60, 40, 40, 0, 20, 20],
      satisfaction: [0.8, 0.9, 0.9, NONE, 0.6, 0.6],
      'satisfaction.mean': [4, 4.4, 4.4, NONE, 3.2, 3.2],
      'satisfaction.awareness': [0.75, 0.75, 0.75, NONE, NONE, NONE],
      deliberations: [2, 2, 1, 1, 0, 0],
      'deliberations.attended': [37, 37, 25, 12, 0, 0],
      'deliberations.adoptedShare': [0.5, 0.5, 1, 0, NONE, NONE],
      'deliberations.followUpDoneShare': [1, 1, 1, NONE, NONE, NONE],
      // Two each at 华一 and 岐山: one resolved in 10 days, one transferred in 4, two open.
      'disputeCases.accepted': [4, 2, 2, 0, 2, 2],
      'disputeCases.rate': [0.25, 0.5, 0.5, NONE, 0, 0],
      'disputeCases.meanDays': [7, 10, 10, NONE, 4, 4],
      'disputeCases.open': [2, 1, 1, 0, 1, 1],
    };
    expect(await figures(hub, Object.keys(residents), thisMonth())).toEqual(residents);
    const estate = {
      'visits.committee': [1, 1, 1, 0, 0, 0],
      'visits.coverage': [1, 1, 1, NONE, NONE, NONE],
      'ownersCommittees.formed': [1, 1, 1, NONE, NONE, NONE],
      'ownersCommittees.filedInTimeShare': [1, 1, 1, NONE, NONE, NONE],
      majorReports: [2, 2, 1, 1, 0, 0],
      'majorReports.onTime': [0.5, 0.5, 1, 0, NONE, NONE],
      'projects.running.committee': [1, 1, 1, 0, 0, 0],
    };
    expect(await figures(hub, Object.keys(estate), thisMonth())).toEqual(estate);
    const disclosed = {
      'fundsDisclosures.onTime': [1, 1, 1, NONE, NONE, NONE],
      'fundsDisclosures.income': [510_000, 510_000, 510_000, 0, 0, 0],
    };
    expect(await figures(hub, Object.keys(disclosed), { period: lastQuarter() })).toEqual(disclosed);
  });

  test('counts the money of all three levels once, where it was spent', async () => {
    const money = {
      'projects.fromNeedsShare': 1,
      // The street's 12 000 yuan and the district's 90 000, in fen.
      'contracts.amount': 10_200_000,
      'microGrants.amount': 1_200_000,
      'procurements.amount': 9_000_000,
      'payments.paid': 9_000_000,
      'performance.score': 91,
      'performance.paidBeforeEvaluation': 0,
      // The lamps are being put up; the residents look after them; the meals are over.
      'projects.running': 2,
    };
    expect(await figuresOfAll(hub, Object.keys(money), thisMonth())).toEqual(money);
  });

  test('leaves the month before as it was', async () => {
    const before = {
      'needs.raised': [1, 1, 1, 0, 0, 0],
      'needs.answered': [1, 1, 1, 0, 0, 0],
      'needs.meanAnswerDays': [5, 5, 5, NONE, NONE, NONE],
      'needs.pending': [1, 0, 0, 0, 1, 1],
      'needs.overdue': [0, 0, 0, 0, 0, 0],
      satisfaction: [0.7, 0.7, 0.7, NONE, NONE, NONE],
      deliberations: [0, 0, 0, 0, 0, 0],
      'disputeCases.rate': [NONE, NONE, NONE, NONE, NONE, NONE],
      majorReports: [0, 0, 0, 0, 0, 0],
      'contracts.amount': [0, 0, 0, 0, 0, 0],
    };
    expect(await figures(hub, Object.keys(before), MONTH_BEFORE)).toEqual(before);
  });
});
