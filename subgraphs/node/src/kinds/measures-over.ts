import type { BasicMeasure, Condition, Level, Timing } from '@onenx/schema';
import { conditionText } from './condition-text.js';

type Words = readonly [zh: string, en: string, unit: string];

/** What is added up: the records themselves unless a field is named. */
interface Of {
  readonly field?: string;
  readonly where?: Condition;
  readonly sensitive?: boolean;
  /** Where it is not the kind's usual one. */
  readonly source?: string;
}

interface MeasuresOver {
  /** Over the records that are valid on the day. */
  readonly stock: (name: string, words: Words, of?: Of) => BasicMeasure;
  /** Over the records whose day `on` falls in the period. */
  readonly flow: (name: string, words: Words, of: Of & { readonly on: string }) => BasicMeasure;
  /** The different values of `field`: of the records valid on the day, or of those whose day `on` falls in the period. */
  readonly distinct: (
    name: string,
    words: Words,
    of: Of & { readonly field: string; readonly on?: string },
  ) => BasicMeasure;
}

/** Makes the measures that nodes of a level count over one kind; the formula is written out of what is counted. */
export function measuresOver(kind: string, ownerLevel: Level, source: string): MeasuresOver {
  const measure = (op: 'sum' | 'distinct', timing: Timing, [name, [zh, en, unit], of]: [string, Words, Of]) => ({
    name,
    zh,
    en,
    unit,
    kind: op === 'distinct' ? ('DISTINCT' as const) : 'stock' in timing ? ('STOCK' as const) : ('ADDITIVE' as const),
    formula: formula(kind, op, { timing, of }),
    source: of.source ?? source,
    ...(of.sensitive === undefined ? {} : { sensitive: of.sensitive }),
    ownerLevel,
    basis: basis(kind, op, { timing, of }),
  });
  const stock = { stock: true } as const;
  return {
    stock: (name, words, of = {}) => measure('sum', stock, [name, words, of]),
    flow: (name, words, { on, ...of }) => measure('sum', { flow: on }, [name, words, of]),
    distinct: (name, words, { on, ...of }) =>
      measure('distinct', on === undefined ? stock : { flow: on }, [name, words, of]),
  };
}

interface Counted {
  readonly timing: Timing;
  readonly of: Of;
}

function basis(kind: string, op: 'sum' | 'distinct', { timing, of: { field, where } }: Counted): BasicMeasure['basis'] {
  const condition = where === undefined ? {} : { where };
  if (op === 'distinct') return { kind, op, field: field ?? '', timing, ...condition };
  return { kind, op, ...(field === undefined ? {} : { field }), timing, ...condition };
}

function formula(kind: string, op: 'sum' | 'distinct', { timing, of: { field, where } }: Counted): string {
  const sum = field === undefined ? 'count' : `Σ ${field}`;
  const what = op === 'distinct' ? `distinct ${field}` : sum;
  const when = 'flow' in timing ? `by ${timing.flow}` : 'valid on the day';
  return `${what} of ${kind} ${when}${where === undefined ? '' : ` where ${conditionText(where)}`}`;
}
