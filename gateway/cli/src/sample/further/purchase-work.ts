import type { RecordValues } from '@onenx/schema';
import { addDays, type Day } from '../calendar.js';
import { kindNamed } from '../kinds.js';
import { SAMPLE_MARK } from '../names.js';
import type { Purchase } from '../purchases.js';
import type { SampleRow, SampleTable } from '../row.js';
import { payments } from './payments.js';
import type { FurtherContext } from './further-context.js';
import { workedRow, type Step } from './worked.js';

/** The purchases of the last year and a half have papers; the registers are younger than the others. */
const PAST_DAYS = 550;

/** A purchase that was signed. */
export interface Signed extends Purchase {
  readonly amount: number;
  readonly signedAt: Day;
  readonly supplier: NonNullable<Purchase['supplier']>;
}

type Buyer = 'District' | 'Street';

/** `DistrictProcurement`, `DistrictContract`, `DistrictPayment`, and those of the streets. */
export function purchaseTables(context: FurtherContext): SampleTable[] {
  const random = context.random.fork('purchase work');
  const since = addDays(context.today, -PAST_DAYS);
  const signed = context.purchases.filter((one): one is Signed => one.signedAt !== null && one.signedAt >= since);
  return (['District', 'Street'] as const).flatMap((buyer) => {
    const own = signed.filter(({ street }) => (street === null) === (buyer === 'District'));
    const projects = new Map(context.rows(`${buyer}Project`).map(({ values }) => [values['projectNo'], values]));
    const pen = { ...context, random };
    return [
      table(
        `${buyer}Procurement`,
        own.map((one) => procurement(buyer, { purchase: one, project: projects.get(one.projectNo) ?? {} }, pen)),
      ),
      table(
        `${buyer}Contract`,
        own.map((one) => contract(buyer, one, pen)),
      ),
      table(
        `${buyer}Payment`,
        own.flatMap((one) => payments(buyer, one, pen)),
      ),
    ];
  });
}

function table(kind: string, rows: readonly SampleRow[]): SampleTable {
  return { kind: kindNamed(kind), rows };
}

interface Bought {
  readonly purchase: Signed;
  readonly project: RecordValues;
}

function procurement(buyer: Buyer, { purchase, project }: Bought, { today, random }: FurtherContext): SampleRow {
  const { projectNo, place, supplier, amount, signedAt } = purchase;
  const kind = kindNamed(`${buyer}Procurement`);
  const announced = addDays(signedAt, -random.integer(25, 60));
  const plannedAt = addDays(announced, -random.integer(5, 90));
  const method = project['procurementMethod'] ?? null;
  const values = {
    procurementNo: `${projectNo}-G`,
    title: `${String(project['title'])}采购`,
    projectNo,
    serviceField: project['serviceField'] ?? null,
    procurementMethod: method,
    arrangement: method === null ? random.pick(['ENTRUST', 'PROJECT_CALL']) : null,
    years: random.weighted([
      [1, 74],
      [2, 8],
      [3, 18],
    ]),
    budget: Math.round((amount * random.around(1.08, 0.08)) / 10_000) * 10_000,
    plannedAt,
  };
  const steps: Step[] = [
    { action: `announce${buyer}Procurement`, on: announced },
    {
      action: `award${buyer}Procurement`,
      on: addDays(signedAt, -random.integer(3, 20)),
      takes: awardOf(supplier, amount),
    },
  ];
  const budget = Math.max(values.budget, amount);
  return workedRow(kind, { place, begun: plannedAt, values: { ...values, budget }, steps }, { today, random });
}

function awardOf({ uscc, name, social }: Signed['supplier'], awardedAmount: number): RecordValues {
  const supplierKind = social ? 'SOCIAL_ORGANIZATION' : 'ENTERPRISE';
  return { supplierName: name, supplierUscc: uscc, supplierKind, awardedAmount };
}

function contract(buyer: Buyer, purchase: Signed, { today, random }: FurtherContext): SampleRow {
  const { projectNo, place, supplier, amount, signedAt, startedAt, endedAt, terminated } = purchase;
  const values = {
    contractNo: `${projectNo}-H1`,
    procurementNo: `${projectNo}-G`,
    projectNo,
    yearIndex: 1,
    years: 1,
    amount,
    supplierUscc: supplier.uscc,
    supplierName: supplier.name,
    toSocialOrganization: supplier.social,
    startsAt: startedAt,
    endsAt: endedAt ?? addDays(startedAt, random.integer(240, 365)),
  };
  const steps: Step[] = [
    { action: `sign${buyer}Contract`, on: signedAt },
    { action: `start${buyer}Contract`, on: startedAt },
  ];
  const endReason = `${SAMPLE_MARK}:双方协商终止`;
  if (endedAt !== null && terminated)
    steps.push({ action: `terminate${buyer}Contract`, on: endedAt, takes: { endReason } });
  if (endedAt !== null && !terminated) steps.push({ action: `complete${buyer}Contract`, on: endedAt });
  return workedRow(kindNamed(`${buyer}Contract`), { place, begun: signedAt, values, steps }, { today, random });
}
