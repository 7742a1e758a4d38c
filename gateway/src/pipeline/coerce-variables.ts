import { getVariableValues, valueFromASTUntyped, type OperationDefinitionNode } from 'graphql';
import { readKey, writeKey, type JsonObject } from '../execute/json.js';
import type { ReadingTools } from './read-operation.js';
import { Refusal, withCode } from './refusal.js';

/** The operation's variables, twice: by the client's schema for the gateway's own use, and as they go to services. */
export interface OperationVariables {
  readonly coerced: Readonly<JsonObject>;
  readonly wire: Readonly<JsonObject>;
}

// More errors than this help nobody.
const maxErrors = 20;

/**
 * Reads the variables by the client's schema. Services get them as the client wrote them, with the operation's defaults,
 * and read them by their own schema: a scalar's value in this process is not always its value in JSON.
 */
export function coerceVariables(
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<JsonObject>,
  { schema, isIntrospectionOpen }: ReadingTools,
): OperationVariables {
  const { coerced, errors } = getVariableValues(schema, variableDefinitions, given, {
    maxErrors,
    hideSuggestions: !isIntrospectionOpen,
  });
  if (errors !== undefined) throw new Refusal(withCode(errors, 'BAD_USER_INPUT'));
  const wire: JsonObject = {};
  for (const { variable, defaultValue } of variableDefinitions) {
    const name = variable.name.value;
    const value = readKey(given, name);
    if (value !== undefined) writeKey(wire, name, value);
    else if (defaultValue !== undefined) writeKey(wire, name, valueFromASTUntyped(defaultValue));
  }
  return { coerced, wire };
}
