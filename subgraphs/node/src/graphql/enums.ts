import { openClass, recordState, shareClass, type KindDefinition, isVocabulary, type Vocabulary } from '@onenx/schema';
import { registerEnumType } from 'type-graphql';

/** The enum of a vocabulary as type-graphql wants it: an object of codes. One object a vocabulary, however often asked for. */
const registered = new Map<string, Record<string, string>>();

export function enumOf(vocabulary: Vocabulary): Record<string, string> {
  const known = registered.get(vocabulary.name);
  if (known) return known;
  const object = Object.fromEntries(vocabulary.codes.map((code) => [code, code]));
  registerEnumType(object, {
    name: vocabulary.name,
    description: `${vocabulary.zh}: ${vocabulary.en}. ${vocabulary.source}.`,
    valuesConfig: Object.fromEntries(
      vocabulary.entries.map(({ code, zh, en }) => [code, { description: `${zh}: ${en}` }]),
    ),
  });
  registered.set(vocabulary.name, object);
  return object;
}

/** The enum of a vocabulary that no field of a kind uses, as SDL. */
export function enumSdl(vocabulary: Vocabulary): string {
  const values = vocabulary.entries.map(({ code, zh, en }) => `  "${zh}: ${en}"\n  ${code}`);
  return `"${vocabulary.zh}: ${vocabulary.en}. ${vocabulary.source}."\nenum ${vocabulary.name} {\n${values.join('\n')}\n}`;
}

/** The vocabularies that the fields of some kinds use, and those of every record. */
export function vocabulariesOf(kinds: readonly KindDefinition[]): Vocabulary[] {
  const used = kinds.flatMap((kind) =>
    Object.values(kind.fields).flatMap(({ type }) => (isVocabulary(type) ? [type] : [])),
  );
  return [...new Set([recordState, shareClass, openClass, ...used])];
}

const level = { DISTRICT: 'DISTRICT', STREET: 'STREET', COMMITTEE: 'COMMITTEE' };
registerEnumType(level, {
  name: 'Level',
  description: '层级: the level of a place and of the node that keeps its records.',
  valuesConfig: {
    DISTRICT: { description: '区: district' },
    STREET: { description: '街镇: street or town' },
    COMMITTEE: { description: "居委: residents' or villagers' committee" },
  },
});

const placeKind = {
  DISTRICT: 'DISTRICT',
  SUBDISTRICT: 'SUBDISTRICT',
  TOWN: 'TOWN',
  TOWNSHIP: 'TOWNSHIP',
  PSEUDO_STREET: 'PSEUDO_STREET',
  RESIDENTS_COMMITTEE: 'RESIDENTS_COMMITTEE',
  VILLAGERS_COMMITTEE: 'VILLAGERS_COMMITTEE',
  PSEUDO_COMMITTEE: 'PSEUDO_COMMITTEE',
};
registerEnumType(placeKind, {
  name: 'PlaceKind',
  description: '地点类别: what a place is; read from its code (GB/T 10114 and the statistics bureau).',
  valuesConfig: {
    DISTRICT: { description: '区' },
    SUBDISTRICT: { description: '街道' },
    TOWN: { description: '镇' },
    TOWNSHIP: { description: '乡' },
    PSEUDO_STREET: { description: '政企合一等类似街镇' },
    RESIDENTS_COMMITTEE: { description: '居委会' },
    VILLAGERS_COMMITTEE: { description: '村委会' },
    PSEUDO_COMMITTEE: { description: '类似居委会或村委会' },
  },
});

const missingNodeReason = {
  UNREACHABLE: 'UNREACHABLE',
  TIMEOUT: 'TIMEOUT',
  NOT_KEPT: 'NOT_KEPT',
  NOT_SUBMITTED: 'NOT_SUBMITTED',
  FORBIDDEN: 'FORBIDDEN',
  SCHEMA: 'SCHEMA',
};
registerEnumType(missingNodeReason, {
  name: 'MissingNodeReason',
  description: '缺失原因: why a node is not in an answer.',
  valuesConfig: {
    UNREACHABLE: { description: '无法连接' },
    TIMEOUT: { description: '超时' },
    NOT_KEPT: { description: '未建账: the node does not keep this register' },
    NOT_SUBMITTED: { description: '未报送' },
    FORBIDDEN: { description: '无权限' },
    SCHEMA: { description: '接口不符: it answered in another contract' },
  },
});

const direction = { ASC: 'ASC', DESC: 'DESC' };
registerEnumType(direction, {
  name: 'Direction',
  description: '排序方向',
  valuesConfig: { ASC: { description: '升序' }, DESC: { description: '降序' } },
});

export const enums = { level, placeKind, missingNodeReason, direction };
