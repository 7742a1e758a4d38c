import {
  type dateScalar,
  divisionCodeScalar,
  managedFields,
  openClass,
  shareClass,
  type ActionDefinition,
  type FieldDefinition,
  type KindDefinition,
} from '@onenx/schema';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { nounOf } from '../work/move.js';
import { ProblemType } from './change.types.js';
import { enumOf } from './enums.js';
import { namedClass, scalarOf } from './filter.types.js';
import { kindTypes } from './kind.types.js';

type Class = new () => object;

/** The GraphQL types of a kind's mutations, made from its definition. */
export interface MutationTypes {
  readonly payload: Class;
  readonly saveInput: Class;
  readonly actionInputs: ReadonlyMap<string, Class>;
}

const built = new Map<KindDefinition, MutationTypes>();

export function mutationTypes(kind: KindDefinition): MutationTypes {
  const known = built.get(kind);
  if (known) return known;
  const actions = Object.entries(kind.workflow?.actions ?? {});
  const types = {
    payload: payloadType(kind),
    saveInput: saveInput(kind),
    actionInputs: new Map(actions.map(([name, action]) => [name, actionInput(kind, name, action)])),
  };
  built.set(kind, types);
  return types;
}

function payloadType(kind: KindDefinition): Class {
  const { record } = kindTypes(kind);
  const conflict = namedClass(`${kind.name}Conflict`);
  add(conflict, 'base', record, { nullable: true, description: '双方所依据的版本' });
  add(conflict, 'current', record, { description: '当前版本' });
  Field(() => [String], { description: '双方都改动的字段' })(conflict.prototype, 'fields');
  ObjectType(conflict.name, { description: `${kind.zh}: 版本冲突` })(conflict);

  const payload = namedClass(`${kind.name}Payload`);
  add(payload, 'ok', Boolean, { description: '是否成功: of a dry run, whether it would be' });
  add(payload, nounOf(kind), record, { nullable: true, description: `${kind.zh}: as it stands after the change` });
  Field(() => [ProblemType], { description: '问题' })(payload.prototype, 'problems');
  add(payload, 'conflict', conflict, { nullable: true, description: '版本冲突' });
  ObjectType(payload.name, {
    description: `${kind.zh}: the outcome of a change. A refusal is data, a fault is an error.`,
  })(payload);
  return payload;
}

function saveInput(kind: KindDefinition): Class {
  const fields = namedClass(`${kind.name}Fields`);
  const managed = kind.workflow === undefined ? new Set<string>() : managedFields(kind.workflow);
  for (const [name, field] of Object.entries(kind.fields)) {
    if (!managed.has(name)) addField(fields, name, { field, nullable: true });
  }
  add(fields, 'shareClass', enumOf(shareClass), { nullable: true, description: '共享属性' });
  add(fields, 'openClass', enumOf(openClass), { nullable: true, description: '开放属性' });
  InputType(fields.name, { description: `${kind.zh}的字段: what is left out is not touched, null clears.` })(fields);

  const input = namedClass(`Save${kind.name}Input`);
  addCommon(input);
  add(input, 'id', ID, { nullable: true, description: '记录标识: left out for a new record' });
  add(input, 'place', divisionCodeScalar, { nullable: true, description: '所属地点: required for a new record' });
  add(input, 'asDraft', Boolean, { nullable: true, description: '存为草稿: counts nowhere until it is submitted' });
  add(input, nounOf(kind), fields, { description: kind.zh });
  InputType(input.name, { description: `保存${kind.zh}` })(input);
  return input;
}

function actionInput(kind: KindDefinition, name: string, { zh, en, takes = {} }: ActionDefinition): Class {
  const input = namedClass(`${name.charAt(0).toUpperCase()}${name.slice(1)}Input`);
  addCommon(input);
  add(input, 'id', ID, { description: '记录标识' });
  for (const [taken, need] of Object.entries(takes)) {
    const field = kind.fields[taken];
    if (field !== undefined) addField(input, taken, { field, nullable: need === 'optional' });
  }
  InputType(input.name, { description: `${zh}: ${en}.` })(input);
  return input;
}

/** What every change is asked with. */
export function addCommon(input: Class): void {
  add(input, 'requestId', ID, { description: '请求编号: the same one sent again is the same change' });
  add(input, 'expectedVersion', Int, { nullable: true, description: '所依据的版本号: required for a change' });
  add(input, 'dryRun', Boolean, { nullable: true, description: '试运行: tells the outcome, changes nothing' });
  add(input, 'correction', String, { nullable: true, description: '更正理由: required for a locked record' });
}

interface Described {
  readonly nullable?: boolean;
  readonly description: string;
}

function add(type: Class, name: string, of: unknown, options: Described): void {
  Field(() => of as typeof dateScalar, options)(type.prototype, name);
}

function addField(type: Class, name: string, { field, nullable }: { field: FieldDefinition; nullable: boolean }): void {
  const personal = field.personal === true ? ' (个人信息, personal: kept in the node, never served)' : '';
  add(type, name, scalarOf(field), { nullable, description: `${field.zh}: ${field.en}${personal}.` });
}
