import type { Catalogue } from '../measures/catalogue.js';
import { Cells, type PartTable } from './cells.js';
import { coverageOf, type NodeAnswer } from './coverage.js';
import { Evaluator, type AskNode, type Computed } from './evaluate.js';
import { Groups } from './groups.js';
import { allGroups } from './members.js';
import { arrange } from './arrange.js';
import { groupKey, type Group } from './part.js';
import type { Placement } from './placement.js';
import type { PresentedRollup, PresentedRow, PresentedValue } from './presented.js';
import { applicability, countedLevels, partDimensions, type AskedMeasure, type Question } from './question.js';

/** What the hub gathered for a question. */
export interface Gathered {
  readonly tables: readonly PartTable[];
  readonly askNode: AskNode;
}

export interface PresentContext {
  readonly catalogue: Catalogue;
  /** Where codes stand on the day of the question. */
  readonly placement: Placement;
}

/** Makes the answer of a question from merged parts: rows, subtotals, total, order, rest, and what is decided. */
export function present(question: Question, gathered: Gathered, context: PresentContext): PresentedRollup {
  const presenter = new Presenter(question, gathered, context);
  const total = presenter.row([[]], null);
  const rows = presenter.groups().map((group) => presenter.row([group], null));
  return arrange({ question, rows, total, merge: (groups) => presenter.row(groups, 'OTHERS') });
}

class Presenter {
  private readonly groupsOf: Groups;
  private readonly evaluator: Evaluator;

  constructor(
    private readonly question: Question,
    private readonly gathered: Gathered,
    private readonly context: PresentContext,
  ) {
    this.groupsOf = new Groups(question, context.catalogue, context.placement);
    const cells = new Cells(gathered.tables);
    this.evaluator = new Evaluator(context.catalogue, cells, this.groupsOf, gathered.askNode);
  }

  /** The groups to show: those with data or all members, and, for subtotals, every prefix of them. */
  groups(): readonly Group[] {
    const { question } = this;
    if (question.by.length === 0) return [];
    const groups = new Map(this.fullGroups().map((group) => [groupKey(group), group]));
    if (question.subtotals) {
      for (const group of this.fullGroups()) {
        for (let depth = 1; depth < group.length; depth++) {
          const prefix = group.slice(0, depth);
          groups.set(groupKey(prefix), prefix);
        }
      }
    }
    return [...groups.values()];
  }

  row(groups: readonly Group[], remainder: 'OTHERS' | null): PresentedRow {
    const first = groups[0] ?? [];
    const computed = this.question.measures.map((asked) => this.value(asked, groups));
    const { place, notIn } = this.groupsOf.extent(remainder === null ? first : [], this.question.by);
    const shown = remainder === null ? first : first.map(() => null);
    return {
      place: groups.length === 1 && first.length === 0 ? this.question.scope : this.hasPlace() ? place : null,
      depth: first.length,
      group: shown,
      values: computed.map(({ value }) => value),
      remainder: remainder ?? (notIn === null ? null : 'UNALLOCATED'),
      coverage: coverageOf(computed.flatMap(({ nodes }) => nodes)),
      decided: true,
    };
  }

  private fullGroups(): Group[] {
    const { question, context, gathered } = this;
    const by = question.by.join();
    const withData = gathered.tables.filter((table) => table.by.join() === by).flatMap((table) => table.rows);
    const groups = withData.map((row) => row.group);
    if (question.members === 'WITH_DATA' && !this.countsPlaces()) return groups;
    const all = allGroups(question, context.catalogue, context.placement.snapshot);
    const wanted = question.members === 'ALL' ? all : all.filter((group) => this.groupsOf.admits(group, question.by));
    return [...wanted, ...groups];
  }

  /** Whether a place is data of its own, with records or without: where places are counted, place by place. */
  private countsPlaces(): boolean {
    const { question, context } = this;
    const { catalogue } = context;
    return (
      question.by.every((code) => catalogue.dimension(code).kind === 'PLACE') &&
      question.measures
        .map((asked) => catalogue.measure(asked.of))
        .filter((measure) => applicability(question, measure, catalogue) === 'GROUPED')
        .some((measure) => countedLevels(measure, catalogue).length > 0)
    );
  }

  private hasPlace(): boolean {
    return this.question.by.some((code) => this.context.catalogue.dimension(code).kind === 'PLACE');
  }

  private value(
    asked: AskedMeasure,
    groups: readonly Group[],
  ): { value: PresentedValue; nodes: readonly NodeAnswer[] } {
    const measure = this.context.catalogue.measure(asked.of);
    const computed = this.compute(asked, groups);
    const value = {
      as: asked.as,
      measure: asked.of,
      value: round(computed.value),
      numerator: round(computed.numerator),
      denominator: round(computed.denominator),
      unit: measure.unit,
      approximate: computed.approximate,
      missing: computed.missing,
      coverage: coverageOf(computed.nodes),
      rank: null,
      shareOfTotal: null,
    };
    return { value, nodes: computed.nodes };
  }

  private compute(asked: AskedMeasure, groups: readonly Group[]): Computed {
    const { question, context } = this;
    const measure = context.catalogue.measure(asked.of);
    const applies = applicability(question, measure, context.catalogue);
    const grouped = groups.some((group) => group.length > 0);
    if (applies === 'NONE' || (applies === 'TOTAL_ONLY' && grouped)) return NOT_APPLICABLE;
    const by = partDimensions(question, measure, context.catalogue);
    return this.evaluator.compute(measure, { by, groups, atLeast: asked.atLeast });
  }
}

const NOT_APPLICABLE: Computed = {
  value: null,
  numerator: null,
  denominator: null,
  missing: 'NOT_APPLICABLE',
  approximate: false,
  nodes: [],
  cell: null,
};

/** Sums of decimals differ in their last bits by order; 12 significant digits are what any source can mean. */
function round(value: number | null): number | null {
  return value === null || Number.isInteger(value) ? value : Number(value.toPrecision(12));
}
