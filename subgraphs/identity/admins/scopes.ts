export type AdminRole = 'OWNER' | 'ADMIN' | 'MODERATOR' | 'SUPPORT' | 'ANALYST';

/** The scopes that `@requiresScopes` names, and who holds each besides the owner, who holds all. */
const HOLDERS: Readonly<Record<string, readonly AdminRole[]>> = {
  'users:read': ['ADMIN', 'MODERATOR', 'SUPPORT', 'ANALYST'],
  'users:write': ['ADMIN', 'SUPPORT'],
  'users:pii': ['ADMIN', 'SUPPORT'],
  'users:ban': ['ADMIN', 'MODERATOR'],
  'sessions:end': ['ADMIN', 'MODERATOR', 'SUPPORT'],
  'groups:read': ['ADMIN', 'MODERATOR', 'SUPPORT', 'ANALYST'],
  'groups:write': ['ADMIN', 'MODERATOR'],
  'messages:read': ['ADMIN', 'MODERATOR'],
  'messages:send': ['ADMIN'],
  'messages:erase': ['ADMIN'],
  'moderation:read': ['ADMIN', 'MODERATOR', 'ANALYST'],
  'moderation:act': ['ADMIN', 'MODERATOR'],
  'openim:read': ['ADMIN', 'SUPPORT'],
  'openim:write': ['ADMIN'],
  'statistics:read': ['ADMIN', 'ANALYST'],
  'logs:read': ['ADMIN', 'SUPPORT'],
  'logs:write': ['ADMIN'],
  'settings:read': ['ADMIN', 'SUPPORT'],
  'settings:write': ['ADMIN'],
  'admins:read': ['ADMIN'],
  'admins:write': [],
  'audit:read': ['ADMIN'],
};

export const scopesOf = (roles: readonly AdminRole[]): ReadonlySet<string> =>
  new Set(
    Object.keys(HOLDERS).filter((scope) => roles.some((role) => role === 'OWNER' || HOLDERS[scope]?.includes(role))),
  );
