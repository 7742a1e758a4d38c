import {
  isVocabulary,
  role,
  type ActionDefinition,
  type KindDefinition,
  type Role,
  type WorkflowDefinition,
} from '@onenx/schema';
import { code, table } from './markdown.js';

const HEADER = ['Action', '中文', 'English', 'From → to', 'Who', 'Takes', 'Days set', 'Source'];

/** The work on a kind: its actions as a table and as a diagram of states. Empty where records are only saved. */
export function workflowMarkdown({ workflow, fields }: KindDefinition): string[] {
  if (workflow === undefined) return [];
  const rows = Object.entries(workflow.actions).map(([name, action]) => row(name, action));
  const type = fields[workflow.field]?.type;
  const labels = new Map(
    type === undefined || !isVocabulary(type) ? [] : type.entries.map(({ code: state, zh }) => [state, zh]),
  );
  return [
    `**办理流程 Work.** The state is ${code(workflow.field)}; a new record is ${code(workflow.initial)}. What stands in brackets may be left out.`,
    table(HEADER, rows),
    diagram(workflow, labels),
  ];
}

function row(name: string, { zh, en, from, to, by, takes = {}, stamps = [], source }: ActionDefinition): string[] {
  const taken = Object.entries(takes).map(([field, need]) => (need === 'required' ? code(field) : `[${code(field)}]`));
  return [
    code(name),
    zh,
    en,
    `${from.join(', ')} → ${to ?? '(same)'}`,
    who(by),
    taken.join(', '),
    stamps.map(code).join(', '),
    source,
  ];
}

/** Roles by their Chinese names, with the code that the API knows. */
export function who(roles: readonly Role[]): string {
  return roles
    .map((held) => `${role.entries.find((entry) => entry.code === held)?.zh ?? ''} ${held}`.trim())
    .join(', ');
}

function diagram({ initial, actions }: WorkflowDefinition, labels: ReadonlyMap<string, string>): string {
  const moves = Object.entries(actions).flatMap(([name, { from, to }]) =>
    from.map((state) => ({ from: state, to: to ?? state, name })),
  );
  const states = [...new Set([initial, ...moves.flatMap(({ from, to }) => [from, to])])];
  const left = new Set(moves.filter(({ from, to }) => from !== to).map(({ from }) => from));
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...states.map((state) => `  state "${labels.get(state) ?? ''} ${state}" as ${state}`),
    `  [*] --> ${initial}`,
    ...moves.map(({ from, to, name }) => `  ${from} --> ${to}: ${name}`),
    ...states.filter((state) => !left.has(state)).map((state) => `  ${state} --> [*]`),
    '```',
  ].join('\n');
}
