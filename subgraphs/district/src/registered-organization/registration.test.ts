import { describe, expect, test } from '@jest/globals';
import { addYears, type RecordValues } from '@onenx/schema';
import fc from 'fast-check';
import { broken, parameter, setBy } from '@onenx/node/testing';
import { registration } from './registration.js';
import { certificateRules, entryRules, registrationRules } from './registration-rules.js';

const association = { legalForm: 'ASSOCIATION' };

describe('the register', () => {
  test('takes a credit code alone that agrees with the legal form', () => {
    const forms = { '51': 'ASSOCIATION', '52': 'SERVICE_ORG', '53': 'FOUNDATION' };
    for (const prefix of Object.keys(forms)) {
      for (const [own, legalForm] of Object.entries(forms)) {
        const found = broken(registrationRules, 'ORG_CODE_FORM', { after: { uscc: `${prefix}310105`, legalForm } });
        expect(found === null).toBe(prefix === own);
      }
    }
  });

  test.each([
    [{ registrationMode: 'DIRECT' }, ['ORG_DIRECT_CLASS']],
    [{ registrationMode: 'DIRECT', directClass: 'TRADE' }, []],
    [{ registrationMode: 'DUAL' }, ['ORG_SUPERVISING_UNIT']],
    [{ registrationMode: 'DUAL', supervisingUnit: '' }, ['ORG_SUPERVISING_UNIT']],
    [{ registrationMode: 'DUAL', supervisingUnit: '示例局' }, []],
  ])('finds in %j what is missing: %j', (after: RecordValues, expected) => {
    const codes = ['ORG_DIRECT_CLASS', 'ORG_SUPERVISING_UNIT'];
    expect(codes.filter((code) => broken(registrationRules, code, { after }) !== null)).toEqual(expected);
  });

  test('does not hold against a record what was imported and is not touched', () => {
    const before = { registrationMode: 'DIRECT', uscc: '51', legalForm: 'SERVICE_ORG', name: '甲' };
    for (const { code } of registrationRules) {
      expect(broken(registrationRules, code, { before, after: { ...before, name: '乙' } })).toBeNull();
    }
    expect(broken(registrationRules, 'ORG_CODE_FORM', { before, after: { ...before, uscc: '53' } })).not.toBeNull();
  });
});

describe('the entry of an association', () => {
  test('needs its members: individuals, units, or both', () => {
    fc.assert(
      fc.property(fc.nat(80), fc.nat(80), (memberPersons, memberUnits) => {
        const least = memberUnits === 0 ? 50 : memberPersons === 0 ? 30 : 50;
        const found = broken(entryRules, 'ORG_MEMBERS', { after: { ...association, memberPersons, memberUnits } });
        expect(found === null).toBe(memberPersons + memberUnits >= least);
      }),
    );
  });

  test.each([
    [2_999_999, false],
    [3_000_000, true],
  ])('with %i fen of funds is allowed: %s', (funds, allowed) => {
    expect(broken(entryRules, 'ORG_FUNDS', { after: { ...association, funds } }) === null).toBe(allowed);
    expect(broken(entryRules, 'ORG_FUNDS', { after: { legalForm: 'SERVICE_ORG', funds } })).toBeNull();
  });

  test('is decided within sixty days', () => {
    const decided = (registeredAt: string) =>
      broken(entryRules, 'ORG_DECISION_DAYS', { after: { appliedAt: '2026-01-01', registeredAt } });
    expect(decided('2026-03-02')).toBeNull();
    expect(decided('2026-03-03')).toMatchObject({ found: '2026-03-03', expected: '≤ 2026-03-02' });
  });

  test('makes a certificate run from the day of registration, and an extension from today', () => {
    const after = { registeredAt: '2024-02-29' };
    const years = parameter('org.certificate.years');
    expect(setBy(registration, 'registerOrganization', { after })).toEqual({
      certificateValidTo: addYears('2024-02-29', years),
    });
    expect(setBy(registration, 'extendOrganizationCertificate', { after })).toEqual({
      certificateValidTo: addYears('2026-06-30', years),
    });
  });
});

test('a certificate is extended with a warning while its body is on the serious list', () => {
  const listed = (creditStatus: string) =>
    broken(certificateRules, 'ORG_CERTIFICATE_LISTED', {
      after: {},
      related: { listings: [{ creditKind: 'SERIOUS', creditStatus }] },
    });
  expect([listed('LISTED') === null, listed('REMOVED') === null]).toEqual([false, true]);
});

describe('a check whether a body is alive', () => {
  test.each<[RecordValues, string, string]>([
    // Never active nor reported: a year after registration, and after two reports have not come (2024, 2025).
    [{ registeredAt: '2024-03-01' }, '2025-03-01', '2026-05-31'],
    [{ registeredAt: '2010-03-01', lastActivityAt: '2025-10-01', lastReportYear: 2024 }, '2026-10-01', '2027-05-31'],
    // What is said to have been before the registration does not count.
    [{ registeredAt: '2024-03-01', lastActivityAt: '2020-01-01' }, '2025-03-01', '2026-05-31'],
  ])('of %j sets activity due by %s and a report by %s', (known, activityDueBy, reportDueBy) => {
    const after = { legalForm: 'SERVICE_ORG', ...known };
    expect(setBy(registration, 'checkOrganization', { after })).toEqual({ activityDueBy, reportDueBy });
  });

  test('says a foundation has to report by the end of March, and nothing of a body not yet registered', () => {
    const foundation = { legalForm: 'FOUNDATION', registeredAt: '2010-01-01', lastReportYear: 2024 };
    expect(setBy(registration, 'checkOrganization', { after: foundation })).toMatchObject({
      reportDueBy: '2027-03-31',
    });
    expect(setBy(registration, 'checkOrganization', { after: { legalForm: 'FOUNDATION' } })).toEqual({
      activityDueBy: null,
      reportDueBy: null,
    });
  });
});
