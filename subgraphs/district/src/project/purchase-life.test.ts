import { describe, expect, test } from '@jest/globals';
import { servedDistrict, STREETS, today } from '../served-district.test-kit.js';

const district = servedDistrict();
const AMOUNT = 10_000_001;

describe('a project of a district over three streets is bought for two years', () => {
  const ids: Record<string, string> = {};
  const id = (name: string): string => ids[name] ?? '';

  test('it is surveyed, approved by a catalogue item in force, and tendered', async () => {
    ids['project'] = await district().save('DistrictProject', 'districtProject', {
      projectNo: 'P1',
      title: '示例为老服务项目',
      projectCategory: 'ELDERLY_CARE',
      fundSource: 'FISCAL',
      toSocialOrganization: true,
      startedAt: '2025-01-02',
    });
    const approve = { id: id('project'), catalogueItemCode: 'A0101', approvedAt: '2025-02-01' };
    expect(await district().refusals('approveDistrictProject', 'districtProject', approve)).toEqual([
      'DISTRICT_PROJECT_CATALOGUE',
    ]);
    const item = { catalogueVersion: '2025', itemCode: 'A0101', catalogueKind: 'PURCHASE', itemLevel: 3 };
    await district().save('CatalogueItem', 'item', { ...item, title: '示例养老服务', validFrom: '2025-01-01' });
    await district().done('approveDistrictProject', 'districtProject', approve);
    const tender = { id: id('project') };
    expect(await district().refusals('tenderDistrictProject', 'districtProject', tender)).toEqual([
      'DISTRICT_PROJECT_METHOD',
    ]);
    await district().done('tenderDistrictProject', 'districtProject', { ...tender, procurementMethod: 'CONSULTATION' });
  });

  test('its procurement is announced and awarded within its budget', async () => {
    const procurement = { procurementNo: 'B1', title: '示例采购', projectNo: 'P1', years: 2, budget: 2 * AMOUNT };
    ids['procurement'] = await district().save('DistrictProcurement', 'procurement', {
      ...procurement,
      procurementMethod: 'CONSULTATION',
      plannedAt: '2025-01-10',
    });
    await district().done('announceDistrictProcurement', 'procurement', { id: id('procurement') });
    const award = { id: id('procurement'), supplierName: '示例服务社', supplierKind: 'SOCIAL_ORGANIZATION' };
    expect(
      await district().refusals('awardDistrictProcurement', 'procurement', { ...award, awardedAmount: 2 * AMOUNT + 1 }),
    ).toEqual(['DISTRICT_AWARD_WITHIN_BUDGET']);
    const awarded = await district().act('awardDistrictProcurement', 'procurement', {
      ...award,
      awardedAmount: 2 * AMOUNT,
    });
    expect(awarded).toMatchObject({
      ok: true,
      problems: [{ severity: 'WARNING', rule: { code: 'DISTRICT_AWARD_ELIGIBLE' } }],
    });
  });

  test('its money is shared by percentages that are 100 together, to the fen', async () => {
    const share = (place: string, percent: number) =>
      district().save('DistrictProjectShare', 'share', { projectNo: 'P1', percent, statedAt: '2025-02-10' }, place);
    const shares = [await share(STREETS[0], 33.33), await share(STREETS[1], 33.33)];
    const sign = { id: id('project'), supplierName: '示例服务社', contractAmount: AMOUNT, signedAt: '2025-03-03' };
    expect(await district().refusals('contractDistrictProject', 'districtProject', sign)).toEqual([
      'DISTRICT_PROJECT_SHARES',
    ]);
    shares.push(await share(STREETS[2], 33.34));
    const [first = ''] = shares;
    expect(await district().refusals('fixDistrictProjectShare', 'share', { id: first })).toEqual([
      'DISTRICT_PROJECT_SHARE_SIGNED',
    ]);
    const fields = 'stage stageSince daysToContract';
    expect(await district().done('contractDistrictProject', 'districtProject', { ...sign, fields })).toMatchObject({
      stage: 'CONTRACTED',
      stageSince: today,
      daysToContract: 30,
    });
    const parts: number[] = [];
    for (const one of shares) {
      parts.push(
        Number((await district().done('fixDistrictProjectShare', 'share', { id: one, fields: 'amount' }))['amount']),
      );
    }
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(AMOUNT);
  });

  test('its second year is signed after the first was evaluated as passed', async () => {
    const contract = {
      procurementNo: 'B1',
      projectNo: 'P1',
      years: 2,
      supplierName: '示例服务社',
      toSocialOrganization: true,
    };
    const year = (yearIndex: number) =>
      district().save('DistrictContract', 'contract', {
        ...contract,
        contractNo: `C${yearIndex}`,
        yearIndex,
        amount: AMOUNT,
        startsAt: `202${4 + yearIndex}-03-03`,
        endsAt: `202${5 + yearIndex}-03-03`,
      });
    ids['first'] = await year(1);
    ids['second'] = await year(2);
    await district().done('signDistrictContract', 'contract', { id: id('first') });
    await district().done('startDistrictContract', 'contract', { id: id('first') });
    const second = { id: id('second') };
    expect(await district().refusals('signDistrictContract', 'contract', second)).toEqual([
      'DISTRICT_CONTRACT_RENEWAL',
    ]);
    ids['evaluation'] = await district().save('DistrictPerformance', 'districtPerformance', {
      evaluationNo: 'E1',
      projectNo: 'P1',
      contractYear: 1,
      contractAmount: AMOUNT,
    });
    await district().done('evaluateDistrictPerformance', 'districtPerformance', {
      id: id('evaluation'),
      score: 50,
      result: 'FAILED',
    });
    expect(await district().refusals('signDistrictContract', 'contract', second)).toEqual([
      'DISTRICT_CONTRACT_RENEWAL',
    ]);
  });

  test('a re-evaluation takes the place of the first, so that neither score counts twice', async () => {
    const replace = { id: id('evaluation'), replacedBy: 'E2' };
    expect(await district().refusals('replaceDistrictPerformance', 'districtPerformance', replace)).toEqual([
      'DISTRICT_PERFORMANCE_REPLACED_BY',
    ]);
    const again = await district().save('DistrictPerformance', 'districtPerformance', {
      evaluationNo: 'E2',
      projectNo: 'P1',
      contractYear: 1,
      contractAmount: AMOUNT,
    });
    await district().done('evaluateDistrictPerformance', 'districtPerformance', {
      id: again,
      score: 85,
      result: 'GOOD',
    });
    await district().done('replaceDistrictPerformance', 'districtPerformance', replace);
    await district().done('signDistrictContract', 'contract', { id: id('second') });
  });

  test('the last payment waits for the audit; the project is settled after it and closed', async () => {
    const payment = { projectNo: 'P1', contractNo: 'C1', isFinal: false, plannedAt: today };
    const all = await district().save('DistrictPayment', 'payment', { ...payment, paymentNo: 'Z0', amount: AMOUNT });
    expect(await district().refusals('approveDistrictPayment', 'payment', { id: all })).toEqual([
      'DISTRICT_PAYMENT_WITHIN_CONTRACT',
    ]);
    const last = await district().save('DistrictPayment', 'payment', {
      ...payment,
      paymentNo: 'Z1',
      amount: AMOUNT,
      isFinal: true,
    });
    await district().done('approveDistrictPayment', 'payment', { id: last });
    expect(await district().refusals('payDistrictPayment', 'payment', { id: last })).toEqual([
      'DISTRICT_FINAL_PAYMENT',
    ]);
    const project = { id: id('project') };
    await district().done('startDistrictProject', 'districtProject', project);
    await district().done('finishDistrictProject', 'districtProject', project);
    expect(await district().refusals('auditDistrictProject', 'districtProject', project)).toEqual([
      'DISTRICT_PROJECT_AUDITED',
    ]);
    const audit = await district().save('DistrictAudit', 'audit', {
      auditNo: 'S1',
      projectNo: 'P1',
      contractNo: 'C1',
      plannedAt: today,
    });
    await district().done('failDistrictAudit', 'audit', { id: audit, findings: '示例: 凭证不全' });
    expect(await district().refusals('payDistrictPayment', 'payment', { id: last })).toEqual([
      'DISTRICT_FINAL_PAYMENT',
    ]);
    await district().done('passDistrictAudit', 'audit', { id: audit });
    await district().done('auditDistrictProject', 'districtProject', project);
    expect(await district().refusals('settleDistrictProject', 'districtProject', project)).toEqual([
      'DISTRICT_PROJECT_PAID',
    ]);
    const fields = 'paymentStatus paidBeforeEvaluation paidAt endedAt';
    expect(await district().done('payDistrictPayment', 'payment', { id: last, fields })).toMatchObject({
      paymentStatus: 'PAID',
      paidBeforeEvaluation: false,
      paidAt: today,
      endedAt: today,
    });
    await district().done('settleDistrictProject', 'districtProject', project);
    expect(
      await district().done('closeDistrictProject', 'districtProject', { ...project, fields: 'stage' }),
    ).toMatchObject({
      stage: 'CLOSED',
    });
  });

  test('is counted once: the work by its last evaluation, the money where it was paid', async () => {
    const expected = {
      'performance.count': 1,
      'performance.passed': 1,
      'performance.weightedScore': 85 * AMOUNT,
      'performance.weight': AMOUNT,
      'performance.paidBeforeEvaluation': 0,
      'payments.paid': AMOUNT,
      'payments.outstanding': AMOUNT,
      'payments.final': 1,
      'procurements.awarded': 1,
      'procurements.multiYear': 1,
      'procurements.open': 0,
      'yearContracts.signed': 2,
      'yearContracts.renewed': 1,
      'audits.passed': 1,
      'audits.open': 0,
      'contracts.amount': AMOUNT,
      'contracts.count': 1,
      'projects.audited': 1,
      'projects.daysToContract': 30,
      'projects.catalogued': 1,
      'projects.fromNeeds': 0,
    };
    const [row] = await district().counted(Object.keys(expected).map((name) => `${name}.district`));
    expect(Object.fromEntries(Object.keys(expected).map((name, i) => [name, row?.cells[i]]))).toEqual(expected);
  });

  test('has its money where its places are, and the whole where they are taken together', async () => {
    const rows = await district().counted(['contracts.sharedAmount.district'], ['street']);
    const byStreet = Object.fromEntries(rows.map(({ group, cells }) => [group[0], cells[0]]));
    expect(byStreet).toEqual({ [STREETS[0]]: 3_333_000, [STREETS[1]]: 3_333_000, [STREETS[2]]: 3_334_001 });
  });

  test('has a price by the catalogue item that it cites', async () => {
    const rows = await district().counted(['contracts.amount.district', 'contracts.count.district'], ['catalogueItem']);
    expect(rows).toEqual([{ group: ['A0101'], cells: [AMOUNT, 1] }]);
  });
});
