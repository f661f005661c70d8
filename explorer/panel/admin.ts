import { AdminLoginDocument, AdminRefreshDocument } from '../../client/__generated__/graphql.ts';
import { createClient, type Document, RefusedError } from '../../client/index.ts';
import type { Identity } from './identity.ts';

interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly admin: { readonly email: string };
}

export interface AdminCredentials {
  readonly email: string;
  readonly password: string;
  /** Of the authenticator app, or a recovery code; null until it was asked for. */
  readonly totp: string | null;
}

export interface Admins {
  signIn(credentials: AdminCredentials): Promise<Identity>;
  signedIn(): Identity | null;
}

/** Tokens are bearer's money: they stay in this tab and go with it. */
const KEPT = 'explorer:admin';

/** `changed`: an admin came, or their sign-in ended. */
export function openAdmins(url: URL, changed: () => void): Admins {
  const nobody = createClient({ url: url.href, device: { name: 'Explorer', platform: 'WEB' } });
  const load = (): Tokens | null => JSON.parse(sessionStorage.getItem(KEPT) ?? 'null') as Tokens | null;
  const keep = (tokens: Tokens | null): void => {
    if (tokens === null) sessionStorage.removeItem(KEPT);
    else sessionStorage.setItem(KEPT, JSON.stringify(tokens));
    changed();
  };
  const login = async <Variables extends object>(
    document: Document<{ login: Tokens | null }, Variables>,
    variables: Variables,
  ): Promise<Tokens> => {
    const { data, errors } = await nobody.query(document, variables);
    if (!data?.login) throw new RefusedError(errors);
    keep(data.login);
    return data.login;
  };

  let refreshing: Promise<boolean> | null = null;
  /** One at a time: a refresh token is good once, and its second use ends the sign-in. */
  const refresh = (): Promise<boolean> => {
    refreshing ??= login(AdminRefreshDocument, { refreshToken: load()?.refreshToken ?? '' })
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        refreshing = null;
      });
    return refreshing;
  };

  const identityOf = ({ admin }: Tokens): Identity => ({
    kind: 'admin',
    address: admin.email,
    credentials: async (): Promise<Record<string, string>> => {
      const tokens = load();
      return tokens === null ? {} : { authorization: `Bearer ${tokens.accessToken}` };
    },
    refused: async ({ reason }) => {
      const again = reason === 'TOKEN_EXPIRED' && (await refresh());
      if (!again) keep(null);
      return again;
    },
    signOut: async () => keep(null),
  });

  return {
    signIn: async (credentials) => identityOf(await login(AdminLoginDocument, credentials)),
    signedIn: () => {
      const tokens = load();
      return tokens && identityOf(tokens);
    },
  };
}
