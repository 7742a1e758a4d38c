import type { LegalParameter } from '@onenx/schema';
import type { NodeDatabase } from '../database/database.js';
import { dropShipped, isSameParameter, loadParameters, parameterKey, saveParameters } from './parameter-table.js';

/** Brings the shipped parameters of a node up to the shipped file; those that an operator imported stay as they are. */
export async function fillShipped(database: NodeDatabase, shipped: readonly LegalParameter[]): Promise<void> {
  const wanted = new Map(shipped.map((one) => [parameterKey(one), one]));
  await database.em().transactional(async (em) => {
    const stored = await loadParameters(database, em);
    const known = new Map(stored.map((one) => [parameterKey(one), one]));
    const gone = stored.filter((one) => one.origin === 'SHIPPED' && !wanted.has(parameterKey(one)));
    const changed = [...wanted].flatMap(([key, one]) => {
      const before = known.get(key);
      const stays = before !== undefined && (before.origin === 'IMPORTED' || isSameParameter(before, one));
      return stays ? [] : [one];
    });
    await dropShipped(database, em, gone);
    await saveParameters(database, em, { parameters: changed, origin: 'SHIPPED' });
  });
}
