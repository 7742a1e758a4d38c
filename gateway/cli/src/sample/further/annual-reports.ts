import { shippedParameters } from '@onenx/node';
import { addDays, daysBetween, yearOf, type Day } from '../calendar.js';
import { kindNamed } from '../kinds.js';
import type { Body } from '../organizations.js';
import type { Random } from '../random.js';
import type { SampleRow, SampleTable } from '../row.js';
import type { FurtherContext } from './further-context.js';
import { workedRow, type Step } from './worked.js';

const FEN_PER_YUAN = 100;
const DUE_PARAMETERS = {
  ASSOCIATION: 'annualReport.due.association',
  SERVICE_ORG: 'annualReport.due.serviceOrg',
  FOUNDATION: 'annualReport.due.foundation',
} as const;

/** `AnnualReport`: what every body owes for the last year; one in twelve is late, one in sixteen never came. */
export function annualReportTable(context: FurtherContext): SampleTable {
  const random = context.random.fork('annual reports');
  const reportYear = yearOf(context.today) - 1;
  const dueFrom = `${reportYear + 1}-01-01`;
  const owing = context.bodies.flatMap((body) => {
    const dueAt = dueDay(body, reportYear);
    const owes = body.life.from < dueFrom && (body.life.to === null || body.life.to > dueAt);
    return owes ? [{ body, reportYear, dueFrom, dueAt }] : [];
  });
  const rows = owing.map((owed) => rowOf(owed, context, random));
  return { kind: kindNamed('AnnualReport'), rows };
}

interface Owed {
  readonly body: Body;
  readonly reportYear: number;
  readonly dueFrom: Day;
  readonly dueAt: Day;
}

function dueDay({ legalForm, place }: Body, reportYear: number): Day {
  const name = DUE_PARAMETERS[legalForm];
  const digits = String(shippedParameters().value(name, place, `${reportYear + 1}-01-01`)).padStart(4, '0');
  return `${reportYear + 1}-${digits.slice(0, 2)}-${digits.slice(2)}`;
}

function rowOf({ body, reportYear, dueFrom, dueAt }: Owed, { today }: FurtherContext, random: Random): SampleRow {
  const { uscc, name, legalForm, place, life } = body;
  const values = { uscc, organizationName: name, legalForm, reportYear, dueFrom, dueAt };
  const all = steps(dueFrom, dueAt, random);
  const until = life.to;
  const begun = { place, begun: dueFrom, values, steps: until === null ? all : all.filter(({ on }) => on < until) };
  return workedRow(kindNamed('AnnualReport'), begun, { today, random });
}

/** Most come in the last weeks, some after the day; a few are given back once. */
function steps(dueFrom: Day, dueAt: Day, random: Random): Step[] {
  if (random.chance(0.06)) return [];
  const window = daysBetween(dueFrom, dueAt);
  const before = Math.round(random.skewed(0, window - 1));
  const submitted = random.chance(0.91) ? addDays(dueAt, -before) : addDays(dueAt, random.integer(1, 110));
  const first: Step = { action: 'submitAnnualReport', on: submitted, takes: figures(random) };
  if (random.chance(0.04)) {
    const back = addDays(submitted, random.integer(5, 25));
    const again: Step = { action: 'submitAnnualReport', on: addDays(back, random.integer(3, 40)) };
    return [first, { action: 'returnAnnualReport', on: back }, again, concluded(again.on, random)];
  }
  return random.chance(0.95) ? [first, concluded(submitted, random)] : [first];
}

function concluded(submitted: Day, random: Random): Step {
  const result = random.weighted([
    ['PASSED', 86],
    ['BASIC', 11],
    ['FAILED', 3],
  ]);
  return { action: 'concludeAnnualReport', on: addDays(submitted, random.integer(20, 120)), takes: { result } };
}

function figures(random: Random): Step['takes'] {
  const income = Math.round(random.skewed(0, 32_000)) * 100 * FEN_PER_YUAN;
  const employees = Math.round(random.skewed(2, 90));
  return {
    income: random.chance(0.95) ? income : null,
    expenditure: random.chance(0.95) ? Math.round(income * random.around(0.93, 0.2)) : null,
    activities: random.chance(0.85) ? Math.round(random.skewed(0, 60)) : null,
    employees,
    socialWorkers: random.chance(0.8) ? Math.round(random.skewed(0, employees)) : null,
  };
}
