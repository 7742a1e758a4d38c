import {
  isBasic,
  OneNXError,
  vocabularies,
  type Catalogue,
  type MeasureDefinition,
  type Vocabulary,
} from '@onenx/schema';
import type { HubContext } from '../context.js';

export const catalogueQueries = {
  measures: (_: unknown, __: unknown, { services }: HubContext): object[] =>
    [...services.catalogue.measures.values()].map((measure) => showMeasure(measure, services.catalogue)),
  dimensions: (_: unknown, __: unknown, { services }: HubContext): object[] =>
    [...services.catalogue.dimensions.values()].map((dimension) => ({
      code: dimension.code,
      name: dimension.en,
      nameZh: dimension.zh,
      kind: dimension.kind,
      codeList: dimension.kind === 'FIELD' ? (dimension.vocabulary?.name ?? null) : null,
    })),
  codeLists: (_: unknown, { names }: { names?: readonly string[] | null }): object[] => codeLists(names ?? null),
};

function showMeasure(measure: MeasureDefinition, catalogue: Catalogue): object {
  const basics = catalogue.basicsOf(measure);
  const [owner, ...others] = catalogue.ownerLevels(measure);
  const usable = [...catalogue.dimensions.keys()].filter((code) =>
    basics.every((basic) => catalogue.answers(basic, code)),
  );
  return {
    code: measure.name,
    name: measure.en,
    nameZh: measure.zh,
    kind: measure.kind,
    unit: measure.unit,
    formula: measure.formula,
    ownerLevel: others.length === 0 ? (owner ?? null) : null,
    maxAgeDays: isBasic(measure) && 'maxAgeDays' in measure.basis.timing ? measure.basis.timing.maxAgeDays : null,
    sensitive: measure.sensitive ?? false,
    source: measure.source,
    dimensions: usable,
  };
}

function codeLists(names: readonly string[] | null): object[] {
  const unknown = names?.find((name) => !vocabularies.some((list) => list.name === name));
  if (unknown !== undefined) {
    throw new OneNXError('ARGUMENT_INVALID', {
      argument: 'names',
      found: unknown,
      expected: vocabularies.map((list) => list.name).join(', '),
    });
  }
  return vocabularies.filter((list) => names === null || names.includes(list.name)).map(showList);
}

function showList(list: Vocabulary): object {
  const entries = list.entries.map((entry) => ({ ...entry, validFrom: null, validTo: null }));
  return { name: list.name, nameZh: list.zh, nameEn: list.en, source: list.source, entries };
}
