import { columnMapOf, type ColumnMap } from '@onenx/node';
import { OneNXError } from '@onenx/schema';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** A map of columns and codes from YAML or JSON, which is YAML too. @throws FILE_NOT_FOUND, ARGUMENT_INVALID */
export async function readColumnMap(file: string): Promise<ColumnMap> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new OneNXError('FILE_NOT_FOUND', { found: file }, { cause });
  });
  return columnMapOf(parsed(text), '--map');
}

function parsed(text: string): unknown {
  try {
    return parse(text) as unknown;
  } catch {
    return null;
  }
}
