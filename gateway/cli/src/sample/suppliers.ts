import type { Day } from './calendar.js';
import type { CreditCodes } from './credit-codes.js';
import { aliveOn } from './lives.js';
import { Names } from './names.js';
import type { Body } from './organizations.js';
import type { Random } from './random.js';

/** Who carries out a purchased project: a social organization of the register, or a firm that the register does not know. */
export interface Supplier {
  readonly uscc: string;
  readonly name: string;
  readonly social: boolean;
}

const FIRMS = 18;
const ENTERPRISE = '91';
/** The register's regular suppliers at any time, and how many bodies of the register are ever asked. */
const REGULARS = 150;
const ASKED_AT_A_TIME = 35;

/** The suppliers of the district and of all streets: the same few are asked by several buyers. */
export class Suppliers {
  private readonly firms: readonly Supplier[];
  private readonly bodies: readonly Body[];

  constructor(bodies: readonly Body[], codes: CreditCodes, random: Random) {
    const names = new Names(random);
    this.bodies = random.sample(
      bodies.filter((body) => body.legalForm === 'SERVICE_ORG'),
      REGULARS,
    );
    this.firms = Array.from({ length: FIRMS }, () => ({
      uscc: codes.next(ENTERPRISE),
      name: names.next('长宁区', '服务有限公司'),
      social: false,
    }));
  }

  /** A supplier that existed on `day`, the regular ones more often. */
  pick(day: Day, random: Random): Supplier {
    if (random.chance(0.22)) return random.pick(this.firms);
    const alive = this.bodies.filter((body) => aliveOn(body.life, day)).slice(0, ASKED_AT_A_TIME);
    const { uscc, name } = random.weighted(alive.map((body, index) => [body, 1 / (index + 3)]));
    return { uscc, name, social: true };
  }
}
