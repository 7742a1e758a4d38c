import { endsAfter, measuresOver } from '@onenx/node/kinds';
import { defineKind, needMatchStatus, serviceField } from '@onenx/schema';
import { matching } from './matching.js';

const { stock, flow } = measuresOver(
  'NeedMatch',
  'STREET',
  'Changning implementation opinion (2021): 供需对接, 应上尽上; OneNX data model 5.3 (30, 32)',
);
const optional = true;

/** The bringing together of a committee's need and an offering; what is on the municipal platform is a listing. */
export const needMatch = defineKind({
  name: 'NeedMatch',
  plural: 'needMatches',
  code: 'NMAT',
  zh: '供需对接',
  en: 'Match of a need and an offering',
  level: 'STREET',
  interfaces: [],
  key: ['matchNo'],
  fields: {
    matchNo: { type: 'text', zh: '对接编号', en: 'Match number', maxLength: 60 },
    needId: { type: 'id', zh: '需求', en: 'Need' },
    serviceField: { type: serviceField, zh: '服务领域', en: 'Service field', optional, dimension: 'serviceField' },
    needMatchStatus: { type: needMatchStatus, zh: '对接状态', en: 'Status', dimension: 'needMatchStatus' },
    listingId: { type: 'id', zh: '供需对接平台上架', en: 'Listing on the municipal platform', optional },
    offeringId: { type: 'id', zh: '服务项目', en: 'Offering', optional },
    contractId: { type: 'id', zh: '达成的合同', en: 'Contract that followed', optional },
    openedAt: { type: 'date', zh: '提请对接日期', en: 'Opened on' },
    matchedAt: { type: 'date', zh: '对接日期', en: 'Matched on', optional },
    agreedAt: { type: 'date', zh: '达成日期', en: 'Agreed on', optional },
    endReason: { type: 'text', zh: '未达成或撤回原因', en: 'Why it came to nothing', optional, maxLength: 500 },
    endedAt: { type: 'date', zh: '结束日期', en: 'Ended on', optional },
  },
  validity: { from: 'openedAt', to: 'endedAt' },
  check: endsAfter('openedAt', 'endedAt'),
  noun: 'match',
  workflow: matching,
  measures: [
    stock('needMatches.open', ['进行中供需对接数', 'Matches under way', '个']),
    flow('needMatches', ['提请供需对接数', 'Matches opened', '个'], { on: 'openedAt' }),
    flow('needMatches.listed', ['提请对接中已上架平台数', 'Matches opened, of them on the municipal platform', '个'], {
      on: 'openedAt',
      where: { field: 'listingId', isNull: false },
    }),
    flow('needMatches.agreedSince', ['提请对接中已达成数', 'Matches opened, of them agreed since', '个'], {
      on: 'openedAt',
      where: { field: 'agreedAt', isNull: false },
    }),
    flow('needMatches.matched', ['对接数', 'Matches made', '个'], { on: 'matchedAt' }),
    flow('needMatches.agreed', ['达成对接数', 'Matches agreed', '个'], { on: 'agreedAt' }),
    flow('needMatches.refused', ['未达成对接数', 'Matches refused', '个'], {
      on: 'endedAt',
      where: { field: 'needMatchStatus', in: ['REFUSED'] },
    }),
  ],
});
