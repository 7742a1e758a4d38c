/** One code of an enumeration, with its labels; `order` is its place in the list. */
export interface VocabularyEntry {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly order: number;
}

/** An enumeration of the domain: the GraphQL enum, the code list of the API and the check of an import are all made from it. */
export interface Vocabulary<Code extends string = string> {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  /** Where the list comes from: standard and clause, or the document. */
  readonly source: string;
  readonly entries: readonly VocabularyEntry[];
  readonly codes: readonly Code[];
}

type Labels = readonly [zh: string, en: string];

interface VocabularyText {
  readonly zh: string;
  readonly en: string;
  readonly source: string;
}

export function defineVocabulary<Code extends string>(
  name: string,
  text: VocabularyText,
  labels: Readonly<Record<Code, Labels>>,
): Vocabulary<Code> {
  const codes = Object.keys(labels) as Code[];
  const entries = codes.map((code, order) => ({ code, zh: labels[code][0], en: labels[code][1], order }));
  return { name, ...text, entries, codes };
}

/** The entry of `code`, also found by its Chinese or English label, so that a file may say either. */
export function findEntry(vocabulary: Vocabulary, text: string): VocabularyEntry | undefined {
  const wanted = text.trim();
  const lower = wanted.toLowerCase();
  return vocabulary.entries.find(
    (entry) => entry.code === wanted.toUpperCase() || entry.zh === wanted || entry.en.toLowerCase() === lower,
  );
}
