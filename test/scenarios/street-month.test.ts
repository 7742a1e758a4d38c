import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { creditCode, csv } from '../kit/records.js';
import { day, MONTH_BEFORE, monthsAgo, thisMonth } from '../kit/scenario-calendar.js';
import { figures, figuresOfAll, NONE } from '../kit/scenario-figures.js';
import { CHANGNING, HUAER, HUAYANG, HUAYI, JIANGSU, QISHAN, ScenarioHub } from '../kit/scenario-hub.js';
import { signContract, signProject, type Purchase } from '../kit/scenario-purchase.js';

/**
 * A month at the street 华阳路: it files teams, takes over a group that one of its committees has raised, finds rooms for
 * them, brings a need together with a service, pays a small project once it was evaluated and audited, counts what its one
 * window did, and approves what its committees sent. The street 江苏路 has one team, so that there is something to tell apart.
 */
describe("a street's month", () => {
  let hub: ScenarioHub;
  const officer = () => hub.as('STREET_OFFICER', HUAYANG);
  const worker = (place: string) => hub.as('COMMITTEE_WORKER', place);
  const team = (teamNo: string, filedAt: string, members: number) => ({
    teamNo,
    name: `示例团队${teamNo}`,
    category: 'CULTURE_SPORT',
    members,
    leader: '示例甲',
    filedAt,
    meetingPlace: '示例活动室',
    meetingTime: '周二上午',
  });
  let choir: string;
  let chess: string;

  beforeAll(async () => {
    hub = await ScenarioHub.start();
  }, 120_000);
  afterAll(async () => hub.close());

  test('files a team, which it first got wrong', async () => {
    const wrong = { ...team('T1', day(-27), 6), leader: null };
    const { ok, problems } = await officer().trySave('ActivityTeam', HUAYI, wrong);
    expect(ok).toBe(false);
    expect(problems).toMatchObject([
      { field: ['input', 'team', 'members'], rule: { code: 'TEAM_MEMBERS', source: expect.stringContaining('备案') } },
      { field: ['input', 'team', 'leader'], rule: { code: 'TEAM_LEADER' } },
    ]);
    expect(problems[0]?.message).toContain('Found 6, expected ≥ 10.');
    const right = team('T1', day(-27), 16);
    expect(await officer().trySave('ActivityTeam', HUAYI, right, { dryRun: true })).toMatchObject({ ok: true });
    choir = await officer().save('ActivityTeam', HUAYI, right, { requestId: 'street-t1' });
    expect(await officer().save('ActivityTeam', HUAYI, right, { requestId: 'street-t1' })).toBe(choir);
    await hub.as('STREET_OFFICER', JIANGSU).save('ActivityTeam', QISHAN, team('T1', day(-100), 11));
  });

  test('renews a filing that is over, and cancels another', async () => {
    chess = await officer().save('ActivityTeam', HUAYANG, {
      ...team('T2', day(-725), 20),
      filingValidTo: day(-3),
    });
    expect(await figuresOfAll(hub, ['teams.filingOverdue'], thisMonth())).toEqual({ 'teams.filingOverdue': 1 });
    expect(await officer().refused('renewActivityTeamFiling', chess)).toEqual(['TEAM_CONTENT']);
    await officer().change(chess, { activityContent: '每周对弈' });
    await officer().act('renewActivityTeamFiling', chess);
    const dancers = await officer().save('ActivityTeam', HUAYANG, team('T3', day(-300), 30));
    await officer().act('cancelActivityTeamFiling', dancers, { endReason: '示例: 已停止活动' });
  });

  test('takes over a group as a team, and both are one organization all the while', async () => {
    const group = await worker(HUAER).save('ActivityGroup', HUAER, {
      groupNo: 'G1',
      name: '示例编织组',
      form: 'GROUP',
      category: 'CHARITY',
      members: 12,
      leader: '示例乙',
      origin: 'ENDOGENOUS',
      foundedAt: day(-400),
    });
    await worker(HUAER).act('promoteActivityGroup', group, { transferId: 'TR1', endedAt: day(-20) });
    expect(await hub.transfers(HUAYANG)).toMatchObject([
      { id: 'TR1', state: 'UNFINISHED', given: [{ id: group }], accepted: [] },
    ]);
    const accepted = { ...team('T4', day(-20), 12), acceptedTransferId: 'TR1' };
    const knitters = await officer().save('ActivityTeam', HUAER, accepted);
    expect(await hub.transfers(HUAYANG)).toMatchObject([
      { id: 'TR1', state: 'COMPLETE', accepted: [{ id: knitters }] },
    ]);
    const twice = await officer().trySave('ActivityTeam', HUAER, { ...accepted, teamNo: 'T5' });
    expect(twice.problems).toMatchObject([{ rule: { code: 'ACTIVITY_TEAM_ACCEPTED_ONCE' } }]);
    for (let n = -30; n <= 0; n++) {
      const { communityOrgs, groups } = await figures(hub, ['communityOrgs', 'groups'], { asOf: day(n) });
      expect([n, communityOrgs?.[3], groups?.[3]]).toEqual([n, 1, n < -20 ? 1 : 0]);
    }
  });

  test('tells two who change the same team at the same time of each other', async () => {
    const version = hub.seen.get(choir)?.version;
    await officer().change(choir, { members: 18 });
    const late = await officer().change(choir, { members: 17 }, { expectedVersion: Number(version) });
    expect(late).toMatchObject({ ok: false, problems: [{ code: 'VERSION_CONFLICT' }] });
    expect(late.conflict).toMatchObject({ base: { version: 1 }, current: { version: 2 }, fields: ['members'] });
  });

  test('has its platform run, opens its station, and finds rooms for one tenant at a time', async () => {
    const centre = { platformNo: 'P1', name: '示例服务中心', platformKind: 'SERVICE_CENTRE', establishedAt: day(-500) };
    const platform = await officer().save('StreetPlatform', HUAYANG, centre);
    await officer().act('entrustStreetPlatform', platform, { operatorUscc: creditCode(1), entrustedAt: day(-9) });
    const station = { stationNo: 'W1', name: '示例社工站', staff: 5, certifiedStaff: 4, openedAt: day(-28) };
    await officer().save('SocialWorkStation', HUAYANG, station);

    const rooms = { assetNo: 'R1', address: '示例路1号', spaceTenure: 'STATE', areaM2: 80, offeredAt: day(-90) };
    await officer().save('SpaceAsset', HUAYANG, rooms);
    const request = async (allocationNo: string, tenantId: string) =>
      officer().save('SpaceAllocation', HUAYANG, {
        allocationNo,
        tenantName: '示例团队',
        tenantId,
        wantedM2: 60,
        requestedAt: day(-12),
      });
    const first = await request('L1', choir);
    const second = await request('L2', chess);
    const terms = { assetNo: 'R1', areaM2: 60, spaceTerms: 'FREE', allocatedAt: day(-10) };
    expect(await officer().refused('allocateSpace', first, { ...terms, areaM2: 90 })).toEqual(['SPACE_AREA']);
    await officer().act('allocateSpace', first, terms);
    expect(await officer().refused('allocateSpace', second, terms)).toEqual(['SPACE_ONE_AT_A_TIME']);
  });

  test('brings a need of a committee together with a service, and pays for it last of all', async () => {
    const need = await worker(HUAYI).save('Need', HUAYI, {
      needNo: 'N1',
      title: '示例陪诊',
      serviceField: 'ELDERLY',
      targetGroup: 'ELDERLY',
      raisedVia: 'RESIDENT',
      raisedAt: day(-24),
    });
    await worker(HUAYI).act('acceptNeed', need);
    const uscc = creditCode(2);
    const offering = await officer().save('StreetServiceOffering', HUAYANG, {
      offeringNo: 'O1',
      title: '示例陪诊',
      providerName: '示例社',
      providerUscc: uscc,
      serviceField: 'ELDERLY',
      offeredAt: day(-60),
    });
    const match = await officer().save('NeedMatch', HUAYANG, { matchNo: 'M1', needId: need, openedAt: day(-22) });
    await officer().act('recordNeedMatch', match, { offeringId: offering });
    await officer().act('agreeNeedMatch', match);
    await officer().act('matchNeed', need, { offeringId: offering });

    const round = await officer().save('MicroVentureRound', HUAYANG, {
      roundNo: 'V1',
      title: '示例微创投',
      budget: 1_000_000,
      preparedAt: day(-28),
    });
    const applied = {
      grantNo: 'G1',
      roundNo: 'V1',
      title: '示例陪诊',
      applicantName: '示例社',
      applicantUscc: uscc,
      projectCategory: 'ELDERLY_CARE',
      requestedAmount: 800_000,
      appliedAt: day(-21),
    };
    const early = await officer().trySave('MicroGrant', HUAYANG, applied);
    expect(early.problems).toMatchObject([{ rule: { code: 'MICRO_GRANT_IN_TIME' } }]);
    await officer().act('openMicroVentureRound', round, { applyUntil: day(-20) });
    const grant = await officer().save('MicroGrant', HUAYANG, applied);
    await officer().act('selectMicroVentureRound', round);
    await officer().act('approveMicroGrant', grant, { amount: 800_000 });

    const amount = 800_000;
    const purchase: Purchase = {
      buyer: officer(),
      level: 'Street',
      place: HUAYANG,
      project: { projectNo: 'SP1', projectCategory: 'ELDERLY_CARE', fundSource: 'MICRO_VENTURE' },
      how: { arrangement: 'ENTRUST' },
      supplier: { supplierName: '示例社', supplierUscc: uscc },
      amount,
      approvedAt: day(-19),
      signedAt: day(-17),
      needId: need,
    };
    const project = await signProject(purchase);
    const contractNo = await signContract(purchase, day(-5));
    await officer().act('startStreetProject', project);

    const payment = async (paymentNo: string, part: number, isFinal: boolean) => {
      const fields = { paymentNo, projectNo: 'SP1', contractNo, amount: part, isFinal, plannedAt: day(-16) };
      const id = await officer().save('StreetPayment', HUAYANG, fields);
      await officer().act('approveStreetPayment', id);
      return id;
    };
    await officer().act('payStreetPayment', await payment('PAY1', 300_000, false), { paidAt: day(-15) });
    const last = await payment('PAY2', 500_000, true);
    await officer().act('finishStreetProject', project, { endedAt: day(-5) });
    expect(await officer().refused('payStreetPayment', last)).toEqual(['STREET_FINAL_PAYMENT']);
    const evaluation = await officer().save('StreetPerformance', HUAYANG, {
      evaluationNo: 'E1',
      projectNo: 'SP1',
      supplierUscc: uscc,
      contractAmount: amount,
    });
    const found = { score: 84, result: 'GOOD', evaluatorKind: 'THIRD_PARTY', evaluatedAt: day(-4) };
    await officer().act('evaluateStreetPerformance', evaluation, found);
    // Evaluated and not audited: still not.
    const refused = await officer().tryAct('payStreetPayment', last);
    expect(refused.problems[0]?.message).toContain('expected StreetAudit: PASSED.');
    expect(await officer().refused('auditStreetProject', project)).toEqual(['STREET_PROJECT_AUDITED']);
    const audit = await officer().save('StreetAudit', HUAYANG, { auditNo: 'A1', projectNo: 'SP1', plannedAt: day(-4) });
    await officer().act('failStreetAudit', audit, { findings: '示例: 票据不全', failedAt: day(-3) });
    expect(await officer().refused('payStreetPayment', last)).toEqual(['STREET_FINAL_PAYMENT']);
    await officer().act('passStreetAudit', audit, { passedAt: day(-2), disallowed: 0 });
    await officer().act('payStreetPayment', last, { paidAt: day(-1) });
    await officer().act('payMicroGrant', grant, { paidAt: day(-1) });
    for (const action of ['auditStreetProject', 'settleStreetProject', 'closeStreetProject']) {
      await officer().act(action, project);
    }
    await officer().act('closeMicroVentureRound', round);
  });

  test('counts what its one window did, by hand and out of a file', async () => {
    for (const itemNo of ['I1', 'I2']) {
      await officer().save('OneWindowItem', HUAYANG, { itemNo, title: '示例事项', offeredFrom: '2014-01-01' });
    }
    const [last, before] = [monthsAgo(1), monthsAgo(2)];
    const of = (itemNo: string, { from, to }: typeof last) => ({ itemNo, periodFrom: from, periodTo: to });
    const half = { ...of('I2', { ...last, to: `${last.from.slice(0, 8)}15` }), accepted: 5, done: 5, onTime: 5 };
    const { problems } = await officer().trySave('OneWindowTally', HUAYANG, half);
    expect(problems).toMatchObject([{ rule: { code: 'ONE_WINDOW_MONTH' } }]);
    await officer().save('OneWindowTally', HUAYANG, { ...of('I2', last), accepted: 10, done: 12, onTime: 9 });
    const rows = [
      { place: HUAYANG, ...of('I1', last), accepted: 30, done: 28, onTime: 27 },
      { place: HUAYANG, ...of('I1', before), accepted: 20, done: 20, onTime: 20 },
    ];
    await hub.importFile('oneWindowTallies', csv(rows), ['--source', 'window']);
    const tallies = { 'oneWindow.accepted': 40, 'oneWindow.done': 40, 'oneWindow.onTimeShare': 0.9 };
    expect(await figuresOfAll(hub, Object.keys(tallies), { period: last })).toEqual(tallies);
    const earlier = { 'oneWindow.accepted': 20, 'oneWindow.onTimeShare': 1 };
    expect(await figuresOfAll(hub, Object.keys(earlier), { period: before })).toEqual(earlier);
  });

  test('approves what a committee sent; what the district has locked is corrected, and both stay', async () => {
    const round = await worker(HUAYI).save('SatisfactionRound', HUAYI, {
      roundNo: 'S1',
      subject: '示例服务',
      heldAt: day(-6),
      respondents: 50,
      satisfied: 45,
    });
    const supervisor = hub.as('DISTRICT_SUPERVISOR', CHANGNING);
    await expect(officer().review(round, 'APPROVE')).rejects.toThrow('ROLE_REQUIRED');
    expect(await worker(HUAYI).review(round, 'APPROVE')).toBe('APPROVED_COMMITTEE');
    expect(await officer().review(round, 'APPROVE')).toBe('APPROVED_STREET');
    expect(await supervisor.review(round, 'APPROVE')).toBe('APPROVED_DISTRICT');
    expect(await supervisor.review(round, 'LOCK')).toBe('LOCKED');
    const change = { satisfied: 40 };
    expect((await worker(HUAYI).change(round, change)).problems).toMatchObject([{ code: 'RECORD_LOCKED' }]);
    expect(await worker(HUAYI).change(round, change, { correction: '示例: 录入有误' })).toMatchObject({ ok: true });
    const { history } = (await hub.see(round, 'history { action reason changes { field before after } }')) ?? {};
    expect((history as object[]).map((one) => (one as { action: string }).action)).toEqual([
      'saveSatisfactionRound',
      'APPROVE',
      'APPROVE',
      'APPROVE',
      'LOCK',
      'saveSatisfactionRound',
    ]);
    expect((history as object[]).at(-1)).toMatchObject({
      reason: '示例: 录入有误',
      changes: [{ field: 'satisfied', before: '45', after: '40' }],
    });
  });

  // Each figure: the district; the street 华阳路, its 华一 and 华二; the street 江苏路, its 岐山.
  test('counts at the hub exactly what happened', async () => {
    // T1 with 18 at 华一, T2 with 20 in the street at large, T4 with 12 at 华二, that of 岐山 with 11; T3 is cancelled.
    const teams = {
      'teams.filed': [4, 3, 1, 1, 1, 1],
      'teams.members': [61, 50, 18, 12, 11, 11],
      'teams.filedNew': [2, 2, 1, 1, 0, 0],
      'teams.accepted': [1, 1, 0, 1, 0, 0],
      'teams.renewed': [1, 1, 0, 0, 0, 0],
      'teams.cancelled': [1, 1, 0, 0, 0, 0],
      'teams.filingOverdue': [0, 0, 0, 0, 0, 0],
      'groups.promoted': [1, 1, 0, 1, 0, 0],
      communityOrgs: [4, 3, 1, 1, 1, 1],
      satisfaction: [0.8, 0.8, 0.8, NONE, NONE, NONE],
    };
    expect(await figures(hub, Object.keys(teams), thisMonth())).toEqual(teams);
    const rooms = {
      'platforms.entrustedShare': [1, 1, NONE, NONE, NONE, NONE],
      'stations.certifiedShare': [0.8, 0.8, NONE, NONE, NONE, NONE],
      // 60 of 80 m² for the choir; the others wait.
      'spaces.allocatedShare': [0.75, 0.75, NONE, NONE, NONE, NONE],
      spaceWaiting: [1, 1, 0, 0, 0, 0],
      housedTeams: [1, 1, 0, 0, 0, 0],
      'needMatches.agreedShare': [1, 1, NONE, NONE, NONE, NONE],
      'needs.matchedShare': [1, 1, 1, NONE, NONE, NONE],
    };
    expect(await figures(hub, Object.keys(rooms), thisMonth())).toEqual(rooms);
    const money = {
      'microGrants.amount': [800_000, 800_000, 0, 0, 0, 0],
      'contracts.amount': [800_000, 800_000, 0, 0, 0, 0],
      'payments.paid': [800_000, 800_000, 0, 0, 0, 0],
      'contracts.execution': [1, 1, NONE, NONE, NONE, NONE],
      'payments.outstanding': [0, 0, 0, 0, 0, 0],
      'performance.score': [84, 84, NONE, NONE, NONE, NONE],
      'performance.paidBeforeEvaluation': [0, 0, 0, 0, 0, 0],
      'projects.auditDone': [1, 1, NONE, NONE, NONE, NONE],
    };
    expect(await figures(hub, Object.keys(money), thisMonth())).toEqual(money);
  });

  test('leaves the month before as it was', async () => {
    // T2 and T3 in the street at large, the group at 华二, the team of 岐山.
    const before = {
      'teams.filed': [3, 2, 0, 0, 1, 1],
      groups: [1, 1, 0, 1, 0, 0],
      communityOrgs: [4, 3, 0, 1, 1, 1],
      'teams.filedNew': [0, 0, 0, 0, 0, 0],
      'contracts.amount': [0, 0, 0, 0, 0, 0],
      spaceM2: [80, 80, 0, 0, 0, 0],
      housedTeams: [0, 0, 0, 0, 0, 0],
    };
    expect(await figures(hub, Object.keys(before), MONTH_BEFORE)).toEqual(before);
  });
});
