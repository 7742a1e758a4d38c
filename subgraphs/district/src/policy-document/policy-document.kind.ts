import { endingBy, endingFields, endsAfter, measuresOver } from '@onenx/node/kinds';
import { defineKind } from '@onenx/schema';
import { S0, S3 } from '../sources.js';

const { stock, flow } = measuresOver('PolicyDocument', 'DISTRICT', `${S0}; ${S3}`);

/** A document that rules rest on, with the days on which it is in force; `expiresAt` is its own last day, `endedAt` a repeal. */
export const policyDocument = defineKind({
  name: 'PolicyDocument',
  plural: 'policyDocuments',
  code: 'POL',
  zh: '政策文件',
  en: 'Policy document',
  level: 'DISTRICT',
  interfaces: [],
  key: ['documentNo'],
  fields: {
    documentNo: { type: 'text', zh: '文号', en: 'Document number', maxLength: 100 },
    title: { type: 'text', zh: '标题', en: 'Title', maxLength: 300 },
    issuer: { type: 'text', zh: '发文机关', en: 'Issued by', maxLength: 100 },
    issuedAt: { type: 'date', zh: '发文日期', en: 'Issued on', optional: true },
    validFrom: { type: 'date', zh: '施行日期', en: 'In force from' },
    expiresAt: { type: 'date', zh: '有效期至', en: 'Expires after', optional: true },
    replacedBy: { type: 'text', zh: '替代文件文号', en: 'Replaced by', optional: true, maxLength: 100 },
    ...endingFields,
  },
  validity: { from: 'validFrom', to: 'endedAt' },
  check: endsAfter('validFrom', 'expiresAt'),
  noun: 'document',
  workflow: endingBy({
    action: 'repealPolicyDocument',
    zh: '废止文件',
    en: 'Repeal the document',
    by: ['DISTRICT_SUPERVISOR'],
    source: S3,
  }),
  measures: [
    stock('policies.inForce', ['在行政策文件数', 'Policy documents in force', '件'], {
      where: { not: { field: 'expiresAt', passed: true } },
    }),
    stock('policies.expired', ['过期未废止未续的文件数', 'Documents past their day and not repealed', '件'], {
      where: { field: 'expiresAt', passed: true },
    }),
    flow('policies.expiring', ['期内到期的政策文件数', 'Documents that expire in the period', '件'], {
      on: 'expiresAt',
    }),
  ],
});
