import * as fc from 'fast-check';
import {
  getNamedType,
  isCompositeType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLSchema,
} from 'graphql';

/** Values for required arguments, by `field.argument`: literals of GraphQL. */
export type Arguments = Readonly<Record<string, readonly string[]>>;

/**
 * A random query: nested fields, aliases that are often another field's name, fragments in place, type names, and
 * `@skip`/`@include` on two variables. Some are not valid, because two fields of one key differ.
 */
export function randomQuery(schema: GraphQLSchema, known: Arguments, depth: number): fc.Arbitrary<string> {
  const root = schema.getQueryType();
  if (root == null) throw new TypeError('The schema has no query type.');
  const maker = new QueryMaker(schema, known);
  return maker.selection(root, depth).map((selection) => {
    // Both variables are used at least once, or the query would not be valid.
    const both = 'used: __typename @skip(if: $no) @include(if: $yes)';
    return `query ($yes: Boolean!, $no: Boolean!) { ${both} ... ${selection} }`;
  });
}

const directive = fc.constantFrom(
  '',
  '',
  '',
  '',
  ' @skip(if: $no)',
  ' @include(if: $yes)',
  ' @skip(if: $yes)',
  ' @include(if: $no)',
);

// Names of keys and requirements of the test subgraphs, which a planner may take for the fields themselves.
const clashing = ['id', 'code', 'name', 'headline', 'place'];

class QueryMaker {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly known: Arguments,
  ) {}

  selection(type: GraphQLCompositeType, depth: number): fc.Arbitrary<string> {
    const parts = [this.#typename(), ...this.#fields(type, depth), ...this.#fragments(type, depth)];
    const some = fc.shuffledSubarray(parts, { minLength: 1, maxLength: Math.min(4, parts.length) });
    return some.chain((chosen) => fc.tuple(...chosen)).map((lines) => `{ ${lines.join(' ')} }`);
  }

  #typename(): fc.Arbitrary<string> {
    return fc.constantFrom('__typename', 'kind: __typename');
  }

  #fields(type: GraphQLCompositeType, depth: number): fc.Arbitrary<string>[] {
    if (!('getFields' in type)) return [];
    return Object.values(type.getFields()).flatMap((field) => {
      const args = field.args.filter((argument) => this.#isNeeded(field.name, argument));
      if (args.some((argument) => this.known[`${field.name}.${argument.name}`] === undefined)) return [];
      const named = getNamedType(field.type);
      if (isCompositeType(named) && depth <= 1) return [];
      const selection = isCompositeType(named)
        ? fc.nat().chain(() => this.selection(named, depth - 1))
        : fc.constant('');
      const written = fc.tuple(...args.map((argument) => this.#argument(field.name, argument.name)));
      const key = fc.constantFrom(field.name, field.name, `${type.name}_${field.name}`, ...clashing);
      return [
        fc.tuple(key, written, fc.tuple(directive, selection)).map(([alias, values, [when, inner]]) => {
          const text = values.length === 0 ? '' : `(${values.join(', ')})`;
          return `${alias}: ${field.name}${text}${when} ${inner}`;
        }),
      ];
    });
  }

  #fragments(type: GraphQLCompositeType, depth: number): fc.Arbitrary<string>[] {
    if (isObjectType(type)) return [];
    return this.schema
      .getPossibleTypes(type)
      .map((member) =>
        fc
          .tuple(directive, fc.nat())
          .chain(([when]) => this.selection(member, depth).map((inner) => `... on ${member.name}${when} ${inner}`)),
      );
  }

  #isNeeded(field: string, { name, type, defaultValue }: GraphQLArgument): boolean {
    return (isNonNullType(type) && defaultValue === undefined) || this.known[`${field}.${name}`] !== undefined;
  }

  #argument(field: string, name: string): fc.Arbitrary<string> {
    return fc.constantFrom(...(this.known[`${field}.${name}`] ?? [])).map((value) => `${name}: ${value}`);
  }
}
