import assert from 'node:assert/strict';
import { generateSync } from 'otplib';
import type { IdentitySettings } from '../../subgraphs/identity/settings.ts';
import type { Node, Told } from './node.ts';
import { openWorld, type World } from './world.ts';

export const OWNER = 'admin@example.com';
const PAYLOAD = 'accessToken refreshToken expiresAt admin { id email roles }';

/** A world with an owner, seen from a desk. */
export interface Desk {
  readonly world: World;
  readonly node: Node;
  readonly password: string;
  /** A mutation or query of one field, and what it answered. */
  ask(field: string, bearer?: string, from?: string): Promise<Told>;
  login(given?: Partial<Given>): Promise<Told>;
  /** The owner's access token. */
  bearer(): Promise<string>;
  /** Turns an authenticator app on; what it shows, and the recovery codes. */
  turnOnTOTP(bearer: string): Promise<{ secret: string; at: number; recoveryCodes: string[] }>;
  [Symbol.asyncDispose](): Promise<void>;
}

interface Given {
  readonly email: string;
  readonly password: string;
  readonly totp: string;
  readonly from: string;
  readonly node: Node;
}

const HERE = '192.0.2.1';

/** What an app shows at a moment, in steps of thirty seconds from now. */
/** `at`: ms, for codes of one moment whatever time passes between them. */
export const codeOf = (secret: string, step = 0, at = Date.now()): string =>
  generateSync({ secret, epoch: Math.floor(at / 1000) + 30 * step });

export async function openDesk(settings: Partial<IdentitySettings> = {}): Promise<Desk> {
  const world = await openWorld(settings);
  const node = await world.node();
  const { password = '' } = (await node.identity.admins.seed(OWNER)) ?? {};

  const ask: Desk['ask'] = (field, bearer, from = HERE) =>
    node.ask({ query: field, from, ...(bearer === undefined ? {} : { bearer }) });
  const login: Desk['login'] = ({ email = OWNER, from = HERE, node: at = node, ...given } = {}) =>
    at.ask({
      query: `mutation ($email: EmailAddress!, $password: String!, $totp: String) {
        adminLogin(email: $email, password: $password, totp: $totp) { ${PAYLOAD} }
      }`,
      variables: { email, password, ...given },
      from,
    });
  return {
    world,
    node,
    password,
    ask,
    login,
    bearer: async () => {
      const told = await login();
      assert.ok(told.data?.adminLogin, told.text);
      return told.data.adminLogin.accessToken;
    },
    turnOnTOTP: async (bearer) => {
      const begun = await ask(`mutation { beginTOTP(password: "${password}") { secret uri } }`, bearer);
      assert.ok(begun.data?.beginTOTP, begun.text);
      const { secret } = begun.data.beginTOTP;
      // The code of now, which is good however soon the next step is; who signs in after it takes the next one.
      const at = Date.now();
      const confirmed = await ask(
        `mutation { confirmTOTP(code: "${codeOf(secret, 0, at)}") { recoveryCodes admin { secondFactors { totp } } } }`,
        bearer,
      );
      assert.deepEqual(confirmed.data?.confirmTOTP?.admin, { secondFactors: { totp: true } }, confirmed.text);
      return { secret, at, recoveryCodes: confirmed.data.confirmTOTP.recoveryCodes };
    },
    [Symbol.asyncDispose]: async () => world[Symbol.asyncDispose](),
  };
}
