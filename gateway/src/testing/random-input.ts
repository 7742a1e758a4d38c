import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  parseValue,
  valueFromASTUntyped,
  type GraphQLInputType,
} from 'graphql';
import type { Tape } from './tape.js';

/** Literals of GraphQL to take for an argument, by `field.argument`, or for a scalar, by its name. */
export type Known = Readonly<Record<string, readonly string[]>>;

const scalars: Known = {
  Int: ['0', '1', '-7', '2147483647'],
  Float: ['0', '1.5', '-2', '1e3'],
  String: ['"a"', '""', '"{ \\"quoted\\" }"', '"""block"""'],
  ID: ['"1"', '"x"', '7'],
  Boolean: ['true', 'false'],
};

/** Random values of input types, as literals and as variables; gathers the variables' definitions and values. */
export class RandomInput {
  readonly definitions: string[] = [];
  readonly values: Record<string, unknown> = {};
  readonly #conditions = new Map<boolean, string>();

  constructor(
    private readonly tape: Tape,
    private readonly known: Known,
  ) {}

  /** A value, now and then a variable; `place` is `field.argument`. */
  value(type: GraphQLInputType, place: string): string {
    return this.tape.once(3) ? this.#variable(type, place) : this.#literal(type, place, true);
  }

  /** A Boolean for `@skip` and `@include`: mostly one of two variables. */
  condition(): string {
    const holds = this.tape.next(2) === 0;
    if (this.tape.once(6)) return String(holds);
    const known = this.#conditions.get(holds);
    if (known !== undefined) return known;
    const name = `$${holds ? 'yes' : 'no'}`;
    const isDefault = this.tape.once(3);
    this.definitions.push(isDefault ? `${name}: Boolean! = ${holds}` : `${name}: Boolean!`);
    if (!isDefault) this.values[name.slice(1)] = holds;
    this.#conditions.set(holds, name);
    return name;
  }

  #variable(type: GraphQLInputType, place: string): string {
    const name = `v${this.definitions.length}`;
    const kind = this.tape.next(4);
    const literal = this.#literal(type, place, false);
    this.definitions.push(`$${name}: ${String(type)}${kind >= 2 ? ` = ${literal}` : ''}`);
    const isGiven = kind !== 3 && (kind !== 1 || isNonNullType(type));
    if (isGiven) this.values[name] = valueFromASTUntyped(parseValue(this.#literal(type, place, false)));
    return `$${name}`;
  }

  #literal(type: GraphQLInputType, place: string, hasVariables: boolean): string {
    if (isNonNullType(type)) return this.#present(type.ofType, place, hasVariables);
    return this.tape.once(8) ? 'null' : this.#present(type, place, hasVariables);
  }

  #present(type: GraphQLInputType, place: string, hasVariables: boolean): string {
    const known = this.known[place];
    if (known !== undefined) return this.tape.pick(known);
    const inner = (of: GraphQLInputType): string =>
      hasVariables && this.tape.once(4) ? this.#variable(of, '') : this.#literal(of, '', hasVariables);
    if (isListType(type)) return `[${Array.from({ length: this.tape.next(3) }, () => inner(type.ofType)).join(', ')}]`;
    if (isEnumType(type)) return this.tape.pick(type.getValues()).name;
    if (!isInputObjectType(type)) return this.tape.pick(this.known[String(type)] ?? scalars[String(type)] ?? ['"any"']);
    const fields = Object.values(type.getFields()).filter(
      (field) => (isNonNullType(field.type) && field.defaultValue === undefined) || this.tape.once(3),
    );
    return `{ ${fields.map((field) => `${field.name}: ${inner(field.type)}`).join(', ')} }`;
  }
}
