import { FIRST, MEASURES, rowKey } from './fault-question.js';
import type { CoverageSeen, DataSeen, ListName, ListSeen, Measure, MissingSeen, ValueSeen } from './fault-question.js';
import { LEVEL_OF_LIST, type QuietTruth, type TruthNode } from './quiet-truth.js';
import { namesOf, servedBy, type EndpointName } from './node-hub.js';

/** The endpoints that a part of an answer calls silent, each with its reason. */
export type Silence = ReadonlyMap<EndpointName, string>;

/** A roll-up and each list are asked apart, so an endpoint may answer for one and not for another. */
export interface SilenceSeen {
  readonly rollup: Silence;
  readonly teams: Silence;
  readonly groups: Silence;
}

/** Which levels' nodes keep what a measure counts: docs/measures.md. */
const KEEPERS: Readonly<Record<Measure, readonly string[]>> = {
  'teams.filed': ['STREET'],
  groups: ['COMMITTEE'],
  communityOrgs: ['DISTRICT', 'STREET', 'COMMITTEE'],
  'orgs.registered': ['DISTRICT'],
};

/** What an answer calls silent: endpoints that have a node among the missing. That all their nodes are is `answerOf`'s. */
export function silenceOf({ rollup, teams, groups }: DataSeen): SilenceSeen {
  const of = ({ missing }: CoverageSeen): Silence =>
    new Map(
      namesOf().flatMap((name) => {
        const node = missing.find((one) => servedBy(name, one));
        return node === undefined ? [] : [[name, node.reason] as const];
      }),
    );
  return { rollup: of(rollup.coverage), teams: of(teams.coverage), groups: of(groups.coverage) };
}

/** The answer to QUESTION that is right when exactly these endpoints are silent: sums over every other node, no more. */
export function answerOf(truth: QuietTruth, silence: SilenceSeen): DataSeen {
  const keys = truth.whole.rollup.rows.map(rowKey);
  return {
    rollup: {
      rows: truth.whole.rollup.rows.map(({ group, remainder }) => ({
        group,
        remainder,
        values: valuesOf([rowKey({ group, remainder })], { truth, silence: silence.rollup }),
      })),
      total: { values: valuesOf(keys, { truth, silence: silence.rollup }) },
      coverage: coverageOf(truth.nodes, silence.rollup),
    },
    teams: listOf('teams', { truth, silence: silence.teams }),
    groups: listOf('groups', { truth, silence: silence.groups }),
  };
}

/** An answer in which the order of the missing, which nothing promises, is made one. */
export function inOrder(data: DataSeen): DataSeen {
  return JSON.parse(JSON.stringify(data), (key, value: unknown) =>
    key === 'missing' && Array.isArray(value) ? sorted(value as MissingSeen[]) : value,
  ) as DataSeen;
}

interface Known {
  readonly truth: QuietTruth;
  readonly silence: Silence;
}

/** The values of one row, or of all rows together. */
function valuesOf(rows: readonly string[], { truth, silence }: Known): ValueSeen[] {
  return MEASURES.map((measure) => {
    const keepers = truth.nodes.filter((node) => isUnder(node, rows) && KEEPERS[measure].includes(node.level));
    const answering = keepers.filter((node) => reasonOf(node, silence) === undefined);
    const isSilent = keepers.length > 0 && answering.length === 0;
    const sum = answering.reduce((total, node) => total + contribution(node, rows, { truth, measure }), 0);
    return {
      as: measure,
      value: isSilent ? null : sum,
      missing: isSilent ? 'NODE_MISSING' : null,
      coverage: coverageOf(keepers, silence),
    };
  });
}

/** A row of a street has the records of its own nodes, and those of the district's that belong there. */
function isUnder({ level, code }: TruthNode, rows: readonly string[]): boolean {
  return level === 'DISTRICT' || rows.some((row) => code.slice(0, 9) === row.slice(0, 9));
}

interface Asked {
  readonly truth: QuietTruth;
  readonly measure: Measure;
}

/** What a node adds to the value of a measure in these rows. */
function contribution({ level, code }: TruthNode, rows: readonly string[], { truth, measure }: Asked): number {
  if (level === 'COMMITTEE') return truth.groups.get(code) ?? 0;
  if (level === 'STREET') return wholeValue(truth, code, 'teams.filed');
  const ofRow = (row: string): number =>
    measure === 'orgs.registered' ? wholeValue(truth, row, measure) : (truth.community.get(row) ?? 0);
  return rows.reduce((sum, row) => sum + ofRow(row), 0);
}

/** Of a measure that only one node keeps, the whole answer's value of a row is that node's. */
function wholeValue(truth: QuietTruth, row: string, measure: Measure): number {
  const found = truth.whole.rollup.rows.find((one) => rowKey(one) === row);
  return found?.values.find(({ as }) => as === measure)?.value ?? 0;
}

function listOf(name: ListName, { truth, silence }: Known): ListSeen {
  const level = LEVEL_OF_LIST[name];
  const keepers = truth.nodes.filter((node) => node.level === level);
  const coverage = coverageOf(keepers, silence);
  // An id begins with the code of the node that keeps its record.
  const ids = truth.ids[name].filter((id) => reasonOf({ level, code: id.slice(0, 12) }, silence) === undefined);
  return {
    nodes: ids.slice(0, FIRST).map((id) => ({ id })),
    totalCount: coverage.complete ? truth.ids[name].length : null,
    coverage,
  };
}

function coverageOf(nodes: readonly TruthNode[], silence: Silence): CoverageSeen {
  const missing = nodes.flatMap(({ code, level }) => {
    const reason = reasonOf({ code, level }, silence);
    return reason === undefined ? [] : [{ code, level, reason }];
  });
  const answered = nodes.length - missing.length;
  return { expected: nodes.length, answered, complete: missing.length === 0, missing: sorted(missing) };
}

function reasonOf(node: TruthNode, silence: Silence): string | undefined {
  for (const [name, reason] of silence) if (servedBy(name, node)) return reason;
  return undefined;
}

function sorted(missing: readonly MissingSeen[]): MissingSeen[] {
  const key = ({ level, code }: MissingSeen): string => `${level} ${code}`;
  return missing.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
