import type { TestHub } from './hub.js';
import type { PlacedCell, Table, TableRow } from './oracle/table.js';

const ASK = `
  query Ask($input: RollupInput!) { rollup(input: $input) { ...Rolled } }
  fragment Rolled on Rollup {
    rowCount undetermined
    rows { ...Row }
    total { ...Row }
    coverage { expected answered complete missing(first: 300) { ...Missing } }
  }
  fragment Row on RollupRow {
    depth remainder decided
    place { code name }
    group { dimension value labelZh }
    values { ...Value }
  }
  fragment Value on MeasureValue {
    as value numerator denominator missing rank shareOfTotal
    coverage { expected answered complete missing(first: 300) { ...Missing } }
  }
  fragment Missing on MissingNode { code name level reason }
`;

export interface MissingNode {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly reason: string;
}

export interface CoverageSeen {
  readonly expected: number;
  readonly answered: number;
  readonly complete: boolean;
  readonly missing: readonly MissingNode[];
}

export interface ValueSeen extends PlacedCell {
  readonly as: string;
  readonly coverage: CoverageSeen;
}

export interface RowSeen {
  readonly depth: number;
  readonly remainder: TableRow['remainder'];
  readonly decided: boolean;
  readonly place: { readonly code: string; readonly name: string } | null;
  readonly group: readonly { dimension: string; value: string | null; labelZh: string | null }[];
  readonly values: readonly ValueSeen[];
}

export interface RollupSeen {
  readonly rowCount: number;
  readonly undetermined: number;
  readonly rows: readonly RowSeen[];
  readonly total: RowSeen;
  readonly coverage: CoverageSeen;
}

/** Asks one question in one request. @throws unless it is answered without errors */
export async function askRollup(hub: TestHub, input: object): Promise<RollupSeen> {
  const { status, body } = await hub.query<{ rollup: RollupSeen }>(ASK, { input });
  if (status === 200 && body.errors === undefined && body.data) return body.data.rollup;
  throw new Error(`not answered (${status}): ${JSON.stringify(body)}`);
}

/** An answer in the form in which the oracle has it. */
export function tableSeen({ rows, total }: RollupSeen): Table {
  return { rows: rows.map(rowSeen), total: rowSeen(total) };
}

function rowSeen({ depth, remainder, place, group, values }: RowSeen): TableRow {
  const cells = values.map(({ as, value, numerator, denominator, missing, rank, shareOfTotal }) => [
    as,
    { value, numerator, denominator, missing, rank, shareOfTotal },
  ]);
  return {
    group: group.map(({ value }) => value),
    depth,
    place: place?.code ?? null,
    remainder,
    values: Object.fromEntries(cells) as TableRow['values'],
  };
}
