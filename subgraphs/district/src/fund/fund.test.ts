import { describe, expect, test } from '@jest/globals';
import { servedDistrict, today } from '../served-district.test-kit.js';

const district = servedDistrict();
const budgetYear = Number(today.slice(0, 4));

describe('money of a budget year', () => {
  const budget = { budgetYear, fundPurpose: 'DEVELOPMENT', startsAt: `${budgetYear}-01-01` };
  const fund = (fundNo: string, fundSource: string, amount: number) =>
    district().save('DistrictFund', 'fund', {
      ...budget,
      fundNo,
      title: `示例资金${fundNo}`,
      fundSource,
      budget: amount,
      flexible: amount / 5,
    });

  test('is executed within its budget, and raises social money beside the fiscal', async () => {
    const fiscal = await fund('F1', 'FISCAL', 1000);
    const social = await fund('F2', 'FOUNDATION', 250);
    await fund('F3', 'LOTTERY', 9000); // Planned, so it does not count yet.
    for (const id of [fiscal, social]) await district().done('approveDistrictFund', 'fund', { id });
    expect((await district().act('executeDistrictFund', 'fund', { id: fiscal, executed: 1001 })).ok).toBe(false);
    await district().done('executeDistrictFund', 'fund', { id: fiscal, executed: 600 });
    const names = ['budget', 'executed', 'flexible', 'fiscal', 'social'].map((name) => `fund.${name}.district`);
    expect((await district().counted(names))[0]?.cells).toEqual([1250, 600, 250, 1000, 250]);
  });

  test('is granted within the fund', async () => {
    const grant = (grantNo: string, amount: number) =>
      district().save('DistrictGrant', 'grant', {
        grantNo,
        amount,
        fundNo: 'F2',
        budgetYear,
        fundPurpose: 'DEVELOPMENT',
        recipientName: '示例合唱团',
        appliedAt: today,
      });
    await district().done('approveDistrictGrant', 'grant', { id: await grant('G1', 200) });
    expect(await district().refusals('approveDistrictGrant', 'grant', { id: await grant('G2', 51) })).toEqual([
      'DISTRICT_GRANT_WITHIN_FUND',
    ]);
    expect((await district().counted(['grants.count.district', 'grants.amount.district']))[0]?.cells).toEqual([1, 200]);
  });
});
