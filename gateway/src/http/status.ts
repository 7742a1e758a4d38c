import type { GatewayAnswer } from '../pipeline/answer-request.js';
import type { AnswerType } from './media-type.js';

/**
 * The HTTP status of the gateway's answer. The GraphQL-over-HTTP draft wants 200 for every well-formed request whose
 * client asks for application/json by name, also when its operation is refused: such a client reads the body to know.
 * To others a refused operation is 400, as it is with Apollo Server.
 */
export function statusOf({ status, body }: GatewayAnswer, type: AnswerType, accept = ''): number {
  if (status !== 400 || type !== 'application/json' || !accept.toLowerCase().includes(type)) return status;
  return body.errors?.some(({ extensions }) => extensions?.code === 'OPERATION_MALFORMED') ? 400 : 200;
}
