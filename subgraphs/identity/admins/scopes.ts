export const ADMIN_ROLES = ['OWNER', 'ADMIN', 'MODERATOR', 'SUPPORT', 'ANALYST'] as const;

export type AdminRole = (typeof ADMIN_ROLES)[number];

interface ScopeRow {
  /** What it opens, for the docs. */
  readonly says: string;
  /** Who has it besides OWNER, who has all. */
  readonly roles: readonly Exclude<AdminRole, 'OWNER'>[];
}

/** What admins may do: the scopes that `@requiresScopes` names, and the roles that have them. */
export const SCOPES = {
  'users:read': { says: 'Look users up.', roles: ['ADMIN', 'MODERATOR', 'SUPPORT', 'ANALYST'] },
  'users:pii': { says: 'See their phone numbers and mail addresses.', roles: ['ADMIN', 'SUPPORT'] },
  'users:write': { says: 'Make and change users.', roles: ['ADMIN', 'SUPPORT'] },
  'users:ban': { says: 'Ban users, and lift bans.', roles: ['ADMIN', 'MODERATOR'] },
  'users:erase': { says: 'Erase everything that is held about a user.', roles: ['ADMIN'] },
  'sessions:end': { says: 'Sign users out, on one device or all.', roles: ['ADMIN', 'MODERATOR', 'SUPPORT'] },
  'groups:read': { says: 'Look groups up.', roles: ['ADMIN', 'MODERATOR', 'SUPPORT', 'ANALYST'] },
  'groups:write': { says: 'Change groups and who is in them.', roles: ['ADMIN', 'MODERATOR'] },
  'messages:read': { says: 'Read what people wrote to each other.', roles: ['ADMIN', 'MODERATOR'] },
  'messages:send': { says: 'Send messages in the name of the service.', roles: ['ADMIN'] },
  'messages:erase': { says: 'Erase messages for good.', roles: ['ADMIN'] },
  'moderation:read': { says: 'Read reports and cases.', roles: ['ADMIN', 'MODERATOR', 'ANALYST'] },
  'moderation:act': { says: 'Decide cases.', roles: ['ADMIN', 'MODERATOR'] },
  'moderation:rules': { says: 'Change the rules that messages are held to, and their lists.', roles: ['ADMIN'] },
  'stickers:read': {
    says: 'See all sticker packs, drafts with them, and how often they are sent.',
    roles: ['ADMIN', 'MODERATOR', 'ANALYST'],
  },
  'stickers:write': { says: 'Make, change, publish and withdraw sticker packs.', roles: ['ADMIN'] },
  'events:write': { says: 'Replay events, and set up outgoing webhooks and retention.', roles: ['ADMIN'] },
  'statistics:read': { says: 'See figures, which name nobody.', roles: ['ADMIN', 'MODERATOR', 'ANALYST'] },
  'events:read': {
    says: 'See how complete the record of events is, and what failed.',
    roles: ['ADMIN', 'ANALYST'],
  },
  'audit:read': { says: 'Read who of the admins did what.', roles: ['ADMIN'] },
  'logs:read': { says: 'Read the logs that clients uploaded.', roles: ['ADMIN', 'SUPPORT'] },
  'logs:write': { says: 'Delete logs that clients uploaded.', roles: ['ADMIN'] },
  'openim:read': { says: "Read OpenIM's own settings.", roles: ['ADMIN'] },
  'openim:write': { says: "Change OpenIM's own settings.", roles: ['ADMIN'] },
  'operations:any': { says: 'Ask operations that are not on the list of those of the clients.', roles: ['ADMIN'] },
  'settings:read': { says: 'Read the settings of this service.', roles: ['ADMIN', 'SUPPORT'] },
  'settings:write': { says: 'Change the settings of this service.', roles: ['ADMIN'] },
  'admins:self': {
    says: 'Look after one’s own sign-in.',
    roles: ['ADMIN', 'MODERATOR', 'SUPPORT', 'ANALYST'],
  },
  'admins:read': { says: 'See who else is an admin.', roles: ['ADMIN'] },
  'admins:write': { says: 'Make admins, change what they may do, and end that.', roles: [] },
} as const satisfies Readonly<Record<string, ScopeRow>>;

export type Scope = keyof typeof SCOPES;

export const ALL_SCOPES = Object.keys(SCOPES) as readonly Scope[];

/** Whether a role has a scope; a role that is not known has none. */
export const has = (role: AdminRole, scope: Scope): boolean => {
  const { roles }: ScopeRow = SCOPES[scope];
  return role === 'OWNER' || roles.some((each) => each === role);
};

export const scopesOf = (roles: readonly AdminRole[]): ReadonlySet<string> =>
  new Set(ALL_SCOPES.filter((scope) => roles.some((role) => has(role, scope))));
