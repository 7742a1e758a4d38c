import type * as fc from 'fast-check';
import {
  doTypesOverlap,
  getNamedType,
  isCompositeType,
  isNonNullType,
  parse,
  validate,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { hash } from './hash.js';
import { RandomInput, type Known } from './random-input.js';
import { tapes, type Tape } from './tape.js';

/** An operation and its variables. */
export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface OperationOptions {
  /** How many fields lie within one another. */
  readonly depth: number;
  /** No mutations. */
  readonly queriesOnly?: boolean;
  /** Literals for arguments, by `field.argument`; of others any value of their type. */
  readonly known?: Known;
  /** Names that aliases often take: those of keys and requirements, which a planner may take for the fields themselves. */
  readonly clashing?: readonly string[];
}

/**
 * Random operations: nested fields, aliases that are often another field's name, fragments in place and by name on every
 * type that may meet, type names, arguments as literals and variables with and without defaults, `@skip` and `@include`.
 * Every one is valid.
 */
export function randomOperations(schema: GraphQLSchema, options: OperationOptions): fc.Arbitrary<RandomOperation> {
  return tapes(250)
    .map((tape) => writeOperation(schema, options, tape))
    .filter((operation) => operation !== undefined);
}

/** The operation of a tape; undefined when it came out invalid, as when two fields of one key differ. */
export function writeOperation(
  schema: GraphQLSchema,
  options: OperationOptions,
  tape: Tape,
): RandomOperation | undefined {
  const operation = new OperationWriter(schema, options, tape).operation();
  return validate(schema, parse(operation.query)).length === 0 ? operation : undefined;
}

class OperationWriter {
  readonly #fragments: { readonly name: string; readonly type: GraphQLCompositeType; readonly text: string }[] = [];
  readonly #input: RandomInput;
  readonly #composites: readonly GraphQLCompositeType[];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly options: OperationOptions,
    private readonly tape: Tape,
  ) {
    this.#input = new RandomInput(tape, options.known ?? {});
    this.#composites = Object.values(schema.getTypeMap())
      .filter(isCompositeType)
      .filter(({ name }) => !name.startsWith('__'));
  }

  operation(): RandomOperation {
    const { tape, schema } = this;
    const mutation = schema.getMutationType();
    const isMutation = mutation != null && this.options.queriesOnly !== true && tape.once(8);
    const root = isMutation ? mutation : schema.getQueryType();
    if (root == null) throw new TypeError('The schema has no query type.');
    const selection = isMutation ? this.#changes(root) : this.#selection(root, this.options.depth);
    const { definitions, values } = this.#input;
    const head = `${isMutation ? 'mutation' : 'query'} Random${definitions.length > 0 ? `(${definitions.join(', ')})` : ''}`;
    const fragments = this.#fragments.map(({ name, type, text }) => `fragment ${name} on ${type.name} ${text}`);
    return { query: [`${head} ${selection}`, ...fragments].join('\n'), variables: values };
  }

  /** Fields of a mutation, each with a key of its own: one that stands twice would run once. */
  #changes(root: GraphQLObjectType): string {
    const fields = Object.values(root.getFields());
    const parts = Array.from({ length: 1 + this.tape.next(4) }, (_, index) => {
      const written = this.#field(this.tape.pick(fields), this.options.depth);
      return `change${index}: ${written.replace(/^\w+: /, '')}`;
    });
    return `{ ${parts.join(' ')} }`;
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const parts = Array.from({ length: 1 + this.tape.next(4) }, () => this.#part(type, depth));
    return `{ ${parts.join(' ')} }`;
  }

  #part(type: GraphQLCompositeType, depth: number): string {
    const kind = this.tape.next(10);
    if (kind === 0) return `${this.tape.pick(['', 'kind: ', 'id: '])}__typename${this.#condition()}`;
    if (kind === 8 && depth > 0) return this.#inlineFragment(type, depth);
    if (kind === 9 && depth > 0) return this.#spread(type, depth);
    const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
    const possible = depth > 0 ? fields : fields.filter((field) => !isCompositeType(getNamedType(field.type)));
    if (possible.length > 0) return this.#field(this.tape.pick(possible), depth);
    return depth > 0 ? this.#inlineFragment(type, depth) : '__typename';
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const values = field.args.flatMap((argument) => this.#argument(field, argument));
    const text = values.length === 0 ? '' : `(${values.join(', ')})`;
    const named = getNamedType(field.type);
    const inner = isCompositeType(named) ? ` ${this.#selection(named, depth - 1)}` : '';
    return `${this.#alias(field, text)}${field.name}${text}${this.#condition()}${inner}`;
  }

  #alias({ name }: GraphQLField<unknown, unknown>, args: string): string {
    const { clashing = [] } = this.options;
    const kind = this.tape.next(12);
    if (kind === 10) return `${name}_${this.tape.next(3)}: `;
    if (kind === 11 && clashing.length > 0) return `${this.tape.pick(clashing)}: `;
    // Two selections of a field with other arguments need other keys; whoever has the same text may share one.
    return args === '' ? '' : `${name}_${hash(args) % 9973}: `;
  }

  #argument(field: GraphQLField<unknown, unknown>, argument: GraphQLArgument): string[] {
    const isOptional = !isNonNullType(argument.type) || argument.defaultValue !== undefined;
    if (isOptional && this.tape.next(2) === 0) return [];
    return [`${argument.name}: ${this.#input.value(argument.type, `${field.name}.${argument.name}`)}`];
  }

  #condition(): string {
    const kind = this.tape.next(14);
    if (kind < 10) return '';
    const condition = (directive: string): string => ` @${directive}(if: ${this.#input.condition()})`;
    if (kind === 13) return condition('skip') + condition('include');
    return condition(kind === 12 ? 'skip' : 'include');
  }

  #inlineFragment(type: GraphQLCompositeType, depth: number): string {
    const on = this.#meeting(type);
    const isBare = on === type && this.tape.once(3);
    return `...${isBare ? '' : ` on ${on.name}`}${this.#condition()} ${this.#selection(on, depth)}`;
  }

  #spread(type: GraphQLCompositeType, depth: number): string {
    const known = this.#fragments.filter((fragment) => doTypesOverlap(this.schema, fragment.type, type));
    if (known.length > 0 && this.tape.once(2)) return `...${this.tape.pick(known).name}${this.#condition()}`;
    const on = this.#meeting(type);
    // Written before it is added: a fragment within itself would not be valid.
    const text = this.#selection(on, depth - 1);
    const name = `F${this.#fragments.length}`;
    this.#fragments.push({ name, type: on, text });
    return `...${name}${this.#condition()}`;
  }

  /** A type with which an object of `type` may meet: mostly a narrower one. */
  #meeting(type: GraphQLCompositeType): GraphQLCompositeType {
    if (this.tape.next(4) > 0 && !('getFields' in type && 'isTypeOf' in type))
      return this.tape.pick([...this.schema.getPossibleTypes(type)]);
    return this.tape.pick([type, ...this.#composites.filter((other) => doTypesOverlap(this.schema, other, type))]);
  }
}
