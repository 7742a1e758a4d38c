import { databaseFile, kindsOfLevel, partOf } from '@onenx/cli';
import { NodeDatabase } from '@onenx/node';
import { LEVELS, placeKind, placeLevel, PlaceTree, type PlaceVersion } from '@onenx/schema';
import { put, putTree, type Values } from './store.js';

const DISTRICT = '310105000000';
/** Two streets; the second took in a third one when that ended. */
export const [KEPT, HEIR] = ['310105001000', '310105002000'];
const RETIRED = '310105003000';
/** A committee of each street; that of the third passed to the second street under a new code. */
const [KEPT_COMMITTEE, HEIR_COMMITTEE, RETIRED_COMMITTEE] = ['310105001001', '310105002009', '310105003001'];
const MERGED = '2022-01-01';

function version(code: string, rest: Partial<PlaceVersion> = {}): PlaceVersion {
  const parent = placeLevel(code) === 'DISTRICT' ? null : placeLevel(code) === 'STREET' ? DISTRICT : streetOf(code);
  const fixed = { validFrom: '2010-01-01', validTo: null, predecessors: [], synthetic: true };
  return { code, name: `示例${code}`, level: placeLevel(code), kind: placeKind(code), parent, ...fixed, ...rest };
}

const streetOf = (code: string): string => `${code.slice(0, 9)}000`;

const tree = PlaceTree.of([
  version(DISTRICT),
  version(KEPT),
  version(HEIR, { validTo: MERGED }),
  version(HEIR, { validFrom: MERGED, predecessors: [HEIR, RETIRED] }),
  version(RETIRED, { validTo: MERGED }),
  version(KEPT_COMMITTEE),
  version(HEIR_COMMITTEE, { validFrom: MERGED, predecessors: [RETIRED_COMMITTEE] }),
  version(RETIRED_COMMITTEE, { validTo: MERGED }),
]);

const team = (place: string, n: number): Values => ({
  id: `${streetOf(place)}-T-${n}`,
  place,
  teamNo: String(n),
  name: `团队${n}`,
  category: 'CULTURE_SPORT',
  status: 'FILED',
  filedAt: '2020-05-06',
});

/** One team in the first street, two in the second, four under the code of the third; one id is older than its place. */
export const teams: readonly Values[] = [
  team(KEPT_COMMITTEE, 1),
  team(HEIR, 2),
  { ...team(HEIR_COMMITTEE, 3), id: `${RETIRED}-T-3` },
  team(RETIRED, 4),
  team(RETIRED, 5),
  team(RETIRED_COMMITTEE, 6),
  team(RETIRED_COMMITTEE, 7),
];

/** Databases of every level with this tree, and the teams in that of the streets. */
export async function fillRetired(directory: string): Promise<void> {
  for (const level of LEVELS) {
    const kinds = kindsOfLevel[level];
    const database = await NodeDatabase.open({ location: databaseFile(directory, partOf(level)), kinds });
    await putTree(database, tree);
    const kind = kinds.find(({ name }) => name === 'ActivityTeam');
    if (kind !== undefined) await put(database, kind, teams);
    await database.close();
  }
  const hub = await NodeDatabase.open({ location: databaseFile(directory, 'hub'), kinds: [] });
  await putTree(hub, tree);
  await hub.close();
}
