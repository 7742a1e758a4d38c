import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NodeContext } from '../../graphql/context.js';

/** One request of the REST side and its answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The parts of the path, decoded: `['import', 'ActivityTeam']`. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly context: NodeContext;
}

/** What is answered at one path by one method. */
export interface Route {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'DELETE';
  /** `/import/{kind}`: parts in braces stand for any. */
  readonly path: string;
  readonly answer: (exchange: Exchange) => Promise<void>;
}
