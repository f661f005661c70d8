import type { Answer } from '../../client/index.ts';
import type { World } from './world.ts';

export type AdminQuery = <Result>(query: string, variables?: object) => Promise<Answer<Result>>;

/** Signs the seeded admin in; what is returned asks as them. */
export async function signInAdmin({ url, running: { newAdmin } }: World): Promise<AdminQuery> {
  if (newAdmin === null) throw new Error('No admin was seeded.');
  const ask =
    (headers: Record<string, string>): AdminQuery =>
    async <Result>(query: string, variables?: object) => {
      const body = JSON.stringify({ query, variables });
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { ...JSON_BODY, ...headers }, body });
      const { data = null, errors = [] } = (await response.json()) as Partial<Answer<Result>>;
      return { data, errors };
    };
  const login = `mutation ($email: EmailAddress!, $password: String!) {
    adminLogin(email: $email, password: $password) { accessToken }
  }`;
  const { data } = await ask({})<{ adminLogin: { accessToken: string } | null }>(login, newAdmin);
  return ask({ authorization: `Bearer ${data?.adminLogin?.accessToken}` });
}

const JSON_BODY = { 'content-type': 'application/json' };
