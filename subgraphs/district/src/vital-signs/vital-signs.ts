import { OneNXError, type LegalParameters } from '@onenx/schema';
import { activityRules, isActivityKnown } from './rules/activity.js';
import { complianceRules, isComplianceKnown } from './rules/compliance.js';
import { conflictRules } from './rules/conflicts.js';
import { financeRules, isFinanceKnown } from './rules/finance.js';
import { governanceRules, isGovernanceKnown } from './rules/governance.js';
import { isSatisfactionKnown, satisfactionRules } from './rules/satisfaction.js';
import type { Found, Severity, VitalInput, VitalRule, VitalSignName } from './vital-rule.js';

export type VitalLevel = 'GOOD' | 'WATCH' | 'ALERT' | 'UNKNOWN';

/** What a rule found about an organization. */
export interface Finding extends Found {
  readonly rule: VitalRule;
  /** Whether the rule's source and every legal parameter that it used is confirmed. */
  readonly confirmed: boolean;
}

export interface VitalSign {
  readonly sign: VitalSignName;
  readonly level: VitalLevel;
  readonly findings: readonly Finding[];
  /** What is not known, by kind and field: the reason of an UNKNOWN, and what a better level leaves open. */
  readonly missing: readonly string[];
}

/** The state of an organization, sign by sign: no score is made of them. */
export interface VitalSigns {
  readonly signs: readonly VitalSign[];
  readonly conflicts: readonly Finding[];
}

export const vitalRules: readonly VitalRule[] = [
  ...activityRules,
  ...financeRules,
  ...governanceRules,
  ...complianceRules,
  ...satisfactionRules,
  ...conflictRules,
];

interface Knowing {
  readonly isKnown: (input: VitalInput) => boolean;
  /** What would make it known. */
  readonly needs: readonly string[];
}

const KNOWING: Readonly<Record<VitalSignName, Knowing>> = {
  ACTIVITY: {
    isKnown: isActivityKnown,
    needs: ['RegisteredOrganization.lastActivityAt', 'AnnualReport.activities', 'DistrictProject'],
  },
  FINANCE: { isKnown: isFinanceKnown, needs: ['AnnualReport.income', 'DistrictProject'] },
  GOVERNANCE: { isKnown: isGovernanceKnown, needs: ['GovernanceBody'] },
  COMPLIANCE: { isKnown: isComplianceKnown, needs: ['AnnualReport'] },
  SATISFACTION: { isKnown: isSatisfactionKnown, needs: ['DistrictPerformance.respondents'] },
};

export const SIGNS = Object.keys(KNOWING) as VitalSignName[];

type Asked = Omit<VitalInput, 'parameter'> & { readonly parameters: LegalParameters };

/** A rule's answer, or the legal parameter without which it cannot be asked. */
interface Answer {
  readonly finding: Finding | null;
  readonly missing: readonly string[];
}

/** Everything that the rules find about an organization. Pure. */
export function findingsOf(asked: Asked, rules: readonly VitalRule[] = vitalRules): Finding[] {
  return rules.flatMap((rule) => ask(rule, asked).finding ?? []);
}

/** The five signs of an organization, and where its records contradict each other. Pure. */
export function vitalSignsOf(asked: Asked): VitalSigns {
  const signs = SIGNS.map((sign) => signOf(sign, asked));
  return { signs, conflicts: findingsOf(asked, conflictRules) };
}

function signOf(sign: VitalSignName, asked: Asked): VitalSign {
  const answers = vitalRules.filter((rule) => rule.sign === sign).map((rule) => ask(rule, asked));
  const findings = answers.flatMap(({ finding }) => finding ?? []);
  const unasked = answers.flatMap(({ missing }) => missing);
  const missing = [...new Set([...unknownOf(sign, asked), ...unasked])];
  return { sign, level: levelOf(findings, missing), findings, missing };
}

/** What is found counts even where more is not known; only where nothing is found may it be good, and then it must be known. */
function levelOf(findings: readonly Finding[], missing: readonly string[]): VitalLevel {
  const severities = new Set<Severity>(findings.map(({ rule }) => rule.severity));
  if (severities.has('RED') || severities.has('ORANGE')) return 'ALERT';
  if (severities.size > 0) return 'WATCH';
  return missing.length > 0 ? 'UNKNOWN' : 'GOOD';
}

function unknownOf(sign: VitalSignName, asked: Asked): readonly string[] {
  const { isKnown, needs } = KNOWING[sign];
  const used: string[] = [];
  try {
    return isKnown({ ...asked, parameter: reader(asked, used) }) ? [] : needs;
  } catch (error) {
    return [parameterMissing(error)];
  }
}

function ask(rule: VitalRule, asked: Asked): Answer {
  const used: string[] = [];
  try {
    const found = rule.check({ ...asked, parameter: reader(asked, used) });
    return { finding: found && { ...found, rule, confirmed: isConfirmed(rule, used, asked) }, missing: [] };
  } catch (error) {
    return { finding: null, missing: [parameterMissing(error)] };
  }
}

/** Reads legal parameters and notes which. */
function reader({ parameters, organization, today }: Asked, used: string[]): VitalInput['parameter'] {
  return (name) => {
    used.push(name);
    return parameters.value(name, String(organization['place']), today);
  };
}

function isConfirmed(rule: VitalRule, used: readonly string[], { parameters, organization, today }: Asked): boolean {
  const place = String(organization['place']);
  return rule.unconfirmed !== true && used.every((name) => parameters.find(name, place, today)?.confirmed === true);
}

/** @throws what is no missing parameter: a fault of the program */
function parameterMissing(error: unknown): string {
  if (error instanceof OneNXError && error.code === 'PARAMETER_UNKNOWN') return String(error.params['found']);
  throw error;
}
