import { randomUUID } from 'node:crypto';
import { CannotCertify, type Settings } from './settings.ts';

export interface Envelope {
  readonly errCode: number;
  readonly errMsg: string;
  readonly errDlt: string;
  readonly data?: Readonly<Record<string, unknown>> | null;
}

/** Asks a route as OpenIM's admin. */
export type Ask = (route: string, body: object) => Promise<Envelope>;

const PATIENCE_MS = 30_000;

async function post(apiURL: string, route: string, { body, token }: { body: object; token?: string }) {
  const headers = { 'content-type': 'application/json', operationID: randomUUID(), ...(token && { token }) };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const response = await fetch(apiURL + route, { method: 'POST', headers, body: JSON.stringify(body), signal });
  return (await response.json()) as Envelope;
}

/** Signs in as OpenIM's admin. Throws CannotCertify where there is no OpenIM, or it refuses. */
export async function openAdmin({ apiURL, wsURL, secret, adminUserID }: Settings): Promise<Ask> {
  const body = { secret, userID: adminUserID };
  const answer = await post(apiURL, '/auth/get_admin_token', { body }).catch((error: unknown) => {
    throw new CannotCertify(`No OpenIM answers at ${apiURL}: ${reasonOf(error)}.`);
  });
  const token = answer.data?.token;
  if (answer.errCode !== 0 || typeof token !== 'string')
    throw new CannotCertify(
      `OpenIM at ${apiURL} refuses --secret for the admin ${adminUserID}: ${answer.errCode} ${answer.errMsg}.`,
    );
  await fetch(wsURL.replace(/^ws/, 'http'), { signal: AbortSignal.timeout(PATIENCE_MS) }).catch((error: unknown) => {
    throw new CannotCertify(`No WebSocket of OpenIM answers at ${wsURL}: ${reasonOf(error)}.`);
  });
  return (route, asked) => post(apiURL, route, { body: asked, token });
}

const reasonOf = (error: unknown): string => {
  const { cause, message } = error as Error & { cause?: { code?: string } };
  return cause?.code ?? message;
};

/** Makes users, and a token for each. */
export async function openUsers(ask: Ask, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const users = ids.map((userID) => ({ userID, nickname: userID, faceURL: '' }));
  await expected(ask, '/user/user_register', { users });
  const tokens = await Promise.all(
    ids.map((userID) => expected(ask, '/auth/get_user_token', { userID, platformID: 5 })),
  );
  return new Map(ids.map((id, at) => [id, String(tokens[at]?.token)]));
}

/** OpenIM said no where it should not. */
class Refused extends Error {}

export async function expected(ask: Ask, route: string, body: object): Promise<Readonly<Record<string, unknown>>> {
  const { errCode, errMsg, errDlt, data } = await ask(route, body);
  if (errCode !== 0) throw new Refused(`${route}: ${errCode} ${errMsg} ${errDlt}`);
  return data ?? {};
}
