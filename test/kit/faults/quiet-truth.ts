import { askQuiet, listField, QUESTION, rollupField, rowKey, type DataSeen } from './fault-question.js';
import type { ListName, RowSeen } from './fault-question.js';

/** A node of the register: a place and the level whose records it keeps. */
export interface TruthNode {
  readonly code: string;
  readonly level: string;
}

/** What a hub without faults says, taken apart by node. */
export interface QuietTruth {
  /** The whole answer to QUESTION. */
  readonly whole: DataSeen;
  readonly nodes: readonly TruthNode[];
  /** Registered community organizations, which the district's node keeps, by row of the roll-up by street. */
  readonly community: ReadonlyMap<string, number>;
  /** Groups by the committee whose node keeps them. */
  readonly groups: ReadonlyMap<string, number>;
  /** The ids of each whole list, in its order. */
  readonly ids: Readonly<Record<ListName, readonly string[]>>;
}

/** How often a hub that has just started may find a node too slow. */
const COLD_TRIES = 10;

/** @throws when the hub does not become whole */
async function wholeAnswer(url: string): Promise<DataSeen> {
  for (let tries = 0; tries < COLD_TRIES; tries++) {
    const data = await askQuiet<DataSeen>(url, QUESTION);
    if ([data.rollup, data.teams, data.groups].every(({ coverage }) => coverage.complete)) return data;
  }
  throw new Error('a hub without faults has no whole answer');
}

interface FiguresSeen {
  readonly rollup: { readonly rows: readonly Pick<RowSeen, 'group' | 'remainder' | 'values'>[] };
}

/** Asks a hub that is whole for what each node adds: a roll-up by the place of the owner's level is the roll-up by node. */
export async function quietTruth(url: string): Promise<QuietTruth> {
  return {
    whole: await wholeAnswer(url),
    nodes: (await askQuiet<{ dataNodes: TruthNode[] }>(url, '{ dataNodes { code level } }')).dataNodes,
    community: await figures(url, 'street', 'orgs.community'),
    groups: await figures(url, 'committee', 'groups'),
    ids: { teams: await allIds(url, 'teams'), groups: await allIds(url, 'groups') },
  };
}

async function figures(url: string, by: string, measure: string): Promise<Map<string, number>> {
  const field = rollupField(by, [measure], '{ rows { group { value } remainder values { value } } }');
  const { rollup } = await askQuiet<FiguresSeen>(url, `{ ${field} }`);
  return new Map(rollup.rows.map((row) => [rowKey(row), row.values[0]?.value ?? 0]));
}

interface PageSeen {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

async function allIds(url: string, name: ListName): Promise<string[]> {
  const ids: string[] = [];
  for (let after = ''; ;) {
    const field = listField(name, `first: 500${after}`, 'pageInfo { hasNextPage endCursor }');
    const page = (await askQuiet<Record<ListName, PageSeen>>(url, `{ ${field} }`))[name];
    ids.push(...page.nodes.map(({ id }) => id));
    if (!page.pageInfo.hasNextPage) return ids;
    after = `, after: "${page.pageInfo.endCursor}"`;
  }
}

/** The level whose records a list has. */
export const LEVEL_OF_LIST: Readonly<Record<ListName, string>> = { teams: 'STREET', groups: 'COMMITTEE' };
