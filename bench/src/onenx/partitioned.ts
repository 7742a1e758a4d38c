import type { Level } from '@onenx/schema';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startChild } from '../gateway/child.js';
import { startCommand, type RunningCommand } from './command.js';
import type { Sample } from './sample.js';

/** An address of a level, and the places whose nodes it serves. */
export interface EndpointEntry {
  readonly url: string;
  readonly codes: string;
}

/** Which endpoints each level has. */
export type Endpoints = Readonly<Record<Level, readonly EndpointEntry[]>>;

/** Starts an endpoint for each code set of a level, in one process. */
export async function startListeners(
  sample: Sample,
  level: Level,
  owns: readonly string[],
): Promise<{ endpoints: readonly EndpointEntry[]; stop: () => void }> {
  const settings = { level, database: sample.databaseOf(level), owns };
  const { started, stop } = await startChild<{ endpoints: EndpointEntry[] }>('level-listeners.js', settings);
  return { endpoints: started.endpoints, stop };
}

/** Starts `onenx serve` over these endpoints. */
export async function startServe(
  sample: Sample,
  { name, endpoints, timeoutMs }: { name: string; endpoints: Endpoints; timeoutMs: number },
): Promise<RunningCommand> {
  const file = join(sample.directory, `${name}.topology.yaml`);
  const levels = Object.fromEntries(Object.entries(endpoints).map(([level, list]) => [level.toLowerCase(), list]));
  // JSON is YAML.
  await writeFile(file, JSON.stringify({ levels }));
  const words = ['serve', '--topology', file, '--data', sample.data, '--timeout', String(timeoutMs), '--port', '0'];
  return startCommand(words);
}
