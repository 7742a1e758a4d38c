import { demonstrationOfDistrict, demonstrationOfStreets } from './demonstration-above.js';
import { demonstrationOfCommittees } from './demonstration-committees.js';
import { kindNamed } from './kinds.js';
import { observationRow, type Observed } from './observation-row.js';
import { reportOfCommittees, reportOfDistrict, reportOfStreets } from './report-observations.js';
import type { SampleRow, SampleTable } from './row.js';
import type { SampleContext } from './vintages.js';

/** The observations of all levels in both vintages; between them nothing was observed. */
export function observationTables(context: SampleContext): SampleTable[] {
  const { places, today } = context;
  const random = context.random.fork('report observations');
  const rows = (...parts: Observed[][]): SampleRow[] => parts.flat().map((observed) => observationRow(observed, today));
  return [
    { kind: kindNamed('DistrictObservation'), rows: rows(reportOfDistrict(places), demonstrationOfDistrict(context)) },
    {
      kind: kindNamed('StreetObservation'),
      rows: rows(reportOfStreets(places, random), demonstrationOfStreets(context)),
    },
    {
      kind: kindNamed('CommitteeObservation'),
      rows: rows(reportOfCommittees(places, random), demonstrationOfCommittees(context)),
    },
  ];
}
