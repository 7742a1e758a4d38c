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
import { SilentEndpointError, type LevelEndpoint } from './endpoint.js';

type SilentReason = SilentEndpointError['reason'];

/** What became of the endpoints asked for one spec: the merged parts, and who answered for which places. */
export interface Gathering {
  readonly parts: MergedParts;
  readonly outcomes: readonly Outcome[];
}

interface Outcome {
  readonly holds: CodeSetMatcher;
  readonly asOf: string | null;
  readonly reason: SilentReason | null;
}

interface EndpointParts {
  readonly endpoint: LevelEndpoint;
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
    private readonly language: string | undefined,
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
        specs.forEach((spec, i) => gathered.set(spec, assemble(answers, i, spec.spec.scope)));
      }),
    );
    return wanted.map((spec) => gathered.get(spec) ?? { parts: NO_PARTS, outcomes: [] });
  }

  private async askLevel(level: Level, wanted: readonly LevelSpec[]): Promise<EndpointParts[]> {
    const owners = this.endpoints.filter((endpoint) => endpoint.level === level);
    const specs = wanted.map(({ spec }) => specText(spec));
    return Promise.all(owners.map(async (endpoint) => ({ endpoint, answer: await this.ask(endpoint, specs) })));
  }

  private async ask(endpoint: LevelEndpoint, specs: readonly string[]): Promise<readonly Part[] | SilentReason> {
    try {
      const { data, errors } = await endpoint.request(PARTS, { specs }, this.language);
      const parts = data?.['parts'];
      if (errors !== undefined || !Array.isArray(parts) || parts.length !== specs.length) return 'SCHEMA';
      return (parts as Part[]).every(speaksOurContract) ? (parts as Part[]) : 'SCHEMA';
    } catch (error) {
      if (error instanceof SilentEndpointError) return error.reason;
      throw error;
    }
  }
}

/** What a node became in a gathering; an endpoint that answers for fewer places than it should leaves the others silent. */
export function outcomeOf(gathering: Gathering, code: DivisionCode): { asOf: string } | { reason: MissingNodeReason } {
  const found = gathering.outcomes.filter((outcome) => outcome.holds(code));
  const answered = found.find((outcome) => outcome.asOf !== null);
  if (answered?.asOf) return { asOf: answered.asOf };
  return { reason: found[0]?.reason ?? 'UNREACHABLE' };
}

/** A total is given only of parts that do not overlap: mergeParts refuses others. */
function assemble(answers: readonly EndpointParts[], index: number, scope: DivisionCode): Gathering {
  const outcomes: Outcome[] = [];
  let parts = NO_PARTS;
  for (const { endpoint, answer } of answers) {
    const part = typeof answer === 'string' ? undefined : answer[index];
    if (part === undefined) {
      outcomes.push({ holds: codeSetMatcher(parseCodeSet(endpoint.codes)), asOf: null, reason: answer as SilentReason });
    } else if (part.codesAnswered !== '' && touches(part.codesAnswered, scope)) {
      outcomes.push({ holds: codeSetMatcher(parseCodeSet(part.codesAnswered)), asOf: part.asOf, reason: null });
      parts = mergeParts(parts, asMerged(part));
    }
  }
  return { parts, outcomes };
}

function touches(codes: string, scope: DivisionCode): boolean {
  return overlap(parseCodeSet(codes), parseCodeSet(scope)) !== null || codeSetMatcher(parseCodeSet(codes))(scope);
}

function speaksOurContract(part: Part): boolean {
  return typeof part.contract === 'string' && part.contract.split('.')[0] === CONTRACT.split('.')[0] && Array.isArray(part.rows);
}
