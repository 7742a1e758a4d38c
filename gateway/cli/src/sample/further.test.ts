import { beforeAll, describe, expect, test } from '@jest/globals';
import { codeAtLevel, parseRecordId, recordId, type KindDefinition } from '@onenx/schema';
import { createHash } from 'node:crypto';
import { furtherKinds, recordKinds, sampleKinds } from './kinds.js';
import { isExplained } from './work.test-kit.js';
import { rowsIn, writtenSample, type Row, type WrittenSample } from './written-sample.test-kit.js';

const TODAY = '2026-11-22';
const OTHER_DAYS = ['2025-07-31', '2027-02-03', '2026-05-31'] as const;
const further = sampleKinds.filter(({ name }) => furtherKinds.has(name));

let sample: WrittenSample;

beforeAll(async () => {
  sample = await writtenSample({ today: TODAY });
});

/** What the rows of the first tables say, without columns that nobody fills: a kind may get more fields. */
const FIRST: Readonly<Record<string, string>> = {
  ActivityGroup: '8bbb25203429c989',
  ActivityTeam: '7e17caf52950a195',
  CommitteeObservation: '0ae8a419f2d8ac4f',
  DistrictObservation: 'b6f2bcd310ffff36',
  DistrictPerformance: 'dd3d55b56f5c3d8d',
  DistrictProject: '70294f4f611cc3af',
  GradeAssessment: '06804a25d35e2d1a',
  RegisteredOrganization: '5be77b0672d3bcca',
  SatisfactionRound: 'ac9f2bf0460ab9cc',
  SelfGovernanceProject: '5aa18160cc75e862',
  StreetObservation: 'a593a96527cda728',
  StreetPerformance: '4bbed0811c20b99c',
  StreetProject: '7189e29354f2cb9b',
  divisions: '384a9e19b3185504',
};

function digest(rows: readonly Row[]): string {
  const filled = rows.map((row) =>
    Object.entries(row)
      .filter(([, text]) => text !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return createHash('sha256').update(JSON.stringify(filled)).digest('hex').slice(0, 16);
}

test('the first tables say what they said before there were others', () => {
  const first = [...sample.rows].filter(([name]) => !furtherKinds.has(name) && name !== 'registers');
  expect(Object.fromEntries(first.map(([name, rows]) => [name, digest(rows)]))).toEqual(FIRST);
});

describe.each(further.map((kind) => [kind.name, kind] as const))('%s.csv', (name, kind) => {
  test('has records in the states to which their actions led, with the days of these', () => {
    expect(rowsIn(sample, name).filter((row) => !isExplained(kind, row))).toEqual([]);
  });

  test('has days until today alone, but for what is planned', () => {
    const stamped = Object.values(kind.workflow?.actions ?? {}).flatMap(({ stamps = [] }) => stamps);
    const late = rowsIn(sample, name).filter((row) => stamped.some((field) => (row[field] ?? '') > TODAY));
    expect(late).toEqual([]);
  });

  test('refers to records that exist', () => {
    const ids = idsIn(sample);
    const fields = Object.keys(kind.fields).filter((field) => kind.fields[field]?.type === 'id');
    const named = rowsIn(sample, name).flatMap((row) => fields.map((field) => row[field] ?? '').filter(Boolean));
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });
});

function idsIn(written: WrittenSample): ReadonlySet<string | null> {
  return new Set(
    sampleKinds.flatMap((kind) => rowsIn(written, kind.name).map((row) => recordId(kind, row['place'] ?? '', row))),
  );
}

test('bodies that are named are registered', () => {
  const registered = new Set(rowsIn(sample, 'RegisteredOrganization').map(({ uscc }) => uscc));
  const columns = ['uscc', 'claimantUscc', 'operatorUscc', 'providerUscc'];
  const rows = further.flatMap(({ name }) => rowsIn(sample, name));
  const named = rows.flatMap((row) => columns.map((column) => row[column] ?? '')).filter(Boolean);
  expect(named.length).toBeGreaterThan(700);
  expect(named.filter((uscc) => !registered.has(uscc))).toEqual([]);
});

test.each([
  ['OwnersCommittee', 'estateNo', 'Estate'],
  ['FundsDisclosure', 'estateNo', 'OwnersCommittee'],
  ['DistrictContract', 'procurementNo', 'DistrictProcurement'],
  ['StreetContract', 'procurementNo', 'StreetProcurement'],
  ['DistrictPayment', 'contractNo', 'DistrictContract'],
  ['StreetPayment', 'contractNo', 'StreetContract'],
  ['DistrictContract', 'projectNo', 'DistrictProject'],
  ['StreetContract', 'projectNo', 'StreetProject'],
] as const)('%s names by %s a record of %s, at its place', (from, column, to) => {
  const known = new Set(rowsIn(sample, to).map((row) => `${row[column]} ${row['place']}`));
  expect(rowsIn(sample, from).filter((row) => !known.has(`${row[column]} ${row['place']}`))).toEqual([]);
});

describe('the registers', () => {
  const inForce = (row: Row, kind: KindDefinition, node: string): boolean =>
    row['recordKind'] === kind.name &&
    [node, codeAtLevel(node, 'STREET'), codeAtLevel(node, 'DISTRICT')].includes(row['place'] ?? '');

  test('say of every record that its node keeps such records', () => {
    const registers = rowsIn(sample, 'registers');
    const stray = sampleKinds.flatMap((kind) =>
      rowsIn(sample, kind.name).filter((row) => {
        const node = parseRecordId(recordId(kind, row['place'] ?? '', row) ?? '')?.owner ?? '';
        return !registers.some((entry) => inForce(entry, kind, node));
      }),
    );
    expect(stray).toEqual([]);
  });

  test('say nothing of the kinds of which the sample has no record', () => {
    const named = new Set(rowsIn(sample, 'registers').map(({ recordKind }) => recordKind));
    expect(named).toEqual(new Set(sampleKinds.map(({ name }) => name)));
    expect(named.size).toBeLessThan(recordKinds.length);
  });

  test('let some committees have a list of needs since long, some since lately, some not at all', () => {
    const needs = rowsIn(sample, 'registers').filter(({ recordKind }) => recordKind === 'Need');
    const places = new Set(needs.map(({ place }) => place));
    const committees = rowsIn(sample, 'divisions').filter(({ code = '' }) => codeAtLevel(code, 'COMMITTEE') === code);
    const without = committees.filter(({ code, parent }) => !places.has(code) && !places.has(parent));
    expect(without.length).toBeGreaterThan(10);
    expect(without.length).toBeLessThan(committees.length / 2);
    const days = needs.map(({ keptSince = '' }) => keptSince).sort();
    expect(days[0]?.slice(0, 4)).toBe('2025');
    expect(days.at(-1)?.slice(0, 4)).toBe('2026');
  });

  test('were opened before the needs were raised', () => {
    const opened = new Map(
      rowsIn(sample, 'registers')
        .filter(({ recordKind }) => recordKind === 'Need')
        .map(({ place, keptSince = '' }) => [place, keptSince]),
    );
    const early = rowsIn(sample, 'Need').filter(({ place = '', raisedAt = '' }) => {
      const since = opened.get(place) ?? opened.get(codeAtLevel(place, 'STREET') ?? '') ?? '9999';
      return raisedAt < since;
    });
    expect(early).toEqual([]);
  });
});

test.each(OTHER_DAYS)('is as consistent when it ends on %s', async (today) => {
  const other = await writtenSample({ today, seed: 5 });
  const ids = idsIn(other);
  const faults = further.flatMap((kind) => {
    const fields = Object.keys(kind.fields).filter((field) => kind.fields[field]?.type === 'id');
    return rowsIn(other, kind.name).filter(
      (row) => !isExplained(kind, row) || fields.some((field) => row[field] !== '' && !ids.has(row[field] ?? '')),
    );
  });
  expect(faults).toEqual([]);
});
