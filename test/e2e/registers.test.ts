import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { temporaryFiles } from '../kit/files.js';
import { SAMPLE_TODAY } from '../kit/hub-sample.js';
import { startHub, type TestHub } from '../kit/hub.js';
import { runOnenx, type Ended } from '../kit/onenx.js';
import { Divisions } from '../kit/oracle/divisions.js';
import { cell, SampleFiles, type Row } from '../kit/oracle/sample-files.js';
import { askRollup, type RollupSeen } from '../kit/rollup-answer.js';

const DISTRICT = '310105000000';
const DAYS = [SAMPLE_TODAY, '2026-06-30', '2025-12-31', '2025-06-30', '2025-02-01', '2014-09-30'];
const HEADER = 'level,place,recordKind,keptSince,keptUntil,basis';

const write = temporaryFiles();
let hub: TestHub;
let files: SampleFiles;
let committees: readonly string[];

beforeAll(async () => {
  hub = await startHub();
  files = new SampleFiles(hub.sampleDirectory);
  committees = new Divisions(files, SAMPLE_TODAY).under(DISTRICT, 'committee');
});

afterAll(async () => hub?.close());

/** Since when a committee has a list of needs, as the file says: its own line, or its street's. */
function openedOn(committee: string): string {
  const lines = files.rows('registers').filter((row) => cell(row, 'recordKind') === 'Need');
  const at = (place: string): Row | undefined => lines.find((row) => cell(row, 'place') === place);
  const line = at(committee) ?? at(`${committee.slice(0, 9)}000`);
  return line === undefined ? '9999-12-31' : cell(line, 'keptSince');
}

async function needsByCommittee(asOf: string): Promise<RollupSeen> {
  const measures = [{ of: 'needs.raised' }, { of: 'orgs.registered' }];
  const period = { from: '2010-01-01', to: asOf };
  return askRollup(hub, { scope: '310105', by: ['committee'], members: 'ALL', measures, asOf, period });
}

test.each(DAYS)(
  'a committee without a list of needs on %s has not answered; one with an empty list has none',
  async (day) => {
    const answer = await needsByCommittee(day);
    const known = new Set(new Divisions(files, day).under(DISTRICT, 'committee'));
    const rows = answer.rows.filter(
      ({ place, remainder }) => remainder === null && place !== null && known.has(place.code),
    );
    expect(rows).toHaveLength(known.size);
    for (const { place, values } of rows) {
      const [needs] = values;
      const raised = files
        .rows('Need')
        .filter((row) => cell(row, 'place') === place?.code && cell(row, 'raisedAt') <= day);
      const kept = openedOn(place?.code ?? '') <= day;
      const expected = kept ? { value: raised.length, missing: null } : { value: null, missing: 'NOT_KEPT' };
      expect([place?.code, needs]).toMatchObject([place?.code, expected]);
    }
  },
);

test('the district names the committees without a list, and other figures do not', async () => {
  const { total } = await needsByCommittee(SAMPLE_TODAY);
  const [needs, organizations] = total.values;
  const without = committees.filter((code) => openedOn(code) > SAMPLE_TODAY);
  expect(without.length).toBeGreaterThan(0);
  expect(needs?.value).toBe(files.rows('Need').length);
  expect(needs?.coverage).toMatchObject({ expected: committees.length, answered: committees.length - without.length });
  expect(needs?.coverage.missing.map(({ code, reason }) => [code, reason])).toEqual(
    without.map((code) => [code, 'NOT_KEPT']),
  );
  expect(organizations?.coverage.complete).toBe(true);
});

test('a register that nobody keeps has no value', async () => {
  const { total } = await askRollup(hub, { scope: '310105', measures: [{ of: 'spaceWaiting' }], asOf: SAMPLE_TODAY });
  expect(total.values[0]).toMatchObject({ value: null, missing: 'NOT_KEPT', coverage: { expected: 10, answered: 0 } });
});

interface NodeSeen {
  readonly code: string;
  readonly kept: readonly string[];
  readonly registers: readonly { kind: string; since: string | null; until: string | null; basis: string | null }[];
}

async function nodesSeen(): Promise<readonly NodeSeen[]> {
  const text = `{ dataNodes(level: COMMITTEE) { code kept registers { kind since until basis } } }`;
  const { body } = await hub.query<{ dataNodes: readonly NodeSeen[] }>(text);
  return body.data?.dataNodes ?? [];
}

test('a node tells what it keeps, since when and on what basis, also while it does not answer', async () => {
  await hub.stopLevel('COMMITTEE');
  const nodes = await nodesSeen();
  await hub.startLevel('COMMITTEE');
  expect(nodes.map(({ code }) => code)).toEqual(committees);
  for (const { code, kept, registers } of nodes) {
    expect(registers.map(({ kind }) => kind)).toEqual(kept);
    const needs = registers.filter(({ kind }) => kind === 'Need');
    const opened = openedOn(code) <= SAMPLE_TODAY ? [openedOn(code)] : [];
    expect(needs.map(({ since }) => since)).toEqual(opened);
    expect(registers.every(({ basis }) => basis?.includes('示例') === true)).toBe(true);
    expect(kept).not.toContain('DisputeCase');
  }
});

async function importRegisters(
  lines: readonly string[],
  words: readonly string[] = [],
): Promise<Ended & { report: readonly Row[] }> {
  const file = await write('registers.csv', [HEADER, ...lines, ''].join('\n'));
  const ended = await runOnenx(['import', 'registers', file, '--into', hub.dataDirectory, ...words]);
  const report = await readFile(`${file}.rejected.csv`).catch(() => null);
  return { ...ended, report: report === null ? [] : parse<Row>(report, { columns: true, bom: true }) };
}

/** Asks until the hub, which looks from time to time, has taken a change up. */
async function untilKept(code: string, wanted: boolean): Promise<NodeSeen | undefined> {
  for (;;) {
    const node = (await nodesSeen()).find((one) => one.code === code);
    if (node === undefined || node.kept.includes('Need') === wanted) return node;
    await wait(200);
  }
}

async function needsOf(code: string): Promise<{ value: number | null; missing: string | null } | undefined> {
  const period = { from: '2010-01-01', to: SAMPLE_TODAY };
  const { total } = await askRollup(hub, {
    scope: code,
    measures: [{ of: 'needs.raised' }],
    period,
    asOf: SAMPLE_TODAY,
  });
  return total.values[0];
}

test('a list that is opened while the hub serves answers 0, and has not answered once it is closed', async () => {
  const code = committees.find((one) => openedOn(one) > SAMPLE_TODAY) ?? '';
  expect(await needsOf(code)).toMatchObject({ value: null, missing: 'NOT_KEPT' });
  const opened = await importRegisters([`COMMITTEE,${code},Need,2026-11-01,,街道文件`]);
  expect([opened.status, opened.report]).toEqual([0, []]);
  const registers = (await untilKept(code, true))?.registers.filter(({ kind }) => kind === 'Need');
  expect(registers).toEqual([{ kind: 'Need', since: '2026-11-01', until: null, basis: '街道文件' }]);
  expect(await needsOf(code)).toMatchObject({ value: 0, missing: null });
  const closed = await importRegisters([`居委,${code},需求,2026-11-01,2026-11-20,街道文件`]);
  expect([closed.status, closed.report]).toEqual([0, []]);
  await untilKept(code, false);
  expect(await needsOf(code)).toMatchObject({ value: null, missing: 'NOT_KEPT' });
});

describe('the file', () => {
  test.each([
    ['a kind that there is not', 'COMMITTEE,310105001001,Nothing,2026-01-01,,x', 'recordKind', 'VALUE_NOT_IN_LIST'],
    ['a kind of another level', 'STREET,310105001000,Need,2026-01-01,,x', 'level', 'VALUE_NOT_IN_LIST'],
    ['a place below the level', 'STREET,310105001001,*,2026-01-01,,x', 'level', 'VALUE_NOT_IN_LIST'],
    ['a place that there is not', 'COMMITTEE,310105099001,Need,2026-01-01,,x', 'place', 'PLACE_UNKNOWN'],
    ['days in the wrong order', 'COMMITTEE,310105001001,Need,2026-01-02,2026-01-01,x', 'keptUntil', 'DATES_REVERSED'],
    ['no basis', 'COMMITTEE,310105001001,Need,2026-01-01,,', 'basis', 'VALUE_REQUIRED'],
    ['no day', 'COMMITTEE,310105001001,Need,,,x', 'keptSince', 'VALUE_REQUIRED'],
  ])('a line with %s is refused, and told', async (_, line, column, code) => {
    const { status, report } = await importRegisters([line]);
    expect(status).toBe(1);
    expect(report.map((row) => [row['line'], row['column'], row['code']])).toEqual([['2', column, code]]);
  });

  test('that is exported and imported again changes nothing', async () => {
    const { status, stdout } = await runOnenx(['export', 'registers', '--from', hub.dataDirectory]);
    expect(status).toBe(0);
    const file = await write('again.csv', stdout);
    const again = await runOnenx(['import', 'registers', file, '--into', hub.dataDirectory]);
    expect(again.stdout).toMatch(/ 0 inserted, 0 updated, \d+ unchanged, 0 rejected/);
    const template = await runOnenx(['template', 'registers', '--language', 'names']);
    expect(template.stdout.trim()).toBe(stdout.split('\n')[0]);
  });
});
