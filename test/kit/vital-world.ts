import { addDays, isVocabulary, recordId, type KindDefinition } from '@onenx/schema';
import * as fc from 'fast-check';
import { fieldValue } from './random-record.js';
import { creditCode, DISTRICT, kindNamed, OTHER_STREET, STREET } from './records.js';
import type { Values } from './store.js';
import type { World } from './vital-oracle.js';

/** The kinds that vital signs are read from. */
export const VITAL_KINDS: readonly KindDefinition[] = [
  'RegisteredOrganization',
  'AnnualReport',
  'GradeAssessment',
  'CreditListing',
  'Penalty',
  'EnforcementCase',
  'GovernanceBody',
  'DistrictProject',
  'DistrictPerformance',
  'DistrictPayment',
  'DistrictWarning',
].map(kindNamed);

const CODES = [1, 2, 3].map(creditCode);

/** Random records about few organizations, so that many are about the same one, with days around today. */
export function vitalWorld(today: string, most: number): fc.Arbitrary<World> {
  const kinds = VITAL_KINDS.filter(({ name }) => name !== 'DistrictWarning');
  const lists = kinds.map(
    (kind) => [kind.name, fc.array(recordOf(kind, today), { maxLength: most, size: 'max' })] as const,
  );
  return fc
    .record(Object.fromEntries(lists))
    .map((world) => Object.fromEntries(kinds.map((kind) => [kind.name, unique(kind, world[kind.name] ?? [])])));
}

function recordOf(kind: KindDefinition, today: string): fc.Arbitrary<Values> {
  const year = Number(today.slice(0, 4));
  const day = fc.integer({ min: -1500, max: 300 }).map((days) => addDays(today, days));
  const special: Readonly<Record<string, fc.Arbitrary<Values[string]>>> = {
    uscc: fc.constantFrom(...CODES),
    supplierUscc: fc.option(fc.constantFrom(...CODES), { freq: 5 }),
    projectNo: fc.constantFrom('P1', 'P2'),
    reportYear: fc.integer({ min: year - 4, max: year }),
    name: fc.constant('示例社'),
    organizationName: fc.constantFrom('示例社', '示例社', '示例会'),
    supplierName: fc.constantFrom('示例社', '示例社', '示例会'),
    subjectName: fc.constantFrom('示例社', '示例社', '示例会'),
    fine: fc.constant(null),
    penaltyKind: fc.constantFrom('WARNING', 'FINE', 'FINE', 'CONFISCATION'),
    // Often enough for what needs several of these at once.
    evaluatedAt: fc.option(
      fc.integer({ min: -500, max: 20 }).map((days) => addDays(today, days)),
      { freq: 8 },
    ),
    replacedAt: fc.option(day, { freq: 2 }),
    result: fc.constantFrom('FAILED', 'FAILED', 'PASSED', null),
    respondents: fc.option(fc.integer({ min: 0, max: 12 }), { freq: 8 }),
    satisfied: fc.option(fc.integer({ min: 0, max: 8 }), { freq: 8 }),
    registeredAt: fc.option(
      fc.integer({ min: -1500, max: 5 }).map((days) => addDays(today, days)),
      { freq: 10 },
    ),
    closedAt: fc.option(day, { freq: 2 }),
  };
  const whole = new Set([
    'supplierUscc',
    'registeredAt',
    'closedAt',
    'evaluatedAt',
    'replacedAt',
    'result',
    'respondents',
    'satisfied',
  ]);
  const fields = Object.entries(kind.fields).map(([name, field]) => {
    const usual = !isVocabulary(field.type) && field.type === 'date' ? day : fieldValue(field);
    const value = special[name] ?? usual;
    return [name, field.optional === true && !whole.has(name) ? fc.option(value, { freq: 2 }) : value] as const;
  });
  const common = {
    place: fc.constantFrom(STREET, OTHER_STREET, DISTRICT),
    state: fc.constantFrom('SUBMITTED', 'SUBMITTED', 'APPROVED_DISTRICT', 'LOCKED', 'DRAFT', 'WITHDRAWN'),
    // Two records of one natural key were made at different times: the first has the id of its key, another its own.
    n: fc.nat(1_000_000),
  };
  return fc.record({ ...Object.fromEntries(fields), ...common });
}

function unique(kind: KindDefinition, records: readonly Values[]): Values[] {
  const byId = new Map<string, Values>();
  for (const { n, ...record } of records) {
    const minted = recordId(kind, String(record['place']), record) ?? '';
    const id = byId.has(minted) ? `${minted}-${String(n)}` : minted;
    byId.set(id, { ...record, id });
  }
  return [...byId.values()];
}
