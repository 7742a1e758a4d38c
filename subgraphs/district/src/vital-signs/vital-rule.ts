import { addDays, type Day, type RecordValues, type RuleInput } from '@onenx/schema';
import type { RelatedRecords } from './related-records.js';

export type VitalSignName = 'ACTIVITY' | 'FINANCE' | 'GOVERNANCE' | 'COMPLIANCE' | 'SATISFACTION';
export type Severity = 'RED' | 'ORANGE' | 'YELLOW' | 'BLUE';

/** An organization, what the node keeps about it, and the day on which it is looked at. */
export interface VitalInput {
  readonly organization: RecordValues;
  readonly related: RelatedRecords;
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly today: Day;
  /** A legal term or threshold in force at the organization's place today. @throws PARAMETER_UNKNOWN */
  readonly parameter: RuleInput['parameter'];
}

/** What a rule found: told in both languages without personal data, and the records that it rests on. */
export interface Found {
  readonly zh: string;
  readonly en: string;
  /** The ids of the records, the most telling one first. */
  readonly records: readonly string[];
  /** The first day on which it was so; null where the records do not tell. */
  readonly since: Day | null;
}

/** A rule about an organization as its records have it. Pure; it finds at most one thing, which may rest on many records. */
export interface VitalRule {
  /** Unique in a hub, at most 30 characters: a warning's number holds it. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Document and clause. */
  readonly source: string;
  /** True where the source is not confirmed ([GK]). */
  readonly unconfirmed?: boolean;
  /** The sign that it speaks to; null where records contradict each other, which is a sign of nothing. */
  readonly sign: VitalSignName | null;
  readonly severity: Severity;
  readonly check: (input: VitalInput) => Found | null;
}

export function idOf(record: RecordValues): string {
  return String(record['id']);
}

export function idsOf(records: readonly RecordValues[]): string[] {
  return records.map(idOf);
}

export function dayOf(record: RecordValues, field: string): Day | null {
  const value = record[field];
  return typeof value === 'string' ? value : null;
}

/** The day after a last day, if that has passed: the first day on which it was missed. */
export function missedSince(lastDay: Day | null, today: Day): Day | null {
  return lastDay !== null && lastDay < today ? addDays(lastDay, 1) : null;
}

/** Whether a record counts on a day: from its first day, until the first on which it no longer does. */
export function isCurrent(record: RecordValues, { from, to }: { from: string; to: string }, today: Day): boolean {
  const [began, ended] = [dayOf(record, from), dayOf(record, to)];
  return began !== null && began <= today && (ended === null || ended > today);
}

/** The record of the earliest day in a field; the records have it. */
export function earliest(records: readonly RecordValues[], field: string): RecordValues | undefined {
  return records.toSorted((a, b) => compareText(String(a[field]), String(b[field])))[0];
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
