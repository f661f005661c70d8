import { Fault } from '../kit/fault.ts';
import type { Call } from './rest/call.ts';
import type { Groups } from './rest/groups.ts';
import type { WireGroupMember } from './rest/wire.ts';

/** Ids that one call takes. */
const MOST_IDS = 1_000;

/** By `<groupID>:<userID>`, null for who is not in it. One call a group; a group that fails fails alone. */
export async function loadMembers(
  keys: readonly string[],
  groups: Groups,
  call: Call,
): Promise<(WireGroupMember | null | Error)[]> {
  const wanted = keys.map((key) => ({
    groupID: key.slice(0, key.lastIndexOf(':')),
    userID: key.slice(key.lastIndexOf(':') + 1),
  }));
  const found = new Map<string, WireGroupMember | Error>();
  await Promise.all(
    batches(wanted).map(async ({ groupID, userIDs }) => {
      try {
        for (const row of await groups.membersByIDs(groupID, userIDs, call)) found.set(`${groupID}:${row.userID}`, row);
      } catch (error) {
        // A group that is gone has no members.
        if (error instanceof Fault && ['NOT_FOUND', 'GROUP_DISMISSED'].includes(error.reason)) return;
        for (const userID of userIDs) found.set(`${groupID}:${userID}`, error as Error);
      }
    }),
  );
  return keys.map((key) => found.get(key) ?? null);
}

function batches(wanted: readonly { groupID: string; userID: string }[]): { groupID: string; userIDs: string[] }[] {
  return [...Map.groupBy(wanted, ({ groupID }) => groupID)].flatMap(([groupID, people]) => {
    const userIDs = people.map(({ userID }) => userID);
    const count = Math.ceil(userIDs.length / MOST_IDS);
    return Array.from({ length: count }, (_, at) => ({
      groupID,
      userIDs: userIDs.slice(at * MOST_IDS, (at + 1) * MOST_IDS),
    }));
  });
}
