import {
  getVariableValues,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compileObject } from './compile-object.js';
import { NotCompiled, type Scope } from './scope.js';

/** Runs an operation. It throws or rejects where graphql-js would give errors, and says neither where nor which. */
export type CompiledOperation = (variables: Readonly<Record<string, unknown>>, context: object) => unknown;

/**
 * Makes a function of an operation over a schema: graphql-js reads the operation anew for every object of every answer.
 * It knows what goes well: a query without directives, introspection and federation's own fields, all of whose values are
 * of their types. Whatever else happens is an exception, and the caller asks graphql-js, which words every error; so only
 * resolvers that change nothing may be compiled. Undefined for an operation that it does not know how to run.
 */
export function compileOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): CompiledOperation | undefined {
  try {
    return compile(schema, document, operationName);
  } catch (error) {
    if (error instanceof NotCompiled) return undefined;
    throw error;
  }
}

function compile(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  operationName: string | undefined,
): CompiledOperation {
  const operations: OperationDefinitionNode[] = [];
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
    else if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const [operation, ...others] = operations;
  const query = schema.getQueryType();
  if (operation === undefined || others.length > 0 || operation.operation !== OperationTypeNode.QUERY || !query)
    throw new NotCompiled('not one query');
  if (operationName !== undefined && operationName !== operation.name?.value) throw new NotCompiled('another name');
  const scope: Scope = { schema, fragments, objects: (type, selections) => compileObject(type, selections, scope) };
  const run = compileObject(query, operation.selectionSet.selections, scope);
  const definitionsOfVariables = operation.variableDefinitions ?? [];
  return (given, context) => {
    const { coerced, errors } = getVariableValues(schema, definitionsOfVariables, given);
    if (errors !== undefined) throw new TypeError('variables of another kind');
    return run(undefined, { variables: coerced, context });
  };
}
