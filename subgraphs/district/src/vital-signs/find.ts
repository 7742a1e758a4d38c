import { encodeCursor, Loaders, type NodeContext } from '@onenx/node';
import { MAX_PAGE_SIZE, type DivisionCode, type RecordValues } from '@onenx/schema';
import { registeredOrganization } from '../registered-organization/registered-organization.kind.js';
import { isRegistered } from './is-registered.js';
import { loadRelated } from './load-related.js';
import { compareText, idOf, type VitalRule } from './vital-rule.js';
import { findingsOf, type Finding } from './vital-signs.js';

/** A finding and the organization that it is about. */
export interface OrganizationFinding {
  readonly organization: RecordValues;
  readonly finding: Finding;
}

/** Where a walk over findings stands: after a rule of an organization. */
export interface Position {
  readonly organization: string;
  readonly rule: string;
}

interface Walk {
  readonly under: DivisionCode;
  readonly rules: readonly VitalRule[];
  readonly after?: Position | undefined;
}

const BY_ID = [{ field: 'id', direction: 'ASC' }] as const;
const CHUNK = Math.min(500, MAX_PAGE_SIZE);

/**
 * What the rules find about the organizations in the register under a place, by organization and rule. It reads the register in
 * chunks, each with what the node keeps about it, a statement a kind; nothing of a chunk is held after it.
 */
export async function* findingChunks(walk: Walk, context: NodeContext): AsyncGenerator<OrganizationFinding[]> {
  const { after } = walk;
  if (after !== undefined) yield await restOfOrganization(after, walk, context);
  let last = after?.organization;
  for (;;) {
    const chunk = await organizationsAfter(last, walk, context);
    yield await findingsOfAll(chunk, walk, context);
    if (chunk.length < CHUNK) return;
    last = chunk.map(idOf).at(-1);
  }
}

/** The same, one by one. */
export async function* findings(walk: Walk, context: NodeContext): AsyncGenerator<OrganizationFinding> {
  for await (const chunk of findingChunks(walk, context)) yield* chunk;
}

/** What is found about the organization at which the walk stands, after the rule at which it does. */
async function restOfOrganization(
  { organization, rule }: Position,
  walk: Walk,
  context: NodeContext,
): Promise<OrganizationFinding[]> {
  const found = await context.loaders.of(registeredOrganization).byId.load(organization);
  const standing = [found as RecordValues | null].filter((one) => one !== null && isRegistered(one, context.today));
  const ofIt = await findingsOfAll(
    standing.filter((one) => one !== null),
    walk,
    context,
  );
  return ofIt.filter(({ finding }) => compareText(finding.rule.code, rule) > 0);
}

async function organizationsAfter(
  last: string | undefined,
  { under }: Walk,
  { loaders, today }: NodeContext,
): Promise<RecordValues[]> {
  const page = await new Loaders(loaders.options).of(registeredOrganization).pages.load({
    place: under,
    args: {
      where: {
        registeredAt: { lte: today },
        or: [{ closedAt: { isNull: true } }, { closedAt: { gt: today } }],
        not: { state: { in: ['DRAFT', 'WITHDRAWN'] } },
      },
      orderBy: [...BY_ID],
      first: CHUNK,
      after: last === undefined ? null : encodeCursor(BY_ID, { id: last }),
    },
  });
  return [...page.records] as RecordValues[];
}

async function findingsOfAll(
  organizations: readonly RecordValues[],
  { rules }: Walk,
  context: NodeContext,
): Promise<OrganizationFinding[]> {
  const { services, today } = context;
  const loading = { services, loaders: new Loaders(context.loaders.options) };
  const found = await Promise.all(
    organizations.map(async (organization) => {
      const related = await loadRelated(organization, loading);
      const asked = { organization, related, today, parameters: services.parameters };
      return findingsOf(asked, rules).map((finding) => ({ organization, finding }));
    }),
  );
  return found.flatMap((ofOne) => ofOne.toSorted((a, b) => compareText(a.finding.rule.code, b.finding.rule.code)));
}
