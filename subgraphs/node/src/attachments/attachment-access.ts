import { OneNXError, parseRecordId, type DivisionCode, type KindDefinition } from '@onenx/schema';
import type { NodeContext } from '../graphql/context.js';
import { roleFor, shownRole } from '../work/actor.js';
import { saveMove } from '../work/save-move.js';
import { attachmentById, type Attachment } from './attachment-table.js';

/** A record of the places that a request is answered for, as far as its attachments need it. */
interface FoundRecord {
  readonly id: string;
  readonly place: DivisionCode;
  readonly kind: KindDefinition;
}

/** @throws RECORD_NOT_FOUND */
export async function recordHere(id: string, context: NodeContext): Promise<FoundRecord> {
  const record = await findRecord(id, context);
  if (record !== null) return record;
  throw new OneNXError('RECORD_NOT_FOUND', { found: id, kind: kindOf(id, context)?.name ?? '-' });
}

/** An attachment of a record that the request is answered for, and that record. @throws RECORD_NOT_FOUND */
export async function attachmentHere(
  id: string,
  context: NodeContext,
): Promise<{ attachment: Attachment; record: FoundRecord }> {
  const attachment = await attachmentById(context.services.database, id);
  const record = attachment === undefined ? null : await findRecord(attachment.recordId, context);
  if (attachment !== undefined && record !== null) return { attachment, record };
  throw new OneNXError('RECORD_NOT_FOUND', { found: id, kind: 'Attachment' });
}

async function findRecord(id: string, context: NodeContext): Promise<FoundRecord | null> {
  const kind = kindOf(id, context);
  if (kind === undefined) return null;
  const record = await context.loaders.of(kind).byId.load(id);
  return record === null ? null : { id, place: record.place, kind };
}

function kindOf(id: string, { services }: NodeContext): KindDefinition | undefined {
  const code = parseRecordId(id)?.kind;
  return services.kinds.find((kind) => kind.code === code);
}

/** The role by which the caller may attach to a record: whoever may save it. @throws ROLE_REQUIRED */
export function expectSaver({ kind, place }: FoundRecord, { actor }: NodeContext): string {
  const { name, by } = saveMove(kind);
  const held = roleFor(actor, by, place);
  if (held !== undefined) return shownRole(held);
  throw new OneNXError('ROLE_REQUIRED', { action: name, place, expected: by.join(', ') });
}
