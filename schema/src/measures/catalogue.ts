import { OneNXError } from '../errors/onenx-error.js';
import type { KindDefinition } from '../kind/kind.js';
import type { Level } from '../division/level.js';
import { derivedMeasures } from './derived.js';
import { dimensionField, dimensionsOf, type DimensionDefinition } from './dimension.js';
import { type BasicMeasure, isBasic, type MeasureDefinition, type MeasureName } from './measure.js';
import { nearest } from './nearest.js';

/** Everything that can be asked for: the kinds, their measures, what is derived from them, and the dimensions. */
export class Catalogue {
  readonly #basics = new Map<MeasureDefinition, readonly BasicMeasure[]>();

  private constructor(
    readonly kinds: ReadonlyMap<string, KindDefinition>,
    readonly measures: ReadonlyMap<MeasureName, MeasureDefinition>,
    readonly dimensions: ReadonlyMap<string, DimensionDefinition>,
  ) {}

  /** @param derived what the hub makes of them; a node, which only counts, has none. */
  static of(kinds: readonly KindDefinition[], derived: readonly MeasureDefinition[] = derivedMeasures): Catalogue {
    const byName = uniqueMap(kinds, (kind) => kind.name);
    const measures = uniqueMap([...kinds.flatMap((kind) => kind.measures), ...derived], (measure) => measure.name);
    const catalogue = new Catalogue(byName, measures, dimensionsOf(kinds));
    for (const measure of measures.values()) catalogue.basicsOf(measure);
    return catalogue;
  }

  /** @throws MEASURE_UNKNOWN with the nearest names. */
  measure(name: MeasureName): MeasureDefinition {
    const found = this.measures.get(name);
    if (found) return found;
    throw new OneNXError('MEASURE_UNKNOWN', { found: name, nearest: nearest(name, this.measures.keys()) });
  }

  /** @throws DIMENSION_UNKNOWN with the nearest names. */
  dimension(code: string): DimensionDefinition {
    const found = this.dimensions.get(code);
    if (found) return found;
    throw new OneNXError('DIMENSION_UNKNOWN', { found: code, nearest: nearest(code, this.dimensions.keys()) });
  }

  /** @throws KIND_UNKNOWN */
  kind(name: string): KindDefinition {
    const found = this.kinds.get(name);
    if (found) return found;
    throw new OneNXError('KIND_UNKNOWN', { found: name, expected: [...this.kinds.keys()].join(', ') });
  }

  /** The measures that nodes count and from which `measure` is made. */
  basicsOf(measure: MeasureDefinition): readonly BasicMeasure[] {
    const known = this.#basics.get(measure);
    if (known !== undefined) return known;
    const found = isBasic(measure)
      ? [measure]
      : this.operands(measure).flatMap((name) => this.basicsOf(this.measure(name)));
    this.#basics.set(measure, found);
    return found;
  }

  /** Whether nodes can group and filter the measure by the dimension. */
  answers(measure: BasicMeasure, code: string): boolean {
    const dimension = this.dimension(code);
    if (dimension.kind === 'PLACE') return true;
    if (dimension.kind === 'TIME') return 'flow' in measure.basis.timing;
    const kind = this.kind(measure.basis.kind);
    return kind.constants?.[code] !== undefined || dimensionField(kind, code) !== undefined;
  }

  ownerLevels(measure: MeasureDefinition): readonly Level[] {
    return [...new Set(this.basicsOf(measure).map((basic) => basic.ownerLevel))];
  }

  private operands(measure: Exclude<MeasureDefinition, BasicMeasure>): readonly MeasureName[] {
    const { derived } = measure;
    if ('plus' in derived) return derived.plus;
    if ('ratio' in derived) return derived.ratio;
    return 'placesReaching' in derived ? [derived.placesReaching] : [];
  }
}

function uniqueMap<T>(items: readonly T[], key: (item: T) => string): Map<string, T> {
  const map = new Map<string, T>();
  for (const item of items) {
    if (map.has(key(item))) throw new Error(`${key(item)} is defined twice`);
    map.set(key(item), item);
  }
  return map;
}
