import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { isErrorCode, OneNXError, renderError, type ErrorParams, type Language } from '@onenx/schema';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { internalFault } from './internal-fault.js';

/** GraphQL's own faults of a request: their messages speak of the request alone. */
const REQUEST_FAULTS = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** Says every error in the caller's language and keeps what is internal inside; the operator finds it by its number. */
export function errorsPlugin<Context extends BaseContext>(
  languageOf: (context: Context) => Language,
): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response, contextValue, errors }) {
          const { body } = response;
          if (body.kind !== 'single' || body.singleResult.errors === undefined) return;
          const language = languageOf(contextValue);
          const ours = errors?.map(extensionsOfOurs) ?? [];
          body.singleResult.errors = body.singleResult.errors.map((error, i) =>
            present({ ...error, extensions: ours[i] ?? error.extensions }, language),
          );
        },
      };
    },
  };
}

/**
 * Apollo gives every error of validation its own code, also one of ours about a literal: it is found under it, so that
 * the same wrong value has the same code as a literal and as a variable.
 */
function extensionsOfOurs({ originalError }: GraphQLError): OneNXError['extensions'] | undefined {
  return originalError instanceof OneNXError ? originalError.extensions : undefined;
}

function present(error: GraphQLFormattedError, language: Language): GraphQLFormattedError {
  const { code, category, params } = error.extensions ?? {};
  // Ours carry their parameters; a fault that Apollo names INTERNAL_SERVER_ERROR has none.
  if (isErrorCode(code) && params !== undefined) {
    const message = renderError(code, params as ErrorParams, language);
    return { ...error, message, extensions: { code, category } };
  }
  if (typeof code === 'string' && REQUEST_FAULTS.has(code)) return { ...error, extensions: { code } };
  return { ...error, ...internalFault(error.message, language) };
}
