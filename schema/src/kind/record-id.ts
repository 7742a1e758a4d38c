import { codeAtLevel, isDivisionCode, type DivisionCode } from '../division/division-code.js';
import type { FieldValue, KindDefinition, RecordValues } from './kind.js';

export interface RecordId {
  /** The node that minted the id: the owner's division code at creation. */
  readonly owner: DivisionCode;
  /** The code of the kind. */
  readonly kind: string;
  readonly local: string;
}

/**
 * The id of a record, opaque to callers: the code of the owner's place, the kind, the natural key. Null where no place of
 * the kind's level holds the record's place.
 */
export function recordId(kind: KindDefinition, place: DivisionCode, values: RecordValues): string | null {
  const owner = codeAtLevel(place, kind.level);
  if (owner === null) return null;
  const local = kind.key.map((field) => keyPart(field === 'place' ? place : values[field])).join('~');
  return `${owner}-${kind.code}-${local}`;
}

/** `~` stands between the parts of a key alone, so that no two keys make one id; nothing is not the word "null". */
function keyPart(value: FieldValue | undefined): string {
  return String(value ?? '').replace(/[%~]/g, (sign) => (sign === '%' ? '%25' : '%7E'));
}

/** Null for a text that no node can have minted. */
export function parseRecordId(id: string): RecordId | null {
  const [owner = '', kind = '', ...local] = id.split('-');
  return isDivisionCode(owner) && kind !== '' && local.length > 0 ? { owner, kind, local: local.join('-') } : null;
}
