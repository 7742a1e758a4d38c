import { endsAfter, measuresOver } from '@onenx/node/kinds';
import { defineKind, disclosureStatus } from '@onenx/schema';
import { publishing } from './publishing.js';

const measure = measuresOver(
  'FundsDisclosure',
  'COMMITTEE',
  'OneNX standards 3.4: public revenue of an estate quarterly; OneNX data model 5.3 (51)',
);

/** What an estate earned and spent of what is common to its owners, quarter by quarter. Money is in integer fen. */
export const fundsDisclosure = defineKind({
  name: 'FundsDisclosure',
  plural: 'fundsDisclosures',
  code: 'FDIS',
  zh: '公共收益公示',
  en: 'Disclosure of common funds',
  level: 'COMMITTEE',
  interfaces: [],
  key: ['estateNo', 'quarterFrom'],
  fields: {
    estateNo: { type: 'text', zh: '小区编号', en: 'Estate number', maxLength: 60 },
    quarterFrom: { type: 'date', zh: '季度首日', en: 'First day of the quarter' },
    quarterTo: { type: 'date', zh: '季度末日', en: 'Last day of the quarter' },
    disclosureStatus: { type: disclosureStatus, zh: '公示状态', en: 'Status', dimension: 'disclosureStatus' },
    income: { type: 'fen', zh: '公共收益收入(分)', en: 'Income (fen)', optional: true, min: 0 },
    expense: { type: 'fen', zh: '公共收益支出(分)', en: 'Expense (fen)', optional: true, min: 0 },
    publishBy: { type: 'date', zh: '最迟公示日期', en: 'To be published by', optional: true },
    publishedAt: { type: 'date', zh: '公示日期', en: 'Published on', optional: true },
    correctionNote: { type: 'text', zh: '更正说明', en: 'What was corrected', optional: true, maxLength: 500 },
    withdrawnAt: { type: 'date', zh: '撤回日期', en: 'Withdrawn on', optional: true },
  },
  validity: { from: 'quarterFrom', to: 'withdrawnAt' },
  check: endsAfter('quarterFrom', 'quarterTo'),
  workflow: publishing,
  measures: [
    measure.flow('fundsDisclosures.due', ['应公示的季度公共收益份数', 'Quarterly disclosures due', '份'], {
      on: 'quarterTo',
      where: { not: { field: 'disclosureStatus', in: ['WITHDRAWN'] } },
    }),
    measure.flow('fundsDisclosures.inTime', ['按期公示的份数', 'Quarterly disclosures published in time', '份'], {
      on: 'quarterTo',
      where: {
        and: [
          { field: 'publishedAt', notAfter: 'publishBy' },
          { field: 'disclosureStatus', in: ['PUBLISHED'] },
        ],
      },
    }),
    measure.flow('fundsDisclosures.income', ['公示的公共收益收入', 'Common income disclosed', '分'], {
      on: 'quarterTo',
      field: 'income',
      where: { field: 'disclosureStatus', in: ['PUBLISHED'] },
    }),
    measure.flow('fundsDisclosures.expense', ['公示的公共收益支出', 'Common expense disclosed', '分'], {
      on: 'quarterTo',
      field: 'expense',
      where: { field: 'disclosureStatus', in: ['PUBLISHED'] },
    }),
  ],
});
