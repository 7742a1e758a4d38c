import { addDays, addYears, dayIn, earlier, later, quarterOf, yearOf, type Day } from './calendar.js';
import { kindNamed } from './kinds.js';
import { aliveOn } from './lives.js';
import type { Body } from './organizations.js';
import type { Random } from './random.js';
import { writtenAfter, type SampleRow, type SampleTable } from './row.js';
import { REPORT_DAY, type SampleContext } from './vintages.js';

const GRADES = ['A1', 'A2', 'A3', 'A4', 'A5'] as const;
/** Published at the report's day: 30 of 3A and 23 of 4A and 5A. How 4A and 5A divide, and those below 3A, is made up. */
const REPORT_GRADES = [2, 5, 30, 16, 7] as const;
/** The best and the least score of each grade, of 1000: schemes differ by city, and this one is the sample's own. */
const SCORES = [
  [600, 699],
  [700, 799],
  [800, 900],
  [901, 949],
  [950, 1000],
] as const;
/** A body may apply two years after it was registered, and a grade holds for five (社会组织评估管理办法). */
const YEARS_BEFORE = 2;
const YEARS_VALID = 5;
const EXPIRING_NOW = 8;

interface Award {
  readonly body: Body;
  readonly grade: number;
  readonly awardedAt: Day;
}

export function gradeTable(bodies: readonly Body[], context: SampleContext): SampleTable {
  const random = context.random.fork('grades');
  const atReport = reportAwards(bodies, random);
  const ungraded = random.shuffled(bodies.filter((body) => atReport.every((award) => award.body !== body)));
  const half = Math.floor(ungraded.length / 2);
  const expiring = expiringAwards(ungraded.slice(0, half), context.today, random);
  const first = newAwards(ungraded.slice(half), context.today, random);
  const awards = [
    ...earlierAwards(atReport, random),
    ...[...atReport, ...first].flatMap((award) => withRenewals(award, context.today, random)),
    ...expiring,
  ];
  awards.sort((a, b) => (a.awardedAt + a.body.uscc < b.awardedAt + b.body.uscc ? -1 : 1));
  return { kind: kindNamed('GradeAssessment'), rows: awards.map((award) => rowOf(award, context.today, random)) };
}

function reportAwards(bodies: readonly Body[], random: Random): Award[] {
  const latest = addYears(REPORT_DAY, -YEARS_BEFORE);
  const eligible = bodies.filter(({ life }) => aliveOn(life, REPORT_DAY) && life.from <= latest);
  const grades = REPORT_GRADES.flatMap((count, grade) => Array.from({ length: count }, () => grade));
  const chosen = random.sample(eligible, grades.length);
  return chosen.map((body, index) => {
    const from = later(addYears(body.life.from, YEARS_BEFORE), addDays(addYears(REPORT_DAY, -YEARS_VALID), 1));
    return { body, grade: grades[index] ?? 0, awardedAt: dayIn({ from, to: REPORT_DAY }, random) };
  });
}

/** What some of the report's graded bodies held before, expired when the new grade came. */
function earlierAwards(awards: readonly Award[], random: Random): Award[] {
  return awards.flatMap(({ body, grade, awardedAt }) => {
    const before = addDays(addYears(awardedAt, -YEARS_VALID), -random.integer(1, 90));
    const eligible = before >= addYears(body.life.from, YEARS_BEFORE);
    return eligible && random.chance(0.5) ? [{ body, grade: Math.max(0, grade - 1), awardedAt: before }] : [];
  });
}

/** Some bodies a year that were not graded before. */
function newAwards(bodies: readonly Body[], today: Day, random: Random): Award[] {
  const awards: Award[] = [];
  const left = new Set(bodies);
  for (let year = yearOf(REPORT_DAY) + 1; year <= yearOf(today); year += 1) {
    for (let count = random.integer(14, 22); count > 0; count -= 1) {
      const awardedAt = dayIn({ from: `${year}-01-01`, to: `${year}-12-31` }, random);
      const body = [...left].find((one) => mayBeGraded(one, awardedAt));
      if (body === undefined || awardedAt > today) continue;
      left.delete(body);
      awards.push({ body, grade: startingGrade(random), awardedAt });
    }
  }
  return awards;
}

/** So that "expiring this quarter" has an answer on any day of installing: awarded in this quarter five years ago. */
function expiringAwards(bodies: readonly Body[], today: Day, random: Random): Award[] {
  const quarter = quarterOf(today);
  const eligible = bodies.filter(
    (body) => body.life.to === null && body.life.from <= addYears(quarter.from, -YEARS_VALID - YEARS_BEFORE),
  );
  return random.sample(eligible, EXPIRING_NOW).map((body) => {
    const awardedAt = addYears(dayIn(quarter, random), -YEARS_VALID);
    return { body, grade: startingGrade(random), awardedAt };
  });
}

function mayBeGraded(body: Body, day: Day): boolean {
  return aliveOn(body.life, day) && addYears(body.life.from, YEARS_BEFORE) <= day;
}

function startingGrade(random: Random): number {
  return random.weighted([3, 10, 55, 25, 7].map((weight, grade) => [grade, weight]));
}

/** Most bodies renew a grade after it has expired, some months late; the others let it go. */
function withRenewals(award: Award, today: Day, random: Random): Award[] {
  const { body, grade, awardedAt } = award;
  const again = addDays(addYears(awardedAt, YEARS_VALID), random.integer(0, 120));
  if (again > today || !aliveOn(body.life, again) || random.chance(0.3)) return [award];
  const next = Math.min(GRADES.length - 1, Math.max(0, grade + random.pick([-1, 0, 0, 0, 1])));
  return [award, ...withRenewals({ body, grade: next, awardedAt: again }, today, random)];
}

function rowOf({ body, grade, awardedAt }: Award, today: Day, random: Random): SampleRow {
  const [least, best] = SCORES[grade] ?? [0, 0];
  const expires = addYears(awardedAt, YEARS_VALID);
  return {
    place: body.place,
    updatedAt: writtenAfter(awardedAt, today, random),
    values: {
      uscc: body.uscc,
      organizationName: body.name,
      grade: GRADES[grade] ?? null,
      score: random.chance(0.9) ? random.integer(least, best) : null,
      scheme: '示例千分制',
      awardedAt,
      // A grade ends with its organization.
      validTo: body.life.to === null ? expires : earlier(expires, body.life.to),
    },
  };
}
