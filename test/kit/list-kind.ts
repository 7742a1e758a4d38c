import * as fc from 'fast-check';
import { defineKind, type FieldType } from '@onenx/schema';
import { topic } from './part-kinds.js';
import type { Values } from './store.js';

const fieldTypes = {
  title: 'text',
  members: 'integer',
  score: 'number',
  amount: 'fen',
  open: 'boolean',
  begunAt: 'date',
  uscc: 'creditCode',
  topic,
  measure: 'measure',
} as const satisfies Record<string, FieldType | typeof topic>;

/** A kind with a field of every type, any of which may be empty. */
export const listKind = defineKind({
  name: 'ListCase',
  plural: 'listCases',
  code: 'LC',
  zh: '列表案例',
  en: 'List case',
  level: 'STREET',
  interfaces: [],
  key: ['title'],
  fields: {
    ...Object.fromEntries(
      Object.entries(fieldTypes).map(([name, type]) => [name, { type, zh: name, en: name, optional: true }]),
    ),
    secret: { type: 'text', zh: '秘密', en: 'Secret', optional: true, personal: true },
  },
  validity: { from: 'begunAt', to: 'begunAt' },
  measures: [],
});

const WORDS = ['', 'a', 'A', 'Ab', 'é', 'É', '区', '街道', '𠮷', '～', '100%', 'a_b', 'a\\b', "O'Hara", '"', '?', ' a'];

/** Few values a field, so that records tie. */
export const VALUES = {
  title: WORDS,
  members: [0, 1, 2, -3, 2_147_483_647],
  score: [0, 0.1, 0.3, -1.5, 1e-9, 12_345.678_9],
  amount: [0, 1, 2_380_900_000, 9_007_199_254_740_991],
  open: [true, false],
  begunAt: ['2019-12-31', '2020-01-01', '2020-02-29'],
  uscc: ['52310105YYYY00007P', '52310105YYYY00015J'],
  topic: [...topic.codes],
  measure: ['needs.open', 'grids'],
} as const;

export const FIELDS = Object.keys(VALUES) as (keyof typeof VALUES)[];
export const PLACES = ['310105001000', '310105001001', '310105001002', '310105002000', '310105009000', '310105009001'];

const fields = Object.fromEntries(
  FIELDS.map((field) => [field, fc.option(fc.constantFrom<string | number | boolean>(...VALUES[field]), { freq: 3 })]),
);

export const listRecords: fc.Arbitrary<Values[]> = fc
  .array(fc.record<Values>({ place: fc.constantFrom(...PLACES), ...fields }), { minLength: 20, maxLength: 60 })
  .map((records) => records.map((record, i) => ({ ...record, id: `${i % 7}-𠮷${i}`, secret: 'x' })));

/** By code point, as both databases compare text: UTF-8 keeps their order. */
export function compareValues(a: Values[string], b: Values[string]): number {
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return Number(a) - Number(b);
}
