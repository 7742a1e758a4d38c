import type { DivisionCode } from '../division/division-code.js';
import type { Coverage } from './coverage.js';
import type { MissingReason } from './evaluate.js';
import type { Group } from './part.js';

export interface PresentedValue {
  readonly as: string;
  readonly measure: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly unit: string;
  readonly approximate: boolean;
  readonly missing: MissingReason | null;
  readonly coverage: Coverage;
  rank: number | null;
  shareOfTotal: number | null;
}

export interface PresentedRow {
  readonly place: DivisionCode | null;
  readonly depth: number;
  readonly group: Group;
  readonly values: readonly PresentedValue[];
  readonly remainder: 'OTHERS' | 'UNALLOCATED' | null;
  readonly coverage: Coverage;
  decided: boolean;
}

export interface PresentedRollup {
  readonly rows: readonly PresentedRow[];
  readonly rowCount: number;
  readonly undetermined: number;
  readonly hasMore: boolean;
  readonly total: PresentedRow;
}
