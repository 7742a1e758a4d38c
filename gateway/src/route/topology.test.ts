import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { contains, OneNXError } from '@onenx/schema';
import type { Service } from './service.js';
import { createTopology, type EndpointConfig } from './topology.js';

const CODES = ['310105', '310105001', '310105002', '310105001001', '310105001002', '310105002001'];
const padded = (code: string): string => code.padEnd(12, '0');
const silent: Service = async () => ({ data: null });

function topologyOf(codes: readonly string[]) {
  const configs = codes.map((one, i): EndpointConfig => ({
    level: 'COMMITTEE',
    url: `http://127.0.0.1:${i + 1}/`,
    codes: one,
  }));
  return createTopology(configs, () => silent);
}

describe('a topology', () => {
  test('gives each place to the one endpoint that names it most specifically', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(CODES, { minLength: 1 }), fc.constantFrom(...CODES), (configured, asked) => {
        const holders = topologyOf(configured)
          .endpoints('COMMITTEE')
          .filter(({ holds }) => holds(padded(asked)));
        const naming = configured.filter((code) => contains(padded(code), padded(asked)));
        expect(holders).toHaveLength(Math.min(1, naming.length));
        const most = naming.toSorted((a, b) => b.length - a.length)[0];
        if (most !== undefined) expect(holders[0]?.codes.split(',')[0]).toBe(most);
      }),
    );
  });

  test('finds as owners of a place those that contain it and those that lie in it', () => {
    const topology = topologyOf(['310105', '310105001', '310105001002']);
    const owners = (code: string): string[] => topology.owners('COMMITTEE', padded(code)).map(({ codes }) => codes);
    expect(owners('310105')).toHaveLength(3);
    expect(owners('310105001')).toEqual(['310105001,-310105001002', '310105001002']);
    expect(owners('310105001002')).toEqual(['310105001002']);
    expect(owners('310105002')).toEqual(['310105,-310105001']);
  });

  test('does not ask an endpoint from which more specific ones have taken everything', () => {
    const topology = topologyOf(['310105001', '310105001001,310105001002', '310105']);
    expect(topology.owners('COMMITTEE', padded('310105001001')).map(({ codes }) => codes)).toEqual([
      '310105001001,310105001002',
    ]);
  });

  test('is refused when two endpoints of a level name one place', () => {
    expect(() => topologyOf(['310105', '310105'])).toThrow(OneNXError);
  });
});
