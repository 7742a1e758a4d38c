import { readFileSync } from 'node:fs';
import { LegalParameters, type LegalParameter } from '@onenx/schema';
import { CsvRows } from '../import/source/csv-rows.js';

const FILE = new URL('../../data/legal-parameters.csv', import.meta.url);
const COLUMNS = ['name', 'place', 'value', 'unit', 'validFrom', 'validTo', 'zh', 'en', 'source', 'confirmed'] as const;

let shipped: LegalParameters | undefined;

/** The legal parameters that come with the software: data with place, validity and source, read once. */
export function shippedParameters(): LegalParameters {
  return (shipped ??= new LegalParameters(readParameters(readFileSync(FILE, 'utf8'))));
}

/** The parameters of a CSV file with the columns of the shipped one. @throws Error naming the line of a row that is none */
export function readParameters(text: string): LegalParameter[] {
  const rows = new CsvRows();
  const [header, ...found] = [...rows.push(text), ...rows.end()];
  if (header?.cells.join() !== COLUMNS.join()) throw new Error(`expected the columns ${COLUMNS.join()}`);
  return found.map(({ line, cells }) => {
    const [name = '', place = '', value, unit = '', validFrom = '', validTo, zh = '', en = '', source = '', confirmed] =
      cells.map(String);
    const read = { name, place, value: Number(value), unit, validFrom, validTo: validTo || null, zh, en, source };
    const whole = name !== '' && Number.isFinite(read.value) && validFrom !== '' && source !== '';
    if (cells.length !== COLUMNS.length || !whole) throw new Error(`line ${line} is no legal parameter`);
    return { ...read, confirmed: confirmed === 'true' };
  });
}
