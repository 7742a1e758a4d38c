import type { ErrorCode, ErrorParams } from '@onenx/schema';

/** Why a cell was refused: a code of the catalogue and its parameters. */
export class CellProblem {
  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams,
  ) {}
}
