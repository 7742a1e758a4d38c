// The floor: what somebody would write who needs these two answers and no gateway: the same fetches over plain HTTP, the
// results put into each other, the fields of the answer picked out. No parsing, planning, checks or errors.
import { createServer } from 'node:http';
import { Pool } from 'undici';
import { runChild } from './child.js';

const operations = {
  users: '{users{id username name}}',
  topProducts: '{topProducts{upc name price weight}}',
  reviewsOfAll: `query($users:[_Any!]!,$products:[_Any!]!){
    users:_entities(representations:$users){...on User{reviews{id body product{upc reviews{...R}}}}}
    products:_entities(representations:$products){...on Product{reviews{...R}}}
  } fragment R on Review{id body author{id username reviews{id body product{upc}}}}`,
  names: 'query($representations:[_Any!]!){_entities(representations:$representations){...on User{name}}}',
  prices:
    'query($representations:[_Any!]!){_entities(representations:$representations){...on Product{name price weight}}}',
  stock:
    'query($representations:[_Any!]!){_entities(representations:$representations){...on Product{inStock shippingEstimate}}}',
  me: '{me{id username}}',
  reviewsOfUser:
    'query($representations:[_Any!]!){_entities(representations:$representations){...on User{reviews{id body}}}}',
};

runChild(async ({ subgraphs }) => {
  const ask = Object.fromEntries(subgraphs.map(({ name, url }) => [name, client(url)]));
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part) => (body += part));
    request.on('end', async () => {
      const { query } = JSON.parse(body);
      const data = query.startsWith('query Small') ? await small(ask) : await deep(ask);
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify({ data }));
    });
  });
  server.keepAliveTimeout = 600_000;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/graphql` };
});

function client(url) {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: 64 });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  return async (query, variables) => {
    const { body } = await pool.request({
      path: pathname,
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    return (await body.json()).data;
  };
}

async function small(ask) {
  const { me } = await ask.accounts(operations.me);
  const representations = [{ __typename: 'User', id: me.id }];
  const { _entities } = await ask.reviews(operations.reviewsOfUser, { representations });
  return {
    me: { id: me.id, username: me.username, reviews: _entities[0].reviews.map(({ id, body }) => ({ id, body })) },
  };
}

async function deep(ask) {
  const [{ users }, { topProducts }] = await Promise.all([
    ask.accounts(operations.users),
    ask.products(operations.topProducts),
  ]);
  const stockOf = ({ upc, price, weight }) => ({ __typename: 'Product', upc, price, weight });
  const [found, stock] = await Promise.all([
    ask.reviews(operations.reviewsOfAll, {
      users: users.map(({ id }) => ({ __typename: 'User', id })),
      products: topProducts.map(({ upc }) => ({ __typename: 'Product', upc })),
    }),
    ask.inventory(operations.stock, { representations: topProducts.map(stockOf) }),
  ]);
  const authors = new Set();
  const upcs = new Set();
  const meet = ({ author }) => {
    authors.add(author.id);
    for (const { product } of author.reviews) upcs.add(product.upc);
  };
  for (const { reviews } of found.users)
    for (const { product } of reviews) {
      upcs.add(product.upc);
      product.reviews.forEach(meet);
    }
  for (const { reviews } of found.products) reviews.forEach(meet);
  const [names, prices] = await Promise.all([
    ask.accounts(operations.names, { representations: [...authors].map((id) => ({ __typename: 'User', id })) }),
    ask.products(operations.prices, { representations: [...upcs].map((upc) => ({ __typename: 'Product', upc })) }),
  ]);
  const keys = [...upcs];
  const known = keys.map((upc, index) => ({ upc, ...prices._entities[index] }));
  const { _entities } = await ask.inventory(operations.stock, { representations: known.map(stockOf) });
  const products = new Map(known.map((product, index) => [product.upc, productOf(product, _entities[index])]));
  const nameOf = new Map([...authors].map((id, index) => [id, names._entities[index].name]));
  return answer({ users, topProducts, found, stock: stock._entities, products, nameOf });
}

const productOf = ({ name, price, upc, weight }, { inStock, shippingEstimate }) => ({
  inStock,
  name,
  price,
  shippingEstimate,
  upc,
  weight,
});

function answer({ users, topProducts, found, stock, products, nameOf }) {
  const written = ({ id, body, product }) => ({ id, body, product: products.get(product.upc) });
  const review = ({ id, body, author }) => ({
    id,
    body,
    author: {
      id: author.id,
      username: author.username,
      name: nameOf.get(author.id),
      reviews: author.reviews.map(written),
    },
  });
  return {
    users: users.map(({ id, username, name }, index) => ({
      id,
      username,
      name,
      reviews: found.users[index].reviews.map(({ id, body, product }) => ({
        id,
        body,
        product: { ...products.get(product.upc), reviews: product.reviews.map(review) },
      })),
    })),
    topProducts: topProducts.map((product, index) => ({
      ...productOf(product, stock[index]),
      reviews: found.products[index].reviews.map(review),
    })),
  };
}
