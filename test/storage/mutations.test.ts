import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { onEachDatabase } from '../kit/databases.js';
import { docBlock } from '../kit/doc-blocks.js';
import { ask } from '../kit/level.js';
import { STREET } from '../kit/records.js';
import { act, save, streetServers, TEAM as fields } from '../kit/team-changes.js';

onEachDatabase('a change through the API', (open) => {
  const streetServer = streetServers(open);
  test('has the outcome that the documentation shows', async () => {
    const text = await readFile(join(import.meta.dirname, '..', '..', 'docs', 'changes.md'), 'utf8');
    const server = await streetServer();
    expect((await save(server, { requestId: 'r1', place: STREET, team: fields })).ok).toBe(true);
    const other = { requestId: 'r2', id: `${STREET}-T-T1`, expectedVersion: 1, team: { members: 15 } };
    expect((await save(server, other)).ok).toBe(true);
    const variables = JSON.parse(docBlock(text, 'variables')) as object;
    const answer = await ask(server, docBlock(text, 'change'), { variables, headers: { 'accept-language': 'en' } });
    expect(answer).toEqual(JSON.parse(docBlock(text, 'answer')));
  });

  test('makes a record, and the same request again is the same change', async () => {
    const server = await streetServer();
    const input = { requestId: 'r1', place: STREET, team: fields };
    const first = await save(server, input);
    expect(first.problems).toEqual([]);
    expect(first.team).toMatchObject({ id: `${STREET}-T-T1`, version: 1, status: 'FILED', state: 'SUBMITTED' });
    expect(await save(server, input)).toEqual(first);
    const other = await save(server, { ...input, team: { ...fields, name: '示例另一队' } });
    expect(other).toMatchObject({ ok: false, problems: [{ code: 'REQUEST_REUSED' }] });
  });

  test('is refused by rule and source, and changes nothing', async () => {
    const server = await streetServer();
    const refused = await save(server, {
      requestId: 'r1',
      place: STREET,
      team: { ...fields, members: 3, leader: null },
    });
    expect(refused.team).toBeNull();
    expect(refused.problems.map(({ rule }) => rule)).toMatchObject([{ code: 'TEAM_MEMBERS' }, { code: 'TEAM_LEADER' }]);
    expect((await save(server, { requestId: 'r1', place: STREET, team: fields })).ok).toBe(true);
  });

  test('that began from an older version gets both versions, and loses nothing', async () => {
    const server = await streetServer();
    const { team } = await save(server, { requestId: 'r1', place: STREET, team: fields });
    const id = team?.['id'];
    const one = { requestId: 'r2', id, expectedVersion: 1, team: { name: '示例一队' } };
    const two = { requestId: 'r3', id, expectedVersion: 1, team: { name: '示例二队' } };
    const outcomes = await Promise.all([save(server, one), save(server, two)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const [lost] = outcomes.filter(({ ok }) => !ok);
    expect(lost).toMatchObject({ problems: [{ code: 'VERSION_CONFLICT' }] });
    expect(lost?.conflict).toMatchObject({
      base: { version: 1, name: fields.name },
      current: { version: 2 },
      fields: ['name'],
    });
  });

  test('moves a record through its work, and its history tells how', async () => {
    const server = await streetServer();
    const { team } = await save(server, { requestId: 'r1', place: STREET, team: fields });
    const id = team?.['id'];
    expect(team?.['allowedActions']).toEqual(
      expect.arrayContaining(['saveActivityTeam', 'cancelActivityTeamFiling', 'APPROVE', 'WITHDRAW']),
    );
    const cancelled = await act(server, 'cancelActivityTeamFiling', {
      requestId: 'r2',
      id,
      expectedVersion: 1,
      endReason: '示例原因',
    });
    expect(cancelled.team).toMatchObject({ version: 2, status: 'CANCELLED' });
    const again = await act(server, 'cancelActivityTeamFiling', {
      requestId: 'r3',
      id,
      expectedVersion: 2,
      endReason: '再次',
    });
    expect(again.problems).toMatchObject([{ code: 'ACTION_NOT_ALLOWED' }]);
    const history = cancelled.team?.['history'] as { action: string; actor: string; changes: { field: string }[] }[];
    expect(history.map(({ action }) => action)).toEqual(['saveActivityTeam', 'cancelActivityTeamFiling']);
    expect(history[1]?.actor).toBe('STREET_OFFICER@310105000000');
    expect(history[1]?.changes.map(({ field }) => field)).toEqual(['status', 'endReason', 'endedAt']);
  });

  test('of a locked record needs a reason, and keeps both', async () => {
    const server = await streetServer();
    const { team } = await save(server, { requestId: 'r1', place: STREET, team: fields });
    const id = team?.['id'];
    const review = `mutation($input: ReviewStreetRecordInput!) { reviewStreetRecord(input: $input) { ok record { version state } problems { code } } }`;
    const decide = async (requestId: string, decision: string, actor: string, expectedVersion: number) =>
      (
        await ask(server, review, {
          variables: { input: { requestId, id, expectedVersion, decision } },
          headers: { 'x-onenx-actor': actor },
        })
      ).data?.['reviewStreetRecord'];
    const street = `STREET_OFFICER@${STREET}`;
    const district = 'DISTRICT_SUPERVISOR@310105000000';
    expect(await decide('a0', 'APPROVE', district, 1)).toMatchObject({
      ok: false,
      problems: [{ code: 'ROLE_REQUIRED' }],
    });
    expect(await decide('a1', 'APPROVE', street, 1)).toMatchObject({ record: { state: 'APPROVED_STREET' } });
    expect(await decide('a2', 'APPROVE', district, 2)).toMatchObject({ record: { state: 'APPROVED_DISTRICT' } });
    expect(await decide('a3', 'LOCK', district, 3)).toMatchObject({ record: { state: 'LOCKED' } });
    const input = { id, expectedVersion: 4, team: { members: 20 } };
    expect(await save(server, { ...input, requestId: 'c1' })).toMatchObject({ problems: [{ code: 'RECORD_LOCKED' }] });
    const corrected = await save(server, { ...input, requestId: 'c2', correction: '示例: 漏报八人' });
    expect(corrected.team).toMatchObject({ version: 5, state: 'LOCKED' });
    const history = corrected.team?.['history'] as { reason: string; changes: object[] }[];
    expect(history.at(-1)).toMatchObject({
      reason: '示例: 漏报八人',
      changes: [{ field: 'members', before: '12', after: '20' }],
    });
  });

  test('that is a dry run tells the outcome and changes nothing', async () => {
    const server = await streetServer();
    const input = { requestId: 'r1', dryRun: true, place: STREET, team: fields };
    expect(await save(server, input)).toMatchObject({ ok: true, team: { version: 1 } });
    const list = await ask(server, `{ activityTeams(under: "${STREET}") { totalCount } }`);
    expect(list.data).toEqual({ activityTeams: { totalCount: 0 } });
  });
});
