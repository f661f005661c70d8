import type { Family } from '../state/family.ts';
import type { State } from '../state/state.ts';
import type { Message } from './message.ts';

interface Revocation {
  userID: string;
  nickname: string;
  role: number;
  time: number;
}

/** A stored message and what happened to it since. A message that was wiped for all keeps its place only. */
export interface Entry {
  message: Message | null;
  isRead?: true;
  revoked?: Revocation;
  /** Users who deleted it for themselves. */
  hiddenFrom?: string[];
}

/** All stored messages, by conversation and seq. */
export class Archive {
  private readonly entries: Family<Entry>;

  constructor(state: State) {
    this.entries = state.family<Entry>('messages');
  }

  append(conversationID: string, message: Message): void {
    this.entries.set(conversationID, String(message.seq), { message });
  }

  entry(conversationID: string, seq: number): Entry | undefined {
    return this.entries.get(conversationID, String(seq));
  }

  has(conversationID: string): boolean {
    return this.entries.of(conversationID).size > 0;
  }

  conversationIDs(): IterableIterator<string> {
    return this.entries.ownerIDs();
  }

  all(conversationID: string): Iterable<Entry> {
    return this.entries.of(conversationID).values();
  }

  change(conversationID: string, seq: number, change: Partial<Entry>): void {
    this.entries.update(conversationID, String(seq), change);
  }

  wipe(conversationID: string, seqs: readonly number[]): void {
    for (const seq of seqs) {
      if (this.entry(conversationID, seq) !== undefined)
        this.entries.set(conversationID, String(seq), { message: null });
    }
  }

  hide(conversationID: string, seqs: readonly number[], userID: string): void {
    for (const seq of seqs) {
      const hiddenFrom = this.entry(conversationID, seq)?.hiddenFrom ?? [];
      if (!hiddenFrom.includes(userID)) this.change(conversationID, seq, { hiddenFrom: [...hiddenFrom, userID] });
    }
  }

  /** The newest message that was not wiped, at or below a seq. */
  newest(conversationID: string, seq: number): Entry | undefined {
    for (let at = seq; at > 0; at--) {
      const entry = this.entry(conversationID, at);
      if (entry !== undefined && entry.message !== null) return entry;
    }
    return undefined;
  }
}
