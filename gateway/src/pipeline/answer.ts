import type { GraphQLFormattedError } from 'graphql';
import type { Execution, Fault } from '../execute/execution.js';
import type { JsonObject } from '../execute/json.js';
import type { Projection } from '../execute/traced-projection.js';
import type { ResponsePath } from '../execute/response-path.js';
import { clientKey } from '../plan/plan-key.js';
import { presentFault, type MaskTools } from './mask-errors.js';

/** A GraphQL answer, ready to be written as JSON. */
export interface AnswerBody {
  readonly errors?: readonly GraphQLFormattedError[];
  readonly data?: JsonObject | null;
}

/** The client's answer: the projected data, and each fault as an error with a path of the client's own. */
export function answerOf({ data, violations }: Projection, execution: Execution, tools: MaskTools): AnswerBody {
  const silences = execution.silences.map(withClientKeys);
  const faults = execution.faults.map(withClientKeys);
  // A null that nobody explained is a fault too. A silent service explains it, and is an error only when nothing is left.
  if (silences.length === 0)
    for (const path of violations) if (!faults.some((fault) => explains(fault, path))) faults.push(nullFault(path));
  if (data === null && faults.length === 0) faults.push(...silences);
  if (faults.length === 0) return { data };
  const errors = faults.map((fault) =>
    presentFault({ ...fault, path: fault.path && visiblePath(fault.path, data) }, tools),
  );
  return { errors, data };
}

function withClientKeys(fault: Fault): Fault {
  return { ...fault, path: fault.path?.map(clientKey) };
}

function nullFault(path: ResponsePath): Fault {
  return { path, cause: new Error('A field that cannot be null was null, and no service gave an error for it.') };
}

/** True when the fault is at, above or below the path; a fault without a path may explain anything. */
function explains({ path: faultPath = [] }: Fault, path: ResponsePath): boolean {
  const shared = Math.min(faultPath.length, path.length);
  return path.slice(0, shared).every((segment, index) => faultPath[index] === segment);
}

/** The path as far as the client asked for it: services are also asked for keys and requirements of the gateway's own. */
function visiblePath(path: ResponsePath, data: unknown): ResponsePath {
  let value = data;
  for (const [index, segment] of path.entries()) {
    if (Array.isArray(value)) value = value[Number(segment)];
    else if (typeof value !== 'object' || value === null) return path;
    else if (!Object.hasOwn(value, segment)) return path.slice(0, index);
    else value = (value as JsonObject)[segment];
  }
  return path;
}
