import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  checkCreditCode,
  creditCodeBodyReserved,
  isVocabulary,
  parseRecordId,
  placeLevel,
  PlaceTree,
} from '@onenx/schema';
import type { FieldDefinition, FieldValue, KindDefinition, PlaceVersion } from '@onenx/schema';
import { isDay } from './calendar.js';
import { sampleKinds } from './kinds.js';
import { writeSample } from './write-sample.js';
import { rowsIn, writtenSample, type Row, type WrittenSample } from './written-sample.test-kit.js';

const TODAY = '2026-11-22';
const RANK = { DISTRICT: 0, STREET: 1, COMMITTEE: 2 } as const;
const FIRST_EDITION = '2010-01-01';

let sample: WrittenSample;
let tree: PlaceTree;

beforeAll(async () => {
  sample = await writtenSample({ today: TODAY });
  tree = PlaceTree.of(rowsIn(sample, 'divisions').map(version));
});

function version(row: Row): PlaceVersion {
  const { code = '', name = '', validFrom = '', predecessors = '' } = row;
  return {
    code,
    name,
    level: placeLevel(code),
    kind: 'DISTRICT',
    parent: row['parent'] || null,
    validFrom,
    validTo: row['validTo'] || null,
    predecessors: predecessors.split(' ').filter(Boolean),
    synthetic: row['synthetic'] === 'true',
  };
}

test('writes the same bytes for the same seed and day, and other bytes for another seed', async () => {
  const again = await writtenSample({ today: TODAY });
  const different = (than: WrittenSample): string[] =>
    [...sample.files].filter(([name, bytes]) => !than.files.get(name)?.equals(bytes)).map(([name]) => name);
  expect(different(again)).toEqual([]);
  const other = await writtenSample({ today: TODAY, seed: 7 });
  expect(different(other)).toEqual([...sample.files.keys()].filter((name) => name !== 'divisions.csv'));
});

test('writes a file a kind and the divisions, in UTF-8 with plain line feeds', () => {
  const expected = ['divisions', 'registers', ...sampleKinds.map((kind) => kind.name)]
    .map((name) => `${name}.csv`)
    .sort();
  expect([...sample.files.keys()].sort()).toEqual(expected);
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for (const bytes of sample.files.values()) {
    const text = strict.decode(bytes);
    expect(text).not.toMatch(/[\r\u{feff}]/u);
    expect(text.endsWith('\n')).toBe(true);
  }
});

test('counts in its summary what it wrote', () => {
  for (const { name, rows } of sample.summary.files)
    expect(rowsIn(sample, name.replace('.csv', ''))).toHaveLength(rows);
  const { demonstration, rows, files } = sample.summary;
  expect(demonstration).toEqual({ from: '2024-11-01', to: '2026-10-31' });
  const records = files.filter(({ kind }) => kind !== null);
  expect(rows).toBe(records.reduce((sum, file) => sum + file.rows, 0));
});

test.each(['2026-02-30', 'today', '2025-07-30'])('refuses %s as today', async (today) => {
  await expect(writeSample({ directory: 'never-made', today })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
});

describe.each(sampleKinds.map((kind) => [kind.name, kind] as const))('%s.csv', (name, kind) => {
  test('has the columns of the kind, in its order', () => {
    const [header] = sample.files.get(`${name}.csv`)?.toString().split('\n') ?? [];
    expect(header).toBe(['place', ...Object.keys(kind.fields), 'updatedAt', 'externalId', 'synthetic'].join(','));
    expect(rowsIn(sample, name).length).toBeGreaterThan(10);
  });

  test('has a valid value in every cell', () => {
    const faults = rowsIn(sample, name).flatMap((row) => [
      ...Object.entries(kind.fields).flatMap(([field, definition]) => {
        const text = row[field] ?? '';
        return isValid(text, definition) ? [] : [`${field}: ${text}`];
      }),
      ...(kind.check?.(typedValues(row, kind)) ? [`check: ${JSON.stringify(row)}`] : []),
      ...(row['synthetic'] === 'true' ? [] : ['synthetic']),
      ...(isDay(row['updatedAt'] ?? '') && (row['updatedAt'] ?? '') <= TODAY ? [] : [`updatedAt: ${row['updatedAt']}`]),
    ]);
    expect(faults).toEqual([]);
  });

  test('has each natural key and each external id once', () => {
    const rows = rowsIn(sample, name);
    const keys = rows.map((row) => JSON.stringify(kind.key.map((field) => row[field])));
    expect(new Set(keys).size).toBe(rows.length);
    expect(new Set(rows.map((row) => row['externalId'])).size).toBe(rows.length);
  });

  test('has dates in order, and places that its level owns and that exist when a record begins', () => {
    const faults = rowsIn(sample, name).filter((row) => {
      const from = row[kind.validity.from] ?? '';
      const to = row[kind.validity.to] ?? '';
      const place = tree.at(from < FIRST_EDITION ? FIRST_EDITION : from).get(row['place'] ?? '');
      const owned = place !== undefined && RANK[place.level] >= RANK[kind.level];
      return !owned || from > TODAY || (to !== '' && to < from);
    });
    expect(faults).toEqual([]);
  });
});

function isValid(text: string, definition: FieldDefinition): boolean {
  const { type, optional = false, personal = false, maxLength = Infinity } = definition;
  if (text === '') return optional;
  if (personal) return false;
  if (isVocabulary(type)) return type.codes.includes(text);
  if (type === 'date') return isDay(text);
  if (type === 'boolean') return text === 'true' || text === 'false';
  if (type === 'creditCode') return checkCreditCode(text).code === text && checkCreditCode(text).warnings.length === 0;
  if (type === 'id') return parseRecordId(text) !== null;
  if (type === 'text' || type === 'measure') return text.length <= maxLength;
  return isNumber(Number(text), definition);
}

function isNumber(value: number, { type, min = -Infinity, max = Infinity }: FieldDefinition): boolean {
  return value >= min && value <= max && (type === 'number' || Number.isSafeInteger(value));
}

function typedValues(row: Row, kind: KindDefinition): Record<string, FieldValue> {
  const entries = Object.entries(kind.fields).map(([field, { type }]): [string, FieldValue] => {
    const text = row[field] ?? '';
    const numeric = type === 'integer' || type === 'number' || type === 'fen';
    if (text === '') return [field, null];
    return [field, numeric ? Number(text) : text];
  });
  return Object.fromEntries(entries);
}

test('gives every body a code of its own, of the range that no real body has', () => {
  const bodies = rowsIn(sample, 'RegisteredOrganization').map((row) => row['uscc'] ?? '');
  expect(new Set(bodies).size).toBe(bodies.length);
  const suppliers = ['DistrictProject', 'StreetProject'].flatMap((name) => rowsIn(sample, name));
  const codes = [...bodies, ...suppliers.map((row) => row['supplierUscc'] ?? '').filter(Boolean)];
  expect(codes.filter((code) => !creditCodeBodyReserved(code))).toEqual([]);
  const registered = new Set(bodies);
  for (const { supplierUscc = '', toSocialOrganization } of suppliers) {
    expect(toSocialOrganization).toBe(String(registered.has(supplierUscc)));
  }
});

test('writes 示例 into every name, title and subject, and into the note of every observation', () => {
  const columns = [
    'name',
    'organizationName',
    'title',
    'subject',
    'topic',
    'supplierName',
    'providerName',
    'propertyFirm',
  ];
  columns.push('evaluator', 'address', 'disposal', 'outcome', 'basis', 'note');
  const rows = sampleKinds.flatMap(({ name }) => rowsIn(sample, name));
  const texts = rows.flatMap((row) => columns.map((column) => row[column] ?? '')).filter(Boolean);
  expect(texts.filter((text) => !text.includes('示例'))).toEqual([]);
  const observations = rows.filter((row) => row['measure'] !== undefined);
  expect(observations.filter((row) => row['note'] === '')).toEqual([]);
  for (const file of ['RegisteredOrganization', 'ActivityTeam', 'ActivityGroup']) {
    const names = rowsIn(sample, file).map((row) => row['name'] ?? '');
    expect(names.every((name) => /^长宁区.*示例/.test(name))).toBe(true);
    expect(new Set(names).size).toBe(names.length);
  }
});

test('lets grades and evaluations refer to records that exist, at their place', () => {
  const bodies = new Map(rowsIn(sample, 'RegisteredOrganization').map((row) => [row['uscc'], row]));
  for (const { uscc, place, organizationName } of rowsIn(sample, 'GradeAssessment')) {
    expect(bodies.get(uscc)).toMatchObject({ place, name: organizationName });
  }
  for (const level of ['District', 'Street']) {
    const projects = new Map(rowsIn(sample, `${level}Project`).map((row) => [row['projectNo'], row]));
    for (const { projectNo, place, contractAmount } of rowsIn(sample, `${level}Performance`)) {
      expect(projects.get(projectNo)).toMatchObject({ place, contractAmount });
    }
  }
});

test('grades no body twice on one day', () => {
  const rows = rowsIn(sample, 'GradeAssessment');
  for (const [, awards] of Map.groupBy(rows, (row) => row['uscc'])) {
    const sorted = awards.toSorted((a, b) => ((a['awardedAt'] ?? '') < (b['awardedAt'] ?? '') ? -1 : 1));
    sorted.slice(1).forEach((award, index) => {
      expect((award['awardedAt'] ?? '') >= (sorted[index]?.['validTo'] ?? '')).toBe(true);
    });
  }
});
