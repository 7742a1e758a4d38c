// The operations that are measured. The deep one is the shape that is measured everywhere for federation gateways.

const deep = `
fragment UserParts on User { id username name }
fragment ReviewParts on Review { id body }
fragment ProductParts on Product { inStock name price shippingEstimate upc weight }
query TestQuery {
  users {
    ...UserParts
    reviews { ...ReviewParts product { ...ProductParts reviews { ...ReviewParts author { ...UserParts
      reviews { ...ReviewParts product { ...ProductParts } } } } } }
  }
  topProducts {
    ...ProductParts
    reviews { ...ReviewParts author { ...UserParts reviews { ...ReviewParts product { ...ProductParts } } } }
  }
}`;

const small = 'query Small { me { id username reviews { id body } } }';

export const queries = { deep, small };
