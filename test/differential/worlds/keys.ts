import { byKeys, type World } from './world.js';

const people = [
  { id: '1', email: 'a@example.org', card: { country: 'CN', number: 7 }, name: 'Example A', age: 31 },
  { id: '2', email: null, card: { country: 'CN', number: 8 }, name: 'Example B', age: 32 },
  { id: '3', email: 'c@example.org', card: null, name: 'Example C', age: 33 },
  { id: '4', email: null, card: null, name: 'Example D', age: 34 },
];
const rooms = [
  { house: '1', number: 1, floor: 3, seats: 10 },
  { house: '1', number: 2, floor: 4, seats: 20 },
  { house: '2', number: 1, floor: 5, seats: 30 },
];
const person = byKeys(people, ['id', 'email', 'card']);
const room = byKeys(rooms, ['house', 'number']);

/** Several keys, compound and nested ones, keys that are null, and entities that a subgraph does not have. */
export const keys: World = {
  name: 'keys',
  subgraphs: [
    {
      name: 'register',
      typeDefs: `
        type Query { people: [Person!]!  person(id: ID!): Person  rooms: [Room!]!  strangers: [Person] }
        type Person @key(fields: "id") @key(fields: "email") @key(fields: "card { country number }") {
          id: ID!  email: String  card: Card
        }
        type Card @shareable { country: String!  number: Int! }
        type Room @key(fields: "house number") { house: ID!  number: Int!  keeper: Person }`,
      resolvers: () => ({
        Query: {
          people: () => people,
          person: (_: unknown, { id }: { id: string }) => person({ id }),
          rooms: () => rooms,
          strangers: () => [people[0], null, { id: '99', email: 'nobody@example.org', card: null }],
        },
        Person: { __resolveReference: person },
        Room: { __resolveReference: room, keeper: ({ floor }: { floor: number }) => people[floor - 3] },
      }),
    },
    {
      name: 'mail',
      typeDefs: `
        type Person @key(fields: "email") { email: String  letters: Int  friends: [Person]  age: Int @shareable }`,
      resolvers: () => ({
        Person: {
          __resolveReference: byKeys(people, ['email']),
          letters: ({ age }: { age: number }) => age * 2,
          friends: ({ id }: { id: string }) => people.filter((one) => one.id !== id),
        },
      }),
    },
    {
      name: 'cards',
      typeDefs: `
        type Person @key(fields: "card { number country }") { card: Card  name: String!  room: Room }
        type Card @shareable { country: String!  number: Int! }
        type Room @key(fields: "number house") { house: ID!  number: Int!  seats: Int! }`,
      resolvers: () => ({
        Person: {
          __resolveReference: ({ card }: { card: { number: number } | null }) =>
            people.find((one) => card !== null && one.card?.number === card.number) ?? null,
          room: ({ id }: { id: string }) => rooms[Number(id)] ?? null,
        },
        Room: { __resolveReference: room },
      }),
    },
  ],
  operations: [
    '{ people { id letters } }',
    '{ people { letters name } }',
    '{ person(id: "1") { letters name room { seats keeper { letters } } } }',
    '{ person(id: "2") { id letters } }',
    '{ person(id: "3") { id name } }',
    '{ strangers { id letters } }',
    '{ strangers { id letters age friends { id name } } }',
    '{ rooms { house seats keeper { id letters friends { letters } } } }',
    '{ people { friends { friends { letters id } } } }',
  ],
  hasAbsent: true,
};
