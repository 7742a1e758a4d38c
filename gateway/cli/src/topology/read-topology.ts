import type { EndpointConfig } from '@onenx/gateway';
import { LEVELS, OneNXError, parseCodeSet, type Level, type PlaceTree } from '@onenx/schema';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/**
 * Reads `onenx.topology.yaml`:
 *
 * ```yaml
 * levels:
 *   street:
 *     - { url: 'http://127.0.0.1:4002/', codes: '310105' }
 *     - { url: 'http://10.1.9.2:4002/', codes: '310105009' }   # the most specific wins
 * ```
 *
 * @throws FILE_NOT_FOUND, TOPOLOGY_INVALID, CODE_SET_MALFORMED, PLACE_UNKNOWN for a code that the register of places lacks
 */
export async function readTopology(file: string, tree: PlaceTree): Promise<EndpointConfig[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new OneNXError('FILE_NOT_FOUND', { found: file }, { cause });
  });
  const configs = endpointsOf(parseYaml(text, file), file);
  for (const config of configs) checkCodes(config, tree);
  return configs;
}

function parseYaml(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    const found = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : 'no YAML';
    throw new OneNXError('TOPOLOGY_INVALID', { file, found, expected: 'YAML' }, { cause });
  }
}

function endpointsOf(topology: unknown, file: string): EndpointConfig[] {
  const levels = isObject(topology) ? topology['levels'] : undefined;
  if (!isObject(levels)) throw invalid(file, 'no levels', 'levels: { district: […], street: […], committee: […] }');
  const unknown = Object.keys(levels).find((name) => !LEVELS.includes(name.toUpperCase() as Level));
  if (unknown !== undefined) throw invalid(file, `the level "${unknown}"`, 'district, street, committee');
  return LEVELS.flatMap((level) => {
    const list = levels[level.toLowerCase()];
    if (!Array.isArray(list) || list.length === 0)
      throw invalid(file, `no endpoint of level ${level.toLowerCase()}`, 'at least one');
    return (list as unknown[]).map((entry) => endpointOf(level, entry, file));
  });
}

function endpointOf(level: Level, entry: unknown, file: string): EndpointConfig {
  const { url, codes } = isObject(entry) ? entry : {};
  if (typeof url !== 'string' || !URL.canParse(url) || !/^https?:/.test(url)) {
    throw invalid(file, `${level.toLowerCase()} url ${JSON.stringify(url)}`, 'an http address');
  }
  if (typeof codes !== 'string' && typeof codes !== 'number') {
    throw invalid(file, `${level.toLowerCase()} codes ${JSON.stringify(codes)}`, 'a code set: 310105009');
  }
  return { level, url, codes: String(codes) };
}

function checkCodes({ codes }: EndpointConfig, tree: PlaceTree): void {
  const { includes, excludes } = parseCodeSet(codes);
  const known = new Set(tree.codes());
  const unknown = [...includes, ...excludes].find((code) => !known.has(code));
  if (unknown !== undefined) throw new OneNXError('PLACE_UNKNOWN', { found: unknown, date: 'any day' });
}

function invalid(file: string, found: string, expected: string): OneNXError {
  return new OneNXError('TOPOLOGY_INVALID', { file, found, expected });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
