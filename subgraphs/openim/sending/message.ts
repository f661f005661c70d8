import type { Built } from './content/built.ts';
import type { Options } from './options.ts';

/** Where a message goes: one of the two is empty. */
export interface Target {
  readonly recvID: string;
  readonly groupID: string;
}

/** A message that was found fit to be sent. */
export interface Outgoing extends Target, Built {
  readonly clientMsgID: string;
  readonly options: Options;
  /** Of where it goes and what it holds: the same clientMsgID must mean the same message. */
  readonly digest: string;
}
