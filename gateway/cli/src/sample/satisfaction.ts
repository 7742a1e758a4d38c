import { codeAtLevel, type DivisionCode } from '@onenx/schema';
import { addDays, dayIn, earlier, type Day, type Span } from './calendar.js';
import { kindNamed } from './kinds.js';
import { SAMPLE_MARK } from './names.js';
import type { Purchase } from './purchases.js';
import type { Random } from './random.js';
import { writtenAfter, type SampleRow, type SampleTable } from './row.js';
import type { SampleContext } from './vintages.js';

const HALF_YEAR_MONTHS = 6;
const SATISFIED_FROM = 4;

interface Round {
  readonly roundNo: string;
  readonly place: DivisionCode;
  readonly subject: string;
  readonly projectNo: string | null;
  readonly heldAt: Day;
  readonly respondents: number;
  /** How content the respondents are, 0 to 1. */
  readonly mood: number;
}

/** `SatisfactionRound`: a round a half-year in most committees, and one about many of the projects that have ended. */
export function satisfactionTable(
  purchases: readonly Purchase[],
  titles: ReadonlyMap<string, string>,
  context: SampleContext,
): SampleTable {
  const random = context.random.fork('satisfaction');
  const rounds = [...committeeRounds(context, random), ...projectRounds(purchases, titles, { ...context, random })];
  return { kind: kindNamed('SatisfactionRound'), rows: rounds.map((round) => rowOf(round, context.today, random)) };
}

/** One committee in nine leaves a half-year out; some answer from a handful of people only. */
function committeeRounds({ places, months }: SampleContext, random: Random): Round[] {
  return places.committees.flatMap((committee) => {
    const mood = random.chance(0.08) ? random.around(0.62, 0.12) : random.around(0.88, 0.1);
    return halfYears(months).flatMap((span, index) => {
      if (random.chance(0.11)) return [];
      return [
        {
          roundNo: `${committee.code}-S-${index + 1}`,
          place: committee.code,
          subject: `${SAMPLE_MARK}居民满意度测评第${index + 1}轮`,
          projectNo: null,
          heldAt: dayIn(span, random),
          respondents: random.chance(0.04) ? random.integer(2, 4) : Math.round(random.skewed(30, 220)),
          mood,
        },
      ];
    });
  });
}

function halfYears(months: readonly Span[]): Span[] {
  const starts = months.filter((_, index) => index % HALF_YEAR_MONTHS === 0);
  return starts.map(({ from }, index) => {
    const last = months[index * HALF_YEAR_MONTHS + HALF_YEAR_MONTHS - 1];
    return { from, to: last?.to ?? from };
  });
}

/** Held by one committee of the place that a project serves, where it ended within the demonstration's months. */
function projectRounds(
  purchases: readonly Purchase[],
  titles: ReadonlyMap<string, string>,
  { places, months, today, random }: SampleContext,
): Round[] {
  const since = months[0]?.from ?? today;
  const recent = purchases.filter(({ endedAt }) => endedAt !== null && endedAt >= since && random.chance(0.75));
  return recent.map(({ projectNo, place, endedAt }) => {
    const street = places.streets.find(({ code }) => code === codeAtLevel(place, 'STREET'));
    const committee = codeAtLevel(place, 'COMMITTEE') ?? places.pickCommittee(today, random, street).code;
    return {
      roundNo: `${committee}-S-${projectNo}`,
      place: committee,
      subject: titles.get(projectNo) ?? `${SAMPLE_MARK}项目`,
      projectNo,
      heldAt: earlier(addDays(endedAt ?? today, random.integer(1, 45)), today),
      respondents: Math.round(random.skewed(12, 150)),
      mood: random.chance(0.1) ? random.around(0.55, 0.15) : random.around(0.88, 0.1),
    };
  });
}

function rowOf(round: Round, today: Day, random: Random): SampleRow {
  const { roundNo, place, subject, projectNo, heldAt, respondents, mood } = round;
  const scores = Array.from({ length: respondents }, () => scoreOf(mood, random));
  const aware = Math.round(respondents * random.around(0.8, 0.18));
  return {
    place,
    updatedAt: writtenAfter(heldAt, today, random),
    values: {
      roundNo,
      subject,
      projectNo,
      heldAt,
      respondents,
      satisfied: scores.filter((score) => score >= SATISFIED_FROM).length,
      scoreSum: scores.reduce((sum, score) => sum + score, 0),
      scoreSquareSum: scores.reduce((sum, score) => sum + score * score, 0),
      aware,
      participated: Math.round(aware * random.around(0.5, 0.3)),
    },
  };
}

/** One answer of 1 to 5; 4 and 5 are satisfied. */
function scoreOf(mood: number, random: Random): number {
  if (random.chance(mood)) return random.chance(0.6) ? 5 : 4;
  return random.weighted([
    [3, 6],
    [2, 3],
    [1, 1],
  ]);
}
