import type { Shelf } from './shelf.ts';

/** Rows by id, in the order they first came. */
export class Collection<T> {
  private readonly rows = new Map<string, T>();
  private readonly shelf: Shelf;
  private readonly name: string;

  constructor(shelf: Shelf, name: string) {
    this.shelf = shelf;
    this.name = name;
    for (const row of shelf.read(name)) this.rows.set(row.id, JSON.parse(row.value) as T);
  }

  get size(): number {
    return this.rows.size;
  }

  get(id: string): T | undefined {
    return this.rows.get(id);
  }

  has(id: string): boolean {
    return this.rows.has(id);
  }

  values(): IterableIterator<T> {
    return this.rows.values();
  }

  /** The rows of those ids that exist; unknown ids are left out, repeated ones answered once. */
  find(ids: readonly string[]): T[] {
    return [...new Set(ids)].flatMap((id) => this.rows.get(id) ?? []);
  }

  set(id: string, row: T): T {
    this.rows.set(id, row);
    this.shelf.put(this.name, '', id, row);
    return row;
  }

  update(id: string, change: Partial<T>): T | undefined {
    const row = this.rows.get(id);
    return row === undefined ? undefined : this.set(id, { ...row, ...change });
  }

  delete(id: string): boolean {
    this.shelf.drop(this.name, '', id);
    return this.rows.delete(id);
  }
}
