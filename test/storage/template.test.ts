import { describe, expect, test } from '@jest/globals';
import {
  describeDivisionTemplate,
  describeTemplate,
  divisionTemplate,
  template,
} from '../../subgraphs/node/src/import/template.js';
import { allKinds, team } from '../kit/records.js';

describe('a template', () => {
  test.each(allKinds.map((kind) => [kind.name, kind] as const))(
    'of %s has no heading twice in any language',
    (_, kind) => {
      const headings = describeTemplate(kind).flatMap(({ column, zh, en }) => [
        ...new Set([column, zh, en].map((text) => text.toLowerCase())),
      ]);
      expect(headings.filter((text, n) => headings.indexOf(text) < n)).toEqual([]);
    },
  );

  test('is the header line', () => {
    const own = Object.keys(team.fields).join();
    expect(template(team, 'names')).toBe(`place,${own},updatedAt,externalId,state,shareClass,openClass,synthetic\n`);
    expect(template(team, 'zh')).toMatch(/^\ufeff所属区划代码,备案编号,名称,/);
    expect(divisionTemplate('zh')).toBe('\ufeff代码,名称,级别,类型,上级代码,生效日期,失效日期,前身代码,示例数据\n');
  });

  test('says what each column holds', () => {
    const columns = describeTemplate(team);
    expect(columns.find(({ column }) => column === 'members')).toEqual({
      column: 'members',
      zh: '成员人数',
      en: 'Members',
      required: false,
      format: '整数 (whole number) ≥ 0 ≤ 100000',
      list: null,
    });
    expect(columns.find(({ column }) => column === 'status')).toMatchObject({
      required: true,
      list: expect.stringContaining('FILED 已备案 Filed; EXPIRED'),
    });
    expect(describeDivisionTemplate().filter(({ required }) => required)).toHaveLength(2);
  });
});
