import type { DivisionCode } from '../division/division-code.js';
import type { Level } from '../division/level.js';
import type { Catalogue } from '../measures/catalogue.js';
import { isBasic, type BasicMeasure, type DerivedMeasure, type MeasureDefinition } from '../measures/measure.js';
import { addCells, cellValue, isDistinct, isObserved, type Cell } from './cell.js';
import type { Cells } from './cells.js';
import type { NodeAnswer } from './coverage.js';
import type { Groups } from './groups.js';
import type { Group } from './part.js';

export type MissingReason =
  | 'NOT_KEPT'
  | 'NO_OBSERVATION'
  | 'NOT_SUBMITTED'
  | 'NODE_MISSING'
  | 'INCOMPLETE'
  | 'NOT_SUPPORTED'
  | 'NOT_APPLICABLE'
  | 'ZERO_DENOMINATOR'
  | 'SUPPRESSED'
  | 'NOT_PUBLISHABLE'
  | 'FORBIDDEN';

/** A measure computed over some groups, with the nodes that it stands on. */
export interface Computed {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly missing: MissingReason | null;
  readonly approximate: boolean;
  readonly nodes: readonly NodeAnswer[];
  /** The cell behind a value, where values of its kind can still be added. */
  readonly cell: Cell | null;
}

/** Whether a node answered for the records of a kind. */
export type AskNode = (level: Level, code: DivisionCode, kind: string) => NodeAnswer;

/** What is evaluated: over `groups` (groups of `by`, or prefixes), for places that reach `atLeast`. */
export interface Frame {
  readonly by: readonly string[];
  readonly groups: readonly Group[];
  readonly atLeast: number | null;
}

const NOTHING = { numerator: null, denominator: null, approximate: false, cell: null } as const;

/** Nodes that did not answer leave a sum partial, and are named in its coverage; what is not known at all leaves none. */
const SILENCE: ReadonlySet<MissingReason> = new Set(['NODE_MISSING', 'NOT_KEPT', 'FORBIDDEN']);

/** Parts merge, answers do not: every ratio and distinct count is computed here, once, from merged parts. */
export class Evaluator {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly cells: Cells,
    private readonly groups: Groups,
    private readonly askNode: AskNode,
  ) {}

  compute(measure: MeasureDefinition, frame: Frame): Computed {
    return isBasic(measure) ? this.basic(measure, frame) : this.derived(measure, frame);
  }

  private derived(measure: DerivedMeasure, frame: Frame): Computed {
    const { derived } = measure;
    if ('plus' in derived) return this.plus(derived.plus, frame);
    if ('ratio' in derived) return this.ratio(derived.ratio, frame);
    if ('places' in derived) return this.places(derived.places, frame);
    return this.reaching(derived.placesReaching, derived.level, frame);
  }

  private basic(measure: BasicMeasure, frame: Frame): Computed {
    if (!this.cells.supports(measure.name)) return { ...NOTHING, value: null, missing: 'NOT_SUPPORTED', nodes: [] };
    const cell = this.cells.sum(measure, frame.by, frame.groups);
    const nodes = this.nodesOf(measure, frame, cell);
    const { value, approximate } = cellValue(cell);
    const absent = reasonOfAbsence(nodes) ?? (value === null ? 'NO_OBSERVATION' : null);
    return {
      ...NOTHING,
      value: absent ? null : value,
      missing: absent,
      approximate,
      nodes,
      cell: absent ? null : cell,
    };
  }

  private nodesOf(measure: BasicMeasure, frame: Frame, cell: Cell): readonly NodeAnswer[] {
    const { ownerLevel, basis } = measure;
    const codes = new Set(frame.groups.flatMap((group) => this.groups.nodes(ownerLevel, group, frame.by)));
    const answers = [...codes].map((code) => this.askNode(ownerLevel, code, basis.kind));
    if (!isObserved(cell)) return answers;
    // An observation may be of a part of its node's place, or of a place that has another code by now.
    const submitted = new Set(cell.from.map((code) => this.groups.nodeOf(ownerLevel, code)));
    return answers.map((answer) =>
      answer.asOf === undefined || submitted.has(answer.code)
        ? answer
        : { code: answer.code, level: answer.level, name: answer.name, reason: 'NOT_SUBMITTED' },
    );
  }

  private plus(names: readonly string[], frame: Frame): Computed {
    const operands = names.map((name) => this.compute(this.catalogue.measure(name), frame));
    const nodes = operands.flatMap((operand) => operand.nodes);
    const known = operands.filter((operand) => operand.value !== null);
    const unknown = operands.find((operand) => operand.missing !== null && !SILENCE.has(operand.missing));
    if (unknown !== undefined || known.length === 0) {
      const missing = known.length === 0 ? (operands[0]?.missing ?? null) : 'INCOMPLETE';
      return { ...NOTHING, value: null, missing, nodes };
    }
    const cells = known.flatMap((operand) => (operand.cell !== null && isDistinct(operand.cell) ? [operand.cell] : []));
    const cell = cells.length === known.length ? cells.reduce<Cell>(addCells, { keys: [] }) : null;
    const summed = known.reduce((sum, operand) => sum + (operand.value ?? 0), 0);
    const { value, approximate } = cell ? cellValue(cell) : { value: summed, approximate: false };
    return { ...NOTHING, value, missing: null, approximate, nodes, cell };
  }

  private ratio([over, under]: readonly [string, string], frame: Frame): Computed {
    const numerator = this.compute(this.catalogue.measure(over), frame);
    const denominator = this.compute(this.catalogue.measure(under), frame);
    return {
      ...quotient(numerator, denominator),
      numerator: numerator.value,
      denominator: denominator.value,
      approximate: numerator.approximate || denominator.approximate,
      nodes: [...numerator.nodes, ...denominator.nodes],
      cell: null,
    };
  }

  private places(level: Level, frame: Frame): Computed {
    const value = new Set(frame.groups.flatMap((group) => this.groups.places(level, group, frame.by))).size;
    return { ...NOTHING, value, missing: null, nodes: [] };
  }

  /** A place whose own nodes are not all there is not known to reach the number, nor to miss it. */
  private reaching(name: string, level: Level, frame: Frame): Computed {
    const places = [...new Set(frame.groups.flatMap((group) => this.groups.places(level, group, frame.by)))];
    const measure = this.catalogue.measure(name);
    const each = places.map((place) =>
      this.compute(measure, { ...frame, groups: [this.groups.groupOf(frame.by, place)] }),
    );
    const nodes = each.flatMap((place) => place.nodes);
    const numerator = each.filter((place) => place.value !== null && place.value >= (frame.atLeast ?? 0)).length;
    const incomplete = each.some(
      (place) => place.value === null || place.nodes.some((node) => node.asOf === undefined),
    );
    const missing = incomplete ? 'INCOMPLETE' : places.length === 0 ? 'ZERO_DENOMINATOR' : null;
    const value = missing === null ? numerator / places.length : null;
    return { ...NOTHING, value, numerator, denominator: places.length, missing, nodes };
  }
}

function quotient(over: Computed, under: Computed): Pick<Computed, 'value' | 'missing'> {
  if (over.value === null || under.value === null) {
    const bothAbsent = over.value === null && under.value === null;
    return { value: null, missing: bothAbsent ? over.missing : (over.missing ?? under.missing) };
  }
  if (missingNodes(over) !== missingNodes(under) || !sameSources(over.cell, under.cell)) {
    return { value: null, missing: 'INCOMPLETE' };
  }
  if (under.value === 0) return { value: null, missing: 'ZERO_DENOMINATOR' };
  return { value: over.value / under.value, missing: null };
}

function missingNodes(side: Computed): string {
  const missing = side.nodes.filter((node) => node.asOf === undefined).map((node) => `${node.level} ${node.code}`);
  return [...new Set(missing)].sort().join();
}

function sameSources(a: Cell | null, b: Cell | null): boolean {
  if (a === null || b === null || !isObserved(a) || !isObserved(b)) return true;
  return a.from.join() === b.from.join();
}

/** Why there is no value at all, when no expected node gave one. */
function reasonOfAbsence(nodes: readonly NodeAnswer[]): MissingReason | null {
  if (nodes.length === 0 || nodes.some((node) => node.asOf !== undefined)) return null;
  const reasons = new Set(nodes.map((node) => (node.asOf === undefined ? node.reason : null)));
  if (reasons.size > 1) return 'NODE_MISSING';
  const [reason] = reasons;
  if (reason === 'NOT_SUBMITTED') return 'NO_OBSERVATION';
  return reason === 'NOT_KEPT' || reason === 'FORBIDDEN' ? reason : 'NODE_MISSING';
}
