import { Kind, parse, type ConstDirectiveNode } from 'graphql';

/** The subgraphs' names as the supergraph declares them: `@join__graph(name:)` on the values of `join__Graph`. */
export function subgraphNames(supergraphSdl: string): string[] {
  return parse(supergraphSdl, { noLocation: true }).definitions.flatMap((definition) =>
    definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph'
      ? (definition.values ?? []).map(({ name, directives = [] }) => graphName(directives) ?? name.value)
      : [],
  );
}

function graphName(directives: readonly ConstDirectiveNode[]): string | undefined {
  const declared = directives.find(({ name }) => name.value === 'join__graph');
  const value = declared?.arguments?.find(({ name }) => name.value === 'name')?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
