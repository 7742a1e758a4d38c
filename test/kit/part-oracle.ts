import type { Cell, Condition, DimensionFilter, Spec } from '@onenx/schema';
import { BASES } from './part-kinds.js';
import { CHANGE, type RandomTree } from './random-tree.js';
import type { Values } from './store.js';

/** What is stored, by kind; every record as it was put. */
export interface Stored {
  readonly cases: readonly Values[];
  readonly observations: readonly Values[];
}

type Found = Readonly<Record<string, readonly (Cell | null)[]>>;

/** The rows of a part by group, found by walking over every record for every cell. What found nothing is null. */
export function slowPart(spec: Spec, stored: Stored, trees: RandomTree): Found {
  const places = new Places(spec.at < CHANGE ? trees.before : trees.after);
  const rows = new Map<string, (Cell | null)[]>();
  spec.measures.forEach((name, column) => {
    const isCase = BASES[name] !== undefined;
    const kept = (isCase ? stored.cases : stored.observations).filter((record) => {
      const read = (code: string): string | null => dimension(record, code, { places, name });
      const counted = record['state'] !== 'DRAFT' && record['state'] !== 'WITHDRAWN';
      return counted && places.under(record, spec.scope) && passes(spec.where, read);
    });
    const groups = Map.groupBy(kept, (record) =>
      JSON.stringify(spec.by.map((code) => dimension(record, code, { places, name }))),
    );
    for (const [group, records] of groups) {
      const row = rows.get(group) ?? spec.measures.map(() => null);
      const counted = isCase ? records : records.filter((record) => !isSuperseded(record, spec, { stored, trees }));
      row[column] = isCase ? caseCell(name, records, spec) : observedCell(name, counted, { spec, all: kept });
      rows.set(group, row);
    }
  });
  return Object.fromEntries([...rows].filter(([, cells]) => cells.some((cell) => cell !== null)));
}

/** A stock of a place that has ended, when one of the places that it became has sent one that is not too old. */
function isSuperseded(
  record: Values,
  { at }: Spec,
  { stored, trees: { tree } }: { stored: Stored; trees: RandomTree },
): boolean {
  if (record['measure'] !== 'beds' || tree.version(String(record['place']), at) !== undefined) return false;
  const heirs = new Set(tree.successors(String(record['place'])));
  return stored.observations.some((one) => {
    const age = (Date.parse(at) - Date.parse(String(one['periodTo']))) / 86_400_000;
    const counted = one['state'] !== 'DRAFT' && one['state'] !== 'WITHDRAWN' && age >= 0 && age < 400;
    const stands = tree.version(String(one['place']), at) !== undefined;
    return counted && stands && one['measure'] === 'beds' && heirs.has(String(one['place']));
  });
}

class Places {
  constructor(private readonly standing: ReadonlyMap<string, readonly string[]>) {}

  under({ place }: Values, scope: string): boolean {
    return this.standing.get(String(place))?.includes(scope) ?? false;
  }

  at({ place }: Values, level: string): string | null {
    const digits = { district: /0{6}$/, street: /[1-9]0{3}$/, committee: /[1-9]$|[1-9]0$/ }[level] ?? /^$/;
    return this.standing.get(String(place))?.find((code) => digits.test(code)) ?? null;
  }
}

function dimension(record: Values, code: string, { places, name }: { places: Places; name: string }): string | null {
  if (['district', 'street', 'committee'].includes(code)) return places.at(record, code);
  if (code === 'tier') return 'ACTIVITY_GROUP';
  if (code === 'topic' || code === 'unit') return text(record[code]);
  const timing = BASES[name]?.timing;
  const day = text(timing && 'flow' in timing ? record[timing.flow] : record['periodTo']);
  if (day === null) return null;
  const [year = '', month = ''] = day.split('-');
  return code === 'year' ? year : code === 'month' ? `${year}-${month}` : `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

function passes(filter: DimensionFilter | null, read: (code: string) => string | null): boolean {
  if (filter === null) return true;
  if ('and' in filter) return filter.and.every((part) => passes(part, read));
  if ('or' in filter) return filter.or.some((part) => passes(part, read));
  if ('not' in filter) return !passes(filter.not, read);
  const value = read(filter.dimension);
  return 'in' in filter ? value !== null && filter.in.includes(value) : (value === null) === filter.isNull;
}

function holds(condition: Condition | undefined, record: Values, at: string): boolean {
  if (condition === undefined) return true;
  if ('and' in condition) return condition.and.every((part) => holds(part, record, at));
  if ('or' in condition) return condition.or.some((part) => holds(part, record, at));
  if ('not' in condition) return !holds(condition.not, record, at);
  const day = text(record[condition.field]);
  if ('notAfter' in condition) return day !== null && day <= (text(record[condition.notAfter]) ?? '');
  if ('passed' in condition) return day !== null && day < at;
  const value = record[condition.field] ?? null;
  return 'in' in condition ? value !== null && condition.in.includes(value) : (value === null) === condition.isNull;
}

function caseCell(name: string, records: readonly Values[], { at, from, to }: Spec): Cell | null {
  const basis = BASES[name];
  if (basis === undefined) return null;
  const counted = records.filter((record) => {
    const { timing } = basis;
    const [begun, ended] = [text(record['begunAt']) ?? '', text(record['endedAt'])];
    if ('stock' in timing) return begun <= at && (ended === null || ended > at) && holds(basis.where, record, at);
    const day = text(record['since' in timing ? timing.since : timing.flow]);
    const inTime =
      'since' in timing ? day !== null && day <= at : day !== null && day >= (from ?? '') && day <= (to ?? '');
    return inTime && holds(basis.where, record, at);
  });
  if (basis.op === 'distinct') {
    const keys = [...new Set(counted.flatMap((record) => text(record[basis.field]) ?? []))].sort();
    return keys.length > 0 ? { keys } : null;
  }
  const amount = (record: Values, field: string | undefined): number =>
    field === undefined ? 1 : Number(record[field] ?? 0);
  const sum = counted.reduce((total, record) => total + amount(record, basis.field) * amount(record, basis.times), 0);
  return sum === 0 ? null : sum;
}

function observedCell(
  name: string,
  records: readonly Values[],
  { spec, all }: { spec: Spec; all: readonly Values[] },
): Cell | null {
  const [observed, side] = [name.split('.')[0], name.endsWith('.all') ? 'denominator' : 'numerator'];
  const asked = records.filter((record) => record['measure'] === observed);
  const counted = asked.filter((record) =>
    observed === 'beds' ? isLatest(record, all, spec) : isDuring(record, spec),
  );
  const given = counted.filter((record) => typeof record[side] === 'number');
  if (given.length === 0) return null;
  const from = [...new Set(given.map(({ place }) => String(place)))].sort();
  return { sum: given.reduce((sum, record) => sum + Number(record[side]), 0), from };
}

function isDuring(record: Values, { from, to }: Spec): boolean {
  return String(record['periodFrom']) >= (from ?? '') && String(record['periodTo']) <= (to ?? '');
}

/** The last of its place up to the day, and not more than 400 days old. */
function isLatest(record: Values, all: readonly Values[], { at }: Spec): boolean {
  const key = (one: Values): string => [one['periodTo'], one['periodFrom'], one['id']].join(' ');
  const peers = all.filter(
    (one) => one['place'] === record['place'] && one['measure'] === 'beds' && String(one['periodTo']) <= at,
  );
  const age = (Date.parse(at) - Date.parse(String(record['periodTo']))) / 86_400_000;
  return age >= 0 && age < 400 && peers.every((peer) => key(peer) <= key(record));
}

function text(value: Values[string] | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
