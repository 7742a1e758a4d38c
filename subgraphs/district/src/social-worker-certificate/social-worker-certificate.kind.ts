import { endingBy, endingFields, endsAfter, measuresOver, notLater, present } from '@onenx/node/kinds';
import { addYears, certificateLevel, defineKind, socialWorkSpecialty, type Condition } from '@onenx/schema';
import { S0, S4 } from '../sources.js';

const { stock, flow } = measuresOver('SocialWorkerCertificate', 'DISTRICT', `OneNX data model 5.3 (45); ${S4}; ${S0}`);
const allowed: Condition = { field: 'allowance', isNull: false };

/** A social worker's certificate and allowance. A person counts once: the lower certificate ends when a higher is gained. */
export const socialWorkerCertificate = defineKind({
  name: 'SocialWorkerCertificate',
  plural: 'socialWorkerCertificates',
  code: 'SWC',
  zh: '社会工作者证书',
  en: "Social worker's certificate",
  level: 'DISTRICT',
  interfaces: [],
  key: ['certificateNo'],
  fields: {
    certificateNo: { type: 'text', zh: '登记编号', en: 'Number in the register (not the person)', maxLength: 60 },
    person: { type: 'text', zh: '姓名', en: 'Name', personal: true, optional: true, maxLength: 50 },
    certificateLevel: { type: certificateLevel, zh: '证书等级', en: 'Level', dimension: 'certificateLevel' },
    specialty: { type: socialWorkSpecialty, zh: '专业方向', en: 'Specialty', optional: true, dimension: 'specialty' },
    employerUscc: { type: 'creditCode', zh: '所在单位', en: 'Credit code of the employer', optional: true },
    issuedAt: { type: 'date', zh: '发证日期', en: 'Issued on' },
    allowance: { type: 'fen', zh: '每月津贴(分)', en: 'Monthly allowance (fen)', optional: true, min: 0 },
    allowanceFrom: { type: 'date', zh: '津贴起始日期', en: 'Allowance from', optional: true },
    allowanceTo: { type: 'date', zh: '津贴终止日期', en: 'Allowance until', optional: true },
    ...endingFields,
  },
  validity: { from: 'issuedAt', to: 'endedAt' },
  check: endsAfter('issuedAt', 'endedAt'),
  noun: 'certificate',
  rules: [
    present('person', {
      code: 'SOCIAL_WORKER_PERSON',
      zh: '证书登记应写明持证人',
      en: 'An entry names who holds the certificate',
      source: S4,
    }),
    notLater(
      'allowanceTo',
      (input) =>
        typeof input.after['allowanceFrom'] === 'string'
          ? addYears(input.after['allowanceFrom'], input.parameter('socialWorker.allowance.years'))
          : null,
      {
        code: 'SOCIAL_WORKER_ALLOWANCE',
        zh: '特殊津贴发放不超过规定年限',
        en: 'A special allowance is paid for no more than some years',
        source: `${S4}: 特殊津贴≤6年, a rule of another city`,
        unconfirmed: true,
        severity: 'WARNING',
      },
    ),
  ],
  workflow: endingBy({
    action: 'endSocialWorkerCertificate',
    zh: '终止证书登记',
    en: 'End the entry',
    by: ['DISTRICT_SUPERVISOR', 'STREET_OFFICER'],
    source: S4,
  }),
  measures: [
    stock('socialWorkers.certified', ['持证社会工作者数', 'Certified social workers', '人'], { sensitive: true }),
    flow('socialWorkers.newlyCertified', ['新增持证社会工作者数', 'Newly certified', '人'], {
      on: 'issuedAt',
      sensitive: true,
    }),
    stock('socialWorkers.allowances', ['每月津贴合计', 'Monthly allowances', '分'], {
      field: 'allowance',
      where: { and: [allowed, { not: { field: 'allowanceTo', passed: true } }] },
      sensitive: true,
    }),
  ],
});
