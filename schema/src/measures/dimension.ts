import type { Level } from '../division/level.js';
import type { KindDefinition } from '../kind/kind.js';
import { isVocabulary } from '../kind/kind.js';
import { tier } from '../vocabulary/vocabularies.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

export type TimeUnit = 'year' | 'quarter' | 'month';

interface DimensionText {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** A place of the tree, a field or a constant of records, or the date of a flow cut to a unit of the calendar. */
export type DimensionDefinition = DimensionText &
  (
    | { readonly kind: 'PLACE'; readonly level: Level }
    | { readonly kind: 'TIME'; readonly unit: TimeUnit }
    | { readonly kind: 'FIELD'; readonly vocabulary: Vocabulary | null }
  );

const fixedDimensions: readonly DimensionDefinition[] = [
  { code: 'district', zh: '区', en: 'District', kind: 'PLACE', level: 'DISTRICT' },
  { code: 'street', zh: '街镇', en: 'Street or town', kind: 'PLACE', level: 'STREET' },
  { code: 'committee', zh: '居委会', en: "Residents' committee", kind: 'PLACE', level: 'COMMITTEE' },
  { code: 'year', zh: '年', en: 'Year', kind: 'TIME', unit: 'year' },
  { code: 'quarter', zh: '季度', en: 'Quarter', kind: 'TIME', unit: 'quarter' },
  { code: 'month', zh: '月', en: 'Month', kind: 'TIME', unit: 'month' },
  { code: 'tier', zh: '层级', en: 'Tier', kind: 'FIELD', vocabulary: tier },
];

/** The dimensions of a hub: places, time, tier, and every field that a kind declares as one. */
export function dimensionsOf(kinds: readonly KindDefinition[]): Map<string, DimensionDefinition> {
  const dimensions = new Map(fixedDimensions.map((dimension) => [dimension.code, dimension]));
  for (const kind of kinds) {
    for (const { dimension, type, zh, en } of Object.values(kind.fields)) {
      if (dimension === undefined || dimensions.has(dimension)) continue;
      dimensions.set(dimension, {
        code: dimension,
        zh,
        en,
        kind: 'FIELD',
        vocabulary: isVocabulary(type) ? type : null,
      });
    }
  }
  return dimensions;
}

/** The field of `kind` that answers the dimension, when it has one. */
export function dimensionField(kind: KindDefinition, dimension: string): string | undefined {
  return Object.entries(kind.fields).find(([, field]) => field.dimension === dimension)?.[0];
}
