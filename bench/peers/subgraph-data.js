// Made-up records of the benchmark's shop: 6 users, 9 products and 26 reviews, so that the deep query answers about 90 kB.

const count = (length, make) => Array.from({ length }, (_, index) => make(index));

export const users = count(6, (i) => ({
  id: `u${i + 1}`,
  name: `Example Person ${i + 1}`,
  username: `person-${i + 1}`,
  birthday: 1_000_000 + i * 86_400,
}));

export const products = count(9, (i) => ({
  upc: `p${i + 1}`,
  name: `Example product ${i + 1}`,
  price: 100 + ((i * 137) % 900),
  weight: 50 + ((i * 61) % 1_000),
  inStock: i % 3 !== 0,
}));

// Every user wrote four or five, about eight of the products.
export const reviews = count(26, (i) => ({
  id: `r${i + 1}`,
  body: `Example review ${i + 1}: neither good nor bad.`,
  author: users[i % users.length].id,
  product: products[(i * 5) % 8].upc,
}));
