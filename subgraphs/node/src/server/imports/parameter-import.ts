import { OneNXError, type Role } from '@onenx/schema';
import type { NodeContext } from '../../graphql/context.js';
import { importParameters, PARAMETERS } from '../../parameters/import-parameters.js';
import type { ParameterBook } from '../../parameters/parameter-book.js';
import type { RunImport } from './import-job.js';

const BY: readonly Role[] = ['DISTRICT_SUPERVISOR', 'SYSTEM_ADMINISTRATOR'];

/** @throws ROLE_REQUIRED */
export function expectParameterRole({ actor, services }: NodeContext): void {
  if (actor.roles.some(({ role }) => BY.includes(role))) return;
  const place = services.codes.includes.join();
  throw new OneNXError('ROLE_REQUIRED', { action: `import ${PARAMETERS}`, place, expected: BY.join(', ') });
}

/** The import of a file of legal parameters, which this server goes by as soon as it is over. */
export function parameterImport(
  { services }: NodeContext,
  { file, book }: { file: string; book: ParameterBook },
): RunImport {
  return async ({ signal }) => {
    signal.throwIfAborted();
    const summary = await importParameters({ database: services.database, file });
    await book.reload();
    return summary;
  };
}
