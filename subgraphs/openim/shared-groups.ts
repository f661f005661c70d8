import DataLoader from 'dataloader';
import type { Call } from './rest/call.ts';
import type { OpenIM } from './rest/openim.ts';
import type { WireGroupMember } from './rest/wire.ts';

interface SharedGroupParts {
  readonly openim: OpenIM;
  /** Null for an admin, who is told of all. */
  readonly viewerID: string | null;
  readonly adminCall: Call;
  /** By `<groupID>:<userID>`. */
  readonly memberByID: DataLoader<string, WireGroupMember | null>;
}

/**
 * Ids of the groups that a user shares with the viewer, in their order; for an admin, of all that the user is in. OpenIM
 * tells one user's groups in a call, or one group's members: of many users, the viewer's own groups are asked instead.
 */
export function createSharedGroups(parts: SharedGroupParts): DataLoader<string, readonly string[]> {
  const { openim, viewerID, adminCall, memberByID } = parts;
  return new DataLoader(async (userIDs) => {
    const own = viewerID === null ? null : await openim.groups.joinedIDs(viewerID, adminCall);
    const shared = async (userID: string): Promise<readonly string[]> => {
      if (own === null) return openim.groups.joinedIDs(userID, adminCall);
      if (userIDs.length <= own.length) {
        const theirs = new Set(await openim.groups.joinedIDs(userID, adminCall));
        return own.filter((groupID) => theirs.has(groupID));
      }
      const members = await Promise.all(own.map((groupID) => memberByID.load(`${groupID}:${userID}`)));
      return own.filter((_, at) => members[at] !== null);
    };
    return Promise.all(userIDs.map((userID) => shared(userID).then(sorted, (error: unknown) => error as Error)));
  });
}

const sorted = (ids: readonly string[]): readonly string[] => ids.toSorted();
