import { DEFAULT_PAGE_SIZE } from '@onenx/schema';
import { isJsonObject, type JsonObject } from '../execute/json.js';
import { compareCursors } from './cursor-order.js';
import type { SelectedField } from './shape.js';
import { CURSORS } from './with-cursors.js';

/** The answers of several endpoints to one connection, each with its cursors, as one page. */
export function mergeConnections(
  answers: readonly JsonObject[],
  field: SelectedField,
  keys: ConnectionKeys,
): JsonObject {
  const items = answers.flatMap((answer) => itemsOf(answer, keys)).sort((a, b) => compareCursors(a.cursor, b.cursor));
  const page = pageOf(items, field);
  const merged: JsonObject = { ...answers[0] };
  delete merged[CURSORS];
  for (const key of keys.nodes) merged[key] = page.shown.map((item) => item.values.get(key) ?? null);
  for (const key of keys.edges) merged[key] = page.shown.map((item) => item.values.get(key) ?? null);
  for (const { key, fields } of keys.pageInfo) {
    const infos = answers.flatMap((answer) => (isJsonObject(answer[key]) ? [answer[key]] : []));
    merged[key] = pageInfo(fields, infos, page);
  }
  for (const key of keys.totalCount) merged[key] = sum(answers.map((answer) => answer[key]));
  for (const { key, fields } of keys.coverage) {
    const coverages = answers.flatMap((answer) => (isJsonObject(answer[key]) ? [answer[key]] : []));
    merged[key] = coverage(fields, coverages);
  }
  return merged;
}

/** Under which response keys a connection's fields were selected. */
export interface ConnectionKeys {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
  readonly totalCount: readonly string[];
  readonly pageInfo: readonly NestedKeys[];
  readonly coverage: readonly NestedKeys[];
}

interface NestedKeys {
  readonly key: string;
  /** Response key → field of the nested object. */
  readonly fields: ReadonlyMap<string, SelectedField>;
}

interface Item {
  readonly cursor: string;
  readonly values: ReadonlyMap<string, unknown>;
}

interface MergedPage {
  readonly shown: readonly Item[];
  /** Whether records of the endpoints' own pages were left out, which lie before it or after it. */
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

/** Each endpoint gave as many as were asked for, so the page is among them: at their start, or for `last` at their end. */
function pageOf(items: readonly Item[], field: SelectedField): MergedPage {
  const last = field.argument('last');
  if (typeof last === 'number') {
    const start = Math.max(0, items.length - last);
    return { shown: items.slice(start), isCutBefore: start > 0, isCutAfter: false };
  }
  const first = field.argument('first');
  // The list has no such argument: it is not paged.
  if (first === undefined) return { shown: items, isCutBefore: false, isCutAfter: false };
  const size = typeof first === 'number' ? first : DEFAULT_PAGE_SIZE;
  return { shown: items.slice(0, size), isCutBefore: false, isCutAfter: items.length > size };
}

function itemsOf(answer: JsonObject, { nodes, edges }: ConnectionKeys): Item[] {
  const cursors = Array.isArray(answer[CURSORS]) ? (answer[CURSORS] as JsonObject[]) : [];
  return cursors.map(({ cursor }, i) => ({
    cursor: String(cursor),
    values: new Map([...nodes, ...edges].map((key) => [key, listItem(answer[key], i)])),
  }));
}

function listItem(list: unknown, index: number): unknown {
  return Array.isArray(list) ? list[index] : undefined;
}

function pageInfo(
  fields: ReadonlyMap<string, SelectedField>,
  infos: readonly JsonObject[],
  { shown, isCutBefore, isCutAfter }: MergedPage,
): JsonObject {
  const merged: JsonObject = {};
  for (const [key, { name }] of fields) {
    if (name === 'hasNextPage') merged[key] = isCutAfter || infos.some((info) => info[key] === true);
    else if (name === 'hasPreviousPage') merged[key] = isCutBefore || infos.some((info) => info[key] === true);
    else if (name === 'startCursor') merged[key] = shown[0]?.cursor ?? null;
    else if (name === 'endCursor') merged[key] = shown.at(-1)?.cursor ?? null;
    else merged[key] = infos[0]?.[key] ?? null;
  }
  return merged;
}

function coverage(fields: ReadonlyMap<string, SelectedField>, coverages: readonly JsonObject[]): JsonObject {
  const merged: JsonObject = {};
  for (const [key, field] of fields)
    merged[key] = mergeCoverageField(
      field,
      coverages.map((one) => one[key]),
    );
  return merged;
}

function mergeCoverageField(field: SelectedField, values: readonly unknown[]): unknown {
  const times = values.filter((value) => typeof value === 'string').sort();
  switch (field.name) {
    case 'expected':
    case 'answered':
      return sum(values);
    case 'complete':
      return values.every((value) => value === true);
    case 'oldestAsOf':
      return times[0] ?? null;
    case 'newestAsOf':
      return times.at(-1) ?? null;
    case 'missing': {
      const first = field.argument('first');
      const missing = values.flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : []));
      return typeof first === 'number' ? missing.slice(0, Math.max(0, first)) : missing;
    }
    default:
      return values[0] ?? null;
  }
}

/** A total with an unknown part is unknown. */
function sum(values: readonly unknown[]): number | null {
  return values.every((value) => typeof value === 'number') ? values.reduce((total, value) => total + value, 0) : null;
}
