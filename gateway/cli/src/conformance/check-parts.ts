import {
  asMerged,
  CONTRACT,
  isBasic,
  mergeParts,
  parseCodeSet,
  type BasicMeasure,
  type Cell,
  type Part,
  type Spec,
} from '@onenx/schema';
import { catalogue } from '../levels.js';
import type { Check, Subject } from './check.js';

const DAY = '2025-06-30';

function specOf(subject: Subject, measures: readonly string[], by: readonly string[] = []): Spec {
  const scope = parseCodeSet(subject.codes).includes[0] ?? '';
  return { scope, measures: measures.toSorted(), by, where: null, at: DAY, from: '2025-01-01', to: '2025-12-31' };
}

/** The basic measures that the level owns and the server says it supports. */
function supported({ level, supports }: Subject): BasicMeasure[] {
  return [...catalogue.measures.values()]
    .filter(isBasic)
    .filter(({ ownerLevel, name }) => ownerLevel === level && supports.includes(name));
}

export const partChecks: readonly Check[] = [
  {
    title: 'parts: one part a spec, in their order, with every field of the contract',
    run: async (subject) => {
      const scopes = parseCodeSet(subject.codes).includes;
      const specs = [...scopes, ...scopes].map((scope) => ({ ...specOf(subject, []), scope }));
      const parts = await subject.parts(specs);
      if (parts.length !== specs.length) return [`${specs.length} specs got ${parts.length} parts`];
      return parts.flatMap(faultsOfPart);
    },
  },
  {
    title: 'parts: a measure that the server does not know is notSupported, not an error',
    run: async (subject) => {
      const [part] = await subject.parts([specOf(subject, ['conformance.unknown'])]);
      return part?.notSupported?.includes('conformance.unknown') ? [] : ['conformance.unknown is not in notSupported'];
    },
  },
  {
    title: 'parts: every supported measure answers cells of its kind',
    run: async (subject) => {
      const measures = supported(subject);
      if (measures.length === 0) return [`supports none of the level's measures`];
      const spec = specOf(
        subject,
        measures.map(({ name }) => name),
      );
      const [part] = await subject.parts([spec]);
      const byName = new Map(measures.map((measure) => [measure.name, measure]));
      const cells = (part?.rows ?? []).flatMap((row) =>
        row.cells.map((cell, i) => ({ measure: byName.get(spec.measures[i] ?? ''), cell })),
      );
      return cells.flatMap(({ measure, cell }) =>
        measure === undefined || fits(measure, cell) ? [] : [`${measure.name} answers ${JSON.stringify(cell)}`],
      );
    },
  },
  {
    title: 'parts: the rows of a grouping add up to the whole',
    run: async (subject) => {
      const names = supported(subject).map(({ name }) => name);
      const [whole, parts] = await subject.parts([specOf(subject, names), specOf(subject, names, ['committee'])]);
      if (whole === undefined || parts === undefined) return ['no parts'];
      const one = asMerged({ ...whole, rows: whole.rows.map((row) => ({ ...row, group: [] })) });
      const added = asMerged({ ...parts, rows: parts.rows.map((row) => ({ ...row, group: [] })) });
      return same(one.rows, added.rows)
        ? []
        : ['the sum of the rows by committee is not the answer without a grouping'];
    },
  },
  {
    title: 'parts: answers for the codes that it is asked for, and echoes them',
    run: async (subject) => {
      const child = await aPlaceWithin(subject);
      if (child === null) return [];
      const names = supported(subject).map(({ name }) => name);
      const [whole] = await subject.parts([specOf(subject, names)]);
      const [inside] = await subject.parts([specOf(subject, names)], child);
      const [outside] = await subject.parts([specOf(subject, names)], `${subject.codes},-${child}`);
      if (whole === undefined || inside === undefined || outside === undefined) return ['no parts'];
      if (inside.codesAnswered !== child) return [`asked for ${child}, codesAnswered is "${inside.codesAnswered}"`];
      const merged = mergeParts(asMerged(inside), asMerged(outside));
      return same(merged.rows, asMerged(whole).rows) ? [] : [`${child} and the rest do not make up the whole`];
    },
  },
  {
    title: 'parts: a spec that cannot be read is SPEC_MALFORMED, of another contract CONTRACT_UNSUPPORTED',
    run: async (subject) => {
      const query = 'query ($specs: [String!]!) { parts(specs: $specs) { asOf } }';
      const codeOf = async (spec: string): Promise<string | undefined> =>
        (await subject.ask(query, { specs: [spec] })).errors?.[0]?.extensions?.code;
      const found = { SPEC_MALFORMED: await codeOf('{'), CONTRACT_UNSUPPORTED: await codeOf('{"v":"99.0"}') };
      return Object.entries(found).flatMap(([expected, code]) =>
        code === expected ? [] : [`expected ${expected}, got ${code ?? 'no error'}`],
      );
    },
  },
];

function faultsOfPart(part: Part): string[] {
  const faults: string[] = [];
  const major = (version: string): string | undefined => version.split('.')[0];
  if (typeof part.contract !== 'string' || major(part.contract) !== major(CONTRACT))
    faults.push(`contract is ${part.contract}, expected ${CONTRACT}`);
  if (!/^\d{12}$/.test(part.node)) faults.push(`node is ${part.node}, expected a division code of 12 digits`);
  if (typeof part.codesAnswered !== 'string') faults.push('codesAnswered is no text');
  if (Number.isNaN(Date.parse(part.asOf))) faults.push(`asOf is ${part.asOf}, expected a moment`);
  if (part.state !== 'COMPLETE') faults.push(`state is ${String(part.state)}`);
  if (!Array.isArray(part.rows) || !Array.isArray(part.notSupported)) faults.push('rows or notSupported is no list');
  return faults;
}

function fits({ basis }: BasicMeasure, cell: Cell | null): boolean {
  if (cell === null) return true;
  if (basis.op === 'sum') return typeof cell === 'number';
  if (typeof cell !== 'object') return false;
  return basis.op === 'distinct' ? 'keys' in cell || 'sketch' in cell : 'sum' in cell && 'from' in cell;
}

async function aPlaceWithin({ ask, codes }: Subject): Promise<string | null> {
  const lists = await ask('{ __type(name: "Query") { fields { name args { name } } } }');
  const fields =
    (lists.data?.['__type'] as { fields: { name: string; args: { name: string }[] }[] } | undefined)?.fields ?? [];
  const list = fields.find(({ args }) => args.some(({ name }) => name === 'under'));
  if (list === undefined) return null;
  const scope = parseCodeSet(codes).includes[0] ?? '';
  const { data } = await ask(`{ ${list.name}(under: "${scope}", first: 1) { nodes { place { code } } } }`);
  const nodes = (data?.[list.name] as { nodes: { place: { code: string } | null }[] } | undefined)?.nodes;
  const code = nodes?.[0]?.place?.code;
  return code === undefined || code === scope ? null : shortForm(code);
}

function shortForm(code: string): string {
  return code.endsWith('000000') ? code.slice(0, 6) : code.endsWith('000') ? code.slice(0, 9) : code;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
