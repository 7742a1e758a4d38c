import { randomUUID } from 'node:crypto';
import { STREET } from '../records.js';

/** One change as it was sent; the same one is sent again until it is acknowledged. */
interface Sent {
  readonly requestId: string;
  readonly id?: string;
  readonly place?: string;
  readonly expectedVersion?: number;
  readonly team: Record<string, unknown>;
}

interface Payload {
  readonly ok: boolean;
  readonly team: { readonly id: string; readonly version: number; readonly name: string } | null;
  readonly problems: readonly { readonly code: string }[];
}

const SAVE = `mutation($input: SaveActivityTeamInput!) {
  saveActivityTeam(input: $input) { ok team { id version name } problems { code } } }`;

/** One caller that makes a team and changes it again and again, and knows what was acknowledged to it. */
export class Writer {
  /** What the node said that it keeps. */
  acknowledged: { id: string; version: number; name: string } | null = null;
  /** Sent and not answered: the node may have made it or not. */
  #pending: Sent | null = null;
  #changes = 0;

  constructor(private readonly number: string) {}

  /** Sends changes one after the other until the node is gone. */
  async writeUntilGone(url: string): Promise<void> {
    for (;;) {
      this.#pending ??= this.#next();
      const payload = await send(url, this.#pending);
      if (payload === null) return;
      if (!payload.ok || payload.team === null) throw new Error(`refused: ${JSON.stringify(payload.problems)}`);
      this.acknowledged = payload.team;
      this.#pending = null;
    }
  }

  /** The names that the record may have now: the acknowledged one, or the one of the change that had no answer. */
  get possible(): readonly unknown[] {
    const names = this.acknowledged === null ? [null] : [this.acknowledged.name];
    return this.#pending === null ? names : [...names, this.#pending.team['name']];
  }

  #next(): Sent {
    this.#changes += 1;
    const name = `示例队${this.number}第${this.#changes}次`;
    const requestId = randomUUID();
    if (this.acknowledged !== null) {
      return { requestId, id: this.acknowledged.id, expectedVersion: this.acknowledged.version, team: { name } };
    }
    const team = {
      teamNo: this.number,
      name,
      category: 'CULTURE_SPORT',
      members: 12,
      leader: '示例甲',
      meetingPlace: '示例活动室',
      meetingTime: '周二',
      filedAt: '2026-03-02',
    };
    return { requestId, place: STREET, team };
  }
}

/** Null when the node is gone before it has answered. */
async function send(url: string, input: Sent): Promise<Payload | null> {
  try {
    const body = JSON.stringify({ query: SAVE, variables: { input } });
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const answer = (await response.json()) as { data: { saveActivityTeam: Payload } };
    return answer.data.saveActivityTeam;
  } catch {
    return null;
  }
}
