import { GraphQLError, type GraphQLErrorOptions } from 'graphql';
import type { ErrorCode, ErrorParams } from '@onenx/schema';
import { OneNXError } from '@onenx/schema';

/** A request that is not executed. `errors` carry their codes; `status` is the HTTP status of the answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly errors: readonly GraphQLError[],
    readonly status = 400,
  ) {
    super(errors.map((error) => error.message).join('\n'));
  }

  /** A refusal with an error of the catalogue. */
  static of(code: ErrorCode, params: ErrorParams): Refusal {
    return Refusal.because(new OneNXError(code, params));
  }

  /** A refusal with this error of the catalogue. */
  static because(originalError: OneNXError): Refusal {
    return new Refusal([new GraphQLError(originalError.message, { originalError })]);
  }
}

/** The codes that Apollo Server's clients know; the category is ours. */
export type ApolloCode =
  | 'BAD_USER_INPUT'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'OPERATION_RESOLUTION_FAILURE'
  | 'PERSISTED_QUERY_NOT_FOUND';

/** graphql-js's errors with a code; one that has a code already (a scalar's) keeps it. */
export function withCode(errors: readonly GraphQLError[], code: ApolloCode): GraphQLError[] {
  return errors.map((error) => (error.extensions.code === undefined ? coded(error.message, code, error) : error));
}

/** An error with one of Apollo's codes. */
export function coded(message: string, code: ApolloCode, options: GraphQLErrorOptions = {}): GraphQLError {
  const { nodes, source, positions, path } = options;
  return new GraphQLError(message, {
    nodes,
    source,
    positions,
    path,
    extensions: { code, category: 'BAD_USER_INPUT' },
  });
}
