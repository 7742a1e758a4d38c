import { endingBy, endingFields, firstProblem, endsAfter, measuresOver, notMoreThan } from '@onenx/node/kinds';
import { careOwnership, defineKind } from '@onenx/schema';
import { S0 } from '../sources.js';

const { stock } = measuresOver('CareInstitution', 'DISTRICT', `OneNX data model 5.3 (54); ${S0}`);
const social = { field: 'ownership', in: ['SOCIAL'] } as const;

/** A care home, by who owns and who runs it. The figures that a report gives without homes stay observations. */
export const careInstitution = defineKind({
  name: 'CareInstitution',
  plural: 'careInstitutions',
  code: 'CARE',
  zh: '养老机构',
  en: 'Care home',
  level: 'DISTRICT',
  interfaces: [],
  key: ['institutionNo'],
  fields: {
    institutionNo: { type: 'text', zh: '机构编号', en: 'Number', maxLength: 60 },
    name: { type: 'text', zh: '名称', en: 'Name', maxLength: 200 },
    ownership: { type: careOwnership, zh: '性质', en: 'Ownership', dimension: 'ownership' },
    operatorUscc: { type: 'creditCode', zh: '运营方统一社会信用代码', en: "Operator's credit code", optional: true },
    beds: { type: 'integer', zh: '床位数', en: 'Beds', optional: true, min: 0 },
    nursingBeds: { type: 'integer', zh: '其中护理床位数', en: 'Of them, nursing beds', optional: true, min: 0 },
    openedAt: { type: 'date', zh: '开业日期', en: 'Opened on' },
    ...endingFields,
  },
  validity: { from: 'openedAt', to: 'endedAt' },
  check: firstProblem(endsAfter('openedAt', 'endedAt'), notMoreThan('beds', ['nursingBeds'])),
  noun: 'institution',
  workflow: endingBy({
    action: 'closeCareInstitution',
    zh: '养老机构终止服务',
    en: 'Close the home',
    by: ['DISTRICT_SUPERVISOR'],
    source: S0,
  }),
  measures: [
    stock('careInstitutions', ['登记在册养老机构数', 'Care homes in the register', '家']),
    stock('careInstitutions.beds', ['登记在册养老床位数', 'Beds in the register', '张'], { field: 'beds' }),
    stock('careInstitutions.beds.social', ['其中社会办养老床位数', 'Of them, in social homes', '张'], {
      field: 'beds',
      where: social,
    }),
    stock('careInstitutions.nursingBeds', ['登记在册护理床位数', 'Nursing beds in the register', '张'], {
      field: 'nursingBeds',
    }),
    stock('careInstitutions.nursingBeds.social', ['其中社会办护理床位数', 'Of them, in social homes', '张'], {
      field: 'nursingBeds',
      where: social,
    }),
  ],
});
