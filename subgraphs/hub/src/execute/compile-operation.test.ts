import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { execute, buildSchema, parse, validate, type GraphQLSchema } from 'graphql';
import { compileOperation } from './compile-operation.js';

const schema = shopSchema();

/** A schema with every kind of type, whose data decide what goes wrong. */
function shopSchema(): GraphQLSchema {
  const built = buildSchema(`
    enum Colour { RED GREEN }
    input Bounds { least: Int! most: Int = 9 }
    interface Thing { id: ID! name: String }
    type Tool implements Thing { id: ID! name: String weight: Float! colour: Colour parts(first: Int! = 2): [Thing!] }
    type Toy implements Thing { id: ID! name: String colours: [[Colour!]] owner: Tool within(bounds: Bounds): Boolean }
    union Any = Tool | Toy
    type Query { thing: Thing things: [Thing]! any: [Any!]! tool(id: ID!): Tool! echo(text: String = "none"): String! }
  `);
  const query = built.getQueryType();
  if (query) {
    const fields = query.getFields();
    for (const name of ['thing', 'things', 'any', 'tool'])
      if (fields[name]) fields[name].resolve = (_, __, context: Context) => context.data[name];
    if (fields['echo']) fields['echo'].resolve = async (_, { text }: { text: string }) => Promise.resolve(text);
  }
  return built;
}

interface Context {
  readonly data: Readonly<Record<string, unknown>>;
}

const later = (value: fc.Arbitrary<unknown>): fc.Arbitrary<() => unknown> =>
  fc
    .tuple(value, fc.constantFrom('now', 'now', 'later', 'failing', 'rejecting', 'error'))
    .map(([given, when]) => (): unknown => {
      if (when === 'failing' && given === null) throw new Error('failed');
      if (when === 'rejecting' && given === null) return Promise.reject(new Error('rejected'));
      if (when === 'error' && given === null) return new Error('given');
      return when === 'later' ? Promise.resolve(given) : given;
    });

const name = later(fc.option(fc.string({ maxLength: 3 }), { freq: 9 }));
const colour = fc.constantFrom('RED', 'GREEN', 'RED', 'GREEN', null, 'BLUE');
const within = ({ bounds }: { bounds?: { least: number; most: number } | null }): boolean | null =>
  bounds ? bounds.least < bounds.most : null;

const toolOf = (depth: number): fc.Arbitrary<unknown> =>
  fc.record({
    __typename: fc.constant('Tool'),
    id: fc.constantFrom('1', '2', '3', '4', null),
    name,
    weight: fc.constantFrom(1, 0.5, 2, 3, 4, 5, null, Number.NaN),
    colour,
    parts: fc
      .array(depth > 0 ? thingOf(depth - 1) : fc.constant(null), { maxLength: 2 })
      .map((parts) => (given: { first: number }) => parts.slice(0, given.first)),
  });
const toyOf = (depth: number): fc.Arbitrary<unknown> =>
  fc.record({
    __typename: fc.constantFrom('Toy', 'Toy', 'Toy', 'Toy', 'Nothing'),
    id: fc.constantFrom('4', '5', '6'),
    name,
    colours: fc.array(fc.array(colour, { maxLength: 2 }), { maxLength: 2 }),
    // At once: graphql-js itself leaves a rejection unhandled where a list fails beside one.
    owner: depth > 0 ? fc.option(toolOf(depth - 1)) : fc.constant(null),
    within: fc.constant(within),
  });
const thingOf = (depth: number): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 4, arbitrary: toolOf(depth) }, { weight: 4, arbitrary: toyOf(depth) }, fc.constant(null));
const things = fc.array(thingOf(2), { maxLength: 3 });
const data = fc.record({ thing: thingOf(2), things, any: things, tool: toolOf(2) });

const common = ['id', 'name', 'a: name', '__typename', '...Named', '... { id }'];
const some = (leaves: readonly string[], deep: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.constantFrom(...leaves), ...deep), { minLength: 1, maxLength: 4 })
    .map((fields) => `{ ${fields.join(' ')} }`);

const onThing = (depth: number): fc.Arbitrary<string> =>
  some(
    common,
    depth === 0
      ? []
      : [
          onTool(depth - 1).map((inner) => `... on Tool ${inner}`),
          onToy(depth - 1).map((inner) => `... on Toy ${inner}`),
          onThing(depth - 1).map((inner) => `... on Thing ${inner}`),
        ],
  );
const onTool = (depth: number): fc.Arbitrary<string> =>
  some(
    [...common, 'weight', 'colour'],
    depth === 0
      ? []
      : [
          onThing(depth - 1).map((inner) => `parts ${inner}`),
          onThing(depth - 1).map((inner) => `few: parts(first: $first) ${inner}`),
        ],
  );
const onToy = (depth: number): fc.Arbitrary<string> =>
  some(
    [...common, 'colours', 'within(bounds: { least: 3 })', 'b: within(bounds: $bounds)'],
    depth === 0 ? [] : [onTool(depth - 1).map((inner) => `owner ${inner}`)],
  );
const selection = some(
  ['echo', 'said: echo(text: $text)', '__typename'],
  [
    onThing(3).map((inner) => `thing ${inner}`),
    onThing(3).map((inner) => `things ${inner}`),
    onTool(2).map((inner) => `any { ... on Tool ${inner} }`),
    onTool(2).map((inner) => `tool(id: 1) ${inner}`),
  ],
);

const variables = fc.record(
  {
    first: fc.constantFrom(0, 1, 5),
    text: fc.constantFrom('x', null),
    bounds: fc.constantFrom(null, { least: 1 }, {}),
  },
  { requiredKeys: ['first'] },
);

// graphql-js leaves a rejection unhandled where a list fails at once beside an item that rejects later.
const ignore = (): void => undefined;
beforeAll(() => void process.on('unhandledRejection', ignore));
afterAll(() => void process.off('unhandledRejection', ignore));

test('what graphql-js answers without an error, a compiled operation answers; where there is one, it fails', async () => {
  let clean = 0;
  let faulty = 0;
  await fc.assert(
    fc.asyncProperty(selection, data, variables, async (selected, given, values) => {
      const document = parse(
        `query Q($first: Int!, $text: String, $bounds: Bounds) ${selected} fragment Named on Thing { name id }`,
      );
      // Variables and the fragment may go unused, and keys may clash: those documents never reach the hub's services.
      const severe = validate(schema, document).filter(({ message }) => !/is never used/.test(message));
      fc.pre(severe.length === 0);
      const contextValue: Context = { data: given };
      const expected = await execute({ schema, document, contextValue, variableValues: values });
      const run = compileOperation(schema, document, 'Q');
      const found = await Promise.resolve()
        .then(() => run?.(values, contextValue))
        .catch(() => 'failed');
      if (expected.errors === undefined) clean++;
      else faulty++;
      const wanted = expected.errors === undefined ? JSON.stringify(expected.data) : 'failed';
      expect(found === 'failed' ? found : JSON.stringify(found)).toBe(wanted);
    }),
    { numRuns: 1_000 },
  );
  expect(Math.min(clean, faulty)).toBeGreaterThan(100);
});

test.each([
  ['directives', '{ echo @skip(if: false) }'],
  ['introspection', '{ __schema { description } }'],
  ['several operations', 'query A { echo } query B { echo }'],
  ['another name', 'query B { echo }'],
])('%s are left to graphql-js', (_, text) => {
  expect(compileOperation(schema, parse(text), 'A')).toBeUndefined();
});
