import { Refusal } from '../refusal.ts';
import { now } from '../state/clock.ts';
import type { Family } from '../state/family.ts';
import type { State } from '../state/state.ts';
import { objectID } from '../version/object-id.ts';

export interface Command {
  type: number;
  createTime: number;
  uuid: string;
  value: string;
  ex: string;
}

type Key = Pick<Command, 'type' | 'uuid'>;

/** What clients keep on the server for themselves. Nothing upstream forbids one key twice; writes meet the first. */
export class Commands {
  private readonly rows: Family<Command>;

  constructor(state: State) {
    this.rows = state.family<Command>('commands');
  }

  of(userID: string): Command[] {
    return [...this.rows.of(userID).values()];
  }

  add(userID: string, command: Omit<Command, 'createTime'>): void {
    this.rows.set(userID, objectID(), { ...command, createTime: Math.floor(now() / 1000) });
  }

  private demand(userID: string, { type, uuid }: Key): string {
    const found = [...this.rows.of(userID)].find(([, command]) => command.type === type && command.uuid === uuid);
    if (found === undefined) throw new Refusal('RecordNotFoundError');
    return found[0];
  }

  update(userID: string, key: Key, change: Partial<Command>): void {
    if (Object.keys(change).length > 0) this.rows.update(userID, this.demand(userID, key), change);
  }

  /** Nothing to delete is fine. */
  remove(userID: string, { type, uuid }: Key): void {
    const found = [...this.rows.of(userID)].find(([, command]) => command.type === type && command.uuid === uuid);
    if (found !== undefined) this.rows.delete(userID, found[0]);
  }
}
