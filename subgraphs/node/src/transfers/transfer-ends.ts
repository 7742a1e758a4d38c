import { prefixOf, type CodeSet, type DivisionCode, type KindDefinition } from '@onenx/schema';
import { snakeCase, tableOf } from '../database/columns.js';
import type { NodeDatabase } from '../database/database.js';
import { join, name, raw, sql, type Sql } from '../database/sql.js';
import { answeredFor, inAnyOf } from '../lists/answered-for.js';

/** One side of a transfer: the record that ended by it, or the one that it began. */
export interface TransferEnd {
  readonly transferId: string;
  readonly side: 'GIVEN' | 'ACCEPTED';
  readonly kind: string;
  readonly id: string;
  readonly place: DivisionCode;
  /** The day on which the giver's record ended or the receiver's began. */
  readonly on: string | null;
}

/** The field of a kind that says by which transfer its record ended, and by which it began. */
const SIDES = { GIVEN: 'transferId', ACCEPTED: 'acceptedTransferId' } as const;
const MOST = 10_000;

/** The sides of transfers that this node keeps and that count, in one statement. */
export async function transferEnds(
  database: NodeDatabase,
  kinds: readonly KindDefinition[],
  { under, codes }: { under: DivisionCode; codes: CodeSet },
): Promise<TransferEnd[]> {
  const where = sql`${inAnyOf([prefixOf(under)])} AND ${answeredFor(codes)} AND "state" NOT IN ('DRAFT', 'WITHDRAWN')`;
  const parts = kinds.flatMap((kind) =>
    (['GIVEN', 'ACCEPTED'] as const).flatMap((side) =>
      kind.fields[SIDES[side]] === undefined ? [] : [endsOf(kind, side, where)],
    ),
  );
  if (parts.length === 0) return [];
  return database.query<TransferEnd>(
    sql`SELECT * FROM (${join(parts, ' UNION ALL ')}) AS ends ORDER BY "transferId", "side", "id" LIMIT ${MOST}`,
  );
}

function endsOf(kind: KindDefinition, side: TransferEnd['side'], where: Sql): Sql {
  const field = name(snakeCase(SIDES[side]));
  const day = name(snakeCase(side === 'GIVEN' ? kind.validity.to : kind.validity.from));
  return sql`SELECT ${field} AS "transferId", ${raw(`'${side}'`)} AS "side", ${raw(`'${kind.name}'`)} AS "kind",
    "id", "place", ${day} AS "on" FROM ${name(tableOf(kind))} WHERE ${field} IS NOT NULL AND ${where}`;
}
