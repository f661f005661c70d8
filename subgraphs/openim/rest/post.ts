import { randomUUID } from 'node:crypto';
import type { Call } from './call.ts';
import type { Ask, Post } from './endpoint.ts';
import type { Envelope } from './envelope.ts';
import type { Exchange } from './exchange.ts';
import { refusedFault, TOKEN_CODES } from './faults.ts';

/** Where the tokens of calls come from. */
export interface TokenSource {
  of(call: Call): Promise<string>;
  /** Another token to try once, after OpenIM refused `token` with `errCode`; rejects when there is none to be had. */
  after(refused: { token: string; errCode: number }, call: Call): Promise<string>;
}

export interface PostOptions {
  readonly exchange: Exchange;
  /** Null for routes that need no token. */
  readonly tokens: TokenSource | null;
  readonly production: boolean;
}

/** How endpoints ask: with the caller's token, an `operationID`, and answers read into data or faults. */
export function createPost({ exchange, tokens, production }: PostOptions): Post {
  const ask =
    (repeatable: boolean): Ask =>
    async <Data>(route: string, body: object, call: Call) => {
      const { signal, log, operationID = randomUUID() } = call;
      const text = JSON.stringify(body);
      const once = (token: string | null): Promise<Envelope> =>
        exchange({ route, body: text, token, operationID, signal, log, repeatable });

      const token = tokens === null ? null : await tokens.of(call);
      let answer = await once(token);
      // OpenIM looks at the token before it does anything, so that even a send may be repeated after this.
      if (tokens !== null && token !== null && TOKEN_CODES.has(answer.errCode))
        answer = await once(await tokens.after({ token, errCode: answer.errCode }, call));
      if (answer.errCode === 0) return answer.data as Data;

      const fault = refusedFault({ refusal: answer, operationID, kind: call.as.kind, production });
      if (fault.reason === 'UPSTREAM_ERROR')
        log.error(
          { route, operationID, errCode: answer.errCode, errMsg: answer.errMsg, errDlt: answer.errDlt },
          'OpenIM refused a call',
        );
      throw fault;
    };
  return { read: ask(true), write: ask(false) };
}
