import {
  asMerged,
  codeSetMatcher,
  CONTRACT,
  mergeParts,
  NO_PARTS,
  overlap,
  parseCodeSet,
  specText,
  type CodeSetMatcher,
  type DivisionCode,
  type Level,
  type LevelSpec,
  type MergedParts,
  type MissingNodeReason,
  type Part,
} from '@onenx/schema';
import DataLoader from 'dataloader';
import { SilentEndpointError, type EndpointRequest, type LevelEndpoint } from './endpoint.js';
import type { StrayCodes } from './stray-codes.js';

type SilentReason = SilentEndpointError['reason'];

/** What became of the endpoints asked for one spec: the merged parts, and who answered for which places. */
export interface Gathering {
  readonly parts: MergedParts;
  readonly outcomes: readonly Outcome[];
  /** The codes beside its own under which records of a node may be kept. */
  readonly straysOf: (node: DivisionCode) => readonly DivisionCode[];
}

interface Outcome {
  readonly holds: CodeSetMatcher;
  readonly asOf: string | null;
  readonly reason: SilentReason | null;
}

interface EndpointParts {
  readonly endpoint: LevelEndpoint;
  /** Which specs it was asked, and the place of each in its answer. */
  readonly asked: ReadonlyMap<LevelSpec, number>;
  readonly answer: readonly Part[] | SilentReason;
}

const PARTS = `query Parts($specs: [String!]!) {
  parts(specs: $specs) { contract node edition codesAnswered asOf state notSupported rows }
}`;

/** Gathers the specs of a whole request: each owning endpoint is asked once, whatever the number of specs. */
export class Gatherer {
  private readonly loader: DataLoader<LevelSpec, Gathering, string>;

  constructor(
    private readonly endpoints: readonly LevelEndpoint[],
    private readonly caller: Pick<EndpointRequest, 'language' | 'request'>,
    private readonly strays: StrayCodes,
  ) {
    this.loader = new DataLoader(async (wanted) => this.gatherAll(wanted), {
      cacheKeyFn: ({ level, spec }) => `${level} ${specText(spec)}`,
      maxBatchSize: 20_000,
    });
  }

  async gather(wanted: LevelSpec): Promise<Gathering> {
    return this.loader.load(wanted);
  }

  private async gatherAll(wanted: readonly LevelSpec[]): Promise<Gathering[]> {
    const byLevel = Map.groupBy(wanted, ({ level }) => level);
    const gathered = new Map<LevelSpec, Gathering>();
    await Promise.all(
      [...byLevel].map(async ([level, specs]) => {
        const answers = await this.askLevel(level, specs);
        for (const spec of specs)
          gathered.set(spec, { ...assemble(answers, spec), straysOf: this.straysOn(spec.spec.at) });
      }),
    );
    return wanted.map((spec) => gathered.get(spec) ?? { parts: NO_PARTS, outcomes: [], straysOf: () => [] });
  }

  private async askLevel(level: Level, wanted: readonly LevelSpec[]): Promise<EndpointParts[]> {
    const owners = this.endpoints.filter((endpoint) => endpoint.level === level);
    return Promise.all(owners.map(async (endpoint) => this.askEndpoint(endpoint, wanted)));
  }

  private straysOn(day: string): Gathering['straysOf'] {
    return (node) => this.strays.at(node, day);
  }

  /** An endpoint is asked what concerns its places, and not at all when nothing does. */
  private async askEndpoint(endpoint: LevelEndpoint, wanted: readonly LevelSpec[]): Promise<EndpointParts> {
    const concerned = wanted.filter(({ spec }) =>
      touches(endpoint.codes, [spec.scope, ...this.strays.at(spec.scope, spec.at)]),
    );
    const asked = new Map(concerned.map((spec, i) => [spec, i]));
    if (concerned.length === 0) return { endpoint, asked, answer: [] };
    return {
      endpoint,
      asked,
      answer: await this.ask(
        endpoint,
        concerned.map(({ spec }) => specText(spec)),
      ),
    };
  }

  private async ask(endpoint: LevelEndpoint, specs: readonly string[]): Promise<readonly Part[] | SilentReason> {
    try {
      const { data, errors } = await endpoint.request({ query: PARTS, variables: { specs }, ...this.caller });
      const parts = data?.['parts'];
      if (errors !== undefined || !Array.isArray(parts) || parts.length !== specs.length) return 'SCHEMA';
      return (parts as Part[]).every((part, i) => speaksOurContract(part, specs[i] ?? ''))
        ? (parts as Part[])
        : 'SCHEMA';
    } catch (error) {
      if (error instanceof SilentEndpointError) return error.reason;
      throw error;
    }
  }
}

/** What a node became in a gathering; an endpoint that answers for fewer places than it should leaves the others silent. */
export function outcomeOf(gathering: Gathering, code: DivisionCode): Fate {
  const own = fateOf(gathering, code) ?? { reason: 'UNREACHABLE' };
  // Where nobody keeps a code that has ended, there are no records under it.
  const others = gathering.straysOf(code).map((stray) => fateOf(gathering, stray));
  return 'reason' in own ? own : (others.find((fate) => fate !== undefined && 'reason' in fate) ?? own);
}

type Fate = { readonly asOf: string } | { readonly reason: MissingNodeReason };

/** What became of a stored code; undefined when nobody that was asked keeps it. */
function fateOf({ outcomes }: Gathering, code: DivisionCode): Fate | undefined {
  const found = outcomes.filter((outcome) => outcome.holds(code));
  const [first] = found;
  if (first === undefined) return undefined;
  const answered = found.find((outcome) => outcome.asOf !== null);
  return answered?.asOf ? { asOf: answered.asOf } : { reason: first.reason ?? 'UNREACHABLE' };
}

/** A total is given only of parts that do not overlap: mergeParts refuses others. */
function assemble(answers: readonly EndpointParts[], wanted: LevelSpec): Omit<Gathering, 'straysOf'> {
  const outcomes: Outcome[] = [];
  let parts = NO_PARTS;
  for (const { endpoint, asked, answer } of answers) {
    const index = asked.get(wanted);
    if (index === undefined) continue;
    const part = typeof answer === 'string' ? undefined : answer[index];
    if (part !== undefined && part.codesAnswered !== '') {
      outcomes.push({ holds: matcherOf(part.codesAnswered), asOf: part.asOf, reason: null });
      parts = mergeParts(parts, asMerged(part));
    }
    // What it was asked for and did not answer is silent, for its reason.
    const reason = typeof answer === 'string' ? answer : 'UNREACHABLE';
    outcomes.push({ holds: matcherOf(endpoint.codes), asOf: null, reason });
  }
  return { parts, outcomes };
}

const matchers = new Map<string, CodeSetMatcher>();

/** Endpoints say the same few sets in every request. */
function matcherOf(codes: string): CodeSetMatcher {
  const known = matchers.get(codes);
  if (known !== undefined) return known;
  if (matchers.size > 10_000) matchers.clear();
  const matcher = codeSetMatcher(parseCodeSet(codes));
  matchers.set(codes, matcher);
  return matcher;
}

/** Whether records under one of the places may be kept by who answers for the codes. */
function touches(codes: string, [scope, ...strays]: readonly [DivisionCode, ...DivisionCode[]]): boolean {
  const holds = matcherOf(codes);
  return (
    holds(scope) || strays.some(holds) || overlap(parseCodeSet(codes), { includes: [scope], excludes: [] }) !== null
  );
}

/** A node of an earlier minor version would answer what is on record now: that is not what was asked. */
function speaksOurContract({ contract, rows }: Part, spec: string): boolean {
  if (typeof contract !== 'string' || !Array.isArray(rows)) return false;
  const [major = '', minor = ''] = contract.split('.');
  return major === CONTRACT.split('.')[0] && (Number(minor) >= 1 || !spec.includes('"knownAt":'));
}
