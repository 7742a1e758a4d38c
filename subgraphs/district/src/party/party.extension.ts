import { enumSdl, presentRecord, type LevelExtension, type NodeContext } from '@onenx/node';
import { partyKind, type KindDefinition, type RecordValues } from '@onenx/schema';
import { presentedRecord } from '../presented-record.js';
import { registeredOrganization } from '../registered-organization/registered-organization.kind.js';
import { isRegistered } from '../vital-signs/is-registered.js';
import { partyKindOf } from './party.js';

/** The parties behind the records of the kinds that name a supplier: firms and bodies from outside as well. */
export function partyExtension(kinds: readonly KindDefinition[]): LevelExtension {
  const supplied = kinds.filter(({ fields }) => 'supplierUscc' in fields && 'supplierName' in fields);
  return {
    sdl: `${PARTY}${supplied.map(({ name }) => supplierSdl(name)).join('\n')}`,
    resolvers: Object.fromEntries(supplied.map((kind) => [kind.name, { supplier: supplierOf(kind) }])),
  };
}

const PARTY = `
${enumSdl(partyKind)}

"主体: a supplier may be a firm, or from outside the district."
type Party {
  "统一社会信用代码"
  uscc: String
  "名称: as the record says; where it says none, as the register does"
  name: String!
  "主体类别: by its credit code, else as the record states"
  kind: PartyKind!
  "注册社会组织: empty for one that is not registered in this district"
  organization: RegisteredOrganization
}
`;

function supplierSdl(kind: string): string {
  return `extend type ${kind} {\n  "承接方"\n  supplier: Party\n}\n`;
}

function supplierOf(kind: KindDefinition) {
  return async (source: object, _: object, context: NodeContext) => partyOf(presentedRecord(source, kind), context);
}

async function partyOf(record: RecordValues, context: NodeContext): Promise<object | null> {
  const { supplierUscc: code, supplierName } = record;
  if ((code ?? supplierName ?? null) === null) return null;
  const organization = typeof code === 'string' ? await registeredUnder(code, context) : null;
  return {
    uscc: code ?? null,
    name: supplierName ?? organization?.['name'] ?? code,
    kind: partyKindOf(record),
    organization: organization && presentRecord(organization, registeredOrganization, context.loaders),
  };
}

/** The organization of a code: the one in the register today, before one that has left it. */
async function registeredUnder(code: string, { loaders, today }: NodeContext) {
  const found = await loaders.of(registeredOrganization).matching.load({ field: 'uscc', value: code });
  return found.find((one) => isRegistered(one as RecordValues, today)) ?? found[0] ?? null;
}
