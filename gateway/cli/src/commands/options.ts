import { InvalidArgumentError } from 'commander';
import { kindsOfLevel } from '../levels.js';
import type { Level } from '@onenx/schema';

/** What `--attachments` is. */
export const ATTACHMENTS = 'where attached files lie; by default beside an embedded database, as FILE.attachments';

/** Reads an option that is a port. */
export function port(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0 && number < 65_536) return number;
  throw new InvalidArgumentError('expected a port from 0 (any free one) to 65535');
}

/** Reads an option that is a level, in either case. */
export function level(text: string): Level {
  const name = text.toUpperCase();
  if (name in kindsOfLevel) return name as Level;
  throw new InvalidArgumentError('expected district, street or committee');
}

/** Reads an option that is a percentage. */
export function percent(text: string): number {
  const number = Number(text.replace(/%$/, ''));
  if (text.trim() !== '' && number >= 0 && number <= 100) return number;
  throw new InvalidArgumentError('expected a percentage from 0 to 100');
}

/** Reads an option that is a time in milliseconds. */
export function milliseconds(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('expected a number of milliseconds, 1 or more');
}
