import {
  CONTRACT,
  filterDimensions,
  foldRows,
  formatCodeSet,
  OneNXError,
  Placement,
  specShape,
  type BasicMeasure,
  type Catalogue,
  type CodeSet,
  isBasic,
  type Part,
  type PartRow,
  type PlaceTree,
  type RawRow,
  type Spec,
} from '@onenx/schema';
import type { NodeDatabase } from '../database/database.js';
import { ObservationReader } from './observation-reader.js';
import { PartReader, type Reading } from './part-reader.js';
import { StoredPlaces } from './places.js';

export interface PartServiceOptions {
  readonly database: NodeDatabase;
  readonly catalogue: Catalogue;
  readonly tree: PlaceTree;
  /** The division code under which the server's nodes lie, as it names itself in a part. */
  readonly node: string;
}

/** Answers specs over the records of this server: what the public part contract promises. */
export class PartService {
  constructor(private readonly options: PartServiceOptions) {}

  /** One part a spec, in their order. Specs that differ only in scope share one statement a record kind. */
  async answer(specs: readonly Spec[], codes: CodeSet): Promise<Part[]> {
    const asOf = new Date().toISOString();
    const shapes = [...Map.groupBy(specs, specShape).values()];
    const answered = await Promise.all(shapes.map(async (shape) => this.answerShape(shape, codes)));
    const rowsOf = new Map(answered.flat().map(({ spec, rows }) => [spec, rows]));
    return specs.map((spec) => this.part(spec, { asOf, codes, rows: rowsOf.get(spec) ?? [] }));
  }

  private async answerShape(specs: readonly Spec[], codes: CodeSet): Promise<{ spec: Spec; rows: PartRow[] }[]> {
    const spec = specs[0];
    if (spec === undefined) return [];
    const { tree, catalogue } = this.options;
    const placement = new Placement(tree, spec.at);
    const places = new StoredPlaces(tree, placement, codes);
    const unique = [...new Map(specs.map((one) => [one.scope, one])).values()];
    const rows = await this.read({ spec, places, scopes: unique.map((one) => one.scope) });
    const folded = foldRows(rows, unique, { catalogue, placement });
    const byScope = new Map(unique.map((one, i) => [one.scope, folded[i] ?? []]));
    return specs.map((one) => ({ spec: one, rows: byScope.get(one.scope) ?? [] }));
  }

  private async read({ spec, places, scopes }: ReadContext): Promise<RawRow[]> {
    const known = spec.measures.flatMap((name) => this.basic(name, spec) ?? []);
    const kinds = Map.groupBy(known, (measure) => measure.basis.kind);
    const readings = [...kinds].map(async ([kind, measures]) => {
      const reading: Reading = { spec, scopes, kind: this.options.catalogue.kind(kind), measures };
      return widen(await this.readKind(reading, places), reading, spec);
    });
    return (await Promise.all(readings)).flat();
  }

  private async readKind(reading: Reading, places: StoredPlaces): Promise<RawRow[]> {
    const { database, catalogue } = this.options;
    const observed = reading.measures.some((measure) => measure.basis.op === 'observed');
    const reader = observed
      ? new ObservationReader(database, catalogue, places)
      : new PartReader(database, catalogue, places);
    return reader.read(reading);
  }

  private part(spec: Spec, { asOf, codes, rows }: { asOf: string; codes: CodeSet; rows: readonly PartRow[] }): Part {
    return {
      contract: CONTRACT,
      node: this.options.node,
      edition: this.options.tree.editionAt(spec.at)?.name ?? '',
      codesAnswered: formatCodeSet(codes),
      asOf,
      state: 'COMPLETE',
      notSupported: spec.measures.filter((name) => this.basic(name, spec) === undefined),
      rows,
    };
  }

  /** A measure that this node counts, and can group and filter as the spec asks. @throws SPEC_MALFORMED, DIMENSION_UNKNOWN */
  private basic(name: string, spec: Spec): BasicMeasure | undefined {
    const { catalogue } = this.options;
    const measure = catalogue.measures.get(name);
    if (measure === undefined || !isBasic(measure)) return undefined;
    if ('flow' in measure.basis.timing && (spec.from === null || spec.to === null)) {
      throw new OneNXError('SPEC_MALFORMED', { found: `no period for ${name}`, expected: 'from and to' });
    }
    const dimensions = [...spec.by, ...filterDimensions(spec.where)];
    return dimensions.every((code) => catalogue.answers(measure, code)) ? measure : undefined;
  }
}

interface ReadContext {
  readonly spec: Spec;
  readonly places: StoredPlaces;
  readonly scopes: readonly string[];
}

/** The cells of one kind's measures, set into the row of all the spec's measures. */
function widen(rows: readonly RawRow[], { measures }: Reading, spec: Spec): RawRow[] {
  const position = new Map(measures.map((measure, i) => [measure.name, i]));
  const sources = spec.measures.map((name) => position.get(name));
  return rows.map((row) => ({ ...row, cells: sources.map((i) => (i === undefined ? null : (row.cells[i] ?? null))) }));
}
