import { OneNXError } from '@onenx/schema';
import type { MeasureInput, RollupInput } from './input.js';

const INPUT_LATER = ['after', 'today', 'compareTo', 'boundariesOn', 'minState', 'minCoverage', 'assume'] as const;
const MEASURE_LATER = ['where', 'per'] as const;

const SUPPORTED =
  'scope, measures (of, as, args.atLeast), by, subtotals, members, where, having, orderBy, first, others, period, asOf, knownAt';

/** What the schema names and this version cannot do is refused by name. @throws NOT_YET_SUPPORTED */
export function refuseUnsupported(input: RollupInput): void {
  for (const name of INPUT_LATER) refuse(name, input[name] !== undefined && input[name] !== null);
  refuse(`boundaries: ${input.boundaries}`, isOther(input.boundaries, 'AT_THE_TIME'));
  refuse(`partial: ${input.partial}`, isOther(input.partial, 'ALLOW'));
  input.measures.forEach(refuseOfMeasure);
}

function refuseOfMeasure(measure: MeasureInput): void {
  for (const name of MEASURE_LATER) refuse(`measures.${name}`, measure[name] !== undefined && measure[name] !== null);
  refuse('measures.times', (measure.times ?? 1) !== 1);
  refuse('measures.args.days', (measure.args?.days ?? null) !== null);
}

function isOther(value: string | null | undefined, supported: string): boolean {
  return value !== undefined && value !== null && value !== supported;
}

function refuse(found: string, isAsked: boolean): void {
  if (isAsked) throw new OneNXError('NOT_YET_SUPPORTED', { found, expected: SUPPORTED });
}
