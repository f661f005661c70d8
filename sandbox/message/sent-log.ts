import { now } from '../state/clock.ts';
import type { Collection } from '../state/collection.ts';
import type { State } from '../state/state.ts';

const SENT = 2;
const KEPT_MS = 24 * 60 * 60 * 1000;

/** Which operationIDs have sent a message: how a caller finds out after a broken connection. */
export class SentLog {
  private readonly times: Collection<number>;

  constructor(state: State) {
    this.times = state.collection<number>('sent');
  }

  note(operationID: string): void {
    this.times.set(operationID, now());
  }

  status(operationID: string): number {
    const time = this.times.get(operationID);
    return time !== undefined && now() - time < KEPT_MS ? SENT : 0;
  }
}
