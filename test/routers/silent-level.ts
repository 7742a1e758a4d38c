import { readFile } from 'node:fs/promises';
import { Kind, parse, type FieldDefinitionNode } from 'graphql';
import { SUPERGRAPH } from './routed-hub.js';

/** The names of the fields that one subgraph alone has, of places and of the roots. @throws if another field has such a name */
export async function ownFieldsOf(subgraph: string): Promise<ReadonlySet<string>> {
  const { definitions } = parse(await readFile(SUPERGRAPH, 'utf8'));
  const own = new Set<string>();
  const others = new Set<string>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const ofPlace = definition.interfaces?.some(({ name }) => name.value === 'Place') === true;
    for (const field of definition.fields ?? []) {
      const graphs = graphsOf(field);
      const isOwn = (ofPlace || definition.name.value === 'Query') && graphs.join() === subgraph;
      (isOwn ? own : others).add(field.name.value);
    }
  }
  const shared = [...own].filter((name) => others.has(name));
  if (own.size === 0 || shared.length > 0)
    throw new Error(`${subgraph} has ${own.size} fields, not alone: ${shared.join()}`);
  return own;
}

function graphsOf({ directives = [] }: FieldDefinitionNode): string[] {
  return directives
    .filter(({ name }) => name.value === 'join__field')
    .flatMap(({ arguments: given = [] }) => given)
    .flatMap(({ name, value }) => (name.value === 'graph' && value.kind === Kind.ENUM ? [value.value] : []));
}

/** An answer of ours as a router gives it that does not know nodes: every field of the silent level is null. */
export function withoutFields(value: unknown, fields: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutFields(one, fields));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, fields.has(key) ? null : withoutFields(inner, fields)]),
  );
}

/** Whether an answer has any of the fields. */
export function hasFields(value: unknown, fields: ReadonlySet<string>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => fields.has(key) || hasFields(inner, fields));
}

/** Whether no root has anything; a type name is no subgraph's. */
export function isEmptyRoot(data: unknown): boolean {
  return Object.entries(data ?? {}).every(([key, value]) => key === '__typename' || value === null);
}
