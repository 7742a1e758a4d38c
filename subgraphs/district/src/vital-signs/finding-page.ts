import { answeredHere, decodeCursor, encodeCursor, type NodeContext } from '@onenx/node';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, nearest, OneNXError, placeLevel } from '@onenx/schema';
import { registeredOrganization } from '../registered-organization/registered-organization.kind.js';
import { findings, type OrganizationFinding, type Position } from './find.js';
import { presentFinding } from './present.js';
import { idOf, type Severity, type VitalRule, type VitalSignName } from './vital-rule.js';
import { vitalRules } from './vital-signs.js';

export interface FindingArguments {
  readonly under: string;
  readonly rule?: readonly string[] | null;
  readonly sign?: readonly VitalSignName[] | null;
  readonly severity?: readonly Severity[] | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

const ORDER = [{ field: 'id', direction: 'ASC' }] as const;

/** The findings under a place as a connection. @throws ARGUMENT_INVALID, CURSOR_INVALID, PLACE_UNKNOWN */
export async function findingPage(args: FindingArguments, context: NodeContext): Promise<object> {
  const { under, after } = args;
  const { services, today, codes } = context;
  placeLevel(under);
  if (services.tree.latest(under) === undefined) throw new OneNXError('PLACE_UNKNOWN', { found: under, date: today });
  const size = pageSize(args.first);
  const walk = { under, rules: rulesOf(args), after: typeof after === 'string' ? positionOf(after) : undefined };
  const found: OrganizationFinding[] = [];
  for await (const one of findings(walk, context)) {
    if (found.push(one) > size) break;
  }
  const edges = found.slice(0, size).map((one) => ({ cursor: cursorOf(one), node: presentFinding(one, context) }));
  return {
    nodes: edges.map(({ node }) => node),
    edges,
    pageInfo: {
      hasNextPage: found.length > size,
      hasPreviousPage: walk.after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    // A getter: to count is to look at every organization.
    get totalCount() {
      return count({ under, rules: walk.rules }, context);
    },
    coverage: answeredHere(registeredOrganization, under, { snapshot: services.tree.at(today), codes }),
  };
}

async function count(walk: Parameters<typeof findings>[0], context: NodeContext): Promise<number> {
  let counted = 0;
  for await (const _ of findings(walk, context)) counted += 1;
  return counted;
}

/** The rules asked for, all unless said. @throws ARGUMENT_INVALID for a code that is none */
export function rulesOf({ rule, sign, severity }: Pick<FindingArguments, 'rule' | 'sign' | 'severity'>): VitalRule[] {
  const codes = vitalRules.map(({ code }) => code);
  const unknown = rule?.find((code) => !codes.includes(code));
  if (unknown !== undefined)
    throw new OneNXError('ARGUMENT_INVALID', {
      argument: 'rule',
      found: unknown,
      expected: nearest(unknown, codes) || codes.join(', '),
    });
  return vitalRules.filter(
    (one) =>
      (rule?.includes(one.code) ?? true) &&
      (sign == null || (one.sign !== null && sign.includes(one.sign))) &&
      (severity?.includes(one.severity) ?? true),
  );
}

function pageSize(first: number | null | undefined): number {
  const size = first ?? DEFAULT_PAGE_SIZE;
  if (size >= 0 && size <= MAX_PAGE_SIZE) return size;
  throw new OneNXError('ARGUMENT_INVALID', { argument: 'first', found: size, expected: `0 to ${MAX_PAGE_SIZE}` });
}

function cursorOf({ organization, finding }: OrganizationFinding): string {
  return encodeCursor(ORDER, { id: `${idOf(organization)}~${finding.rule.code}` });
}

/** @throws CURSOR_INVALID */
function positionOf(cursor: string): Position {
  const [id] = decodeCursor([...ORDER], cursor, registeredOrganization);
  const [, organization, rule] = /^(.+)~([A-Z_]+)$/.exec(String(id)) ?? [];
  if (organization === undefined || rule === undefined) throw new OneNXError('CURSOR_INVALID');
  return { organization, rule };
}
