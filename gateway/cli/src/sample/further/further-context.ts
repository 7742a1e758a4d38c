import type { CreditCodes } from '../credit-codes.js';
import type { Body } from '../organizations.js';
import type { Purchase } from '../purchases.js';
import type { SampleTable } from '../row.js';
import type { SampleContext } from '../vintages.js';

/** What the further tables refer to: the bodies, purchases and records that the first ones wrote. */
export interface FurtherContext extends SampleContext {
  readonly codes: CreditCodes;
  readonly bodies: readonly Body[];
  readonly purchases: readonly Purchase[];
  /** The rows of a kind that was written before. */
  readonly rows: (kind: string) => SampleTable['rows'];
}
