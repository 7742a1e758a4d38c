import { OneNXError } from '@onenx/schema';
import type { ServiceError } from './service.js';

/** A record has one owner: answers of two to one key cannot be told apart, and their fields are never mixed. */
export function ambiguousOwner(typename: string, path: readonly (string | number)[]): ServiceError {
  const { message, extensions } = new OneNXError('AMBIGUOUS_OWNER', { found: typename });
  return { message, path, extensions };
}
