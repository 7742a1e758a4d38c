import { describe, expect, test } from '@jest/globals';
import { errorCatalogue, type ErrorCode } from './catalogue.js';
import { isErrorCode, OneNXError, preferredLanguage, renderError } from './onenx-error.js';

const codes = Object.keys(errorCatalogue) as ErrorCode[];

function placeholders(text: string): string[] {
  const found =
    text
      .replaceAll('{{', '')
      .replaceAll('}}', '')
      .match(/\{\w+\}/g) ?? [];
  return [...new Set<string>(found)].sort();
}

describe('the catalogue of errors', () => {
  test.each(codes)('%s says the same in both languages', (code) => {
    const { en, zh } = errorCatalogue[code];
    expect(placeholders(zh).filter((name) => !placeholders(en).includes(name))).toEqual([]);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}{3}/u);
  });
});

describe('an error', () => {
  test('carries its code, category and parameters, and is said in English where no caller is known', () => {
    const error = new OneNXError('PORT_IN_USE', { found: 4000, expected: '--port' }, { cause: 'x' });
    expect(error.extensions).toEqual({
      code: 'PORT_IN_USE',
      category: 'UNAVAILABLE',
      params: { found: 4000, expected: '--port' },
    });
    expect(error.message).toBe('Port 4000 is taken by another program. Stop it, or choose another with --port.');
    expect(error.cause).toBe('x');
    expect(renderError('PORT_IN_USE', error.params, 'zh')).toContain('端口 4000');
  });

  test('does not fill what a caller sent as if it were a parameter, and shortens it', () => {
    expect(renderError('MEASURE_UNKNOWN', { found: '{nearest}', nearest: 'x' }, 'en')).toContain('"{nearest}"');
    expect(renderError('MEASURE_UNKNOWN', { found: 'y'.repeat(1e5) }, 'en').length).toBeLessThan(400);
    expect(renderError('PLACE_UNKNOWN', {}, 'en')).toContain('`district { streets }`');
  });

  test('is known by its code alone', () => {
    expect(['PORT_IN_USE', 'toString', '', null].map(isErrorCode)).toEqual([true, false, false, false]);
  });
});

describe('the language of a caller', () => {
  test.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-CN,en;q=0.9', 'zh'],
    ['en;q=0.5,zh;q=0.8', 'zh'],
    ['fr,en;q=0.4', 'en'],
    ['fr', 'zh'],
    ['*;q=x,,;', 'zh'],
    ['zh;q=0,en;q=0.1', 'en'],
  ])('%s is %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
