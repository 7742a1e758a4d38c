import { SAMPLE_TODAY } from '../hub-sample.js';

export const MEASURES = ['teams.filed', 'groups', 'communityOrgs', 'orgs.registered'] as const;
export type Measure = (typeof MEASURES)[number];

/** How many records of each list are asked. */
export const FIRST = 40;

const COVERED = 'coverage { expected answered complete missing(first: 300) { code level reason } }';
const VALUES = `values { as value missing ${COVERED} }`;
/** An order that mixes the nodes: the first of the whole are of many, and a silent one's leave their places to others. */
const ORDER = 'orderBy: [{ field: "members", direction: DESC }]';

/** The fields of QUESTION that are lists, and the connections that they are. */
export const LISTS = { teams: 'activityTeams', groups: 'activityGroups' } as const;
export type ListName = keyof typeof LISTS;

/** A list over the whole district. */
export function listField(name: ListName, page: string, fields: string): string {
  return `${name}: ${LISTS[name]}(under: "310105", ${ORDER}, ${page}) { nodes { id } ${fields} }`;
}

/** The roll-up that is asked by a dimension of place, as a field with the given selection. */
export function rollupField(by: string, measures: readonly string[], selection: string): string {
  const asked = measures.map((of) => `{ of: "${of}" }`).join(' ');
  const input = `scope: "310105", by: ["${by}"], asOf: "${SAMPLE_TODAY}", measures: [${asked}]`;
  return `rollup(input: { ${input} }) ${selection}`;
}

/** What the load asks: a roll-up by street over every level, and a list of the streets' and of the committees' records. */
export const QUESTION = `{
  ${rollupField('street', MEASURES, `{ rows { group { value } remainder ${VALUES} } total { ${VALUES} } ${COVERED} }`)}
  ${listField('teams', `first: ${FIRST}`, `totalCount ${COVERED}`)}
  ${listField('groups', `first: ${FIRST}`, `totalCount ${COVERED}`)}
}`;

export interface MissingSeen {
  readonly code: string;
  readonly level: string;
  readonly reason: string;
}

export interface CoverageSeen {
  readonly expected: number;
  readonly answered: number;
  readonly complete: boolean;
  readonly missing: readonly MissingSeen[];
}

export interface ValueSeen {
  readonly as: string;
  readonly value: number | null;
  readonly missing: string | null;
  readonly coverage: CoverageSeen;
}

export interface RowSeen {
  readonly group: readonly { readonly value: string | null }[];
  readonly remainder: string | null;
  readonly values: readonly ValueSeen[];
}

export interface ListSeen {
  readonly nodes: readonly { readonly id: string }[];
  readonly totalCount: number | null;
  readonly coverage: CoverageSeen;
}

/** The data of an answer to QUESTION. */
export interface DataSeen {
  readonly rollup: {
    readonly rows: readonly RowSeen[];
    readonly total: Omit<RowSeen, 'group' | 'remainder'>;
    readonly coverage: CoverageSeen;
  };
  readonly teams: ListSeen;
  readonly groups: ListSeen;
}

export interface Reply<Data> {
  readonly status: number;
  readonly data: Data | null | undefined;
  readonly errors: readonly object[] | undefined;
}

/** Asks a hub. An answer that is no JSON is a reply without data. */
export async function ask<Data>(url: string, query: string): Promise<Reply<Data>> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const body = (await response.json().catch(() => ({}))) as { data?: Data; errors?: readonly object[] };
  return { status: response.status, data: body.data, errors: body.errors };
}

/** Asks a hub that is whole. @throws when it does not answer, or with errors */
export async function askQuiet<Data>(url: string, query: string): Promise<Data> {
  const { status, data, errors } = await ask<Data>(url, query);
  if (status === 200 && errors === undefined && data) return data;
  throw new Error(`not answered (${status}): ${JSON.stringify(errors)}`);
}

/** A row by what it is of: a street's code, or the remainder. */
export function rowKey({ group, remainder }: Pick<RowSeen, 'group' | 'remainder'>): string {
  return remainder ?? String(group[0]?.value);
}
