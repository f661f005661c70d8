import { badInput } from '../../kit/fault.ts';
import { asAdmin, type Span } from '../../openim/rest/call.ts';
import type { OpenIM } from '../../openim/rest/openim.ts';
import type { Newcomers } from './welcomes.ts';

/** Refuses, by its field, whom OpenIM does not know. */
export const createNewcomerCheck =
  ({ users, groups }: Pick<OpenIM, 'users' | 'groups'>) =>
  async ({ friendIDs, groupIDs }: Newcomers, span: Span): Promise<void> => {
    const call = asAdmin(span);
    const [people, rooms] = await Promise.all([
      friendIDs.length === 0 ? [] : users.byIDs(friendIDs, call),
      groupIDs.length === 0 ? [] : groups.byIDs(groupIDs, call),
    ]);
    missing(friendIDs, new Set(people.map(({ userID }) => userID)), 'friendIDs');
    missing(groupIDs, new Set(rooms.map(({ groupID }) => groupID)), 'groupIDs');
  };

function missing(asked: readonly string[], found: ReadonlySet<string>, field: string): void {
  const index = asked.findIndex((id) => !found.has(id));
  if (index >= 0) throw badInput(`${field}.${index}`, 'the id of somebody or something that exists is expected');
}
