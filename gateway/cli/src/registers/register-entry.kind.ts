import { EVERY_KIND } from '@onenx/hub';
import { endsAfter, firstProblem } from '@onenx/node/kinds';
import {
  defineKind,
  defineVocabulary,
  isAbove,
  levelLabel,
  LEVELS,
  placeLevel,
  type Level,
  type RecordValues,
  type RowProblem,
} from '@onenx/schema';
import { allKinds } from '../levels.js';

const SOURCE = 'OneNX data model, correction 5: each node states which record kinds it keeps, since when';

const level = defineVocabulary(
  'RegisterLevel',
  { zh: '层级', en: 'Level', source: SOURCE },
  labels(LEVELS, (one) => [levelLabel(one, 'zh'), levelLabel(one, 'en')]),
);
const recordKind = defineVocabulary(
  'RegisterKind',
  { zh: '记录种类', en: 'Record kind', source: SOURCE },
  { [EVERY_KIND]: ['全部', 'All'], ...Object.fromEntries(allKinds.map(({ name, zh, en }) => [name, [zh, en]])) },
);

/**
 * That the nodes of a level at or under a place keep the register of a kind. The hub's own: it is in no node, no list and no
 * roll-up, so the level of the definition says only that a place may be the district or any below.
 */
export const registerEntry = defineKind({
  name: 'RegisterEntry',
  plural: 'registers',
  code: 'REG',
  zh: '建账情况',
  en: 'Register that nodes keep',
  level: 'DISTRICT',
  interfaces: [],
  key: ['level', 'place', 'recordKind', 'keptSince'],
  fields: {
    level: { type: level, zh: '层级', en: 'Level' },
    recordKind: { type: recordKind, zh: '记录种类', en: 'Record kind' },
    keptSince: { type: 'date', zh: '建账日期', en: 'Kept since' },
    keptUntil: { type: 'date', zh: '停止建账日期', en: 'No longer kept from', optional: true },
    basis: { type: 'text', zh: '依据', en: 'Basis', maxLength: 300 },
  },
  validity: { from: 'keptSince', to: 'keptUntil' },
  check: firstProblem(endsAfter('keptSince', 'keptUntil'), kindOfLevel, placeOfLevel),
  measures: [],
});

/** A register is of the level that owns the kind. */
function kindOfLevel(values: RecordValues): RowProblem | null {
  const { recordKind: name } = values;
  const owner = allKinds.find((kind) => kind.name === name)?.level;
  return owner === undefined || owner === values['level'] ? null : wrongLevel(values, [owner]);
}

/** A place holds nodes of its own level and of those below. */
function placeOfLevel(values: RecordValues): RowProblem | null {
  const at = placeLevel(String(values['place']));
  const held = LEVELS.filter((one) => !isAbove(one, at));
  return held.some((one) => one === values['level']) ? null : wrongLevel(values, held);
}

function wrongLevel({ level: found }: RecordValues, expected: readonly Level[]): RowProblem {
  const params = { field: 'level', found: String(found), expected: expected.join(', ') };
  return { code: 'VALUE_NOT_IN_LIST', field: 'level', params };
}

function labels<Code extends string>(
  codes: readonly Code[],
  of: (code: Code) => readonly [string, string],
): Readonly<Record<Code, readonly [string, string]>> {
  return Object.fromEntries(codes.map((code) => [code, of(code)])) as Record<Code, readonly [string, string]>;
}
