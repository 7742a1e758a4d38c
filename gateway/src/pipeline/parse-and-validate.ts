import { GraphQLError, parse, specifiedRules, validate, type DocumentNode } from 'graphql';
import { checkLimits, type Limits } from './limits.js';
import { NoIntrospectionRule } from './no-introspection.js';
import type { ReadingTools } from './read-operation.js';
import { Refusal, withCode } from './refusal.js';

const closedRules = [...specifiedRules, NoIntrospectionRule];

/** The document of a request: parsed, within the limits, and valid against the client's schema. */
export function parseAndValidate(
  query: string,
  { schema, isIntrospectionOpen }: ReadingTools,
  limits: Limits,
): DocumentNode {
  const document = parseQuery(query, limits);
  checkLimits(document, limits);
  // "Did you mean …" would tell the names that a closed introspection keeps back.
  const errors = isIntrospectionOpen
    ? validate(schema, document)
    : validate(schema, document, closedRules, { hideSuggestions: true });
  if (errors.length > 0) throw new Refusal(withCode(errors, 'GRAPHQL_VALIDATION_FAILED'));
  return document;
}

function parseQuery(query: string, { tokens }: Limits): DocumentNode {
  try {
    return parse(query, { maxTokens: tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // graphql-js has no other sign of its limit than the message.
    if (error.message.startsWith('Syntax Error: Document contains more'))
      throw Refusal.of('OPERATION_LIMIT', { found: `> ${tokens}`, what: 'tokens', expected: tokens });
    throw new Refusal(withCode([error], 'GRAPHQL_PARSE_FAILED'));
  }
}
