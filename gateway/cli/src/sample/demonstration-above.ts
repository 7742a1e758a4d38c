import { closedQuarters } from './demonstration-committees.js';
import type { Observed } from './observation-row.js';
import type { SampleContext } from './vintages.js';

/** What the streets observed in the demonstration's months; now and then a month is missing. */
export function demonstrationOfStreets({ random: parent, places, months }: SampleContext): Observed[] {
  const random = parent.fork('street observations');
  return places.streets.flatMap((street) => {
    const cases = random.around(900, 500) * street.weight;
    return months.flatMap((span): Observed[] => {
      if (random.chance(0.02)) return [];
      const denominator = Math.round(cases * random.around(1, 0.25));
      const numerator = Math.round(denominator * random.around(0.94, 0.05));
      const lag = random.integer(1, 15);
      const warnings = Math.round(random.skewed(0, 22) * street.weight);
      return [
        { place: street.code, measure: 'warnings.open', span: span.to, numerator: warnings, lag },
        { place: street.code, measure: 'serviceCases', span, numerator, denominator, lag },
      ];
    });
  });
}

/** The district's yearly stocks as the sample goes on from the report, and by how much they may grow a year. */
const STOCKS = [
  ['careBeds.public', 940, 12],
  ['careBeds.publicPrivateRun', 1320, 20],
  ['careBeds.social', 4480, 60],
  ['careHomes.public', 9, 0],
  ['careHomes.publicPrivateRun', 7, 1],
  ['careHomes.social', 29, 1],
  ['units.mobilised', 2350, 60],
  ['volunteerBrigades', 10, 0],
  ['aid.persons', 9400, 300],
  ['aid.households', 6100, 200],
  ['rehab.jobsHelped', 58, 9],
  ['rehab.succeeded', 31, 4],
  ['talents.named', 14, 2],
] as const;

/** What the district observed: its centre's disputes a quarter, its stocks at the end of each year. */
export function demonstrationOfDistrict({ random: parent, places, months }: SampleContext): Observed[] {
  const random = parent.fork('district observations');
  const place = places.district.code;
  const disputes = closedQuarters(months).map((span): Observed => {
    const denominator = random.integer(95, 150);
    const numerator = Math.round(denominator * random.around(0.87, 0.06));
    return { place, measure: 'medicalDisputes', span, numerator, denominator, lag: 12 };
  });
  const yearEnds = months.filter(({ to }) => to.endsWith('-12-31'));
  const yearly = yearEnds.flatMap(({ to }): Observed[] => [
    { place, measure: 'nursingBeds', span: to, numerator: random.integer(760, 900), denominator: 2140, lag: 20 },
    { place, measure: 'officeBuildings', span: to, numerator: random.integer(92, 110), denominator: 118, lag: 20 },
    ...STOCKS.map(([measure, base, growth]) => {
      return { place, measure, span: to, numerator: base + random.integer(0, growth), lag: 20 };
    }),
  ]);
  return [...disputes, ...yearly];
}
