import {
  questionText,
  type Catalogue,
  type Coverage,
  type PlaceSnapshot,
  type PresentedRollup,
  type PresentedRow,
  type PresentedValue,
  type Question,
} from '@onenx/schema';
import { showPlace, type ShownPlace } from '../places/show-place.js';
import { showCoverage } from './show-coverage.js';

interface ShowContext {
  readonly question: Question;
  readonly catalogue: Catalogue;
  readonly snapshot: PlaceSnapshot;
}

/** The answer as the API has it: codes with their labels, coverage with its paged list of the missing. */
export function showRollup(rollup: PresentedRollup, context: ShowContext): object {
  const { rows, rowCount, undetermined, total, hasMore } = rollup;
  return {
    spec: questionText(context.question),
    rows: rows.map((row) => showRow(row, context)),
    rowCount,
    undetermined,
    pageInfo: { hasNextPage: hasMore, hasPreviousPage: false, startCursor: null, endCursor: null },
    total: showRow(total, context),
    coverage: showCoverage(total.coverage),
    assumed: false,
  };
}

function showRow(row: PresentedRow, context: ShowContext): object {
  const values = row.values.map(showValue);
  return {
    ...row,
    place: showRowPlace(row, context),
    record: null,
    group: showGroup(row, context),
    values,
    value: ({ of }: { of: string }) => values.find((value) => value.as === of) ?? null,
    coverage: showCoverage(row.coverage),
  };
}

export function showValue(
  value: PresentedValue,
): PresentedValue & { coverage: ReturnType<typeof showCoverage> & Coverage } {
  return { ...value, coverage: showCoverage(value.coverage) as ReturnType<typeof showCoverage> & Coverage };
}

function showRowPlace(row: PresentedRow, { snapshot, question }: ShowContext): ShownPlace | null {
  const place = row.place === null ? undefined : snapshot.get(row.place);
  return place === undefined ? null : showPlace(place, question.at);
}

function showGroup(row: PresentedRow, { question, catalogue, snapshot }: ShowContext): object[] {
  return row.group.map((value, i) => {
    const dimension = catalogue.dimension(question.by[i] ?? '');
    const shown = { dimension: dimension.code, value };
    if (value === null) return { ...shown, label: null, labelZh: null };
    if (dimension.kind === 'PLACE') {
      const name = snapshot.get(value)?.name ?? null;
      return { ...shown, label: name, labelZh: name };
    }
    const entry =
      dimension.kind === 'FIELD' ? dimension.vocabulary?.entries.find(({ code }) => code === value) : undefined;
    return { ...shown, label: entry?.en ?? value, labelZh: entry?.zh ?? value };
  });
}
