import { createHash } from 'node:crypto';

/** Parts carry exact keys up to this many, a sketch of this size past it. */
export const SKETCH_SIZE = 4096;

/** 2^52: hashes are integers below it, so that they survive JSON and compare exactly. */
const HASH_SPACE = 2 ** 52;

/** The 52 first bits of SHA-256: uniform, the same on every node. */
export function hashKey(key: string): number {
  const digest = createHash('sha256').update(key).digest();
  return digest.readUIntBE(0, 6) * 16 + ((digest[6] ?? 0) >> 4);
}

/** The k smallest of two ascending lists without repetition. */
export function mergeSketches(a: readonly number[], b: readonly number[]): number[] {
  const merged: number[] = [];
  let i = 0;
  let j = 0;
  while (merged.length < SKETCH_SIZE && (i < a.length || j < b.length)) {
    const x = a[i] ?? Infinity;
    const y = b[j] ?? Infinity;
    merged.push(Math.min(x, y));
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return merged;
}

export function sketchOf(keys: Iterable<string>): number[] {
  return [...new Set([...keys].map(hashKey))].sort((a, b) => a - b).slice(0, SKETCH_SIZE);
}

/**
 * How many distinct keys a sketch stands for: exact below its size, else (k − 1) / the k-th smallest hash as a fraction.
 * Bar-Yossef et al., "Counting distinct elements in a data stream", 2002; standard error about 1/√(k − 2), 1.6 % here.
 */
export function estimateDistinct(sketch: readonly number[]): number {
  if (sketch.length < SKETCH_SIZE) return sketch.length;
  const kth = (sketch[SKETCH_SIZE - 1] ?? HASH_SPACE) / HASH_SPACE;
  return Math.round((SKETCH_SIZE - 1) / kth);
}
