import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import { graphql, parse, type GraphQLSchema } from 'graphql';
import type { Service } from '../route/service.js';

/** What the resolvers of the test subgraphs share: a log of what was changed, in order, and a way to refuse. */
export interface TestWorld {
  readonly log: string[];
  readonly refuse: (code: string) => never;
}

export interface TestSubgraph {
  readonly name: string;
  readonly typeDefs: string;
  readonly resolvers: (world: TestWorld) => GraphQLResolverMap<unknown>;
}

const header = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3",
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@override", "@interfaceObject"])`;

const document = (subgraph: TestSubgraph) => parse(`${header}\n${subgraph.typeDefs}`);

/** The supergraph of some subgraphs, each at its address; throws the composer's own complaints. */
export function composeTest(
  subgraphs: readonly TestSubgraph[],
  urlOf = (subgraph: string): string => `http://${subgraph}.test`,
): string {
  const result = composeServices(
    subgraphs.map((subgraph) => ({
      name: subgraph.name,
      typeDefs: document(subgraph),
      url: urlOf(subgraph.name),
    })),
  );
  if (result.supergraphSdl === undefined) throw new AggregateError(result.errors, result.errors.join('\n'));
  return result.supergraphSdl;
}

/** The subgraph's executable schema, as its own server would have it. */
export function testSchema(subgraph: TestSubgraph, world: TestWorld): GraphQLSchema {
  return buildSubgraphSchema([{ typeDefs: document(subgraph), resolvers: subgraph.resolvers(world) }]);
}

/** A service in this process. Its answer passes through JSON, as it would over HTTP. */
export function inProcess(schema: GraphQLSchema): Service {
  return async ({ query, variables, operationName }) => {
    const answer = await graphql({ schema, source: query, variableValues: variables, operationName });
    return JSON.parse(JSON.stringify(answer)) as Awaited<ReturnType<Service>>;
  };
}
