import { execute as executeIntrospection, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Execution } from '../execute/execution.js';
import type { JsonObject } from '../execute/json.js';
import { mergeInto } from '../execute/merge.js';
import type { RequestContext } from '../route/service.js';
import type { PreparedOperation } from './prepare.js';

/** Runs a prepared operation; faults are gathered, not thrown. */
export async function executeOperation(
  { run, introspection }: PreparedOperation,
  variables: Readonly<JsonObject>,
  { request, schema }: { request: RequestContext; schema: GraphQLSchema },
): Promise<Execution> {
  const execution: Execution = { request, variables, data: {}, faults: [], silences: [], absent: new WeakSet() };
  await run(execution);
  if (introspection !== undefined) mergeInto(execution.data, await introspect(schema, introspection, variables));
  return execution;
}

async function introspect(
  schema: GraphQLSchema,
  document: DocumentNode,
  variableValues: Readonly<JsonObject>,
): Promise<JsonObject> {
  const { data } = await executeIntrospection({ schema, document, variableValues });
  return data ?? {};
}
