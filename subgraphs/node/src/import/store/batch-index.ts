import type { FieldValue } from '@onenx/schema';
import type { StoredRecord } from './stored-record.js';

/** What one import remembers from row to row: where each record was first named, and keys that changed. */
export interface FileMemory {
  /** Id → line. */
  readonly lines: Map<string, number>;
  /** Natural key → id, where the two differ. */
  readonly moved: Map<string, string>;
  /** The ids of records that are, or were, in `moved`: no new record may get one of them. */
  readonly reserved: Set<string>;
}

export function fileMemory(moved: Map<string, string>): FileMemory {
  return { lines: new Map(), moved, reserved: new Set(moved.values()) };
}

/** The records that a batch concerns, found by natural key and by the source's own number. */
export class BatchIndex {
  private readonly byId = new Map<string, StoredRecord>();
  private readonly byNatural = new Map<string, StoredRecord>();
  private readonly byNumber = new Map<FieldValue | undefined, StoredRecord>();

  constructor(
    private readonly memory: FileMemory,
    private readonly source: string,
  ) {}

  load(records: readonly StoredRecord[]): void {
    for (const record of records) if (!this.byId.has(record.id)) this.put(record);
  }

  /** `taken`: the key is one record's and the source's number another's. */
  find(natural: string, number: FieldValue | undefined): { target: StoredRecord | undefined; taken: boolean } {
    const numbered = typeof number === 'string' ? this.byNumber.get(number) : undefined;
    const keyed = this.byNatural.get(natural);
    return { target: numbered ?? keyed, taken: numbered !== undefined && keyed !== undefined && numbered !== keyed };
  }

  seenOn(id: string): number | undefined {
    return this.memory.lines.get(id);
  }

  see(id: string, line: number): void {
    if (!this.memory.lines.has(id)) this.memory.lines.set(id, line);
  }

  /** The record under an id of its own: its key's id may still be that of a record whose key has changed. */
  add(record: StoredRecord, line: number): StoredRecord {
    let { id } = record;
    for (let n = 2; this.byId.has(id) || this.memory.reserved.has(id); n += 1) id = `${record.natural}~${n}`;
    const added = id === record.id ? record : { ...record, id, values: { ...record.values, id } };
    this.put(added);
    this.see(id, line);
    return added;
  }

  replace(before: StoredRecord, after: StoredRecord, line: number): StoredRecord {
    const number = before.values['sourceKey'];
    this.byNatural.delete(before.natural);
    if (this.byNumber.get(number) === before) this.byNumber.delete(number);
    this.memory.moved.delete(before.natural);
    this.put(after);
    this.see(after.id, line);
    return after;
  }

  private put(record: StoredRecord): void {
    this.byId.set(record.id, record);
    this.byNatural.set(record.natural, record);
    const { sourceSystem, sourceKey } = record.values;
    if (sourceSystem === this.source && typeof sourceKey === 'string') this.byNumber.set(sourceKey, record);
    if (record.natural === record.id) return;
    this.memory.moved.set(record.natural, record.id);
    this.memory.reserved.add(record.id);
  }
}
