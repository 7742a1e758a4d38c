import { formatCodeSet, intersect, OneNXError, type CodeSet, type KindDefinition } from '@onenx/schema';
import type { NodeContext } from '../../graphql/context.js';
import { importRecords } from '../../import/import-records.js';
import { shownRole } from '../../work/actor.js';
import { saveMove } from '../../work/save-move.js';
import type { RunImport } from './import-job.js';
import type { ImportQuery } from './import-query.js';

/** The places for which the caller may save records of a kind, and the role by which. @throws ROLE_REQUIRED where none */
export function allowedTo(kind: KindDefinition, { actor, codes }: NodeContext): { owns: CodeSet; role: string } {
  const { name, by } = saveMove(kind);
  const held = actor.roles.filter(({ role }) => by.includes(role));
  const owns = intersect(codes, { includes: held.map(({ place }) => place), excludes: [] });
  const [first] = held;
  if (first !== undefined && owns.includes.length > 0) return { owns, role: shownRole(first) };
  throw new OneNXError('ROLE_REQUIRED', { action: name, place: formatCodeSet(codes), expected: by.join(', ') });
}

/** The import of a file of records in the caller's name. @throws ROLE_REQUIRED */
export function recordImport(
  kind: KindDefinition,
  context: NodeContext,
  { file, query }: { file: string; query: ImportQuery },
): RunImport {
  const { owns, role } = allowedTo(kind, context);
  const { database, tree } = context.services;
  return async (watch) => importRecords({ database, tree, kind, file, owns, actor: role, ...query, ...watch });
}
