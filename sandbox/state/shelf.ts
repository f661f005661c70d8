/** Where rows go to survive a restart. Owner and id together name a row within its collection. */
export interface Shelf {
  put(collection: string, owner: string, id: string, value: unknown): void;
  drop(collection: string, owner: string, id: string): void;
  read(collection: string): Iterable<{ owner: string; id: string; value: string }>;
}
