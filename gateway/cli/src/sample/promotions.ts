import type { Body } from './organizations.js';
import type { Random } from './random.js';
import { aliveOn } from './lives.js';
import { REPORT_DAY } from './vintages.js';

/** The published number of party-member volunteer studios that had become registered by the report's day. */
const REPORT_STUDIOS = 19;
/** Later promotions are made up. */
const LATER_GROUPS = 8;
const LATER_TEAMS = 14;

/** The bodies that began as a smaller one: each is registered on the day on which the smaller one ended. */
export interface Promotions {
  /** Of the report's studios; all of them registered still at its day. */
  readonly studios: readonly Body[];
  readonly groups: readonly Body[];
  readonly teams: readonly Body[];
}

export function choosePromotions(bodies: readonly Body[], random: Random): Promotions {
  const local = bodies.filter((body) => body.seatInCommittee && body.legalForm === 'SERVICE_ORG');
  const early = local.filter(({ life }) => life.from >= '2011-01-01' && aliveOn(life, REPORT_DAY));
  const late = random.sample(
    local.filter(({ life }) => life.from >= '2017-01-01'),
    LATER_GROUPS + LATER_TEAMS,
  );
  return {
    studios: random.sample(early, REPORT_STUDIOS),
    groups: late.slice(0, LATER_GROUPS),
    teams: late.slice(LATER_GROUPS),
  };
}
