export { writeSample, type SampleOptions, type SampleSummary } from './sample/write-sample.js';
export { figuresMarkdown, publishedFigures } from './sample/figures.js';
export { isAsked, type AskedFigure, type PublishedFigure } from './sample/figure.js';
