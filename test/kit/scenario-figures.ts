import { HUAER, HUAYANG, HUAYI, JIANGSU, QISHAN, type ScenarioHub } from './scenario-hub.js';

/** What a ratio is where there is nothing to divide by. */
export const NONE = 'ZERO_DENOMINATOR';

const WHOLE = 'whole';
/** The columns of a table of figures: the district, a street and its two committees, the other street and its committee. */
const COLUMNS = [WHOLE, HUAYANG, HUAYI, HUAER, JIANGSU, QISHAN] as const;

const ASK = `query($input: RollupInput!) { rollup(input: $input) { rows { ...Row } total { ...Row } } }
  fragment Row on RollupRow { remainder place { code } values { as value missing coverage { complete } } }`;

interface Row {
  readonly remainder: string | null;
  readonly place: { readonly code: string } | null;
  readonly values: readonly Value[];
}

interface Value {
  readonly as: string;
  readonly value: number | null;
  readonly missing: string | null;
  readonly coverage: { readonly complete: boolean };
}

/** A measure's values in the order of the columns; where there is none, the reason. */
export type Figures = Readonly<Record<string, readonly (number | string | null)[]>>;

/** One roll-up by street and committee over the district. @throws unless every node answered for every value */
export async function figures(hub: ScenarioHub, measures: readonly string[], when: object): Promise<Figures> {
  const by = { by: ['street', 'committee'], subtotals: true, members: 'ALL' };
  const input = { scope: '310105', measures: measures.map((of) => ({ of })), ...by, ...when };
  const { rollup } = (await hub.ask(ASK, { input })) as { rollup: { rows: Row[]; total: Row } };
  const byPlace = new Map(rollup.rows.filter(({ remainder }) => remainder === null).map((row) => [codeOf(row), row]));
  byPlace.set(WHOLE, rollup.total);
  return Object.fromEntries(
    measures.map((measure) => [measure, COLUMNS.map((place) => valueOf(byPlace.get(place), measure))]),
  );
}

/** The district's own figures, each as one value. */
export async function figuresOfAll(
  hub: ScenarioHub,
  measures: readonly string[],
  when: object,
): Promise<Readonly<Record<string, number | string | null>>> {
  const table = await figures(hub, measures, when);
  return Object.fromEntries(measures.map((measure) => [measure, table[measure]?.[0] ?? null]));
}

function codeOf({ place }: Row): string {
  return place?.code ?? '';
}

function valueOf(row: Row | undefined, measure: string): number | string | null {
  const cell = row?.values.find(({ as }) => as === measure);
  if (cell?.coverage.complete !== true) throw new Error(`${measure} is not complete at ${row?.place?.code ?? WHOLE}`);
  return cell.value ?? cell.missing;
}
