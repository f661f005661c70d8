import type { Shelf } from './shelf.ts';

const NONE: ReadonlyMap<string, never> = new Map<string, never>();

/** Rows that belong to an owner: a user's friends, a group's members, a conversation's messages. */
export class Family<T> {
  private readonly owners = new Map<string, Map<string, T>>();
  private readonly shelf: Shelf;
  private readonly name: string;

  constructor(shelf: Shelf, name: string) {
    this.shelf = shelf;
    this.name = name;
    for (const row of shelf.read(name)) this.remember(row.owner, row.id, JSON.parse(row.value) as T);
  }

  private remember(owner: string, id: string, row: T): void {
    const rows = this.owners.get(owner);
    if (rows === undefined) this.owners.set(owner, new Map([[id, row]]));
    else rows.set(id, row);
  }

  of(owner: string): ReadonlyMap<string, T> {
    return this.owners.get(owner) ?? NONE;
  }

  get(owner: string, id: string): T | undefined {
    return this.owners.get(owner)?.get(id);
  }

  has(owner: string, id: string): boolean {
    return this.owners.get(owner)?.has(id) ?? false;
  }

  ownerIDs(): IterableIterator<string> {
    return this.owners.keys();
  }

  find(owner: string, ids: readonly string[]): T[] {
    const rows = this.of(owner);
    return [...new Set(ids)].flatMap((id) => rows.get(id) ?? []);
  }

  set(owner: string, id: string, row: T): T {
    this.remember(owner, id, row);
    this.shelf.put(this.name, owner, id, row);
    return row;
  }

  update(owner: string, id: string, change: Partial<T>): T | undefined {
    const row = this.get(owner, id);
    return row === undefined ? undefined : this.set(owner, id, { ...row, ...change });
  }

  delete(owner: string, id: string): boolean {
    this.shelf.drop(this.name, owner, id);
    return this.owners.get(owner)?.delete(id) ?? false;
  }
}
