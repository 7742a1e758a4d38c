import type { ServiceAnswer, SilentServiceError } from '../route/service.js';
import { silence, TransportFault } from './transport-fault.js';

/**
 * The GraphQL result in an answer's text. Text that is not JSON is UNREACHABLE: it is from something else in between, or
 * only half of an answer. JSON that is no GraphQL result, or a refusal of our operation as invalid, is SCHEMA.
 */
export function readAnswer(text: string): ServiceAnswer {
  const answer = parseJson(text);
  if (!isAnswer(answer)) throw otherSchema('The answer is no GraphQL answer.');
  if (
    answer.data === undefined &&
    answer.errors?.some((error) => error.extensions?.code === 'GRAPHQL_VALIDATION_FAILED')
  )
    throw otherSchema(`The operation was refused as invalid: ${answer.errors[0]?.message ?? ''}`);
  return answer;
}

function otherSchema(message: string): SilentServiceError {
  return silence('SCHEMA', new TransportFault('SCHEMA', message));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw silence('UNREACHABLE', new TransportFault('BROKEN', 'The answer is not JSON.', { cause }));
  }
}

function isAnswer(value: unknown): value is ServiceAnswer {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { data, errors } = value as { data?: unknown; errors?: unknown };
  if (data === undefined && errors === undefined) return false;
  return (
    (errors === undefined || isErrorList(errors)) &&
    (data == null || (typeof data === 'object' && !Array.isArray(data)))
  );
}

function isErrorList(value: unknown): boolean {
  return (
    Array.isArray(value) && value.every((error) => typeof error === 'object' && error !== null && 'message' in error)
  );
}
