import type { Call } from '../../subgraphs/openim/rest/call.ts';
import type { OpenIM } from '../../subgraphs/openim/rest/openim.ts';
import type { Claimed } from './claims.ts';
import { isOfNotices } from './notices.ts';

const GROUP = 'sg_';
const restOf = (conversationID: string): string => conversationID.slice(conversationID.indexOf('_') + 1);
/** Places at which a name is taken apart; ids of people hold few underscores. */
const MOST_PLACES = 20;

/** OpenIM tells messages to people only: those with whose eyes each conversation may be read, likely ones first. */
export async function readersOf(
  conversations: readonly Pick<Claimed, 'conversationID' | 'readers'>[],
  ask: <Answer>(call: (call: Call) => Promise<Answer>) => Promise<Answer>,
  { groups }: Pick<OpenIM, 'groups'>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  // Of notifications (`n_`), the name does not say whether they are a group's or a pair's.
  const mayBeGroup = (id: string): boolean => id.startsWith(GROUP) || isOfNotices(id);
  const groupIDs = conversations.flatMap(({ conversationID: id }) => (mayBeGroup(id) ? [restOf(id)] : []));
  const found = groupIDs.length === 0 ? [] : await ask((call) => groups.byIDs(groupIDs, call));
  const owners = new Map(found.map(({ groupID, ownerUserID }) => [groupID, ownerUserID]));
  return new Map(
    conversations.map(({ conversationID, readers }) => {
      const owner = mayBeGroup(conversationID) ? owners.get(restOf(conversationID)) : undefined;
      const named = conversationID.startsWith(GROUP) || owner !== undefined ? [owner ?? ''] : pairIn(conversationID);
      return [conversationID, [...new Set([...readers, ...named])].filter((id) => id !== '')];
    }),
  );
}

/** Ids may hold `_`: every way of taking the name apart. Who does not exist sees nothing. */
function pairIn(conversationID: string): readonly string[] {
  const pair = restOf(conversationID);
  const places = [...pair.matchAll(/_/g)].slice(0, MOST_PLACES);
  return places.flatMap(({ index }) => [pair.slice(0, index), pair.slice(index + 1)]);
}
