import { saveMove } from '@onenx/node';
import { isBasic, type KindDefinition, type MeasureDefinition } from '@onenx/schema';
import { getNamedType, type GraphQLSchema } from 'graphql';
import { commonInputs } from './common-inputs.js';
import { inputNames, inputOf, mutation } from './graphql-text.js';
import { fieldsTable } from './kind-fields.js';
import { rulesOf, severityOf } from './kind-rules.js';
import { code, confirmation, table } from './markdown.js';
import { who, workflowMarkdown } from './workflow-markdown.js';

/** The section of a record kind in its level's document. */
export function kindMarkdown(kind: KindDefinition, schema: GraphQLSchema): string {
  return [
    `## ${kind.name}`,
    `**${kind.zh}** · ${kind.en}`,
    `${summary(kind)}\n${saving(kind, schema)}`,
    `**字段 Fields**`,
    fieldsTable(kind, schema),
    ...workflowMarkdown(kind),
    ...rules(kind),
    ...measures(kind.measures),
  ].join('\n\n');
}

function summary({ plural, key, validity, interfaces, constants = {} }: KindDefinition): string {
  const fixed = Object.entries(constants).map(([dimension, value]) => `${code(dimension)} is ${code(value)}`);
  return [
    `- 列表 list ${code(plural)}, at the root with \`under\` and on every place`,
    `- 主键 key ${key.map(code).join(' + ')}, unique within a node`,
    `- 有效期 counts from ${code(validity.from)} until ${code(validity.to)}`,
    ...(interfaces.length === 0 ? [] : [`- 接口 interfaces ${interfaces.map(code).join(', ')}`]),
    ...(fixed.length === 0 ? [] : [`- 固定维度 dimensions of one value: ${fixed.join(', ')}`]),
  ].join('\n');
}

/** Actions take what the table of the work says; what every change is asked with is told once for the level. */
function saving(kind: KindDefinition, schema: GraphQLSchema): string {
  const { name, by } = saveMove(kind);
  const common = commonInputs(schema);
  const own = inputOf(schema, name).filter((input) => !common.has(input.name) || input.name === 'id');
  const payload = getNamedType(mutation(schema, name).type).name;
  return `- 保存 save ${code(name)} with ${inputNames(own)}, by ${who(by)}; it and every action answer ${code(payload)} and have a \`…Batch\` form`;
}

function rules(kind: KindDefinition): string[] {
  const rows = rulesOf(kind).map(({ rule, askedBy }) => [
    code(rule.code),
    rule.zh,
    rule.en,
    askedBy.map(code).join(', '),
    severityOf(rule),
    rule.source,
    confirmation(rule.unconfirmed !== true),
  ]);
  if (rows.length === 0) return [];
  const header = ['Code', '中文', 'English', 'Asked by', 'When broken', 'Source', 'Unconfirmed'];
  return ['**规则 Rules**', table(header, rows)];
}

function measures(fed: readonly MeasureDefinition[]): string[] {
  const rows = fed
    .filter(isBasic)
    .map(({ name, zh, en, kind, unit, formula }) => [code(name), zh, en, kind, unit, formula]);
  if (rows.length === 0) return [];
  return ['**指标 Measures fed**', table(['Measure', '中文', 'English', 'Kind', 'Unit', 'Formula'], rows)];
}
