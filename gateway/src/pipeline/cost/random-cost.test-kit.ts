import * as fc from 'fast-check';
import { getNamedType, isCompositeType } from 'graphql';
import { schema } from './slow-cost.test-kit.js';

const size = fc.oneof(fc.nat(40).map(String), fc.constantFrom('$n', '$n', '$m', 'null', '-3'));
const codes = fc.oneof(
  fc.constant('$codes'),
  fc.array(fc.constantFrom('"a"', '"b"')).map((list) => `[${list.join()}]`),
);
const input = fc.oneof(
  fc.constant('$input'),
  fc
    .record({ size, tiers: fc.array(fc.nat(9)), by: fc.array(fc.constant('"street"')) })
    .map(
      ({ size: first, tiers, by }) =>
        `{first: ${first}, measures: [{of: "x", tiers: [${tiers.join()}]}], by: [${by.join()}]}`,
    ),
  fc.constantFrom('{scope: "a"}', 'null', '{last: 7}'),
);
const given: Readonly<Record<string, fc.Arbitrary<string>>> = { first: size, last: size, codes, input };
const condition = fc.constantFrom(
  '',
  '',
  '',
  ' @include(if: $yes)',
  ' @skip(if: $yes)',
  ' @skip(if: true)',
  ' @include(if: true)',
);

/** Random operations of the schema above. */
export const operation: fc.Arbitrary<string> = selection('Query', 5).map(
  (text) =>
    `query ($n: Int, $m: Int, $codes: [ID!], $input: RollupInput, $yes: Boolean!) { ...All } fragment All on Query ${text}`,
);

function selection(typeName: string, depth: number): fc.Arbitrary<string> {
  const type = schema.getType(typeName);
  if (!isCompositeType(type)) throw new Error(`${typeName} has no fields`);
  const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
  const parts = fields.flatMap((field): fc.Arbitrary<string>[] => {
    const inner = getNamedType(field.type);
    if (isCompositeType(inner) && depth === 0) return [];
    const args = fc.tuple(
      ...field.args.map(({ name }) =>
        given[name] === undefined
          ? fc.constant('')
          : fc.option(
              given[name].map((value) => `${name}: ${value}`),
              { nil: '' },
            ),
      ),
    );
    const below = isCompositeType(inner) ? fc.nat().chain(() => selection(inner.name, depth - 1)) : fc.constant('');
    return [
      fc.tuple(args, condition, below).map(([values, when, text]) => {
        const list = values.filter((value) => value !== '').join(', ');
        return `${field.name}${list === '' ? '' : `(${list})`}${when} ${text}`;
      }),
    ];
  });
  if (!('getInterfaces' in type) || type.name === 'Named')
    for (const member of ['Place', 'Team'])
      parts.push(
        fc
          .tuple(
            condition,
            fc.nat().chain(() => selection(member, depth)),
          )
          .map(([when, text]) => `... on ${member}${when} ${text}`),
      );
  const all = [fc.constant('__typename'), ...parts];
  return fc
    .shuffledSubarray(all, { minLength: 1, maxLength: Math.min(3, all.length) })
    .chain((some) => fc.tuple(...some))
    .map((lines) => `{ ${lines.join(' ')} }`);
}

/** Variables of such an operation, as graphql-js reads them. */
export const variables: fc.Arbitrary<Record<string, unknown>> = fc.record(
  {
    n: fc.oneof(fc.integer({ min: -2, max: 60 }), fc.constant(null)),
    m: fc.nat(60),
    codes: fc.array(fc.constant('c'), { maxLength: 30 }),
    input: fc.record(
      {
        scope: fc.constant('a'),
        first: fc.nat(60),
        measures: fc.array(fc.record({ of: fc.constant('x'), tiers: fc.array(fc.nat()) })),
        last: fc.constant(3),
      },
      { requiredKeys: ['scope', 'last'] },
    ),
    yes: fc.boolean(),
  },
  { requiredKeys: ['yes'] },
);
