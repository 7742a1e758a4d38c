import { recordId, type DivisionCode } from '@onenx/schema';
import { addDays, addMonths, type Day } from '../calendar.js';
import { kindNamed } from '../kinds.js';
import { SAMPLE_MARK } from '../names.js';
import type { Random } from '../random.js';
import type { SampleRow, SampleTable } from '../row.js';
import type { FurtherContext } from './further-context.js';
import { workedRow, type Step } from './worked.js';

interface Form {
  readonly form: string;
  readonly basis: string;
  /** The observation that answers it, and of whom. */
  readonly observed: readonly [kind: 'CommitteeObservation' | 'StreetObservation', measure: string];
  readonly months: number;
  /** How many periods back it was assigned. */
  readonly periods: number;
  readonly dueDays: number;
}

const FORMS: readonly Form[] = [
  {
    form: '居民需求季报',
    basis: `${SAMPLE_MARK}文件:关于报送居民需求情况的通知`,
    observed: ['CommitteeObservation', 'needs.open'],
    months: 3,
    periods: 2,
    dueDays: 18,
  },
  {
    form: '志愿者半年报',
    basis: `${SAMPLE_MARK}文件:关于报送社区志愿者情况的通知`,
    observed: ['CommitteeObservation', 'volunteers'],
    months: 6,
    periods: 1,
    dueDays: 20,
  },
  {
    form: '预警情况月报',
    basis: `${SAMPLE_MARK}文件:三级预警网络工作规程`,
    observed: ['StreetObservation', 'warnings.open'],
    months: 1,
    periods: 6,
    dueDays: 12,
  },
];

/** `ReportingDuty`: who was to report what, and whether it came, which is what the observations of the sample say. */
export function reportingDutyTable(context: FurtherContext): SampleTable {
  const random = context.random.fork('reporting duties');
  const rows = FORMS.flatMap((form) => {
    const [kind] = form.observed;
    const owing = kind === 'CommitteeObservation' ? context.places.committees : context.places.streets;
    const submitted = submissions(form, context);
    return periodEnds(form, context.today).flatMap((to) =>
      owing.map(({ code }) =>
        rowOf({ form, to, place: code, submission: submitted.get(`${code} ${to}`) }, context, random),
      ),
    );
  });
  return { kind: kindNamed('ReportingDuty'), rows };
}

/** The last days of the newest periods that have ended, the oldest first. */
function periodEnds({ months, periods }: Form, today: Day): Day[] {
  const passed = Number(today.slice(5, 7)) - 1;
  const current = `${today.slice(0, 4)}-${String(passed - (passed % months) + 1).padStart(2, '0')}-01`;
  return Array.from({ length: periods }, (_, back) => addDays(addMonths(current, -months * back), -1)).reverse();
}

/** The observations that answer a form, by place and last day. */
function submissions({ observed: [kind, measure] }: Form, context: FurtherContext): ReadonlyMap<string, SampleRow> {
  const rows = context.rows(kind).filter(({ values }) => values['measure'] === measure);
  return new Map(rows.map((row) => [`${row.place} ${String(row.values['periodTo'])}`, row]));
}

interface Duty {
  readonly form: Form;
  readonly to: Day;
  readonly place: DivisionCode;
  readonly submission: SampleRow | undefined;
}

function rowOf({ form, to, place, submission }: Duty, { today }: FurtherContext, random: Random): SampleRow {
  const assignedAt = addDays(to, -random.integer(20, 24));
  const values = {
    form: form.form,
    period: `至${to}`,
    basis: form.basis,
    assignedAt,
    dueAt: addDays(to, form.dueDays),
  };
  const steps = submission === undefined ? waived(to, random) : submitted(form, submission, random);
  return workedRow(kindNamed('ReportingDuty'), { place, begun: assignedAt, values, steps }, { today, random });
}

function waived(to: Day, random: Random): Step[] {
  if (random.chance(0.9)) return [];
  const returnReason = `${SAMPLE_MARK}:本期合并报送`;
  return [{ action: 'waiveReportingDuty', on: addDays(to, random.integer(10, 40)), takes: { returnReason } }];
}

/** Most are approved some days after they came; one in thirty is given back and comes again. */
function submitted({ observed: [kind] }: Form, { place, values, updatedAt }: SampleRow, random: Random): Step[] {
  const submissionId = recordId(kindNamed(kind), place, values);
  const first: Step = { action: 'submitReport', on: updatedAt, takes: { submissionId } };
  const looked = addDays(updatedAt, random.integer(1, 20));
  if (random.chance(0.03)) {
    const returned: Step = {
      action: 'returnReport',
      on: looked,
      takes: { returnReason: `${SAMPLE_MARK}:数字与上期不符` },
    };
    return [
      first,
      returned,
      { action: 'submitReport', on: addDays(looked, random.integer(1, 15)), takes: { submissionId } },
    ];
  }
  return random.chance(0.93) ? [first, { action: 'approveReport', on: looked }] : [first];
}
