import type { GatewayExecutionResult } from '@apollo/server-gateway-interface';
import type { Logger } from 'pino';
import type { RequestScope } from '../subgraphs/kit/request.ts';
import type { Viewer } from '../subgraphs/kit/viewer.ts';

/** What Apollo hands around; it copies this object, so what changes during a request lives one step further in. */
export interface GatewayContext {
  readonly scope: RequestScope;
  /** What the operations of one request may cost so far; absent where there is only one. */
  readonly bill?: { spent: number };
  /** What the operation was answered before Apollo asked for it, and has to be formed by Apollo. */
  answer?: Promise<GatewayExecutionResult>;
}

export interface Arrival {
  readonly id: string;
  readonly ip: string;
  readonly language: string;
  readonly signal: AbortSignal;
  readonly log: Logger;
  readonly viewer: Viewer;
}

export const openScope = (arrival: Arrival): RequestScope => new Scope(arrival);

/** A class: an accessor of an object literal would make V8 look the viewer up in a dictionary, at each request anew. */
class Scope implements RequestScope {
  readonly id: string;
  readonly ip: string;
  readonly language: string;
  readonly signal: AbortSignal;
  readonly log: Logger;
  #viewer: Viewer;

  constructor({ id, ip, language, signal, log, viewer }: Arrival) {
    this.id = id;
    this.ip = ip;
    this.language = language;
    this.signal = signal;
    this.log = log;
    this.#viewer = viewer;
  }

  get viewer(): Viewer {
    return this.#viewer;
  }

  become(viewer: Viewer): void {
    this.#viewer = viewer;
  }
}
