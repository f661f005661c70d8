import type { Call } from './call.ts';

/**
 * Asks one route. Resolves with the answer's `data` (`{}` where OpenIM sends none); a refusal by OpenIM, and an
 * OpenIM that does not answer, reject with an `UpstreamFault`.
 */
export type Ask = <Data = unknown>(route: string, body: object, call: Call) => Promise<Data>;

/** `read` may be asked again when a connection broke; `write` is sent once, because OpenIM repeats what it is told. */
export interface Post {
  readonly read: Ask;
  readonly write: Ask;
}

export const nothing = (): void => undefined;
