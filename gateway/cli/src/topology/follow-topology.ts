import type { EndpointConfig, TopologyHolder } from '@onenx/gateway';
import { watchFile, unwatchFile } from 'node:fs';
import { describeError } from '../terminal.js';

const POLL_MILLISECONDS = 500;

/**
 * Takes up changes of a topology file while the hub serves. A file that is not right leaves the topology as it is, and says
 * so. Polled, since editors replace files and network drives send no events. Returns what ends it.
 */
export function followTopology(
  file: string,
  holder: TopologyHolder,
  read: () => Promise<EndpointConfig[]>,
): () => void {
  const takeUp = async (): Promise<void> => {
    try {
      holder.change(await read());
      process.stderr.write(`topology: ${file} taken up\n`);
    } catch (error) {
      process.stderr.write(`topology: ${file} not taken up\n${describeError(error)}\n`);
    }
  };
  watchFile(file, { interval: POLL_MILLISECONDS }, () => void takeUp());
  return () => unwatchFile(file);
}
