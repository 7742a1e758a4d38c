// The public benchmark shape of federation gateways: accounts, products, inventory, reviews.
import { products, reviews, users } from './subgraph-data.js';

export const typeDefs = {
  accounts: `
    type Query { me: User  user(id: ID!): User  users: [User] }
    type User @key(fields: "id") { id: ID!  name: String  username: String @shareable  birthday: Int }`,
  inventory: `
    type Product @key(fields: "upc") {
      upc: String!  weight: Int @external  price: Int @external
      inStock: Boolean  shippingEstimate: Int @requires(fields: "price weight")
    }`,
  products: `
    type Query { topProducts(first: Int = 5): [Product] }
    type Product @key(fields: "upc") { upc: String!  name: String  price: Int  weight: Int }`,
  reviews: `
    type Review @key(fields: "id") { id: ID!  body: String  author: User @provides(fields: "username")  product: Product }
    type User @key(fields: "id") { id: ID!  username: String @external  numberOfReviews: Int  reviews: [Review] }
    type Product @key(fields: "upc") { upc: String!  reviews: [Review] }`,
};

/** The same subgraphs in Federation 1, for gateways that know no other. */
export const firstTypeDefs = {
  accounts: `
    extend type Query { me: User  user(id: ID!): User  users: [User] }
    type User @key(fields: "id") { id: ID!  name: String  username: String  birthday: Int }`,
  inventory: `
    extend type Product @key(fields: "upc") {
      upc: String! @external  weight: Int @external  price: Int @external
      inStock: Boolean  shippingEstimate: Int @requires(fields: "price weight")
    }`,
  products: `
    extend type Query { topProducts(first: Int = 5): [Product] }
    type Product @key(fields: "upc") { upc: String!  name: String  price: Int  weight: Int }`,
  reviews: `
    type Review @key(fields: "id") { id: ID!  body: String  author: User @provides(fields: "username")  product: Product }
    extend type User @key(fields: "id") { id: ID! @external  username: String @external  numberOfReviews: Int  reviews: [Review] }
    extend type Product @key(fields: "upc") { upc: String! @external  reviews: [Review] }`,
};

const user = ({ id }) => users.find((one) => one.id === id) ?? null;
const product = ({ upc }) => products.find((one) => one.upc === upc) ?? null;

export const resolvers = {
  accounts: {
    Query: { me: () => users[0], user: (_, key) => user(key), users: () => users },
    User: { __resolveReference: user },
  },
  inventory: {
    Product: {
      __resolveReference: (given) => ({ ...given, inStock: product(given)?.inStock }),
      shippingEstimate: ({ price, weight }) => (price > 900 ? 0 : Math.round(weight * 0.5)),
    },
  },
  products: {
    Query: { topProducts: (_, { first }) => products.slice(0, first) },
    Product: { __resolveReference: product },
  },
  reviews: {
    Review: {
      __resolveReference: ({ id }) => reviews.find((one) => one.id === id) ?? null,
      author: ({ author }) => ({ id: author }),
      product: ({ product: upc }) => ({ upc }),
    },
    User: {
      username: (given) => user(given)?.username,
      numberOfReviews: ({ id }) => reviews.filter(({ author }) => author === id).length,
      reviews: ({ id }) => reviews.filter(({ author }) => author === id),
    },
    Product: { reviews: ({ upc }) => reviews.filter((one) => one.product === upc) },
  },
};
