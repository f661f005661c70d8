import type { Logger } from 'pino';
import type { RequestScope } from '../subgraphs/kit/request.ts';
import type { Viewer } from '../subgraphs/kit/viewer.ts';

/** What Apollo hands around; it copies this object, so what changes during a request lives one step further in. */
export interface GatewayContext {
  readonly scope: RequestScope;
  /** What the operations of one request may cost so far; absent where there is only one. */
  readonly bill?: { spent: number };
}

export interface Arrival {
  readonly id: string;
  readonly ip: string;
  readonly language: string;
  readonly signal: AbortSignal;
  readonly log: Logger;
  readonly viewer: Viewer;
}

export function openScope({ viewer: asked, ...fixed }: Arrival): RequestScope {
  let viewer = asked;
  return {
    ...fixed,
    get viewer() {
      return viewer;
    },
    become: (next) => {
      viewer = next;
    },
  };
}
