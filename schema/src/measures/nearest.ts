/** Levenshtein distance: the fewest insertions, deletions and substitutions that turn `a` into `b`. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Up to three of `names` that a mistyped `found` may have meant, nearest first, as one text. */
export function nearest(found: string, names: Iterable<string>): string {
  const text = found.slice(0, 100).toLowerCase();
  return [...names]
    .map((name) => ({ name, far: distance(text, name.toLowerCase()) }))
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name)
    .join(', ');
}
