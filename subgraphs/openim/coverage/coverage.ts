import { CONVERSATIONS } from './conversations.ts';
import { FRIENDS } from './friends.ts';
import { GROUPS } from './groups.ts';
import { MESSAGES } from './messages.ts';
import { OTHERS } from './others.ts';
import type { CoverageRows } from './row.ts';
import { USERS } from './users.ts';

/** Every route of OpenIM's router, by its path. */
export const COVERAGE: CoverageRows = { ...USERS, ...FRIENDS, ...GROUPS, ...CONVERSATIONS, ...MESSAGES, ...OTHERS };
