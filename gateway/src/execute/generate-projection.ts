import { compileFunction } from 'node:vm';
import {
  getNullableType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLEnumType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLUnionType,
  type SelectionSetNode,
} from 'graphql';
import { planKey } from '../plan/plan-key.js';
import { collectFields, type SelectionScope } from './collect-fields.js';
import { isJsonObject, readKey, typenameOf, type JsonObject } from './json.js';

/** The client's answer; undefined when something is null that cannot be. */
export type GeneratedProjection = (gathered: JsonObject) => JsonObject | undefined;

/** Makes the client's value of what was gathered. It throws BROKEN where something is null that cannot be. */
type Make = (value: unknown) => unknown;

const BROKEN = Symbol('a null that cannot be');

/**
 * Generates the code of a projection. Each object is written as one literal with all its keys, so that the engine gives all
 * objects of one place the same shape; nothing is kept of where a value stands.
 *
 * What goes into the code is numbers and the operation's names, each as a JSON string: no text of a client is ever code.
 */
export function generateProjection(
  root: GraphQLObjectType,
  selection: SelectionSetNode,
  scope: SelectionScope,
): GeneratedProjection {
  const make = generate(root, { scope, sets: [selection] });
  return (gathered) => {
    try {
      return make(gathered) as JsonObject;
    } catch (error) {
      if (error === BROKEN) return undefined;
      throw error;
    }
  };
}

type Composite = GraphQLObjectType | GraphQLInterfaceType;

interface Position {
  readonly scope: SelectionScope;
  readonly sets: readonly SelectionSetNode[];
}

/** What generated code may call, by these names. */
const library = {
  isJsonObject,
  readKey,
  idOf: (value: unknown) => (typeof value === 'number' ? String(value) : (value ?? null)),
  must: (value: unknown) => {
    if (value === null || value === undefined) throw BROKEN;
    return value;
  },
};

function generate(type: Composite, position: Position): Make {
  const writer = new Writer(position.scope);
  const name = writer.object(type, position.sets);
  const parameters = [...Object.keys(library), 'made'];
  const code = `${writer.functions.join('\n')}\nreturn ${name};`;
  const build = compileFunction(code, parameters) as (...given: unknown[]) => Make;
  return build(...Object.values(library), writer.made);
}

/** Writes functions of one value, and expressions for values: `at` is always the text of the value to be read. */
class Writer {
  readonly functions: string[] = [];
  /** Functions that are not generated here; `made[0]` in the code. */
  readonly made: Make[] = [];

  constructor(readonly scope: SelectionScope) {}

  /** A function for objects of a type; its name. */
  object(type: Composite, sets: readonly SelectionSetNode[]): string {
    const fields: string[] = [];
    for (const [key, nodes] of collectFields(type.name, sets, this.scope)) {
      const [node] = nodes;
      const inner = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
      if (node !== undefined) fields.push(`${literalKey(key)}: ${this.#field(type, node, inner)}`);
    }
    return this.#define(`if (!isJsonObject(value)) return null;\n  return { ${fields.join(', ')} };`);
  }

  #field(parent: Composite, node: FieldNode, sets: readonly SelectionSetNode[]): string {
    const name = node.name.value;
    if (name === '__typename') return JSON.stringify(parent.name);
    // Introspection was answered by graphql-js already: in its final shape, under the client's key.
    if (name === '__schema' || name === '__type') return `${read(node.alias?.value ?? name)} ?? null`;
    const field = parent.getFields()[name];
    if (field === undefined) throw new TypeError(`The client's schema has no field ${parent.name}.${name}.`);
    return this.#value(field.type, sets, read(planKey(node)));
  }

  #value(type: GraphQLOutputType, sets: readonly SelectionSetNode[], at: string): string {
    const text = this.#nullable(getNullableType(type), sets, at);
    return isNonNullType(type) ? `must(${text})` : text;
  }

  #nullable(type: GraphQLOutputType, sets: readonly SelectionSetNode[], at: string): string {
    if (isListType(type)) return `${this.#list(type.ofType, sets)}(${at})`;
    if (isObjectType(type)) return `${this.object(type, sets)}(${at})`;
    if (isAbstractType(type)) return this.#call(abstract(type, { scope: this.scope, sets }), at);
    if (isEnumType(type)) return this.#call(shownValue(type), at);
    return type.toString() === 'ID' ? `idOf(${at})` : `${at} ?? null`;
  }

  #list(itemType: GraphQLOutputType, sets: readonly SelectionSetNode[]): string {
    const item = this.#value(itemType, sets, 'value[index]');
    return this.#define(`if (!Array.isArray(value)) return null;
  const items = new Array(value.length);
  for (let index = 0; index < items.length; index++) items[index] = ${item};
  return items;`);
  }

  #define(body: string): string {
    const name = `make${this.functions.length}`;
    this.functions.push(`function ${name}(value) {\n  ${body}\n}`);
    return name;
  }

  #call(make: Make, at: string): string {
    return `made[${this.made.push(make) - 1}](${at})`;
  }
}

function read(key: string): string {
  const text = JSON.stringify(key);
  // The few names that every object inherits.
  return key in Object.prototype ? `readKey(value, ${text})` : `value[${text}]`;
}

/** In brackets `__proto__` is a key like any other; the other keys go without, for brackets cost the literal its shape. */
function literalKey(key: string): string {
  return key === '__proto__' ? `["${key}"]` : JSON.stringify(key);
}

function shownValue(type: GraphQLEnumType): Make {
  // A value that the client's schema does not show (@inaccessible) is a null.
  const shown = new Set<unknown>(type.getValues().map(({ name }) => name));
  return (value) => (shown.has(value) ? value : null);
}

function abstract(type: GraphQLInterfaceType | GraphQLUnionType, position: Position): Make {
  const { schema } = position.scope.types;
  const known = new Map<string, Make>();
  // Generated at the first object of a type: a deep selection on interfaces would otherwise grow with types to the depth.
  const generateFor = (typename: string): Make | undefined => {
    const found = schema.getType(typename);
    if (isObjectType(found) && schema.isSubType(type, found)) return generate(found, position);
    // An object of an interface object names the interface itself.
    return typename === type.name && 'getFields' in type ? generate(type, position) : undefined;
  };
  return (value) => {
    if (!isJsonObject(value)) return null;
    const typename = typenameOf(value) ?? type.name;
    let make = known.get(typename);
    if (make === undefined) {
      make = generateFor(typename);
      if (make === undefined) return null;
      known.set(typename, make);
    }
    return make(value);
  };
}
