import {
  OneNXError,
  placeLevel,
  type AskedMeasure,
  type Catalogue,
  type Having,
  type Order,
  type PlaceTree,
  type Question,
} from '@onenx/schema';
import { checkExtent } from './check-extent.js';
import type { ConditionInput, MeasureInput, OrderInput, RollupInput } from './input.js';
import { spanOf } from './period.js';
import { readFilter } from './read-filter.js';
import { refuseUnsupported } from './unsupported.js';

interface ReadContext {
  readonly catalogue: Catalogue;
  readonly tree: PlaceTree;
  readonly today: string;
}

/** Checks a roll-up's input and resolves its dates; everything wrong is a catalogued error, nothing is ignored. */
export function readQuestion(input: RollupInput, { catalogue, tree, today }: ReadContext): Question {
  refuseUnsupported(input);
  placeLevel(input.scope);
  const measures = readMeasures(input.measures, catalogue);
  const by = readDimensions(input.by ?? [], catalogue);
  const span = input.period ? spanOf(input.period) : null;
  const at = input.asOf ?? (span === null || span.to > today ? today : span.to);
  if (span === null) refuseFlows(measures, catalogue);
  if (tree.at(at).get(input.scope) === undefined)
    throw new OneNXError('PLACE_UNKNOWN', { found: input.scope, date: at });
  const question: Question = {
    scope: input.scope,
    measures,
    by,
    subtotals: input.subtotals ?? false,
    members: input.members ?? 'WITH_DATA',
    where: input.where ? readFilter(input.where, catalogue) : null,
    having: readHaving(input.having ?? [], measures),
    orderBy: (input.orderBy ?? []).map((order) => readOrder(order, { measures, by })),
    first: readFirst(input.first),
    others: input.others ?? false,
    at,
    from: span?.from ?? null,
    to: span?.to ?? null,
    ...(input.knownAt && { knownAt: new Date(input.knownAt).toISOString() }),
  };
  checkExtent(question, catalogue, tree);
  return question;
}

function readMeasures(inputs: readonly MeasureInput[], catalogue: Catalogue): AskedMeasure[] {
  if (inputs.length === 0) throw invalid('measures', 'empty', 'at least one measure');
  const seen = new Set<string>();
  return inputs.map((input) => {
    const measure = catalogue.measure(input.of);
    const as = input.as ?? input.of;
    if (seen.has(as)) throw new OneNXError('ALIAS_REPEATED', { found: as });
    seen.add(as);
    const atLeast = input.args?.atLeast ?? null;
    const counts = 'derived' in measure && 'placesReaching' in measure.derived;
    if (counts && atLeast === null)
      throw invalid('args.atLeast', 'absent', `a number: ${input.of} counts the places that reach it`);
    if (!counts && atLeast !== null)
      throw invalid('args.atLeast', String(atLeast), `nothing: ${input.of} takes no such argument`);
    return { of: input.of, as, atLeast };
  });
}

function readDimensions(by: readonly string[], catalogue: Catalogue): readonly string[] {
  by.forEach((code) => catalogue.dimension(code));
  if (new Set(by).size < by.length) throw invalid('by', by.join(', '), 'each dimension once');
  return by;
}

function refuseFlows(measures: readonly AskedMeasure[], catalogue: Catalogue): void {
  for (const asked of measures) {
    const flow = catalogue.basicsOf(catalogue.measure(asked.of)).find((basic) => 'flow' in basic.basis.timing);
    if (flow !== undefined)
      throw new OneNXError('PERIOD_INVALID', {
        found: 'nothing',
        expected: `a period, since ${flow.name} is added over one`,
      });
  }
}

const OPERATORS = ['eq', 'lt', 'lte', 'gt', 'gte'] as const;

function readHaving(conditions: readonly ConditionInput[], measures: readonly AskedMeasure[]): Having | null {
  return conditions.length === 0 ? null : { and: conditions.map((condition) => readCondition(condition, measures)) };
}

function readCondition(input: ConditionInput, measures: readonly AskedMeasure[]): Having {
  const { and, or, measure } = input;
  const given = [and, or, measure].filter((part) => part !== undefined && part !== null);
  if (given.length !== 1) throw invalid('having', `${given.length} of and, or, measure`, 'exactly one');
  if (and) return { and: and.map((part) => readCondition(part, measures)) };
  if (or) return { or: or.map((part) => readCondition(part, measures)) };
  const name = knownAlias(measure ?? '', measures);
  const tests = OPERATORS.flatMap((op) => {
    const than = input[op];
    return typeof than === 'number' ? [{ measure: name, op, than }] : [];
  });
  const [first, ...rest] = tests;
  if (first === undefined) throw invalid('having', `no comparison for ${name}`, OPERATORS.join(', '));
  return rest.length === 0 ? first : { and: tests };
}

function readOrder(input: OrderInput, known: { measures: readonly AskedMeasure[]; by: readonly string[] }): Order {
  const { measure, dimension, direction } = input;
  if ((measure ?? null) === null && (dimension ?? null) === null)
    throw invalid('orderBy', 'nothing', 'a measure or a dimension');
  if (measure && dimension) throw invalid('orderBy', 'both', 'a measure or a dimension');
  if (measure) return { by: { measure: knownAlias(measure, known.measures) }, direction };
  if (!known.by.includes(dimension ?? ''))
    throw invalid('orderBy', String(dimension), `a dimension of by: ${known.by.join(', ')}`);
  return { by: { dimension: dimension ?? '' }, direction };
}

function knownAlias(name: string, measures: readonly AskedMeasure[]): string {
  if (measures.some((asked) => asked.as === name)) return name;
  throw new OneNXError('ALIAS_UNKNOWN', { found: name, expected: measures.map((asked) => asked.as).join(', ') });
}

function readFirst(first: number | null | undefined): number | null {
  if (first === null || first === undefined) return null;
  if (Number.isInteger(first) && first >= 0) return first;
  throw invalid('first', String(first), 'a number of rows, 0 or more');
}

function invalid(argument: string, found: string, expected: string): OneNXError {
  return new OneNXError('ARGUMENT_INVALID', { argument, found, expected });
}
