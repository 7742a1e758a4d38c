import type { KindDefinition, Level } from '@onenx/schema';
import { allKinds } from './records.js';

/** A mutation as a client knows it from the schema. */
export interface Mutation {
  readonly name: string;
  /** The kind whose records it changes; none where it takes every kind of a level. */
  readonly kind?: string;
  /** What the record is called in its input and its answer. */
  readonly noun: string;
  /** The field that says how far its work is. */
  readonly stage?: string;
}

const known = new Map<string, Mutation>(allKinds.flatMap((kind) => mutationsOf(kind)).map((one) => [one.name, one]));

function mutationsOf(kind: KindDefinition): Mutation[] {
  const noun = kind.noun ?? kind.name.charAt(0).toLowerCase() + kind.name.slice(1);
  const names = [`save${kind.name}`, ...Object.keys(kind.workflow?.actions ?? {})];
  const stage = kind.workflow?.field;
  return names.map((name) => ({ name, kind: kind.name, noun, ...(stage === undefined ? {} : { stage }) }));
}

/** The mutation by which records of a level are approved. */
export function reviewOf(level: Level): string {
  return `review${level.charAt(0)}${level.slice(1).toLowerCase()}Record`;
}

/** @throws for a mutation that no kind has */
export function kindOfMutation(name: string): Mutation {
  if (name.startsWith('review')) return { name, noun: 'record' };
  const mutation = known.get(name);
  if (mutation === undefined) throw new Error(`no mutation ${name}`);
  return mutation;
}

/** One document a mutation, whatever its values: the record, why it was refused, and who was faster. */
export function mutationText({ name, kind, noun, stage = '' }: Mutation): string {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const conflict =
    kind === undefined ? '' : `conflict { base { version ${stage} } current { version ${stage} } fields }`;
  return `mutation($input: ${type}!) { change: ${name}(input: $input) {
    ok record: ${noun} { id version state } ${conflict}
    problems { code severity message field rule { code source confirmed } } } }`;
}
