import type { Answer, Client, Document, KeptSession } from '../../client/index.ts';
import { type OpenIMSocket, openSocket } from '../../contract/socket/openim-socket.ts';

/** A signed-in user, as a frontend sees them. */
export interface Actor {
  readonly id: string;
  readonly client: Client;
  readonly session: KeptSession;
  /** The data of an answer without errors; rejects for any other. */
  query<Result, Variables>(document: Document<Result, Variables>, variables?: Variables): Promise<Result>;
  /** Opens the WebSocket straight to OpenIM, with the token that the sign-in gave. */
  ws(): Promise<OpenIMSocket>;
}

/** OpenIM's number for the platform that a test's client says it is. */
const WEB = 5;

export const actorOf = (client: Client, session: KeptSession): Actor => ({
  id: session.userID,
  client,
  session,
  query: async <Result, Variables>(document: Document<Result, Variables>, variables?: Variables) => {
    const { data, errors }: Answer<Result> = await client.query(document, variables);
    if (data === null || errors.length > 0) throw new Error(`The gateway answered ${JSON.stringify(errors)}`);
    return data;
  },
  ws: () => {
    const { wsURL, userID, imToken } = session;
    if (imToken === null) throw new Error('OpenIM gave no token.');
    return openSocket({ wsURL, userID, token: imToken, platformID: WEB });
  },
});
