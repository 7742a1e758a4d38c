import { OneNXError } from '@onenx/schema';
import { columnMapOf } from '../../import/columns/column-map.js';
import type { ColumnMap } from '../../import/columns/header.js';
import { oneOf, required } from '../rest/read-query.js';

/** What the query of an import says of it. */
export interface ImportQuery {
  readonly source: string;
  readonly mode: 'delta' | 'snapshot';
  readonly maxClosePercent: number;
  readonly map?: ColumnMap;
}

/** @throws ARGUMENT_INVALID */
export function readImportQuery(query: URLSearchParams): ImportQuery {
  const map = query.get('map');
  return {
    source: required(query, 'source', 'the system that the records come from'),
    mode: oneOf(query, 'mode', ['delta', 'snapshot']),
    maxClosePercent: percentOf(query.get('max-close') ?? '5'),
    ...(map === null ? {} : { map: columnMapOf(parse(map), 'map') }),
  };
}

function percentOf(text: string): number {
  const number = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && number <= 100) return number;
  throw new OneNXError('ARGUMENT_INVALID', { argument: 'max-close', found: text, expected: '0 to 100' });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
