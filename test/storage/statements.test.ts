import { expect, test } from '@jest/globals';
import { levelSchema, PartService, requestContext, shippedParameters, type NodeDatabase } from '@onenx/node';
import {
  Catalogue,
  LEVELS,
  parseCodeSet,
  recordId,
  type FieldValue,
  type KindDefinition,
  type Level,
} from '@onenx/schema';
import * as fc from 'fast-check';
import { getNamedType, graphql, isObjectType, isInterfaceType, type GraphQLSchema } from 'graphql';
import { onEachDatabase } from '../kit/databases.js';
import { recordValues } from '../kit/random-record.js';
import { allKinds, COMMITTEE, DISTRICT, STREET, tree } from '../kit/records.js';
import { put, type Values } from '../kit/store.js';

const PLACE_OF = { DISTRICT, STREET, COMMITTEE };
const TYPE_OF = { DISTRICT: 'District', STREET: 'Street', COMMITTEE: 'Committee' };
const FEW = 2;
const MANY = 40;

/** Everything that a record leads to without arguments, two steps deep. */
function selectionOf(schema: GraphQLSchema, typename: string, depth = 2): string {
  const type = schema.getType(typename);
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.length > 0) return [];
    const named = getNamedType(field.type);
    if (!isObjectType(named) && !isInterfaceType(named)) return [field.name];
    if (depth === 0) return [];
    const inner = selectionOf(schema, named.name, depth - 1);
    return inner === '' ? [] : [`${field.name} { ${inner} }`];
  });
  return fields.length === 0 ? '__typename' : fields.join(' ');
}

onEachDatabase('a request for a list', (open) => {
  test.each(LEVELS)(
    'costs as many statements for many records as for few, whatever they lead to: %s',
    async (level) => {
      const kinds = allKinds.filter((kind) => kind.level === level);
      const statements: string[] = [];
      const database = await open(kinds, (text) => statements.push(text));
      const { schema } = levelSchema(level, kinds);
      const ask = asking(database, { level, kinds, schema, statements });
      for (const kind of kinds) {
        await put(database, kind, records(kind, MANY));
        const nodes = selectionOf(schema, kind.name);
        const list = (first: number) =>
          `${kind.plural}(first: ${first}) { totalCount nodes { ${nodes} } edges { cursor } pageInfo { hasNextPage hasPreviousPage } }`;
        const root = (first: number) => `{ ${list(first).replace('(', `(under: "${DISTRICT}", `)} }`;
        const nested = (first: number) =>
          `{ _entities(representations: [${[DISTRICT, STREET, COMMITTEE]
            .map((code, i) => `{ __typename: "${TYPE_OF[LEVELS[i] ?? level]}", code: "${code}" }`)
            .join(
              ', ',
            )}]) { ... on District { ${list(first)} } ... on Street { ${list(first)} } ... on Committee { ${list(first)} } } }`;
        for (const path of [root, nested]) {
          const [few, many] = [await ask(path(FEW)), await ask(path(MANY))];
          expect({ kind: kind.name, statements: many }).toEqual({ kind: kind.name, statements: few });
        }
      }
    },
    120_000,
  );
});

interface Asking {
  readonly level: Level;
  readonly kinds: readonly KindDefinition[];
  readonly schema: GraphQLSchema;
  readonly statements: string[];
}

function asking(
  database: NodeDatabase,
  { level, kinds, schema, statements }: Asking,
): (source: string) => Promise<number> {
  const parts = new PartService({ database, catalogue: Catalogue.of(kinds, []), tree, node: DISTRICT });
  const codes = parseCodeSet('310105');
  const services = { database, kinds, tree, level, codes, parts, parameters: shippedParameters() };
  return async (source) => {
    statements.length = 0;
    const { errors } = await graphql({ schema, source, contextValue: requestContext(services, {}) });
    expect(errors).toBeUndefined();
    return statements.length;
  };
}

function records(kind: KindDefinition, count: number): Values[] {
  const place = PLACE_OF[kind.level];
  const samples = fc.sample(recordValues(kind), { numRuns: count, seed: 1 });
  return samples.map((values, n) => {
    const keyed: Record<string, FieldValue> = { ...values };
    for (const field of kind.key) if (kind.fields[field]?.type === 'text') keyed[field] = `示例${n}`;
    const id = `${recordId(kind, place, keyed) ?? ''}~${n}`;
    return { ...keyed, id, place };
  });
}
