/** Where made pictures are kept. What is lost there is made again. */
export interface Shelf {
  /** Null where it is not, or not whole. */
  get(name: string): Promise<Buffer | null>;
  /** Resolves when it is kept; under a name that is there already it is the same. */
  put(name: string, bytes: Buffer): Promise<void>;
}
