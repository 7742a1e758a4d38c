import { madeUnder, partOf, saveMove, type NodeContext, type Outcome, type Problem } from '@onenx/node';
import { recordId, type FieldValue, type RecordValues } from '@onenx/schema';
import { districtWarning } from '../warning/warning.kind.js';
import { findingChunks, type OrganizationFinding } from './find.js';
import { compareText, dayOf, idOf, type Severity, type VitalRule } from './vital-rule.js';

export interface RaiseInput {
  readonly requestId: string;
  readonly under: string;
  readonly dryRun?: boolean | null;
}

/** What became of the findings that ask for a warning. */
export interface Raised {
  /** Warnings made under this request's number; of a dry run, as they would be. */
  readonly warnings: readonly RecordValues[];
  readonly alreadyOpen: number;
  /** Findings whose warning was closed before: they are not warned of again until they come about anew. */
  readonly settled: number;
  /** Findings left for another request. */
  readonly remaining: number;
  readonly problems: readonly Problem[];
}

/** The most warnings of one request: each is a transaction of its own. */
export const MAX_RAISED = 500;

const ASKS_FOR_WARNING: ReadonlySet<Severity> = new Set(['RED', 'ORANGE', 'YELLOW']);

/** Whether what a rule finds is warned of; the mildest is only told. */
export function asksForWarning({ severity }: VitalRule): boolean {
  return ASKS_FOR_WARNING.has(severity);
}

/**
 * Raises a warning for each finding that asks for one and has none: one open warning a rule and organization. A warning's
 * number says rule, organization and the day from which it was so, so that the same matter is never raised twice.
 */
export async function raiseWarnings(
  { requestId, under, dryRun }: RaiseInput,
  rules: readonly VitalRule[],
  context: NodeContext,
): Promise<Raised> {
  const made = new Map((await warningsMade(requestId, context)).map((warning) => [idOf(warning), warning]));
  const problems = new Map<string, Problem>();
  const counts = { alreadyOpen: 0, settled: 0, remaining: 0 };
  for await (const [one, standing] of withStanding({ under, rules: rules.filter(asksForWarning) }, context)) {
    if (standing !== null && made.has(idOf(standing.warning))) continue;
    if (standing !== null) counts[standing.isOpen ? 'alreadyOpen' : 'settled'] += 1;
    else if (made.size >= MAX_RAISED) counts.remaining += 1;
    else {
      const outcome = await raise(one, { requestId, under, dryRun }, context);
      if (outcome.ok && outcome.record !== null) made.set(outcome.record.id, outcome.record.values);
      else if (outcome.problems.some(({ code }) => code === 'RECORD_EXISTS')) counts.alreadyOpen += 1;
      else outcome.problems.forEach((problem) => problems.set(problem.message.en, problem));
    }
  }
  return {
    ...counts,
    warnings: [...made.values()].toSorted((a, b) => compareText(idOf(a), idOf(b))),
    problems: [...problems.values()],
  };
}

/** The findings, each with the warning that there is of it already. */
async function* withStanding(
  walk: Parameters<typeof findingChunks>[0],
  context: NodeContext,
): AsyncGenerator<[OrganizationFinding, Standing | null]> {
  for await (const chunk of findingChunks(walk, context)) {
    const standings = await Promise.all(chunk.map(async (one) => standingOf(one, context)));
    for (const [i, one] of chunk.entries()) yield [one, standings[i] ?? null];
  }
}

/** What an earlier try of the same request has made. */
async function warningsMade(requestId: string, { services, loaders }: NodeContext): Promise<RecordValues[]> {
  const ids = await madeUnder(services.database, requestId);
  const found = await loaders.of(districtWarning).byId.loadMany(ids);
  return found.flatMap((warning) => (warning instanceof Error || warning === null ? [] : [warning as RecordValues]));
}

interface Standing {
  readonly warning: RecordValues;
  readonly isOpen: boolean;
}

/** The open warning of the same rule about the organization, else the closed one of the same matter. */
async function standingOf(one: OrganizationFinding, { loaders }: NodeContext): Promise<Standing | null> {
  const key = { field: 'subjectId', value: idOf(one.organization) };
  const ofRule = (await loaders.of(districtWarning).matching.load(key)).filter(
    ({ ruleCode }) => ruleCode === one.finding.rule.code,
  ) as RecordValues[];
  const open = ofRule.find((warning) => dayOf(warning, 'closedAt') === null);
  if (open !== undefined) return { warning: open, isOpen: true };
  const closed = ofRule.find(({ warningNo }) => warningNo === numberOf(one));
  return closed === undefined ? null : { warning: closed, isOpen: false };
}

async function raise(one: OrganizationFinding, input: RaiseInput, context: NodeContext): Promise<Outcome> {
  const { organization } = one;
  const fields = fieldsOf(one, context.today);
  const place = String(organization['place']);
  const id = recordId(districtWarning, place, fields) ?? '';
  return context.work.make(saveMove(districtWarning), {
    requestId: partOf(input.requestId, id),
    dryRun: input.dryRun,
    place,
    fields,
  });
}

const TITLE_LENGTH = 200;

function fieldsOf(one: OrganizationFinding, today: string): Record<string, FieldValue> {
  const { organization, finding } = one;
  const title = `${String(organization['name'])}:${finding.zh}`;
  return {
    warningNo: numberOf(one),
    title: title.length > TITLE_LENGTH ? `${title.slice(0, TITLE_LENGTH - 1)}…` : title,
    severity: finding.rule.severity,
    ruleCode: finding.rule.code,
    subjectId: idOf(organization),
    evidenceId: finding.records[0] ?? null,
    evidenceIds: shownIds(finding.records),
    raisedAt: today,
    // What is said about a generated organization is generated too.
    synthetic: organization['synthetic'] ?? false,
  };
}

const IDS_LENGTH = 2000;

/** As many ids as the field holds, whole ones only. */
function shownIds(ids: readonly string[]): string {
  let shown = '';
  for (const id of ids) {
    const longer = shown === '' ? id : `${shown} ${id}`;
    if (longer.length > IDS_LENGTH) break;
    shown = longer;
  }
  return shown;
}

function numberOf({ organization, finding }: OrganizationFinding): string {
  const since = finding.since === null ? [] : [finding.since];
  return [finding.rule.code, String(organization['uscc']), ...since].join('-');
}
