import type { Answer } from '../../client/index.ts';
import type { World } from './world.ts';

export type AdminQuery = <Result>(query: string, variables?: object) => Promise<Answer<Result>>;

type Signing = { readonly url: string; readonly running: Pick<World['running'], 'newAdmin'> };

/** Signs the seeded admin in; what is returned asks as them. */
export const signInAdmin = async (world: Signing): Promise<AdminQuery> =>
  asking(world.url, { authorization: await bearerOf(world) });

/** The `Authorization` of a new sign-in of the seeded admin. */
export async function bearerOf({ url, running: { newAdmin } }: Signing): Promise<string> {
  if (newAdmin === null) throw new Error('No admin was seeded.');
  const login = `mutation ($email: EmailAddress!, $password: String!) {
    adminLogin(email: $email, password: $password) { accessToken }
  }`;
  const { data } = await asking(url, {})<{ adminLogin: { accessToken: string } | null }>(login, newAdmin);
  return `Bearer ${data?.adminLogin?.accessToken}`;
}

/** Asks with these headers. */
export const asking =
  (url: string, headers: Record<string, string>): AdminQuery =>
  async <Result>(query: string, variables?: object) => {
    const body = JSON.stringify({ query, variables });
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { ...JSON_BODY, ...headers }, body });
    const { data = null, errors = [] } = (await response.json()) as Partial<Answer<Result>>;
    return { data, errors };
  };

const JSON_BODY = { 'content-type': 'application/json' };
