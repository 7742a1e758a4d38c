import { expect } from '@jest/globals';
import { addYears } from '@onenx/schema';
import { day } from '../kit/scenario-calendar.js';
import { CHANGNING } from '../kit/scenario-hub.js';
import type { ScenarioOfficer } from '../kit/scenario-officer.js';
import { signProject, type Purchase } from '../kit/scenario-purchase.js';

type Supplier = Purchase['supplier'];

/** The chapter of the district's month in which it buys for two years: the second after the first was evaluated. */
export async function buyForTwoYears(buyer: ScenarioOfficer, supplier: Supplier): Promise<void> {
  const project = await signed({
    buyer,
    supplier,
    project: { projectNo: 'DP1', fundSource: 'FISCAL', projectCategory: 'AID' },
    amount: 6_000_000,
  });
  const plan = { procurementNo: 'PR1', title: '示例帮扶', projectNo: 'DP1', procurementMethod: 'OPEN_TENDER' };
  const bought = { ...plan, budget: 6_000_000, plannedAt: day(-29) };
  const procurement = await buyer.save('DistrictProcurement', CHANGNING, { ...bought, years: 4 });
  expect(await buyer.refused('announceDistrictProcurement', procurement)).toEqual(['DISTRICT_PROCUREMENT_YEARS']);
  await buyer.change(procurement, { years: 2 });
  await buyer.act('announceDistrictProcurement', procurement, { announcedAt: day(-29) });
  const award = { ...supplier, supplierKind: 'SOCIAL_ORGANIZATION', awardedAmount: 6_000_000, awardedAt: day(-28) };
  const told = await buyer.act('awardDistrictProcurement', procurement, award);
  expect(told).toMatchObject([{ severity: 'WARNING', rule: { code: 'DISTRICT_AWARD_ELIGIBLE' } }]);

  const year = async (yearIndex: number, amount: number, startsAt: string) =>
    buyer.save('DistrictContract', CHANGNING, {
      contractNo: `C${yearIndex}`,
      procurementNo: 'PR1',
      projectNo: 'DP1',
      yearIndex,
      years: 2,
      amount,
      ...supplier,
      toSocialOrganization: true,
      startsAt,
      endsAt: addYears(startsAt, 1),
    });
  const first = await year(1, 3_500_000, day(-370));
  const second = await year(2, 2_500_000, day(-5));
  await buyer.act('signDistrictContract', first, { signedAt: day(-27) });
  const refused = ['DISTRICT_CONTRACT_RENEWAL'];
  expect(await buyer.refused('signDistrictContract', second)).toEqual(refused);
  const payment = await buyer.save('DistrictPayment', CHANGNING, {
    paymentNo: 'PAY1',
    projectNo: 'DP1',
    contractNo: 'C1',
    amount: 3_500_000,
    isFinal: true,
    plannedAt: day(-10),
  });
  await buyer.act('approveDistrictPayment', payment);
  const evaluation = await buyer.save('DistrictPerformance', CHANGNING, {
    evaluationNo: 'E1',
    projectNo: 'DP1',
    contractYear: 1,
    contractAmount: 3_500_000,
    supplierUscc: supplier.supplierUscc,
  });
  await buyer.act('evaluateDistrictPerformance', evaluation, { score: 88, result: 'GOOD', evaluatedAt: day(-7) });
  // An audit of the whole is not one of the year.
  const audited = { projectNo: 'DP1', plannedAt: day(-7) };
  const whole = await buyer.save('DistrictAudit', CHANGNING, { ...audited, auditNo: 'A1' });
  await buyer.act('passDistrictAudit', whole, { passedAt: day(-6) });
  expect(await buyer.refused('payDistrictPayment', payment)).toEqual(['DISTRICT_FINAL_PAYMENT']);
  const ofYear = await buyer.save('DistrictAudit', CHANGNING, { ...audited, auditNo: 'A2', contractNo: 'C1' });
  await buyer.act('passDistrictAudit', ofYear, { passedAt: day(-6) });
  await buyer.act('payDistrictPayment', payment, { paidAt: day(-5) });
  await buyer.act('signDistrictContract', second, { signedAt: day(-5) });
  await buyer.act('startDistrictProject', project);
}

/** The chapter in which it gives out of a fund of its budget. */
export async function giveOutOfFund(buyer: ScenarioOfficer, recipient: string): Promise<void> {
  const line = { fundNo: 'F1', budgetYear: Number(day(0).slice(0, 4)) };
  const fund = await buyer.save('DistrictFund', CHANGNING, {
    ...line,
    title: '示例专项',
    fundSource: 'SPECIAL',
    fundPurpose: 'DEVELOPMENT',
    budget: 10_000_000,
    startsAt: day(-29),
  });
  await buyer.act('approveDistrictFund', fund);
  const apply = async (grantNo: string, amount: number) =>
    buyer.save('DistrictGrant', CHANGNING, {
      ...line,
      grantNo,
      amount,
      fundPurpose: 'DEVELOPMENT',
      recipientName: '示例编织社',
      recipientUscc: recipient,
      appliedAt: day(-20),
    });
  const grant = await apply('G1', 3_000_000);
  await buyer.act('approveDistrictGrant', grant, { grantedAt: day(-15) });
  await buyer.act('payDistrictGrant', grant, { paidAt: day(-10) });
  const more = await apply('G2', 8_000_000);
  expect(await buyer.refused('approveDistrictGrant', more)).toEqual(['DISTRICT_GRANT_WITHIN_FUND']);
  await buyer.act('executeDistrictFund', fund, { executed: 4_000_000 });
}

/** The chapter in which it holds a round of venture philanthropy, two of whose projects are chosen. */
export async function holdVentureRound(buyer: ScenarioOfficer, supplier: Supplier): Promise<void> {
  const venture = { roundNo: 'V1', title: '示例公益创投', budget: 1_000_000, preparedAt: day(-29) };
  const round = await buyer.save('VentureRound', CHANGNING, venture);
  await buyer.act('openVentureRound', round, { openedAt: day(-28) });
  const chosen = { applications: 5, selected: 2, selectedAt: day(-21) };
  await buyer.act('selectVentureProjects', round, chosen);
  const ofRound = { fundSource: 'VENTURE', ventureRoundNo: 'V1' };
  await signed({
    buyer,
    supplier,
    project: { ...ofRound, projectNo: 'DP2', projectCategory: 'GOVERNANCE' },
    amount: 400_000,
  });
  await signed({ buyer, supplier, project: { ...ofRound, projectNo: 'DP3', projectCategory: 'AID' }, amount: 600_000 });
  await buyer.act('closeVentureRound', round);
}

/** A project of the district as a whole that is signed within the month. */
async function signed(what: Pick<Purchase, 'buyer' | 'supplier' | 'project' | 'amount'>): Promise<string> {
  const how = { procurementMethod: 'OPEN_TENDER' };
  return signProject({ ...what, how, level: 'District', place: CHANGNING, approvedAt: day(-29), signedAt: day(-27) });
}
