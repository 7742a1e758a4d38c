import { describe, expect, test } from '@jest/globals';
import { parseSpec, specShape, specText, type Spec } from './spec.js';

const spec: Spec = {
  scope: '310105000000',
  measures: ['teams'],
  by: ['street'],
  where: { dimension: 'street', in: ['310105001000'] },
  at: '2024-06-30',
  from: null,
  to: null,
};

function refusal(change: object): string | undefined {
  try {
    parseSpec(JSON.stringify({ ...(JSON.parse(specText(spec)) as object), ...change }));
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

describe('the text of a spec', () => {
  test('is read as the spec that it was written from', () => {
    expect(parseSpec(specText(spec))).toEqual(spec);
    const flow = { ...spec, where: null, from: '2024-01-01', to: '2024-06-30' };
    expect(parseSpec(specText(flow))).toEqual(flow);
  });

  test('is one whatever the order in which a spec names its parts', () => {
    const turned = Object.fromEntries(Object.entries(spec).reverse()) as unknown as Spec;
    expect(specText(turned)).toBe(specText(spec));
  });

  test('has a shape that only the scope does not change', () => {
    expect(specShape({ ...spec, scope: '310105001000' })).toBe(specShape(spec));
    for (const change of [
      { measures: ['groups'] },
      { by: [] },
      { where: null },
      { at: '2024-06-29' },
      { from: '2024-01-01' },
      { to: '2024-06-30' },
    ]) {
      expect(specShape({ ...spec, ...change })).not.toBe(specShape(spec));
    }
  });

  test('is refused by name where it is none', () => {
    expect(refusal({})).toBeUndefined();
    expect(refusal({ v: '1.7' })).toBeUndefined();
    expect(refusal({ v: '2.0' })).toBe('CONTRACT_UNSUPPORTED');
    expect(refusal({ v: undefined })).toBe('CONTRACT_UNSUPPORTED');
    expect(refusal({ scope: '31010' })).toBe('DIVISION_CODE_MALFORMED');
    for (const change of [
      { measures: 'teams' },
      { by: [1] },
      { where: {} },
      { at: '2024-6-30' },
      { from: 20240101 },
      { to: undefined },
    ]) {
      expect(refusal(change)).toBe('SPEC_MALFORMED');
    }
    for (const text of ['', '[', 'null', '1']) {
      expect(() => parseSpec(text)).toThrow(expect.objectContaining({ code: 'SPEC_MALFORMED' }));
    }
  });
});
