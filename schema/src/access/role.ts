import { defineVocabulary, type Vocabulary } from '../vocabulary/vocabulary.js';

export type Role =
  | 'PUBLIC'
  | 'COMMITTEE_WORKER'
  | 'STREET_OFFICER'
  | 'DISTRICT_SUPERVISOR'
  | 'ANALYST'
  | 'INTEGRATOR'
  | 'SYSTEM_ADMINISTRATOR'
  | 'SECURITY_ADMINISTRATOR'
  | 'AUDIT_ADMINISTRATOR';

/** Who somebody is to the hub; a role is held at a place or for a supervising unit. */
export const role: Vocabulary<Role> = defineVocabulary(
  'Role',
  { zh: '角色', en: 'Role', source: 'OneNX data model 5.5; three separated administrators: GB/T 22239-2019 [GK]' },
  {
    PUBLIC: ['公众', 'Public'],
    COMMITTEE_WORKER: ['居委会工作人员', 'Committee worker'],
    STREET_OFFICER: ['街镇工作人员', 'Street officer'],
    DISTRICT_SUPERVISOR: ['区级主管', 'District supervisor'],
    ANALYST: ['分析人员', 'Analyst'],
    INTEGRATOR: ['对接系统', 'Integrator'],
    SYSTEM_ADMINISTRATOR: ['系统管理员', 'System administrator'],
    SECURITY_ADMINISTRATOR: ['安全管理员', 'Security administrator'],
    AUDIT_ADMINISTRATOR: ['审计管理员', 'Audit administrator'],
  },
);
