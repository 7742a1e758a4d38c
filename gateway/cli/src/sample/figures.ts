import { isAsked, type AskedFigure, type PublishedFigure } from './figure.js';
import { districtFigures } from './figures-district.js';
import { opinionFigures } from './figures-opinion.js';
import { registerFigures } from './figures-register.js';

/** Every published figure of Changning, in the order of the collection; see each for its question or why it has none. */
export const publishedFigures: readonly PublishedFigure[] = [...opinionFigures, ...districtFigures, ...registerFigures];

/** A formatter would pad every cell of the table to the width of the widest. */
const UNFORMATTED = ['<!-- prettier-ignore-start -->', '<!-- prettier-ignore-end -->'] as const;

const INTRODUCTION = `# Published figures, and what the sample answers

The sample data is made up, and made so that roll-ups over it come to the figures that are in print. Each line below is one
printed figure, the question that asks for it, and what comes back. Shares are fractions with both sides beside them; money
is in fen (分). What is not known comes back as null with a reason, never as 0.

The print is damaged in places (“2023” stands for 10, or for a year of two digits) and no year of the report is to be
trusted; how each damaged figure is read is said beside it.
`;

const MADE_UP = `
## What is made up

- Every record. Names carry 示例, credit codes are of a range that no real body has, and every row is marked \`synthetic\`.
- How the district's totals divide over streets, committees, months, categories, legal forms and suppliers.
- The 526 organizations of 2013-09-30 (from the printed 8 %), grades below 3A, how 4A and 5A divide, and the report's classes
  other than charity and community service.
- Everything after 2014-09-30: the demonstration vintage.
- The days on which places began, and which four committees were new in 2023 and of which neighbour each was split off. Codes
  and names are official (edition of 2023-06-30).

## 185 and 189

The report counts 185 居民区. They may not be the same as residents' committees (居委会): the official list of 2023 has 189 of
these. The sample takes 185 of the 189 for the report's time; where both numbers show, they are of different dates and perhaps
of different things.
`;

/** The text of \`docs/figures.md\`: figure, question, answer; what is made up; and what the 185 may not be. */
export function figuresMarkdown(): string {
  const header = ['Figure', 'Printed', 'Question', 'What comes back'];
  const lines = [header, header.map(() => '---'), ...publishedFigures.map(cells)];
  const table = lines.map((line) => `| ${line.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
  return `${INTRODUCTION}\n${UNFORMATTED[0]}\n\n${table}\n\n${UNFORMATTED[1]}\n${MADE_UP}`;
}

function cells(figure: PublishedFigure): string[] {
  const printed = `${figure.printed} ${figure.unit}`;
  const name = `\`${figure.metric}\` (${figure.place}; ${figure.source})`;
  if (!isAsked(figure)) return [name, printed, 'none', figure.reason];
  const answer = [answerText(figure), figure.note].filter((part) => part !== undefined);
  return [name, printed, `\`${questionText(figure)}\``, answer.join(' ')];
}

/** The part of the question that the figure needs, as it is written in GraphQL. */
function questionText({ question, expected }: AskedFigure): string {
  const { scope, where, period, asOf } = question;
  const of = question.measures.find(({ as }) => as === expected.as)?.of ?? expected.as;
  const parts = [
    `scope: "${scope}"`,
    `measures: [{of: "${of}"}]`,
    ...(where ? [`where: {dimension: "${where.dimension}", in: ${JSON.stringify(where.in)}}`] : []),
    ...(period ? [`period: {${literal(period)}}`] : []),
    ...(asOf === undefined ? [] : [`asOf: "${asOf}"`]),
  ];
  return `rollup(input: {${parts.join(', ')}})`;
}

function literal(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join(', ');
}

function answerText({ expected }: AskedFigure): string {
  const { value, numerator, denominator, missing } = expected;
  const sides = numerator === undefined ? '' : ` (${numerator} / ${denominator ?? 'null'})`;
  if (value === null) return `null, \`${missing}\`${sides}.`;
  return `${Number.isInteger(value) ? value : value.toFixed(4)}${sides}.`;
}
