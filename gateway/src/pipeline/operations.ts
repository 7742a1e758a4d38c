import { readKey, type JsonObject } from '../execute/json.js';
import { LruCache } from '../plan/lru-cache.js';
import { coerceVariables, type OperationVariables } from './coerce-variables.js';
import type { Limits } from './limits.js';
import { compileCostCheck } from './cost/check-cost.js';
import { prepare, type PreparedOperation, type PrepareTools } from './prepare.js';
import { readOperation, type ClientOperation, type ReadingTools } from './read-operation.js';

// Each combination of an operation's conditions is planned for itself; a client uses few of them.
const keptVariants = 16;

/** A client's operation, and what was prepared of it. */
export interface KnownOperation extends ClientOperation {
  /** The variables of a request, read by the client's schema. Throws a Refusal. */
  coerce(given: Readonly<JsonObject>): OperationVariables;
  /** The operation prepared for the conditions that these variables make. Throws or rejects with a Refusal. */
  prepared(variables: Readonly<JsonObject>): Promise<PreparedOperation>;
}

/** The operations read and prepared so far, bounded; each is prepared once, also when asked for many times at once. */
export class Operations {
  readonly #known: LruCache<KnownOperation>;

  constructor(
    private readonly tools: PrepareTools & ReadingTools,
    private readonly limits: Limits,
  ) {
    this.#known = new LruCache(limits.preparedOperations);
  }

  /** The operation that a request names. Throws a Refusal, and keeps nothing of what it refuses. */
  get(query: string, operationName: string | undefined): KnownOperation {
    // The length keeps a name and a text apart that another pair would join to the same key.
    const key = `${operationName?.length ?? '-'} ${operationName ?? ''}${query}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const read = this.#read(query, operationName);
    this.#known.set(key, read);
    return read;
  }

  #read(query: string, operationName: string | undefined): KnownOperation {
    const operation = readOperation({ query, operationName }, this.tools, this.limits);
    const checkCost = compileCostCheck(this.tools.schema, operation, this.limits);
    const coerce = (given: Readonly<JsonObject>): OperationVariables =>
      coerceVariables(operation.operation, given, this.tools);
    const variants = new LruCache<Promise<PreparedOperation>>(keptVariants);
    const prepared = (variables: Readonly<JsonObject>): Promise<PreparedOperation> => {
      checkCost(variables);
      // Only the conditions: what is kept must not hold on to one request's other variables.
      const conditions = Object.fromEntries(
        operation.conditions.map((name) => [name, readKey(variables, name) === true]),
      );
      const key = operation.conditions.length === 0 ? '' : JSON.stringify(conditions);
      const kept = variants.get(key);
      if (kept !== undefined) return kept;
      const made = prepare(operation, conditions, this.tools);
      variants.set(key, made);
      made.catch(() => variants.delete(key));
      return made;
    };
    return { ...operation, coerce, prepared };
  }
}
