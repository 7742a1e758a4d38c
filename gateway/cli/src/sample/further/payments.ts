import { addDays, later } from '../calendar.js';
import { kindNamed } from '../kinds.js';
import type { SampleRow } from '../row.js';
import type { FurtherContext } from './further-context.js';
import type { Signed } from './purchase-work.js';
import { workedRow, type Step } from './worked.js';

type Buyer = 'District' | 'Street';

/** Half and more of the amount at the beginning; the rest once the work was evaluated and passed. */
export function payments(buyer: Buyer, purchase: Signed, context: FurtherContext): SampleRow[] {
  const { random } = context;
  const first = Math.round((purchase.amount * random.integer(40, 70)) / 1_000_000) * 10_000;
  const rest = purchase.amount - first;
  const one = beginning(buyer, { purchase, amount: first }, context);
  return rest > 0 && !purchase.terminated ? [one, ending(buyer, { purchase, amount: rest }, context)] : [one];
}

interface Part {
  readonly purchase: Signed;
  readonly amount: number;
}

function beginning(buyer: Buyer, { purchase, amount }: Part, { today, random }: FurtherContext): SampleRow {
  const { projectNo, place, signedAt } = purchase;
  const approved = addDays(signedAt, random.integer(5, 30));
  const steps: Step[] = [
    { action: `approve${buyer}Payment`, on: approved },
    { action: `pay${buyer}Payment`, on: addDays(approved, Math.round(random.skewed(2, 70))) },
  ];
  const values = { ...numbers(projectNo, 1), amount, isFinal: false, plannedAt: signedAt };
  return workedRow(kindNamed(`${buyer}Payment`), { place, begun: signedAt, values, steps }, { today, random });
}

/** Planned when the contract is signed; not paid while there is no passed evaluation. */
function ending(buyer: Buyer, { purchase, amount }: Part, context: FurtherContext): SampleRow {
  const { projectNo, place, signedAt, endedAt } = purchase;
  const { random, today } = context;
  const evaluations = context.rows(`${buyer}Performance`).map(({ values }) => values);
  const passed = evaluations.find((one) => one['projectNo'] === projectNo && one['result'] !== 'FAILED');
  const steps: Step[] = [];
  if (passed !== undefined && endedAt !== null) {
    const approved = later(addDays(endedAt, 60), addDays(String(passed['evaluatedAt']), random.integer(3, 40)));
    const paid = addDays(approved, Math.round(random.skewed(5, 90)));
    steps.push({ action: `approve${buyer}Payment`, on: approved });
    steps.push({ action: `pay${buyer}Payment`, on: paid, related: { evaluations: [passed] } });
  }
  const values = { ...numbers(projectNo, 2), amount, isFinal: true, plannedAt: signedAt };
  return workedRow(kindNamed(`${buyer}Payment`), { place, begun: signedAt, values, steps }, { today, random });
}

function numbers(projectNo: string, index: number): { paymentNo: string; projectNo: string; contractNo: string } {
  return { paymentNo: `${projectNo}-F${index}`, projectNo, contractNo: `${projectNo}-H1` };
}
