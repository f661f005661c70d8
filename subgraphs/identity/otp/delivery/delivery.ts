import type { Destination } from '../destination.ts';
import type { Text, Wanted } from './texts.ts';

/** Something to tell somebody, as the rest of identity says it. */
export interface Notice extends Wanted {
  readonly to: Destination;
}

/** The same, in words, on its way; a message that is tried again keeps its id. */
export interface Message extends Notice, Text {
  readonly id: string;
}

/** How messages reach people. */
export interface Delivery {
  /** Throws BAD_USER_INPUT for a destination that this delivery cannot reach. */
  accepts(to: Destination): void;
  send(message: Message): Promise<void>;
  close(): void;
}
