import { expect } from '@jest/globals';
import { districtExtensions, districtKinds } from '@onenx/district';
import { levelSchema, PartService, requestContext, todayInShanghai, type NodeDatabase } from '@onenx/node';
import { addDays, addYears, Catalogue, parseCodeSet } from '@onenx/schema';
import { graphql } from 'graphql';
import { shippedParameters } from '../../subgraphs/node/src/parameters/shipped-parameters.js';
import { creditCode, DISTRICT, STREET, tree } from './records.js';
import { clear, put, type Values } from './store.js';
import type { World } from './vital-oracle.js';
import { VITAL_KINDS } from './vital-world.js';

export const TODAY = todayInShanghai();

const { schema } = levelSchema('DISTRICT', districtKinds, districtExtensions);

interface Asked {
  readonly variables?: Record<string, unknown>;
  readonly actor?: string;
  readonly statements?: string[];
}

/** The answer to the one field of a request, as the district's server would give it; `statements` holds then what it cost. */
export async function ask<Answer>(
  database: NodeDatabase,
  source: string,
  { variables, actor, statements }: Asked = {},
): Promise<Answer> {
  const parts = new PartService({ database, catalogue: Catalogue.of(districtKinds, []), tree, node: DISTRICT });
  const codes = parseCodeSet('310105');
  const common = { database, kinds: districtKinds, tree, codes, parts, parameters: shippedParameters() };
  statements?.splice(0);
  const contextValue = requestContext({ ...common, level: 'DISTRICT' }, { actor });
  const { data, errors } = await graphql({ schema, source, variableValues: variables, contextValue });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(Object.values(data ?? {})[0])) as Answer;
}

/** Puts the records of a world in the place of all that vital signs are read from. */
export async function fill(database: NodeDatabase, world: World): Promise<void> {
  await clear(database, VITAL_KINDS);
  for (const kind of VITAL_KINDS) await put(database, kind, world[kind.name] ?? []);
}

/** The n-th organization: registered long ago, and nothing else known. */
export function organization(n: number, changes: Values = {}): Values {
  return {
    id: `${DISTRICT}-ORG-${creditCode(n)}`,
    place: STREET,
    uscc: creditCode(n),
    name: `示例组织${n}`,
    legalForm: 'SERVICE_ORG',
    status: 'ACTIVE',
    registrationMode: 'DIRECT',
    communityOrganization: false,
    registeredAt: '2010-03-01',
    ...changes,
  };
}

/** A report of the n-th organization that was due so many years and ten days ago, and never came. */
export function missedReport(n: number, yearsAgo: number): Values {
  const dueAt = addDays(addYears(TODAY, -yearsAgo), -10);
  const reportYear = Number(dueAt.slice(0, 4)) - 1;
  return {
    id: `${DISTRICT}-ANNR-${creditCode(n)}~${reportYear}`,
    place: STREET,
    uscc: creditCode(n),
    organizationName: `示例组织${n}`,
    legalForm: 'SERVICE_ORG',
    reportYear,
    reportStatus: 'DUE',
    dueFrom: addDays(dueAt, -90),
    dueAt,
  };
}
