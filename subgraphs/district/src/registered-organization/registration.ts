import { addYears, type ActionDefinition, type RuleInput, type WorkflowDefinition } from '@onenx/schema';
import { ASSOCIATIONS, S2, ZOMBIES } from '../sources.js';
import { lifeSigns } from './life-signs.js';
import { certificateRules, entryRules } from './registration-rules.js';

const by = ['DISTRICT_SUPERVISOR'] as const;
const REGISTERED = ['ACTIVE', 'RECTIFYING', 'SUSPENDED'] as const;

function certificateFrom(day: string, input: RuleInput): { certificateValidTo: string } {
  return { certificateValidTo: addYears(day, input.parameter('org.certificate.years')) };
}

const entering: Readonly<Record<string, ActionDefinition>> = {
  registerOrganization: {
    zh: '准予登记',
    en: 'Register the organization',
    from: ['PREPARING'],
    to: 'ACTIVE',
    by,
    takes: { registeredAt: 'optional', promotedFrom: 'optional', acceptedTransferId: 'optional' },
    stamps: ['registeredAt'],
    sets: (input) => certificateFrom(String(input.after['registeredAt']), input),
    rules: entryRules,
    source: `${ASSOCIATIONS} §10-12; 沪民规〔2024〕5号`,
  },
  extendOrganizationCertificate: {
    zh: '延续登记证书',
    en: 'Extend the certificate',
    from: ['ACTIVE'],
    by,
    sets: (input) => certificateFrom(input.today, input),
    rules: certificateRules,
    source: 'the district platform tallies of 2024: extensions',
  },
};

const supervising: Readonly<Record<string, ActionDefinition>> = {
  rectifyOrganization: {
    zh: '责令限期整改',
    en: 'Order it to rectify',
    from: ['ACTIVE'],
    to: 'RECTIFYING',
    by,
    takes: { rectifyBy: 'required' },
    source: `${ASSOCIATIONS} §30`,
  },
  suspendOrganization: {
    zh: '责令限期停止活动',
    en: 'Order it to stop for a time',
    from: ['ACTIVE', 'RECTIFYING'],
    to: 'SUSPENDED',
    by,
    takes: { suspendedUntil: 'required' },
    source: `${ASSOCIATIONS} §30`,
  },
  resumeOrganization: {
    zh: '恢复正常',
    en: 'Let it go on',
    from: ['RECTIFYING', 'SUSPENDED'],
    to: 'ACTIVE',
    by,
    sets: () => ({ rectifyBy: null, suspendedUntil: null }),
    source: `${ASSOCIATIONS} §30`,
  },
  decoupleOrganization: {
    zh: '与党政机关脱钩',
    en: 'Decouple it from party and government',
    from: REGISTERED,
    by,
    takes: { decoupledAt: 'optional' },
    stamps: ['decoupledAt'],
    sets: () => ({ decoupled: true }),
    source: S2,
  },
  checkOrganization: {
    zh: '核查运行情况',
    en: 'Check whether it is alive',
    from: REGISTERED,
    by: ['DISTRICT_SUPERVISOR', 'STREET_OFFICER'],
    takes: { lastActivityAt: 'optional', lastReportYear: 'optional', unreachableSince: 'optional' },
    stamps: ['checkedAt'],
    sets: lifeSigns,
    source: ZOMBIES,
  },
};

const leaving: Readonly<Record<string, ActionDefinition>> = {
  deregisterOrganization: {
    zh: '注销登记',
    en: 'Deregister it',
    from: REGISTERED,
    to: 'DEREGISTERED',
    by,
    takes: { endReason: 'required', closedAt: 'optional' },
    stamps: ['closedAt'],
    source: `${ASSOCIATIONS} §19-21`,
  },
  revokeOrganization: {
    zh: '撤销登记',
    en: 'Revoke the registration',
    from: REGISTERED,
    to: 'REVOKED',
    by,
    takes: { endReason: 'required', closedAt: 'optional' },
    stamps: ['closedAt'],
    source: `${ASSOCIATIONS} §29-30; ${ZOMBIES}`,
  },
};

/** A body is prepared, registered, supervised, and leaves the register; 取缔 is no state of it. */
export const registration: WorkflowDefinition = {
  field: 'status',
  initial: 'PREPARING',
  managed: [
    'certificateValidTo',
    'rectifyBy',
    'suspendedUntil',
    'endReason',
    'decoupled',
    'lastActivityAt',
    'lastReportYear',
    'unreachableSince',
    'activityDueBy',
    'reportDueBy',
  ],
  actions: { ...entering, ...supervising, ...leaving },
};
