import { createHash } from 'node:crypto';
import { isJsonObject } from '../execute/json.js';
import { LruCache } from '../plan/lru-cache.js';
import { coded, Refusal } from './refusal.js';

/** A request's text, and what to do once it has proved to be a valid operation. */
export interface PersistedQuery {
  readonly query: string;
  readonly remember: () => void;
}

/**
 * Automatic persisted queries, as Apollo's clients speak them: a client sends the SHA-256 of an operation and, when it is
 * not known here, once more with the text. Only valid operations are kept, the least used forgotten.
 */
export class PersistedQueries {
  readonly #texts: LruCache<string>;

  constructor(capacity: number) {
    this.#texts = new LruCache(capacity);
  }

  /** The text of a request. Refuses an unknown hash (status 200, as Apollo's clients expect) and a wrong one. */
  resolve(query: string, extensions: unknown): PersistedQuery {
    const persisted = isJsonObject(extensions) ? extensions.persistedQuery : undefined;
    if (!isJsonObject(persisted)) return { query, remember: () => undefined };
    const { version, sha256Hash: hash } = persisted;
    if (version !== 1 || typeof hash !== 'string') throw malformed('a persistedQuery extension of another version');
    if (query === '') return { query: this.#known(hash), remember: () => undefined };
    if (createHash('sha256').update(query).digest('hex') !== hash) throw malformed('a sha256Hash of another query');
    return { query, remember: () => this.#texts.set(hash, query) };
  }

  #known(hash: string): string {
    const text = this.#texts.get(hash);
    if (text !== undefined) return text;
    throw new Refusal([coded('PersistedQueryNotFound', 'PERSISTED_QUERY_NOT_FOUND')], 200);
  }
}

function malformed(found: string): Refusal {
  return Refusal.of('OPERATION_MALFORMED', {
    found,
    expected: 'version 1 and the SHA-256 of the query in hexadecimal',
  });
}
