import { endingBy, endingFields, endsAfter, measuresOver } from '@onenx/node/kinds';
import { defineKind } from '@onenx/schema';

const SOURCE = 'Changning implementation opinion (2021): 五社联动';
const measure = measuresOver('FivePartyLink', 'COMMITTEE', SOURCE);
const party = { type: 'boolean' } as const;
const parties = ['community', 'organization', 'socialWorker', 'volunteer', 'charity'];

/** Which of community, organization, social worker, volunteer and charity resource work together (五社联动). */
export const fivePartyLink = defineKind({
  name: 'FivePartyLink',
  plural: 'fivePartyLinks',
  code: 'FIVE',
  zh: '五社联动',
  en: 'Five-party link',
  level: 'COMMITTEE',
  interfaces: [],
  key: ['linkNo'],
  fields: {
    linkNo: { type: 'text', zh: '联动编号', en: 'Link number', maxLength: 60 },
    topic: { type: 'text', zh: '联动事项', en: 'What they do together', optional: true, maxLength: 200 },
    community: { ...party, zh: '社区', en: 'Community takes part' },
    organization: { ...party, zh: '社会组织', en: 'Social organization takes part' },
    socialWorker: { ...party, zh: '社会工作者', en: 'Social worker takes part' },
    volunteer: { ...party, zh: '社区志愿者', en: 'Volunteer takes part' },
    charity: { ...party, zh: '社会慈善资源', en: 'Charity resource takes part' },
    organizationUscc: {
      type: 'creditCode',
      zh: '社会组织统一社会信用代码',
      en: "Organization's credit code",
      optional: true,
    },
    startedAt: { type: 'date', zh: '开始日期', en: 'Began on' },
    ...endingFields,
  },
  validity: { from: 'startedAt', to: 'endedAt' },
  check: endsAfter('startedAt', 'endedAt'),
  workflow: endingBy({
    action: 'endFivePartyLink',
    zh: '终止联动',
    en: 'End the link',
    by: ['COMMITTEE_WORKER'],
    source: SOURCE,
  }),
  measures: [
    measure.stock('fivePartyLinks', ['社社联动事项数', 'Links of parties', '项']),
    measure.stock('fivePartyLinks.complete', ['五社齐全的联动事项数', 'Links of all five parties', '项'], {
      where: { and: parties.map((field) => ({ field, in: [true] })) },
    }),
  ],
});
