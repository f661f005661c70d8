import { noDocuments, Refusal } from '../refusal.ts';
import { now } from '../state/clock.ts';

const REMEMBERED_MS = 60_000;
const MOST = 10_000;

/**
 * What the server's cache knows of rows, where it shows: lists begin with the rows it holds, and a row that a list
 * looked for in vain stays absent for a minute, in other words than one that was never looked for.
 */
export class Lookups {
  private readonly held = new Set<string>();
  private readonly absentUntil = new Map<string, number>();

  /** A row was looked at alone. */
  saw(key: string): void {
    this.held.add(key);
  }

  missed(key: string): void {
    if (this.absentUntil.size >= MOST) this.absentUntil.clear();
    this.absentUntil.set(key, now() + REMEMBERED_MS);
  }

  changed(key: string): void {
    this.held.delete(key);
    this.absentUntil.delete(key);
  }

  /** The rows in the order in which a list shows them; all of them are held from then on. */
  listed<T>(rows: readonly T[], keyOf: (row: T) => string): T[] {
    const [held, fetched]: [T[], T[]] = [[], []];
    for (const row of rows) (this.held.has(keyOf(row)) ? held : fetched).push(row);
    for (const row of fetched) this.held.add(keyOf(row));
    return [...held, ...fetched];
  }

  refusal(key: string): Refusal {
    if ((this.absentUntil.get(key) ?? 0) > now()) {
      return new Refusal('RecordNotFoundError', 'cache is not found');
    }
    this.absentUntil.delete(key);
    return noDocuments();
  }
}
