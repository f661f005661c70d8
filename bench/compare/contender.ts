import { newNonce, sign } from '../../client/signature.ts';
import type { KeptSession } from '../../client/storage.ts';
import type { About, Question } from './load.ts';
import type { Operation } from './operations.ts';
import type { World } from './world.ts';

/** One of those that are compared, running. */
export interface Contender {
  readonly name: string;
  readonly url: string;
  /** Its processes, without those that they started. */
  readonly pids: readonly number[];
  question(operation: Operation, about: About): Promise<Question>;
}

const variablesOf = ({ groupID, last, text }: About) => ({ id: `sg_${groupID}`, last, groupID, text });

const JSON_BODY = { 'content-type': 'application/json' };

const bodyOf = ({ document }: Operation, about: About): string => {
  const variables: Readonly<Record<string, unknown>> = variablesOf(about);
  const used = Object.entries(variables).filter(([name]) => document.includes(`$${name}:`));
  return JSON.stringify({ query: document, variables: Object.fromEntries(used) });
};

const bearerOf = (world: World, { signedIn }: Operation, { person }: About): Record<string, string> =>
  signedIn ? { authorization: `Bearer ${world.people[person]?.bearer}` } : {};

/** The floor: an address for each screen. */
export const askREST =
  (world: World) =>
  async (operation: Operation, about: About): Promise<Question> => {
    const { path, body } = operation.rest(variablesOf(about));
    const headers = bearerOf(world, operation, about);
    if (body === undefined) return { method: 'GET', path, headers, about };
    return { method: 'POST', path, headers: { ...headers, ...JSON_BODY }, body: JSON.stringify(body), about };
  };

/** GraphQL with a bearer token. */
export const askGraphQL =
  (world: World, path: string) =>
  async (operation: Operation, about: About): Promise<Question> => {
    const headers = { ...JSON_BODY, ...bearerOf(world, operation, about) };
    return { method: 'POST', path, headers, body: bodyOf(operation, about), about };
  };

/** GraphQL as the product has it: each request signed. */
export const askSigned =
  (url: string, sessions: readonly KeptSession[]) =>
  async (operation: Operation, about: About): Promise<Question> => {
    const body = bodyOf(operation, about);
    const session = operation.signedIn ? sessions[about.person] : undefined;
    const created = Math.floor(Date.now() / 1_000);
    const signature =
      session === undefined
        ? {}
        : await sign(
            { method: 'POST', url: new URL('/graphql', url), body },
            { key: session.key, sessionID: session.id, created, nonce: newNonce() },
          );
    return { method: 'POST', path: '/graphql', headers: { ...JSON_BODY, ...signature }, body, about };
  };
