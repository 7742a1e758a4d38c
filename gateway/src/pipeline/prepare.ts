import {
  print,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { OneNXError } from '@onenx/schema';
import { compilePlan, type CompileTools } from '../execute/compile-plan.js';
import type { Step } from '../execute/execution.js';
import type { JsonObject } from '../execute/json.js';
import { compileProjection } from '../execute/project.js';
import type { Projector } from '../execute/traced-projection.js';
import { TypeConditions } from '../execute/type-conditions.js';
import type { Fragments } from '../plan/conditions.js';
import { forPlanning } from '../plan/for-planning.js';
import { introspectionPart, servicePart } from '../plan/introspection.js';
import type { Planner } from '../plan/planner.js';
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
  const planned = new Map([...fragments].map(([name, fragment]) => [name, forPlanning(fragment, conditions)]));
  const services = servicePart(forPlanning(operation, conditions), planned);
  const scope = { fragments, types: new TypeConditions(schema), variables: conditions };
  const root = schema.getRootType(operation.operation) as GraphQLObjectType;
  return {
    run: services === undefined ? () => undefined : await planAndCompile(services, planned, tools),
    // The projection reads the operation as the client wrote it: no `__typename` stands in for what was skipped there.
    project: compileProjection(root, operation.selectionSet, scope),
    introspection: introspectionPart(operation, fragments),
  };
}

async function planAndCompile(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  { planner, compile }: PrepareTools,
): Promise<Step> {
  const definitions = [operation, ...usedFragments(operation, fragments)];
  try {
    const { node } = await planner.plan(definitions.map(print).join('\n'), operation.name?.value);
    return compilePlan(node, compile);
  } catch (cause) {
    throw Refusal.because(cause instanceof OneNXError ? cause : new OneNXError('PLAN_UNSUPPORTED', {}, { cause }));
  }
}

function usedFragments(operation: OperationDefinitionNode, fragments: Fragments): Set<FragmentDefinitionNode> {
  const used = new Set<FragmentDefinitionNode>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value);
        if (fragment === undefined || used.has(fragment)) return;
        used.add(fragment);
        collect(fragment);
      },
    });
  };
  collect(operation);
  return used;
}
