import type { PlaceSnapshot } from '../division/place-snapshot.js';
import type { Catalogue } from '../measures/catalogue.js';
import type { DimensionDefinition, TimeUnit } from '../measures/dimension.js';
import type { Group } from './part.js';
import type { Question } from './question.js';

/** Every combination of members that a question can have rows for, empty ones too: `members: ALL`. */
export function allGroups(question: Question, catalogue: Catalogue, snapshot: PlaceSnapshot): Group[] {
  let groups: { group: Group; under: string }[] = [{ group: [], under: question.scope }];
  for (const code of question.by) {
    const dimension = catalogue.dimension(code);
    groups = groups.flatMap(({ group, under }) =>
      membersOf(dimension, under, { question, snapshot }).map((value) => ({
        group: [...group, value],
        under: dimension.kind === 'PLACE' && snapshot.isUnder(value, under) ? value : under,
      })),
    );
  }
  return groups.map(({ group }) => group);
}

function membersOf(
  dimension: DimensionDefinition,
  under: string,
  { question, snapshot }: { question: Question; snapshot: PlaceSnapshot },
): string[] {
  if (dimension.kind === 'FIELD') return dimension.vocabulary ? [...dimension.vocabulary.codes] : [];
  if (dimension.kind === 'TIME') return timeMembers(dimension.unit, question.from, question.to);
  return snapshot.placesOf(dimension.level, under).map((found) => found.code);
}

/** The unit of the calendar in which a day lies: `2025`, `2025-Q3`, `2025-07`. */
export function timeMember(unit: TimeUnit, day: string): string {
  const year = day.slice(0, 4);
  if (unit === 'year') return year;
  const month = day.slice(5, 7);
  return unit === 'month' ? `${year}-${month}` : `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

function timeMembers(unit: TimeUnit, from: string | null, to: string | null): string[] {
  if (from === null || to === null) return [];
  const members = new Set<string>();
  const last = timeMember('month', to);
  for (let month = timeMember('month', from); month <= last; month = nextMonth(month)) {
    members.add(timeMember(unit, `${month}-01`));
  }
  return [...members];
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
