import {
  getNullableType,
  isInputObjectType,
  Kind,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type ValueNode,
} from 'graphql';
import { isJsonObject, readKey } from '../../execute/json.js';
import { amountFor, type Amount, type Variables } from './amount.js';

/** How many entries of a list a request asks for; undefined when it leaves that open. */
export type Size = number | undefined | ((variables: Variables) => number | undefined);

/** A field's argument that says how many entries are asked for. */
export interface AskedSize {
  readonly field: string;
  readonly argument: string;
  readonly size: Size;
}

type Slot = GraphQLArgument | GraphQLInputField;

/** A field's `first` and `last`: its own arguments, or one level down in an input of it. */
export function askedSizes(field: FieldNode, { args, name }: GraphQLField<unknown, unknown>): AskedSize[] {
  const given = new Map((field.arguments ?? []).map((argument) => [argument.name.value, argument.value]));
  return args.flatMap((slot) => {
    const value = given.get(slot.name);
    const sizes = isSize(slot) ? [{ slot, size: sizeOf(value, slot) }] : sizesWithin(slot, value);
    return sizes.map(({ slot: { name: argument }, size }) => ({ field: name, argument, size }));
  });
}

/** The largest of the sizes that are asked for, or the other when none is. */
export function largestAsked(asked: readonly AskedSize[], otherwise: Amount): Amount {
  const sizes = asked.map(({ size }) => size);
  const known = sizes.filter((size) => typeof size === 'number').reduce<number | undefined>(largerOf, undefined);
  const unknown = sizes.filter((size) => typeof size === 'function');
  if (unknown.length === 0) return known ?? otherwise;
  return (variables) => {
    let found = known;
    for (const size of unknown) found = largerOf(found, size(variables));
    return found ?? amountFor(otherwise, variables);
  };
}

function largerOf(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Math.max(one, other);
}

function isSize({ name }: Slot): boolean {
  return name === 'first' || name === 'last';
}

function sizesWithin(argument: GraphQLArgument, value: ValueNode | undefined): { slot: Slot; size: Size }[] {
  const input = getNullableType(argument.type);
  if (!isInputObjectType(input)) return [];
  const slots = Object.values(input.getFields()).filter(isSize);
  return slots.map((slot) => ({ slot, size: sizeWithin(slot, value, argument) }));
}

function sizeWithin(slot: Slot, value: ValueNode | undefined, { defaultValue }: GraphQLArgument): Size {
  if (value === undefined) return sizeIn(defaultValue, slot);
  if (value.kind === Kind.OBJECT) return sizeOf(value.fields.find(({ name }) => name.value === slot.name)?.value, slot);
  if (value.kind !== Kind.VARIABLE) return undefined;
  const { value: name } = value.name;
  return (variables) => {
    const given = readKey(variables, name);
    return sizeIn(given === undefined ? defaultValue : given, slot);
  };
}

/** The size in the value of an input. */
function sizeIn(input: unknown, { name }: Slot): number | undefined {
  return isJsonObject(input) ? asSize(readKey(input, name)) : undefined;
}

function sizeOf(node: ValueNode | undefined, { defaultValue }: Slot): Size {
  if (node === undefined) return asSize(defaultValue);
  if (node.kind === Kind.INT) return asSize(Number(node.value));
  if (node.kind !== Kind.VARIABLE) return undefined;
  const { value: name } = node.name;
  return (variables) => {
    const value = readKey(variables, name);
    return asSize(value === undefined ? defaultValue : value);
  };
}

/** A size below 0 is the service's to refuse. */
function asSize(value: unknown): number | undefined {
  return typeof value === 'number' ? Math.max(0, value) : undefined;
}
