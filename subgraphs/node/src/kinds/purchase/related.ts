import type { RecordValues, RelatedRecords } from '@onenx/schema';
import type { Buyer } from './buyer.js';

/** Records of a kind of the buyer that name the same number as the record at hand. */
export function sameNumber({ prefix }: Buyer, kind: string, field: string): RelatedRecords {
  return { kind: `${prefix}${kind}`, match: { [field]: field } };
}

/** The sum of a field, in fen where it is money; what is not known adds nothing. */
export function total(records: readonly RecordValues[], field: string): number {
  return records.reduce((sum, record) => sum + Number(record[field] ?? 0), 0);
}

/** The other records, where the record at hand may be among them. */
export function others(records: readonly RecordValues[], key: string, own: RecordValues): readonly RecordValues[] {
  return records.filter((record) => record[key] !== own[key]);
}
