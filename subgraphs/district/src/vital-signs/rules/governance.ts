import { CREDIT, GRADING } from '../../sources.js';
import {
  compareText,
  dayOf,
  earliest,
  idOf,
  idsOf,
  isCurrent,
  missedSince,
  type Found,
  type VitalInput,
  type VitalRule,
} from '../vital-rule.js';

const IN_OFFICE = { from: 'foundedAt', to: 'endedAt' };

function electionOverdue({ related, today }: VitalInput): Found | null {
  const overdue = related.bodies.filter(
    (body) => isCurrent(body, IN_OFFICE, today) && missedSince(dayOf(body, 'nextElectionAt'), today) !== null,
  );
  const first = earliest(overdue, 'nextElectionAt');
  if (first === undefined) return null;
  const due = dayOf(first, 'nextElectionAt');
  return {
    zh: `应于${String(due)}前换届,至今未换届`,
    en: `A new election was due by ${String(due)} and is not recorded`,
    records: idsOf(overdue),
    since: missedSince(due, today),
  };
}

function partyOrganizationMissing({ organization }: VitalInput): Found | null {
  const { partyOrganizationDue, partyCoverage } = organization;
  if (partyOrganizationDue !== true || (partyCoverage ?? null) === null || partyCoverage === 'ORG') return null;
  return {
    zh: '应建党组织而未建',
    en: 'It has to have a party organization and has none',
    records: [idOf(organization)],
    since: null,
  };
}

/** A grade that has run out and was not followed by another; an organization that never had one is not found. */
function gradeExpired({ related, today }: VitalInput): Found | null {
  const awarded = related.grades.filter((one) => String(one['awardedAt']) <= today);
  if (awarded.some((one) => String(one['validTo']) > today)) return null;
  const last = awarded.toSorted((a, b) => compareText(String(b['validTo']), String(a['validTo'])))[0];
  if (last === undefined) return null;
  const since = dayOf(last, 'validTo');
  return {
    zh: `评估等级已于${String(since)}到期`,
    en: `Its grade ran out on ${String(since)}`,
    records: [idOf(last)],
    since,
  };
}

export function isGovernanceKnown({ related, today }: VitalInput): boolean {
  return related.bodies.some((body) => isCurrent(body, IN_OFFICE, today));
}

export const governanceRules: readonly VitalRule[] = [
  {
    code: 'ELECTION_OVERDUE',
    zh: '治理机构任期届满应按时换届',
    en: 'A body of governance is elected anew when its term ends',
    source: '社会团体章程示范文本',
    unconfirmed: true,
    sign: 'GOVERNANCE',
    severity: 'YELLOW',
    check: electionOverdue,
  },
  {
    code: 'PARTY_ORGANIZATION_MISSING',
    zh: '应当按规定建立党组织',
    en: 'A party organization is set up where there has to be one',
    source: CREDIT,
    sign: 'GOVERNANCE',
    severity: 'YELLOW',
    check: partyOrganizationMissing,
  },
  {
    code: 'GRADE_EXPIRED',
    zh: '评估等级有效期满,等级失效',
    en: 'A grade is good for its term alone',
    source: GRADING,
    sign: 'GOVERNANCE',
    severity: 'BLUE',
    check: gradeExpired,
  },
];
