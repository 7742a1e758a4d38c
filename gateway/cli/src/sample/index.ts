export { sampleKinds } from './kinds.js';
export { isAsked, type AskedFigure, type FigureAnswer, type FigureQuestion, type PublishedFigure } from './figure.js';
export { figuresMarkdown, publishedFigures } from './figures.js';
export { DEFAULT_SEED, REGISTERS, writeSample, type SampleOptions, type SampleSummary } from './write-sample.js';
