import { recordId, type DivisionCode } from '@onenx/schema';
import { addDays, type Day } from '../calendar.js';
import { kindNamed } from '../kinds.js';
import { SAMPLE_MARK } from '../names.js';
import type { Random } from '../random.js';
import type { SampleRow, SampleTable } from '../row.js';
import type { FurtherContext } from './further-context.js';
import { workedRow, type Step } from './worked.js';

/** What a warning is about: a record that exists, and the day from which it was to be seen. */
interface Subject {
  readonly place: DivisionCode;
  readonly subjectId: string | null;
  readonly what: string;
  readonly seen: Day;
}

type Level = 'District' | 'Street' | 'Committee';

/** `DistrictWarning`, `StreetWarning` and `CommitteeWarning`: some of what the other registers show to be amiss. */
export function warningTables(
  context: FurtherContext,
  found: Readonly<Record<'reports' | 'needs' | 'owners', SampleTable>>,
): SampleTable[] {
  const subjects: Readonly<Record<Level, readonly Subject[]>> = {
    District: unreported(found.reports),
    Street: endedUnpaid(context),
    Committee: [...overdueNeeds(found.needs), ...overdueElections(found.owners)],
  };
  return (['District', 'Street', 'Committee'] as const).map((level) => warningTable(level, subjects[level], context));
}

function unreported({ rows, kind }: SampleTable): Subject[] {
  const missing = rows.filter(({ values }) => values['submittedAt'] === undefined);
  return missing.map(({ place, values }) => ({
    place,
    subjectId: recordId(kindNamed('RegisteredOrganization'), place, values),
    what: `${String(values['organizationName'])}未报送${kind.zh}`,
    seen: addDays(String(values['dueAt']), 1),
  }));
}

/** Projects that have ended and are settled slowly. */
function endedUnpaid({ purchases, today }: FurtherContext): Subject[] {
  return purchases.flatMap(({ street, place, projectNo, endedAt }) => {
    if (street === null || endedAt === null || endedAt < addDays(today, -500)) return [];
    const subjectId = recordId(kindNamed('StreetProject'), place, { projectNo });
    return [{ place, subjectId, what: `项目${projectNo}结项迟延`, seen: addDays(endedAt, 45) }];
  });
}

function overdueNeeds({ rows, kind }: SampleTable): Subject[] {
  return rows.flatMap(({ place, values }) => {
    const { answerBy, answeredAt, needNo } = values;
    if (typeof answerBy !== 'string' || (typeof answeredAt === 'string' && answeredAt <= answerBy)) return [];
    return [
      {
        place,
        subjectId: recordId(kind, place, values),
        what: `需求${String(needNo)}超期未回应`,
        seen: addDays(answerBy, 1),
      },
    ];
  });
}

function overdueElections({ rows, kind }: SampleTable): Subject[] {
  return rows.flatMap(({ place, values }) => {
    const { termEnd, endedAt, estateNo } = values;
    if (typeof termEnd !== 'string' || endedAt !== undefined) return [];
    return [
      {
        place,
        subjectId: recordId(kind, place, values),
        what: `小区${String(estateNo)}业委会逾期未换届`,
        seen: addDays(termEnd, 1),
      },
    ];
  });
}

/** Not everything is noticed, and not on the first day. */
function warningTable(level: Level, subjects: readonly Subject[], context: FurtherContext): SampleTable {
  const random = context.random.fork(`${level} warnings`);
  const raised = subjects.flatMap((subject) => {
    const day = addDays(subject.seen, Math.round(random.skewed(0, 50)));
    return day > context.today || random.chance(0.35) ? [] : [{ subject, day }];
  });
  raised.sort((a, b) => (a.day + a.subject.what < b.day + b.subject.what ? -1 : 1));
  const rows = raised.map((one, index) => rowOf(level, { ...one, index }, { ...context, random }));
  return { kind: kindNamed(`${level}Warning`), rows };
}

interface Raised {
  readonly subject: Subject;
  readonly day: Day;
  readonly index: number;
}

function rowOf(level: Level, { subject, day, index }: Raised, { today, random }: FurtherContext): SampleRow {
  const { place, subjectId, what } = subject;
  const values = {
    warningNo: `${place.slice(0, 9)}-W-${index + 1}`,
    title: `${SAMPLE_MARK}预警:${what}`,
    severity: random.weighted([
      ['RED', 4],
      ['ORANGE', 14],
      ['YELLOW', 40],
      ['BLUE', 42],
    ]),
    subjectId,
    raisedAt: day,
  };
  const life = { place, begun: day, values, steps: steps(level, day, random) };
  return workedRow(kindNamed(`${level}Warning`), life, { today, random });
}

/** One in nine is taken up by nobody, one in seven goes to the level above. */
function steps(level: Level, day: Day, random: Random): Step[] {
  if (random.chance(0.11)) return [];
  const later = (from: Day, low: number, high: number): Day => addDays(from, Math.round(random.skewed(low, high)));
  let on = later(day, 0, 18);
  const done: Step[] = [{ action: `handle${level}Warning`, on }];
  if (random.chance(0.14)) {
    done.push({ action: `escalate${level}Warning`, on: (on = later(on, 1, 20)) });
    if (random.chance(0.3)) return done;
    done.push({ action: `takeOver${level}Warning`, on: (on = later(on, 0, 15)) });
  }
  if (random.chance(0.15)) return done;
  const disposal = `${SAMPLE_MARK}:已督促整改`;
  done.push({ action: `dispose${level}Warning`, on: (on = later(on, 2, 60)), takes: { disposal } });
  return random.chance(0.85) ? [...done, { action: `close${level}Warning`, on: later(on, 0, 20) }] : done;
}
