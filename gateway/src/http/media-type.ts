/** The media types of an answer: the GraphQL-over-HTTP draft's own, and the older one. */
export type AnswerType = 'application/graphql-response+json' | 'application/json';

const offered = new Map<string, AnswerType>([
  ['application/graphql-response+json', 'application/graphql-response+json'],
  ['application/json', 'application/json'],
  ['application/*', 'application/json'],
  ['*/*', 'application/json'],
]);

// Clients send few different headers, and the same one with every request; whoever sends many is not remembered.
const known = new Map<string, { readonly type: AnswerType | undefined }>();
const mostKnown = 100;

/** The media type that an Accept header prefers among ours, the first of equals; undefined when it takes neither. */
export function answerType(accept = ''): AnswerType | undefined {
  const found = known.get(accept);
  if (found !== undefined) return found.type;
  const type = preferredType(accept);
  if (known.size < mostKnown) known.set(accept, { type });
  return type;
}

function preferredType(accept: string): AnswerType | undefined {
  const ranges = (accept || '*/*').toLowerCase().split(',').map(readRange);
  const acceptable = ranges.filter(({ type, quality, charset }) => offered.has(type) && quality > 0 && charset);
  const best = acceptable.toSorted((a, b) => b.quality - a.quality)[0];
  return best && offered.get(best.type);
}

function readRange(range: string): { type: string; quality: number; charset: boolean } {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
  const parameter = (name: string) => parameters.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1);
  const charset = parameter('charset');
  return {
    type,
    quality: Number(parameter('q') ?? 1),
    charset: charset === undefined || charset === 'utf-8' || charset === 'utf8',
  };
}
