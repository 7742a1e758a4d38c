import { OperationTypeNode, type GraphQLSchema } from 'graphql';
import { preferredLanguage } from '@onenx/schema';
import { answerOf, type AnswerBody } from './answer.js';
import { executeOperation } from './execute.js';
import { presentError, presentFault, type LoggedFault, type MaskTools } from './mask-errors.js';
import type { Operations } from './operations.js';
import type { PersistedQueries } from './persisted-queries.js';
import type { ClientOperation } from './read-operation.js';
import { readRequest, type GatewayRequest, type RequestOptions } from './read-request.js';
import { coded, Refusal } from './refusal.js';

/** An answer: its HTTP status and its body. 400 when the request was not executed, 200 when it was. */
export interface GatewayAnswer {
  readonly status: number;
  readonly body: AnswerBody;
}

export interface PipelineTools {
  readonly schema: GraphQLSchema;
  readonly operations: Operations;
  readonly persisted: PersistedQueries;
  readonly log: (fault: LoggedFault) => void;
  /** How long a request may take in all. */
  readonly requestMs: number;
}

/** Takes a request through its stages. It never rejects: whatever fails is in the answer. */
export async function answerRequest(
  request: GatewayRequest,
  options: RequestOptions,
  tools: PipelineTools,
): Promise<GatewayAnswer> {
  const mask = {
    // Read when there is an error to word: most answers have none.
    get language() {
      return preferredLanguage(request.headers?.['accept-language']);
    },
    log: tools.log,
  };
  try {
    return { status: 200, body: await runStages(request, options, { ...tools, mask }) };
  } catch (error) {
    if (error instanceof Refusal) return refused(error, mask);
    return { status: 500, body: { errors: [presentFault({ cause: error }, mask)] } };
  }
}

async function runStages(
  given: GatewayRequest,
  { method = 'POST', signal }: RequestOptions,
  { schema, operations, persisted, requestMs, mask }: PipelineTools & { mask: MaskTools },
): Promise<AnswerBody> {
  const request = readRequest(given, { signal, requestMs });
  const { query, remember } = persisted.resolve(request.query, request.extensions);
  const known = operations.get(query, request.operationName);
  remember();
  if (method === 'GET') refuseChange(known);
  const variables = known.coerce(request.variables);
  const prepared = await known.prepared(variables.coerced);
  const execution = await executeOperation(prepared, variables.wire, { request: request.context, schema });
  return answerOf(prepared.project(execution.data, execution.absent), execution, mask);
}

function refuseChange({ operation }: ClientOperation): void {
  if (operation.operation !== OperationTypeNode.QUERY)
    throw new Refusal([coded('GET requests only support query operations', 'BAD_USER_INPUT')], 405);
}

function refused({ errors, status }: Refusal, { language, log }: MaskTools): GatewayAnswer {
  // What the planner says of an operation that it cannot plan is for us, not for the client.
  for (const { originalError } of errors) if (originalError?.cause !== undefined) log({ cause: originalError.cause });
  return { status, body: { errors: errors.map((error) => presentError(error, language)) } };
}
