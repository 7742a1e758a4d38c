import type { ColumnMap } from '@onenx/node';
import { OneNXError } from '@onenx/schema';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** A map of columns and codes from YAML or JSON, which is YAML too. @throws FILE_NOT_FOUND, ARGUMENT_INVALID */
export async function readColumnMap(file: string): Promise<ColumnMap> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new OneNXError('FILE_NOT_FOUND', { found: file }, { cause });
  });
  const map = parse(text) as unknown;
  const isMap = typeof map === 'object' && map !== null && ('columns' in map || 'values' in map);
  if (!isMap)
    throw new OneNXError('ARGUMENT_INVALID', {
      argument: '--map',
      found: 'another shape',
      expected: 'columns: and values:',
    });
  return map as ColumnMap;
}
