import { ask, ofReport, type FigureAnswer, type FigureQuestion, type Print, type PublishedFigure } from './figure.js';
import { talentFigure } from './figures-district.js';
import { REPORT_DAY } from './vintages.js';

/** One roll-up for the places, the register and the three tiers at the report's day. */
const standing = ask(
  [
    'places.streets',
    'places.committees',
    'orgs.registered',
    'orgs.charityAndService',
    'orgs.charityAndServiceShare',
    'teams.filed',
    'studios.founded',
    'studios.promoted',
    'studios.conversion',
    'volunteers.registered',
    'volunteers.perResidents',
    'grade.ge3A',
    'grade.ge4A',
  ],
  { asOf: REPORT_DAY },
);
const in1999 = ask(['orgs.registered'], { asOf: '1999-12-31' });
const aYearBefore = ask(['orgs.registered'], { asOf: '2013-09-30' });
const purchases = ask(['projects.signed', 'contracts.amount'], { period: { year: 2013 } });
const only3A: FigureQuestion = {
  ...ask(['grade.valid'], { asOf: REPORT_DAY }),
  where: { dimension: 'grade', in: ['A3'] },
};

interface Asked {
  readonly expected: FigureAnswer;
  readonly question?: FigureQuestion;
  readonly note?: string;
}

function counted(print: Print, { question = standing, ...asked }: Asked): PublishedFigure {
  return { ...ofReport(print), question, ...asked };
}

/** What the report prints of places, the register, the tiers, purchases and grades, in the order of its print. */
export const registerFigures: readonly PublishedFigure[] = [
  counted(['streets_and_towns', '2023', '个街镇'], {
    expected: { as: 'places.streets', value: 10 },
    note: 'Damaged print, read as 10: nine streets and a town.',
  }),
  counted(['residents_committees', 185, '个居民区'], {
    expected: { as: 'places.committees', value: 185 },
    note: 'The report counts 居民区, which may not be the same as 居委会.',
  }),
  {
    ...ofReport(['incubation_pattern', '1+2023+n+185', 'pattern']),
    reason:
      'A pattern, read as 1+10+n+185: the district, its streets and towns, the line departments, the 居民区. The 10 and the 185 are the two lines above.',
  },
  counted(['registered_social_orgs', 74, '家'], {
    question: in1999,
    expected: { as: 'orgs.registered', value: 74 },
    note: 'At the end of 1999. The sample knows no streets or committees before 2010, so this is asked of the district alone.',
  }),
  counted(['registered_social_orgs', 568, '家'], { expected: { as: 'orgs.registered', value: 568 } }),
  counted(['registered_social_orgs_growth', 8, '%/年'], {
    question: aYearBefore,
    expected: { as: 'orgs.registered', value: 526 },
    note: 'Year on year: 568 / 526 = 1.0798. Over the 15 years since 1999 the average is 14.6 %, so 8 % can only be the last year; the 526 is made up to fit it.',
  }),
  {
    ...ofReport(['orgs_per_10k_target', 8, '个/万人(以上)']),
    reason: 'A target whose denominator is not named: 568 is 7.5 per 10,000 of the residents that the report implies.',
  },
  counted(['party_member_volunteer_studios', 180, '家'], { expected: { as: 'studios.founded', value: 180 } }),
  counted(['mass_activity_teams', 1370, '个(余)'], { expected: { as: 'teams.filed', value: 1370 } }),
  counted(['charity_and_community_service_orgs', 445, '个'], {
    expected: { as: 'orgs.charityAndService', value: 445 },
  }),
  counted(['charity_and_community_service_share', 78, '%'], {
    expected: { as: 'orgs.charityAndServiceShare', value: 445 / 568, numerator: 445, denominator: 568 },
  }),
  counted(['registered_volunteers', 110_000, '人(11万余)'], {
    expected: { as: 'volunteers.registered', value: 110_000 },
  }),
  counted(['volunteer_share_of_residents', 14.5, '%(超过)'], {
    expected: {
      as: 'volunteers.perResidents',
      value: null,
      numerator: 110_000,
      denominator: null,
      missing: 'NO_OBSERVATION',
    },
    note: 'The report does not name the denominator (at most 759,000 people), so it is empty.',
  }),
  counted(['purchased_service_projects', 65, '个'], {
    question: purchases,
    expected: { as: 'projects.signed', value: 65 },
    note: 'The printed year, 2023, stands for 2013.',
  }),
  counted(['purchased_service_amount', 2380.9, '万元'], {
    question: purchases,
    expected: { as: 'contracts.amount', value: 2_380_900_000 },
    note: 'In fen.',
  }),
  {
    ...ofReport(['orgs_under_assessment', '2023', '余家']),
    reason: 'Damaged print, probably 10余家; no measure counts assessments that are under way.',
  },
  counted(['orgs_grade_4A_5A', 23, '家'], { expected: { as: 'grade.ge4A', value: 23 } }),
  counted(['orgs_grade_3A', 30, '家'], {
    question: only3A,
    expected: { as: 'grade.valid', value: 30 },
    note: 'With the 23 above: `grade.ge3A` is 53.',
  }),
  counted(['studios_converted_to_registered', 19, '家'], {
    expected: { as: 'studios.promoted', value: 19 },
    note: '`studios.conversion` is 19 / 180.',
  }),
  talentFigure,
  { ...ofReport(['focus_construction_kinds', 6, '类']), reason: 'A rule: kinds of body to be built up first.' },
  { ...ofReport(['convenience_actions', 6, '个便利行动']), reason: 'A rule: names of campaigns.' },
];
