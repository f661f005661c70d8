export type AdminRole = 'OWNER' | 'ADMIN' | 'MODERATOR' | 'SUPPORT' | 'ANALYST';

/** What each role may do: the scopes that `@requiresScopes` names. */
const SCOPES: Readonly<Record<AdminRole, readonly string[]>> = {
  OWNER: ['users:read', 'users:pii', 'users:ban', 'messages:read', 'moderation:read', 'moderation:act', 'audit:read'],
  ADMIN: ['users:read', 'users:pii', 'users:ban', 'messages:read', 'moderation:read', 'moderation:act', 'audit:read'],
  MODERATOR: ['users:read', 'users:ban', 'messages:read', 'moderation:read', 'moderation:act'],
  SUPPORT: ['users:read', 'users:pii'],
  ANALYST: ['users:read', 'moderation:read'],
};

export const scopesOf = (roles: readonly AdminRole[]): ReadonlySet<string> =>
  new Set(roles.flatMap((role) => SCOPES[role] ?? []));
