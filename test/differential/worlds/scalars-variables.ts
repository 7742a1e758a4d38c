import type { World } from './world.js';

/** Custom scalars, and variables and defaults of every input type, on both sides of a fetch for entities. */
export const scalarsVariables: World = {
  name: 'scalars-variables',
  subgraphs: [
    {
      name: 'echo',
      typeDefs: `
        scalar Json
        scalar Day
        enum Mode { FAST SLOW }
        input Point { x: Float! = 0.5  y: Float  mode: Mode = SLOW  tags: [String]  next: Point }
        type Query { echo(int: Int, float: Float, text: String, id: ID, flag: Boolean, mode: Mode = FAST, json: Json, day: Day, point: Point, points: [[Point!]] = [[{ x: 1 }]]): Echo! }
        type Echo @key(fields: "key") { key: Json!  raw: Json  day: Day }`,
      resolvers: () => ({
        Query: {
          echo: (_: unknown, args: object) => ({ key: { text: JSON.stringify(args) }, raw: args, day: 'today' }),
        },
        Echo: { __resolveReference: ({ key }: { key: unknown }) => ({ key, raw: key, day: 'today' }) },
      }),
    },
    {
      name: 'again',
      typeDefs: `
        scalar Json
        enum Mode { FAST SLOW }
        input Point { x: Float! = 0.5  y: Float  mode: Mode = SLOW  tags: [String]  next: Point }
        type Echo @key(fields: "key") { key: Json!  again(point: Point = { y: 2 }, json: Json, ids: [ID!]! = [], mode: Mode): Json }`,
      resolvers: () => ({
        Echo: {
          __resolveReference: ({ key }: { key: unknown }) => ({ key }),
          again: (_: unknown, args: object) => args,
        },
      }),
    },
  ],
  operations: [
    '{ echo { key raw day again } }',
    '{ echo(int: 1, float: 2, text: "t", id: 3, flag: true, mode: SLOW, json: { a: [1, "b", null, { c: 1.5 }] }) { raw } }',
    '{ echo(point: { y: null, tags: ["a", null], next: { x: 2 } }, points: [[], null]) { raw again(point: { x: 1 }, ids: ["a", 1]) } }',
    {
      query: 'query ($p: Point = { x: 3 }, $j: Json) { echo(point: $p, json: $j) { raw again(point: $p, json: $j) } }',
    },
    {
      query: 'query ($p: Point, $j: Json) { echo(point: $p, json: $j) { raw again(point: $p, json: $j) } }',
      variables: { p: null, j: { deep: [1, { x: null }] } },
    },
    {
      query:
        'query ($x: Float!, $t: String) { echo(point: { x: $x, tags: [$t] }) { raw again(point: { x: $x, next: { x: $x } }) } }',
      variables: { x: 2 },
    },
    {
      query: 'query ($m: Mode, $l: [[Point!]]) { echo(mode: $m, points: $l) { raw again(mode: $m) } }',
      variables: { l: { x: 9 } },
    },
    { query: 'query ($i: [ID!]! = ["d"]) { echo(id: "1") { again(ids: $i) } }' },
    { query: 'query ($j: Json) { echo(json: { inner: $j, list: [$j] }) { raw } }', variables: { j: 'x' } },
    { query: 'query ($t: String = "\\"quoted\\" \\\\ \\u00e9 中文") { echo(text: $t) { raw } }' },
    { query: '{ echo(text: """\n  block "text"\n    indented\n""") { raw } }' },
  ],
  known: { Day: ['"2024-01-01"'], Json: ['{ a: [1, "b"] }', '7', '"text"', 'true'] },
};
