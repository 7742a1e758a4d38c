import {
  ask,
  ofReport,
  REPORT,
  type FigureAnswer,
  type FigureQuestion,
  type Print,
  type PublishedFigure,
} from './figure.js';
import { REPORT_DAY, REPORT_SPAN } from './vintages.js';

/** One roll-up for all that the district's own offices and centres counted. */
const observed = ask(
  [
    'units.mobilised',
    'volunteerBrigades',
    'aid.persons',
    'aid.households',
    'careHomes.total',
    'careHomes.public',
    'careBeds.public',
    'careHomes.publicPrivateRun',
    'careBeds.publicPrivateRun',
    'careHomes.social',
    'careBeds.social',
    'careBeds.total',
    'nursingBeds.total',
    'nursingBeds.private',
    'nursingBeds.privateShare',
    'rehab.jobsHelped',
    'rehab.succeeded',
    'officeBuildings.served',
    'officeBuildings.coverage',
    'talents.named',
  ],
  { asOf: REPORT_DAY },
);

const disputes = ask(['medicalDisputes.accepted', 'medicalDisputes.resolved', 'medicalDisputes.rate'], {
  period: REPORT_SPAN,
  asOf: REPORT_DAY,
});

const consensus: FigureQuestion = {
  scope: '310105005018',
  measures: [{ of: 'consensus.households', as: 'consensus.households' }],
  asOf: REPORT_DAY,
};

function counted(print: Print, expected: FigureAnswer, note?: string): PublishedFigure {
  return { ...ofReport(print), question: observed, expected, ...(note === undefined ? {} : { note }) };
}

/** What the report prints of bodies and services that only the district counts, in the order of its print. */
export const districtFigures: readonly PublishedFigure[] = [
  counted(['units_mobilised', 1800, '家(余)'], { as: 'units.mobilised', value: 1800 }),
  counted(['volunteer_brigades', 4, '个义工大队'], { as: 'volunteerBrigades', value: 4 }),
  counted(['assisted_poor_persons', 17_182, '人'], { as: 'aid.persons', value: 17_182 }),
  counted(
    ['assisted_poor_households', 12_345, '户'],
    { as: 'aid.households', value: 12_345 },
    'Taken as printed, though it looks like a place-holder.',
  ),
  counted(['elder_care_homes_total', 37, '家'], { as: 'careHomes.total', value: 37 }, '8 + 4 + 25.'),
  counted(['elder_care_homes_public', 8, '家'], { as: 'careHomes.public', value: 8 }),
  counted(['elder_care_beds_public', 653, '张'], { as: 'careBeds.public', value: 653 }),
  counted(['elder_care_homes_public_private_run', 4, '家'], { as: 'careHomes.publicPrivateRun', value: 4 }),
  counted(
    ['elder_care_beds_public_private_run', '202313', '张'],
    { as: 'careBeds.publicPrivateRun', value: null, missing: 'NO_OBSERVATION' },
    'Damaged print: 1013 or 913, not decidable. Unknown is not 0, so `careBeds.total` is null too (`INCOMPLETE`).',
  ),
  counted(['elder_care_homes_social', 25, '家'], { as: 'careHomes.social', value: 25 }),
  counted(['elder_care_beds_social', 3605, '张'], { as: 'careBeds.social', value: 3605 }),
  counted(['nursing_beds_total', 1189, '张'], { as: 'nursingBeds.total', value: 1189 }),
  {
    ...ofReport(['nursing_beds_public', 780, '张']),
    reason: 'No measure of its own: `nursingBeds.total` less `nursingBeds.private`, 1189 − 409.',
  },
  counted(
    ['nursing_beds_private', '42023', '张'],
    { as: 'nursingBeds.private', value: 409 },
    'Damaged print, read as 409: 1189 − 780, and 34.4 % as printed.',
  ),
  counted(['nursing_beds_private_share', 34.4, '%'], {
    as: 'nursingBeds.privateShare',
    value: 409 / 1189,
    numerator: 409,
    denominator: 1189,
  }),
  counted(['drug_rehab_employment_helped', 76, '人次'], { as: 'rehab.jobsHelped', value: 76 }),
  counted(
    ['drug_rehab_success', 26, '人'],
    { as: 'rehab.succeeded', value: 26 },
    'Persons, where the line above counts events: neither is a share of the other.',
  ),
  {
    ...ofReport(['medical_disputes_accepted', 413, '件']),
    question: disputes,
    expected: { as: 'medicalDisputes.accepted', value: 413 },
    note: 'Of one district centre; the disputes of communities are other records.',
  },
  {
    ...ofReport(['medical_disputes_resolved', 353, '件']),
    question: disputes,
    expected: { as: 'medicalDisputes.resolved', value: 353 },
  },
  {
    ...ofReport(['medical_dispute_resolution_rate', 85.5, '%']),
    question: disputes,
    expected: { as: 'medicalDisputes.rate', value: 353 / 413, numerator: 353, denominator: 413 },
  },
  {
    place: '虹桥新城小区(周家桥街道)',
    metric: 'households_in_consensus',
    printed: 1193,
    unit: '户',
    source: REPORT,
    question: consensus,
    expected: { as: 'consensus.households', value: 1193 },
    note: 'Asked of the committee 虹桥新城居委会; the printed year, 2023, is not to be trusted.',
  },
  counted(['key_office_buildings_served', 57, '幢'], { as: 'officeBuildings.served', value: 57 }),
  counted(
    ['key_office_building_coverage', 80, '%'],
    { as: 'officeBuildings.coverage', value: null, numerator: 57, denominator: null, missing: 'NO_OBSERVATION' },
    'The number of key buildings is not printed: 57 / 0.8 would be about 71. A share without its denominator is not made up.',
  ),
];

export const talentFigure: PublishedFigure = counted(['org_leaders_named_talents', 3, '名'], {
  as: 'talents.named',
  value: 3,
});
