import { noDocuments, Refusal } from '../refusal.ts';

const REMEMBERED_MS = 60_000;
const MOST = 10_000;

/**
 * What was looked for in a list and not found. The server's cache keeps such a "nothing" for a minute, and a single
 * look-up that meets it fails in other words than one that goes to the database.
 */
export class Misses {
  private readonly until = new Map<string, number>();

  note(key: string): void {
    if (this.until.size >= MOST) this.until.clear();
    this.until.set(key, Date.now() + REMEMBERED_MS);
  }

  forget(key: string): void {
    this.until.delete(key);
  }

  refusal(key: string): Refusal {
    if ((this.until.get(key) ?? 0) > Date.now()) return new Refusal('RecordNotFoundError', 'cache is not found');
    this.until.delete(key);
    return noDocuments();
  }
}
