import { startChild, type Usage } from './child.js';
import { startGrafbase } from './grafbase.js';

/** The subgraphs, as their process reports them. */
export interface World {
  readonly supergraphSdl: string;
  readonly subgraphs: readonly { readonly name: string; readonly sdl: string; readonly url: string }[];
}

/** A gateway that answers at `url`, in a process of its own. */
export interface Contestant {
  readonly name: string;
  readonly url: string;
  usage(): Promise<Usage>;
  readonly stop: () => void;
}

export interface Missing {
  readonly name: string;
  readonly why: string;
}

type Start = (world: World) => Promise<Omit<Contestant, 'name'>>;

const script =
  (file: string, settings: object = {}): Start =>
  async (world) => {
    const { started, ...child } = await startChild<{ url: string }>(file, { ...world, ...settings });
    return { ...child, url: started.url };
  };

/** Identical fetches in flight are each sent by themselves, or shared: what shares is compared with what shares. */
export const ours = 'OneNX';
export const oursSharing = 'OneNX (sharing)';
export const floor = 'hand-written';
export const apollo = '@apollo/gateway';
export const hive = 'Hive Gateway';
export const grafbase = 'Grafbase (sharing)';
const grafbaseAlone = 'Grafbase';
const hiveSharing = 'Hive Gateway (sharing)';

const starts: Readonly<Record<string, Start>> = {
  [ours]: script('ours.js'),
  [oursSharing]: script('ours.js', { sharing: true }),
  [floor]: script('floor.js'),
  [grafbase]: (world) => startGrafbase(world, true),
  [grafbaseAlone]: (world) => startGrafbase(world, false),
  [hive]: script('hive.js'),
  [hiveSharing]: script('hive.js', { sharing: true }),
  mercurius: script('mercurius.js'),
  [apollo]: script('apollo.js'),
};

/** Starts every gateway; one that cannot be started is missing, with the reason. Our own and the floor must start. */
export async function startContestants(
  world: World,
  only: readonly string[] = Object.keys(starts),
): Promise<{ running: Contestant[]; missing: Missing[] }> {
  const running: Contestant[] = [];
  const missing: Missing[] = [];
  for (const [name, start] of Object.entries(starts)) {
    if (!only.includes(name)) continue;
    try {
      running.push({ name, ...(await start(world)) });
    } catch (error) {
      missing.push({ name, why: error instanceof Error ? error.message : String(error) });
    }
  }
  return { running, missing };
}
