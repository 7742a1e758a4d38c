import { startChild } from '../../bench/src/gateway/child.js';
import { installPeers } from '../../bench/src/gateway/peers.js';
import type { Answer, Operation } from './answer.js';

/** The oracle: @apollo/gateway in a process of its own, which takes one supergraph after the other. */
export interface Apollo {
  load(name: string, supergraphSdl: string): Promise<void>;
  ask(name: string, operation: Operation): Promise<Answer>;
  forget(name: string): Promise<void>;
  readonly stop: () => void;
}

/** Starts the oracle, and installs it where it is not there yet. @throws with what to run when it cannot be installed */
export async function startApollo(): Promise<Apollo> {
  try {
    installPeers();
  } catch (cause) {
    throw new Error(
      'The differential tests need @apollo/gateway, and it could not be installed. With a package registry within ' +
        'reach run: npm ci --prefix bench/peers --workspaces=false --ignore-scripts',
      { cause },
    );
  }
  const { started, stop } = await startChild<{ url: string }>('apollo-oracle.js', {});
  const call = async (method: string, name: string, body?: string): Promise<unknown> => {
    const response = await fetch(`${started.url}/${name}`, { method, body });
    const answer = await response.json();
    if (response.status !== 200) throw new Error(`The oracle failed: ${JSON.stringify(answer)}`);
    return answer;
  };
  return {
    load: async (name, supergraphSdl) => void (await call('PUT', name, supergraphSdl)),
    ask: async (name, operation) => (await call('POST', name, JSON.stringify(operation))) as Answer,
    forget: async (name) => void (await call('DELETE', name)),
    stop,
  };
}
