import type { Logger } from 'pino';
import type { Fault } from '../../subgraphs/kit/fault.ts';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';

/** Who listens, and how their transport is. */
export interface Caller {
  readonly id: string;
  readonly ip: string;
  readonly language: string;
  readonly log: Logger;
  /** Who they are now. Rejects with the reason when they may not go on. */
  standing(): Promise<Viewer>;
  /** Resolves when what was told is on its way. */
  ready(): Promise<void>;
  /** Their credential is good no more, and a stream was ended for it. */
  lost(fault: Fault): void;
}
