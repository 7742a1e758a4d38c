import { apportion } from './apportion.js';
import type { Places } from './places.js';
import { AS_PRINTED, MADE_UP, type Observed } from './observation-row.js';
import type { Random } from './random.js';
import { REPORT_DAY, REPORT_SPAN } from './vintages.js';

const UNDECIDABLE = `${AS_PRINTED};原文印作“202313张”,可能为1013或913,无法判定,故留空`;
const NO_DENOMINATOR = `${AS_PRINTED};报告未给出分母`;
/** Printed as 11万余, of an unnamed number of residents: the denominators stay empty in this vintage. */
const VOLUNTEERS = 110_000;
const CONSENSUS_COMMITTEE = '310105005018';

/** The district's figures as printed, each on the report's day. Nursing beds: 42023 stands for 409 (1189 − 780). */
const STOCKS = [
  ['careBeds.public', 653],
  ['careBeds.social', 3605],
  ['careHomes.public', 8],
  ['careHomes.publicPrivateRun', 4],
  ['careHomes.social', 25],
  ['units.mobilised', 1800],
  ['volunteerBrigades', 4],
  ['aid.persons', 17_182],
  ['aid.households', 12_345],
  ['rehab.jobsHelped', 76],
  ['rehab.succeeded', 26],
  ['talents.named', 3],
] as const;

export function reportOfDistrict({ district }: Places): Observed[] {
  const common = { place: district.code, span: REPORT_DAY, note: AS_PRINTED };
  return [
    { ...common, measure: 'medicalDisputes', span: REPORT_SPAN, numerator: 353, denominator: 413 },
    { ...common, measure: 'nursingBeds', numerator: 409, denominator: 1189 },
    { ...common, measure: 'officeBuildings', numerator: 57, note: NO_DENOMINATOR },
    { ...common, measure: 'careBeds.publicPrivateRun', numerator: null, note: UNDECIDABLE },
    ...STOCKS.map(([measure, numerator]) => ({ ...common, measure, numerator })),
  ];
}

/** What the streets counted at the report's day: made up. */
export function reportOfStreets({ streets }: Places, random: Random): Observed[] {
  return streets.flatMap((street) => {
    const accepted = Math.round(random.around(5200, 2600) * street.weight);
    const onTime = Math.round(accepted * random.around(0.93, 0.06));
    return [
      { place: street.code, measure: 'warnings.open', span: REPORT_DAY, numerator: random.integer(0, 12) },
      { place: street.code, measure: 'serviceCases', span: REPORT_SPAN, numerator: onTime, denominator: accepted },
    ];
  });
}

/** Volunteers add up to the printed number, and one committee has its households; disputes, needs and grids are made up. */
export function reportOfCommittees(places: Places, random: Random): Observed[] {
  const committees = places.committeesOn(REPORT_DAY);
  const shares = apportion(
    VOLUNTEERS,
    committees.map((committee) => places.pull(committee) + 0.2),
  );
  const counted = committees.flatMap((committee, index): Observed[] => {
    const common = { place: committee.code, span: REPORT_DAY, note: MADE_UP };
    const accepted = Math.round(random.skewed(3, 60) * places.pull(committee));
    const resolved = Math.round(accepted * random.around(0.86, 0.14));
    const note = `${AS_PRINTED}:全区11万余,各居委会为拆分;报告未给出分母`;
    return [
      { ...common, measure: 'volunteers', numerator: shares[index] ?? 0, note },
      { ...common, measure: 'disputes', span: REPORT_SPAN, numerator: resolved, denominator: accepted },
      { ...common, measure: 'needs.open', numerator: Math.round(random.skewed(0, 18)) },
      { ...common, measure: 'grids', numerator: random.integer(2, 9) },
    ];
  });
  const consensus = { place: CONSENSUS_COMMITTEE, measure: 'consensusHouseholds', span: REPORT_DAY, numerator: 1193 };
  return [...counted, { ...consensus, note: AS_PRINTED }];
}
