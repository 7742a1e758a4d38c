import { OneNXError, type KindDefinition } from '@onenx/schema';

/** The kind of a name as a person writes it: its own, its plural, or its Chinese term. @throws KIND_UNKNOWN */
export function kindNamed(
  kinds: readonly KindDefinition[],
  name: string,
  besides: readonly string[] = [],
): KindDefinition {
  const wanted = name.toLowerCase();
  const found = kinds.find(
    (kind) => kind.name.toLowerCase() === wanted || kind.plural.toLowerCase() === wanted || kind.zh === name,
  );
  if (found) return found;
  const expected = [...besides, ...kinds.map((kind) => kind.name)].join(', ');
  throw new OneNXError('KIND_UNKNOWN', { found: name, expected });
}
