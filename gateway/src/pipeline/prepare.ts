import {
  OperationTypeNode,
  print,
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { OneNXError } from '@onenx/schema';
import { compilePlan, parallel, sequence, type CompileTools } from '../execute/compile-plan.js';
import type { Step } from '../execute/execution.js';
import type { JsonObject } from '../execute/json.js';
import { compileProjection } from '../execute/project.js';
import type { Projector } from '../execute/traced-projection.js';
import { TypeConditions } from '../execute/type-conditions.js';
import { forPlanning } from '../plan/for-planning.js';
import { introspectionPart, servicePart } from '../plan/introspection.js';
import type { Planner } from '../plan/planner.js';
import { splitOperation } from '../plan/split-operation.js';
import type { ClientOperation } from './read-operation.js';
import { Refusal } from './refusal.js';

/** An operation under one combination of its conditions, ready to run with any variables. */
export interface PreparedOperation {
  readonly run: Step;
  readonly project: Projector;
  readonly introspection?: DocumentNode;
}

export interface PrepareTools {
  readonly schema: GraphQLSchema;
  readonly planner: Planner;
  readonly compile: CompileTools;
}

/** Plans and compiles an operation. Throws a Refusal when there is no plan. */
export async function prepare(
  { operation, fragments }: ClientOperation,
  conditions: Readonly<JsonObject>,
  tools: PrepareTools,
): Promise<PreparedOperation> {
  const { schema } = tools;
  const supergraph = tools.compile.types.schema;
  const services = servicePart(forPlanning(operation, { fragments, schema, supergraph, variables: conditions }));
  const scope = { fragments, types: new TypeConditions(schema), variables: conditions };
  const root = schema.getRootType(operation.operation) as GraphQLObjectType;
  return {
    run: services === undefined ? () => undefined : await planAndCompile(services, tools),
    // The projection reads the operation as the client wrote it: no `__typename` stands in for what was skipped there.
    project: compileProjection(root, operation.selectionSet, scope),
    introspection: introspectionPart(operation, fragments),
  };
}

/**
 * A mutation's fields run to their end one after the other (GraphQL specification, 6.2.2), so each has a plan of its own.
 * So has each field of a query that the planner cannot plan as a whole: what it mixes up is often two fields of the root.
 */
async function planAndCompile(operation: OperationDefinitionNode, tools: PrepareTools): Promise<Step> {
  const parts = splitOperation(operation);
  const planParts = async (): Promise<Step[]> => Promise.all(parts.map((part) => planWhole(part, tools)));
  if (operation.operation === OperationTypeNode.MUTATION) return sequence(await planParts());
  try {
    return await planWhole(operation, tools);
  } catch (error) {
    if (parts.length === 1) throw error;
    return parallel(await planParts());
  }
}

async function planWhole(operation: OperationDefinitionNode, { planner, compile }: PrepareTools): Promise<Step> {
  try {
    const { node } = await planner.plan(print(operation), operation.name?.value);
    return compilePlan(node, compile);
  } catch (cause) {
    throw Refusal.because(cause instanceof OneNXError ? cause : new OneNXError('PLAN_UNSUPPORTED', {}, { cause }));
  }
}
