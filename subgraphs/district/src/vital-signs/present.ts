import { presentRecord, type NodeContext } from '@onenx/node';
import type { RecordValues } from '@onenx/schema';
import { registeredOrganization } from '../registered-organization/registered-organization.kind.js';
import type { OrganizationFinding } from './find.js';
import type { Finding, VitalSigns } from './vital-signs.js';

/** A record as a loader gave it, as the API shows it. */
type Presentable = Parameters<typeof presentRecord>[0];

export function presentOrganization(organization: RecordValues, { loaders }: NodeContext): object {
  return presentRecord(organization as Presentable, registeredOrganization, loaders);
}

/** A finding in the caller's language. */
export function presentFinding({ organization, finding }: OrganizationFinding, context: NodeContext): object {
  const { rule, confirmed, records, since } = finding;
  return {
    rule: { code: rule.code, source: rule.source, confirmed },
    demand: rule[context.language],
    text: finding[context.language],
    sign: rule.sign,
    severity: rule.severity,
    records,
    since,
    organization: presentOrganization(organization, context),
  };
}

export function presentVitalSigns(
  organization: RecordValues,
  { signs, conflicts }: VitalSigns,
  context: NodeContext,
): object {
  const present = (finding: Finding): object => presentFinding({ organization, finding }, context);
  return {
    day: context.today,
    signs: signs.map((sign) => ({ ...sign, findings: sign.findings.map(present) })),
    conflicts: conflicts.map(present),
  };
}
