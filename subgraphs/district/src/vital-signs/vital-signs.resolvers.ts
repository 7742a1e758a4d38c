import { presentProblem, presentRecord, type LevelExtension, type NodeContext } from '@onenx/node';
import type { RecordValues } from '@onenx/schema';
import { presentedRecord } from '../presented-record.js';
import { registeredOrganization } from '../registered-organization/registered-organization.kind.js';
import { districtWarning } from '../warning/warning.kind.js';
import { findingPage, rulesOf, type FindingArguments } from './finding-page.js';
import { isRegistered } from './is-registered.js';
import { loadRelated } from './load-related.js';
import { presentVitalSigns } from './present.js';
import { raiseWarnings, type RaiseInput } from './raise-warnings.js';
import { vitalSignsOf } from './vital-signs.js';

type Presentable = Parameters<typeof presentRecord>[0];

async function vitalSigns(source: object, _: object, context: NodeContext): Promise<object | null> {
  const organization = presentedRecord(source, registeredOrganization);
  const { today, services } = context;
  if (!isRegistered(organization, today)) return null;
  const related = await loadRelated(organization, context);
  const signs = vitalSignsOf({ organization, related, today, parameters: services.parameters });
  return presentVitalSigns(organization, signs, context);
}

interface RaiseArguments {
  readonly input: RaiseInput & { readonly rule?: readonly string[] | null };
}

async function raise({ input }: RaiseArguments, context: NodeContext): Promise<object> {
  const { warnings, problems, ...counts } = await raiseWarnings(input, rulesOf({ rule: input.rule }), context);
  return {
    ...counts,
    ok: problems.every(({ severity }) => severity !== 'ERROR'),
    raised: warnings.length,
    warnings: warnings.map((warning: RecordValues) =>
      presentRecord(warning as Presentable, districtWarning, context.loaders),
    ),
    problems: problems.map((problem) => presentProblem(problem, context.language)),
  };
}

export const vitalSignsResolvers: LevelExtension['resolvers'] = {
  RegisteredOrganization: { vitalSigns },
  Query: {
    organizationFindings: async (_: object, args: FindingArguments, context) => findingPage(args, context),
  },
  Mutation: {
    raiseDetectedWarnings: async (_: object, args: RaiseArguments, context) => raise(args, context),
  },
};
