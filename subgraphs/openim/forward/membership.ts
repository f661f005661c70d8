import { bounded } from '../../kit/bounded.ts';
import type { PlatformID } from '../../kit/viewer.ts';
import { type ConversationName, nameFor } from '../conversation-id.ts';
import { asUser, type Call, type Span } from '../rest/call.ts';
import type { OpenIM } from '../rest/openim.ts';

/** Who has left a group a moment ago may still say what they have read of it. */
const BELIEVED_MS = 30_000;
const REMEMBERED = 50_000;

interface Caller {
  readonly userID: string;
  readonly platform: PlatformID;
}

/** Whose conversations are: OpenIM takes any id from anybody, and makes rows of it. */
export interface Membership {
  /** Those of some conversations that the caller is, or was, in. Three calls to OpenIM at most. */
  inThem(caller: Caller, conversationIDs: readonly string[], span: Span): Promise<ReadonlySet<string>>;
}

type Named = readonly [id: string, name: ConversationName];

export function createMembership({ conversations, groups, users }: OpenIM): Membership {
  const known = bounded<string, true>(REMEMBERED, BELIEVED_MS);

  /** The other's id in a name that could be taken apart in another way, too, has to be somebody's. */
  async function direct(named: readonly Named[], call: Call): Promise<string[]> {
    const odd = named.filter(([id]) => id.split('_').length > 3);
    const peers = odd.flatMap(([, name]) => (name.kind === 'GROUP' ? [] : [name.peerID]));
    const there = peers.length === 0 ? [] : await users.byIDs(peers, call);
    const real = new Set(there.map(({ userID }) => userID));
    return named.flatMap(([id, name]) =>
      !odd.some(([each]) => each === id) || (name.kind !== 'GROUP' && real.has(name.peerID)) ? [id] : [],
    );
  }

  /** A row of one's own is left of a group that one has left; before it is made, the groups that one is in tell. */
  async function grouped(userID: string, named: readonly Named[], call: Call): Promise<string[]> {
    if (named.length === 0) return [];
    const ids = named.map(([id]) => id);
    const rows = new Set((await conversations.byIDs(userID, ids, call)).map(({ conversationID }) => conversationID));
    if (rows.size === named.length) return ids;
    const joined = new Set(await groups.joinedIDs(userID, call));
    return named.flatMap(([id, name]) =>
      rows.has(id) || (name.kind === 'GROUP' && joined.has(name.groupID)) ? [id] : [],
    );
  }

  return {
    async inThem({ userID, platform }, conversationIDs, span) {
      const call = asUser({ id: userID, platform }, span);
      const keyOf = (id: string): string => `${userID} ${id}`;
      const ids = [...new Set(conversationIDs)];
      const unsure = ids.flatMap((id): Named[] => {
        const name = known.has(keyOf(id)) ? null : nameFor(userID, id);
        return name === null ? [] : [[id, name]];
      });
      const of = Object.groupBy(unsure, ([, { kind }]) => (kind === 'GROUP' ? 'groups' : 'people'));
      const found = await Promise.all([direct(of.people ?? [], call), grouped(userID, of.groups ?? [], call)]);
      for (const id of found.flat()) known.set(keyOf(id), true);
      return new Set(ids.filter((id) => known.has(keyOf(id))));
    },
  };
}
