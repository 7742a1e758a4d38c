import { defineKind } from '@onenx/schema';
import { endsAfter } from '@onenx/node/kinds';
import { fields } from './fields.js';
import { measures } from './measures.js';
import { registration } from './registration.js';
import { registrationRules } from './registration-rules.js';

/** A social organization in the district's register. Its place is its seat: an address, not where it works. */
export const registeredOrganization = defineKind({
  name: 'RegisteredOrganization',
  plural: 'registeredOrganizations',
  code: 'ORG',
  zh: '注册社会组织',
  en: 'Registered social organization',
  level: 'DISTRICT',
  interfaces: ['Organization'],
  key: ['uscc'],
  fields,
  validity: { from: 'registeredAt', to: 'closedAt' },
  constants: { tier: 'REGISTERED' },
  check: endsAfter('registeredAt', 'closedAt'),
  noun: 'organization',
  rules: registrationRules,
  workflow: registration,
  measures,
});
