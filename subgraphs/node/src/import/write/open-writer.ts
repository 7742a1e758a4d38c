import type { Writable } from 'node:stream';
import type { FileShape, FileWriter } from './file-shape.js';
import { sheetWriter } from './sheet-writer.js';
import { textWriter } from './text-writer.js';

/** Begins a file of the given shape. */
export async function openWriter(out: Writable, shape: FileShape): Promise<FileWriter> {
  return shape.format === 'xlsx' ? sheetWriter(out, shape) : textWriter(out, shape);
}
