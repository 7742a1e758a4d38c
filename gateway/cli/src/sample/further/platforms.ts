import { addDays, dayIn, later } from '../calendar.js';
import { kindNamed } from '../kinds.js';
import { aliveOn } from '../lives.js';
import { SAMPLE_MARK } from '../names.js';
import type { Body } from '../organizations.js';
import type { SamplePlace } from '../places.js';
import type { Random } from '../random.js';
import type { SampleRow, SampleTable } from '../row.js';
import type { FurtherContext } from './further-context.js';
import { workedRow, type Step } from './worked.js';

/** Platform, legal form that it takes, its name where it is no legal person, how many streets have it. */
const PLATFORMS = [
  ['FEDERATION', 'ASSOCIATION', '社会组织联合会', 0.8],
  ['FOUNDATION', 'FOUNDATION', '社区基金会', 0.5],
  ['SERVICE_CENTRE', 'SERVICE_ORG', '社会组织服务中心', 1],
] as const;
/** Streets are there since the first edition of the divisions. */
const EARLIEST = '2012-01-01';

/** `StreetPlatform`: not every street has all three, and not every one is a legal person. */
export function platformTable(context: FurtherContext): SampleTable {
  const random = context.random.fork('platforms');
  const taken = new Set<Body>();
  const rows = context.places.streets.flatMap((street) =>
    PLATFORMS.filter(([, , , share]) => random.chance(share)).map((platform) =>
      rowOf({ street, platform, taken }, context, random),
    ),
  );
  return { kind: kindNamed('StreetPlatform'), rows };
}

interface Founded {
  readonly street: SamplePlace;
  readonly platform: (typeof PLATFORMS)[number];
  readonly taken: Set<Body>;
}

function rowOf({ street, platform, taken }: Founded, context: FurtherContext, random: Random): SampleRow {
  const [platformKind, form, word] = platform;
  const { today, bodies } = context;
  const free = bodies.filter((body) => body.legalForm === form && aliveOn(body.life, today) && !taken.has(body));
  const body = random.chance(0.75) && free.length > 0 ? random.pick(free) : null;
  if (body !== null) taken.add(body);
  const span = { from: later(EARLIEST, body?.life.from ?? EARLIEST), to: addDays(today, -60) };
  const establishedAt = span.from < span.to ? dayIn(span, random) : span.from;
  const values = {
    platformNo: `${street.code}-${platformKind}`,
    name: body?.name ?? `${street.name}${SAMPLE_MARK}${word}`,
    platformKind,
    uscc: body?.uscc ?? null,
    coLocated: random.chance(0.9) ? random.chance(0.6) : null,
    crossPosting: random.chance(0.85) ? random.chance(0.4) : null,
    address: random.chance(0.7) ? `${SAMPLE_MARK}路${random.integer(1, 900)}号` : null,
    establishedAt,
  };
  const life = {
    place: street.code,
    begun: establishedAt,
    values,
    steps: steps(platformKind, establishedAt, { ...context, random }),
  };
  return workedRow(kindNamed('StreetPlatform'), life, { today, random });
}

/** Half of the service centres are run by an organization under contract. */
function steps(platformKind: string, since: string, { bodies, today, random }: FurtherContext): Step[] {
  if (platformKind !== 'SERVICE_CENTRE' || random.chance(0.5)) return [];
  const on = dayIn({ from: since, to: later(since, addDays(today, -10)) }, random);
  const able = bodies.filter(
    (body) => body.legalForm === 'SERVICE_ORG' && body.life.from <= on && aliveOn(body.life, today),
  );
  return [{ action: 'entrustStreetPlatform', on, takes: { operatorUscc: random.pick(able).uscc } }];
}
