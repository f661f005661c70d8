import { now } from '../state/clock.ts';
import type { Collection } from '../state/collection.ts';
import type { Family } from '../state/family.ts';
import type { State } from '../state/state.ts';

interface Counter {
  maxSeq: number;
  minSeq: number;
  /** When the last seq was given out. */
  time: number;
}

/** What one user may see of a conversation, and how far it was read. 0 means unbounded. */
interface Reach {
  minSeq: number;
  maxSeq: number;
  readSeq: number;
}

const NOTHING: Counter = { maxSeq: 0, minSeq: 0, time: 0 };
const UNBOUNDED: Reach = { minSeq: 0, maxSeq: 0, readSeq: 0 };

export class Seqs {
  private readonly counters: Collection<Counter>;
  private readonly reaches: Family<Reach>;

  constructor(state: State) {
    this.counters = state.collection<Counter>('seq-counters');
    this.reaches = state.family<Reach>('seq-reaches');
  }

  counter(conversationID: string): Counter {
    return this.counters.get(conversationID) ?? NOTHING;
  }

  max(conversationID: string): number {
    return this.counter(conversationID).maxSeq;
  }

  take(conversationID: string, time = now()): number {
    const counter = this.counter(conversationID);
    return this.counters.set(conversationID, { ...counter, maxSeq: counter.maxSeq + 1, time }).maxSeq;
  }

  raiseMin(conversationID: string, minSeq: number): void {
    const counter = this.counter(conversationID);
    if (minSeq > counter.minSeq) this.counters.set(conversationID, { ...counter, minSeq });
  }

  reach(userID: string, conversationID: string): Reach {
    return this.reaches.get(userID, conversationID) ?? UNBOUNDED;
  }

  setReach(userID: string, conversationID: string, change: Partial<Reach>): void {
    this.reaches.set(userID, conversationID, { ...this.reach(userID, conversationID), ...change });
  }

  read(userID: string, conversationID: string): number {
    return this.reach(userID, conversationID).readSeq;
  }

  /** Reading never goes back. */
  markRead(userID: string, conversationID: string, seq: number): void {
    if (seq > this.read(userID, conversationID)) this.setReach(userID, conversationID, { readSeq: seq });
  }

  /** The seqs that a user may pull; `maxSeq` of the conversation row may narrow it further. */
  bounds(userID: string, conversationID: string, maxSeq?: number): { min: number; max: number } {
    const counter = this.counter(conversationID);
    const reach = this.reach(userID, conversationID);
    const ceiling = maxSeq ?? reach.maxSeq;
    return {
      min: Math.max(counter.minSeq, reach.minSeq),
      max: ceiling > 0 ? Math.min(ceiling, counter.maxSeq) : counter.maxSeq,
    };
  }
}
