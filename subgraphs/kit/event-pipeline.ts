import type { ChatEvent, Fact } from './events.ts';

/** How far somebody is who is told of events. */
export interface ConsumerState {
  readonly name: string;
  /** Kept events that it has not been told of, counted up to 100,000 in each of its parts. */
  readonly lag: number;
  /** For how long the oldest of them has been kept; 0 where there is none. */
  readonly lagSeconds: number;
  /** Those that are tried again, or wait behind one that is. */
  readonly waiting: number;
  readonly deadLetters: number;
  /** When it was last told of something, or of nothing new; null: never. */
  readonly handledAt: Date | null;
}

/** An event that a consumer failed at as often as it may. Without what people wrote. */
export interface DeadEvent extends Pick<ChatEvent, 'key' | 'stream' | 'source' | 'at'> {
  readonly consumer: string;
  readonly eventID: string;
  readonly kind: Fact['kind'];
  readonly keptAt: Date;
  readonly attempts: number;
  /** The class of the last error. */
  readonly problem: string;
  readonly diedAt: Date;
}

/** Which of the kept events are to be told again. */
export type Replayed =
  | { readonly eventIDs: readonly string[] }
  /** By when they were kept; `to` is not of it. */
  | { readonly from: Date; readonly to: Date };

/** The delivery of events, as its admins see it. Whoever names a consumer that there is not gets NOT_FOUND. */
export interface EventPipeline {
  consumers(): Promise<readonly ConsumerState[]>;
  /** Newest events first; `before`: an event's id. */
  deadLetters(consumer: string, page: { limit: number; before: string | null }): Promise<readonly DeadEvent[]>;
  /** Tries these again, or all; a number of them. */
  retry(consumer: string, eventIDs: readonly string[] | null): Promise<number>;
  /** Gives these up for good: nobody tries them again unless they are replayed; a number of them. */
  dismiss(consumer: string, eventIDs: readonly string[]): Promise<number>;
  /**
   * Tells a consumer again of events that it was told of, in order; those of its kinds, a number of them. Past the most
   * that it may be at once: TOO_MANY, and nothing is told.
   */
  replay(consumer: string, which: Replayed): Promise<number>;
}
