import type { DivisionCode, Level } from '@onenx/schema';
import { registerEntry } from '../../registers/register-entry.kind.js';
import type { Day } from '../calendar.js';
import { furtherKinds, sampleKinds } from '../kinds.js';
import { SAMPLE_MARK } from '../names.js';
import type { SampleRow, SampleTable } from '../row.js';
import type { SampleContext } from '../vintages.js';
import { needOpenings } from './need-openings.js';

/** Before anything that the sample tells of. */
const LONG_AGO: Day = '1990-01-01';
const LONG_KEPT = `${SAMPLE_MARK}文件:既有台账`;
const OPENED = `${SAMPLE_MARK}文件:关于启用新台账的通知`;
const NEEDS_OPENED = `${SAMPLE_MARK}文件:关于建立需求清单的通知`;

interface Opened {
  readonly place: DivisionCode;
  readonly level: Level;
  readonly recordKind: string;
  readonly keptSince: Day;
  readonly basis: string;
}

/** What the nodes of the sample keep; needs are on a list where streets or committees opened one, all else is not kept. */
export function registerTable(context: SampleContext): SampleTable {
  const { places, months, today } = context;
  const place = places.district.code;
  const opened = months[0]?.from ?? today;
  const kept = sampleKinds
    .filter(({ name }) => name !== 'Need')
    .map(({ name, level }) => {
      const isNew = furtherKinds.has(name);
      return {
        place,
        level,
        recordKind: name,
        keptSince: isNew ? opened : LONG_AGO,
        basis: isNew ? OPENED : LONG_KEPT,
      };
    });
  return { kind: registerEntry, rows: [...kept, ...needRegisters(context)].map((entry) => rowOf(entry, today)) };
}

function needRegisters(context: SampleContext): Opened[] {
  const { streets, committees } = needOpenings(context);
  const days = [...streets, ...committees].sort(([a], [b]) => (a < b ? -1 : 1));
  return days.map(([place, keptSince]) => ({
    place,
    level: 'COMMITTEE',
    recordKind: 'Need',
    keptSince,
    basis: NEEDS_OPENED,
  }));
}

function rowOf({ place, ...values }: Opened, today: Day): SampleRow {
  return { place, values: { ...values }, updatedAt: values.keptSince < today ? values.keptSince : today };
}
