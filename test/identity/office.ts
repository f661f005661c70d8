import assert from 'node:assert/strict';
import { ADMIN_LOGIN } from './documents.ts';
import type { Node, Told } from './node.ts';
import type { World } from './world.ts';

const EMAIL = 'admin@example.com';

/** A world with an owner who is signed in. */
export interface Office {
  readonly world: World;
  readonly node: Node;
  readonly password: string;
  /** Asks as the owner. */
  ask(query: string, variables?: object): Promise<Told>;
  /** The same, and nothing may go wrong. */
  do(query: string, variables?: object): Promise<Told['data']>;
}

export async function openOffice(world: World): Promise<Office> {
  const node = await world.node();
  const { password = '' } = (await node.identity.admins.seed(EMAIL)) ?? {};
  const login = await node.ask({ query: ADMIN_LOGIN, variables: { email: EMAIL, password } });
  const bearer = login.data.adminLogin.accessToken;
  const ask: Office['ask'] = (query, variables = {}) => node.ask({ query, variables, bearer });
  return {
    world,
    node,
    password,
    ask,
    async do(query, variables) {
      const told = await ask(query, variables);
      assert.equal(told.reason, undefined, told.text);
      return told.data;
    },
  };
}
