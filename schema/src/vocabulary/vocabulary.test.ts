import { describe, expect, test } from '@jest/globals';
import { grade, vocabularies } from './vocabularies.js';
import { findEntry } from './vocabulary.js';

describe.each(vocabularies.map((vocabulary) => [vocabulary.name, vocabulary] as const))('%s', (_, vocabulary) => {
  test('says every code in both languages, in its order, with a source', () => {
    expect(vocabulary.codes).toEqual(vocabulary.entries.map(({ code }) => code));
    expect(vocabulary.entries.map(({ order }) => order)).toEqual(vocabulary.codes.map((_, i) => i));
    for (const text of [vocabulary, ...vocabulary.entries]) expect([text.zh.trim(), text.en.trim()]).not.toContain('');
    expect(vocabulary.source).not.toBe('');
  });

  test('has codes that are names of GraphQL, and labels that tell them apart', () => {
    for (const code of vocabulary.codes) expect(code).toMatch(/^[A-Z][A-Z0-9_]*$/);
    for (const { code, zh, en } of vocabulary.entries) {
      for (const text of [code, code.toLowerCase(), zh, ` ${en.toUpperCase()} `])
        expect(findEntry(vocabulary, text)?.code).toBe(code);
    }
  });
});

describe('the vocabularies', () => {
  test('have names of their own, in their order', () => {
    const names = vocabularies.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)].sort());
  });

  test('do not take for a code what is none', () => {
    for (const text of ['', 'NONE', 'constructor', '6A']) expect(findEntry(grade, text)).toBeUndefined();
  });
});
