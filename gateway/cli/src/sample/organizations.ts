import type { DivisionCode } from '@onenx/schema';
import type { CreditCodes } from './credit-codes.js';
import { AFTER_REPORT, REPORT_DAY, type SampleContext } from './vintages.js';
import { aliveOn, livesThrough, type Life, type Phase } from './lives.js';
import { Names } from './names.js';
import type { Random } from './random.js';

/** A registered body, before it is written: other kinds refer to it by its credit code. */
export interface Body {
  readonly uscc: string;
  readonly name: string;
  readonly place: DivisionCode;
  /** Whether its seat is known down to a committee: an address may be known only to a street, or to the district. */
  readonly seatInCommittee: boolean;
  readonly legalForm: LegalForm;
  readonly life: Life;
  readonly field: Field;
  readonly reportClass: string | null;
}

type LegalForm = keyof typeof CLASS_OF_FORM;
type Field = (typeof FIELDS)[number][0];

const CLASS_OF_FORM = { ASSOCIATION: '51', SERVICE_ORG: '52', FOUNDATION: '53' } as const;

const FIELDS = [
  ['ELDERLY', '养老'],
  ['DISABLED', '助残'],
  ['CHILDCARE', '托育'],
  ['FAMILY', '家庭'],
  ['HEALTH', '健康'],
  ['LEGAL', '法律'],
  ['MEDIATION', '调解'],
  ['DELIBERATION', '社区协商'],
  ['CULTURE', '文化'],
  ['EDUCATION', '教育'],
  ['SPORT', '体育'],
] as const;

/** The classes of the report at its day: 171 + 274 = its 445; how the other 123 divide is made up. */
const REPORT_CLASSES = { CHARITY: 171, COMMUNITY_SERVICE: 274, EDUCATION: 62, TRADE: 31, OTHER: 30 } as const;

/** 74 at the end of 1999 and 568 at the report's day are published; 526 a year before that makes its 8 % (568 / 526 = 1.0798). */
function phases(today: string): Phase[] {
  return [
    { from: '1990-01-01', to: '1999-12-31', alive: 74, ends: 4 },
    { from: '2000-01-01', to: '2013-09-30', alive: 526, ends: 36 },
    { from: '2013-10-01', to: REPORT_DAY, alive: 568, ends: 9 },
    { from: AFTER_REPORT, to: today, alive: 760, ends: 150 },
  ];
}

/** Every body that was ever in the district's register, the oldest first. */
export function planBodies(context: SampleContext, codes: CreditCodes): Body[] {
  const random = context.random.fork('organizations');
  const names = new Names(random);
  const lives = livesThrough(phases(context.today), random);
  const classes = classesOf(lives, random);
  return lives.map((life, index) => {
    const legalForm = random.weighted<LegalForm>([
      ['SERVICE_ORG', 72],
      ['ASSOCIATION', 25],
      ['FOUNDATION', 3],
    ]);
    const [field, word] = random.weighted(FIELDS.map((entry, at) => [entry, FIELDS.length - at / 2]));
    return {
      uscc: codes.next(CLASS_OF_FORM[legalForm]),
      name: names.next('长宁区', word + suffix(legalForm, random)),
      ...seatOf(life, context, random),
      legalForm,
      life,
      field,
      reportClass: classes[index] ?? null,
    };
  });
}

function suffix(form: LegalForm, random: Random): string {
  if (form === 'FOUNDATION') return '公益基金会';
  return form === 'ASSOCIATION'
    ? random.pick(['协会', '促进会', '联合会'])
    : random.pick(['服务中心', '服务社', '工作室']);
}

function seatOf(life: Life, { places }: SampleContext, random: Random): Pick<Body, 'place' | 'seatInCommittee'> {
  if (random.chance(0.04)) return { place: places.district.code, seatInCommittee: false };
  if (random.chance(0.14)) return { place: places.pickStreet(random).code, seatInCommittee: false };
  return { place: places.pickCommittee(life.from, random).code, seatInCommittee: true };
}

/** Exact at the report's day; drawn for bodies closed before it; none for later ones, which the report could not class. */
function classesOf(lives: readonly Life[], random: Random): (string | null)[] {
  const quotas = Object.entries(REPORT_CLASSES);
  const dealt = random.shuffled(quotas.flatMap(([code, count]) => Array.from({ length: count }, () => code)));
  return lives.map((life) => {
    if (aliveOn(life, REPORT_DAY)) return dealt.pop() ?? null;
    return life.from > REPORT_DAY ? null : random.weighted(quotas);
  });
}
