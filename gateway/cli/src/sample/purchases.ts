import type { DivisionCode } from '@onenx/schema';
import { apportion } from './apportion.js';
import { addDays, dayIn, daysBetween, earlier, yearOf, type Day } from './calendar.js';
import type { SamplePlace } from './places.js';
import type { Random } from './random.js';
import type { Supplier, Suppliers } from './suppliers.js';
import type { SampleContext } from './vintages.js';

/** A purchase, before it is written: evaluations and satisfaction rounds refer to it. Money is in fen. */
export interface Purchase {
  readonly projectNo: string;
  /** The street that buys; null: the district does. */
  readonly street: SamplePlace | null;
  readonly place: DivisionCode;
  readonly supplier: Supplier | null;
  readonly amount: number | null;
  readonly signedAt: Day | null;
  readonly startedAt: Day;
  readonly endedAt: Day | null;
  readonly terminated: boolean;
}

/** Published for 2013: 65 projects for 2,380.9 万元. How they divide between district and streets is made up. */
const REPORT_YEAR = 2013;
const REPORT_DISTRICT_PROJECTS = 26;
const REPORT_STREET_PROJECTS = 39;
const REPORT_AMOUNT_FEN = 2_380_900_000;
/** Contracts are in hundreds of yuan. */
const STEP_FEN = 10_000;
const SMALLEST_STEPS = 300;
const GREATEST_STEPS = 14_000;
const PIPELINE = 16;

/** Every purchase since 2013, those without a contract yet at the end. */
export function planPurchases(suppliers: Suppliers, context: SampleContext): Purchase[] {
  const random = context.random.fork('purchases');
  const numbers = new Map<string, number>();
  const deal = { ...context, random, suppliers, numbers };
  const purchases = reportYear(deal);
  for (let year = REPORT_YEAR + 1; year <= yearOf(context.today); year += 1) {
    const signed = signingDays(year, context.today, random);
    purchases.push(...signed.map((day) => signedPurchase({ day, amount: steps(random) * STEP_FEN }, deal)));
  }
  return [...purchases, ...waitingPurchases(deal)];
}

interface Deal extends SampleContext {
  readonly suppliers: Suppliers;
  /** The last number given, by buyer and year. */
  readonly numbers: Map<string, number>;
}

function steps(random: Random): number {
  return Math.round(random.skewed(SMALLEST_STEPS, GREATEST_STEPS));
}

function reportYear(deal: Deal): Purchase[] {
  const { random, places } = deal;
  const count = REPORT_DISTRICT_PROJECTS + REPORT_STREET_PROJECTS;
  const weights = Array.from({ length: count }, () => steps(random));
  const shares = apportion(REPORT_AMOUNT_FEN / STEP_FEN, weights);
  return shares.map((share, index) => {
    const day = dayIn({ from: `${REPORT_YEAR}-01-15`, to: `${REPORT_YEAR}-12-20` }, random);
    const street = index < REPORT_DISTRICT_PROJECTS ? null : places.pickStreet(random);
    return signedPurchase({ day, amount: share * STEP_FEN, street }, deal);
  });
}

/** Few in the years between the vintages, more in the last three; most contracts are signed in spring. */
function signingDays(year: number, today: Day, random: Random): Day[] {
  const busy = year === REPORT_YEAR + 1 || year >= yearOf(today) - 2;
  const count = busy ? random.integer(72, 90) : random.integer(20, 28);
  const days = Array.from({ length: count }, () =>
    addDays(`${year}-01-01`, Math.round(random.chance(0.3) ? random.integer(0, 364) : random.around(120, 110))),
  );
  return days.filter((day) => day <= today).sort();
}

interface Contract {
  readonly day: Day;
  readonly amount: number;
  /** Null: the district buys. Left out: anyone does. */
  readonly street?: SamplePlace | null;
}

function anyBuyer({ places, random }: Deal): SamplePlace | null {
  return random.chance(0.38) ? null : places.pickStreet(random);
}

function signedPurchase({ day, amount, street }: Contract, deal: Deal): Purchase {
  const { random, today } = deal;
  const buyer = street === undefined ? anyBuyer(deal) : street;
  const startedAt = earlier(addDays(day, random.integer(0, 20)), today);
  const ends = addDays(startedAt, random.integer(150, 365));
  const terminated = ends <= today && random.chance(0.03);
  return {
    projectNo: nextNumber(buyer, day, deal),
    street: buyer,
    place: placeOf(buyer, day, deal),
    supplier: deal.suppliers.pick(day, random),
    amount,
    signedAt: day,
    startedAt,
    endedAt: ends <= today ? ends : null,
    terminated,
  };
}

/** Approved in the last months, without a contract yet. */
function waitingPurchases(deal: Deal): Purchase[] {
  const { random, today } = deal;
  const days = Array.from({ length: PIPELINE }, () => addDays(today, -random.integer(1, 120))).sort();
  return days.map((day) => {
    const street = anyBuyer(deal);
    const unknown = { supplier: null, amount: null, signedAt: null, endedAt: null, terminated: false };
    return {
      ...unknown,
      projectNo: nextNumber(street, day, deal),
      street,
      place: placeOf(street, day, deal),
      startedAt: day,
    };
  });
}

function nextNumber(street: SamplePlace | null, day: Day, { numbers, places }: Deal): string {
  const buyer = `${(street ?? places.district).code.slice(0, street === null ? 6 : 9)}-${yearOf(day)}`;
  const next = (numbers.get(buyer) ?? 0) + 1;
  numbers.set(buyer, next);
  return `${buyer}-${String(next).padStart(3, '0')}`;
}

/** Most projects serve all of their buyer's place, some one part of it. */
function placeOf(street: SamplePlace | null, day: Day, { places, random }: Deal): DivisionCode {
  if (street === null) return random.chance(0.7) ? places.district.code : places.pickStreet(random).code;
  return random.chance(0.5) ? street.code : places.pickCommittee(day, random, street).code;
}

/** How long ago, in days, something ended; 0 for what has not. */
export function daysSinceEnd({ endedAt }: Pick<Purchase, 'endedAt'>, today: Day): number {
  return endedAt === null ? 0 : daysBetween(endedAt, today);
}
