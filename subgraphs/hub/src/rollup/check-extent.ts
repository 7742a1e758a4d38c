import { OneNXError, type Catalogue, type PlaceTree, type Question } from '@onenx/schema';

/** More rows than a person or a page can use; a question past it is refused before any node is asked. */
const MAX_CELLS = 200_000;

/** @throws QUESTION_TOO_LARGE */
export function checkExtent(question: Question, catalogue: Catalogue, tree: PlaceTree): void {
  const snapshot = tree.at(question.at);
  const rows = question.by.reduce((product, code) => {
    const dimension = catalogue.dimension(code);
    if (dimension.kind === 'PLACE')
      return Math.max(product, 1) * Math.max(1, placesFactor(question, code, { catalogue, snapshot }));
    return product * (dimension.kind === 'FIELD' ? (dimension.vocabulary?.codes.length ?? 20) + 1 : 12);
  }, 1);
  const cells = rows * question.measures.length;
  if (cells > MAX_CELLS)
    throw new OneNXError('QUESTION_TOO_LARGE', { found: `about ${cells} values`, expected: `${MAX_CELLS}` });
}

/** Nested place dimensions do not multiply: a committee lies in one street. */
function placesFactor(
  question: Question,
  code: string,
  { catalogue, snapshot }: { catalogue: Catalogue; snapshot: ReturnType<PlaceTree['at']> },
): number {
  const count = (one: string): number => {
    const dimension = catalogue.dimension(one);
    return dimension.kind === 'PLACE' ? snapshot.placesOf(dimension.level, question.scope).length : 0;
  };
  const places = question.by.filter((one) => catalogue.dimension(one).kind === 'PLACE');
  const finest = places.reduce((best, one) => (count(one) > count(best) ? one : best), places[0] ?? code);
  return code === finest ? count(code) : 1;
}
