import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { type AdminQuery, signInAdmin } from '../world/admin.ts';
import type { Actor } from '../world/world.ts';
import { type Asking, askingOn } from './asking.ts';
import { openStage, type Stage } from './stage.ts';

export const SEARCH = `query ($filter: MessageSearch!, $first: Int, $after: String) {
  messages(filter: $filter, first: $first, after: $after) {
    totalCount unsearched edges { cursor snippet node { id content { summary } sender { id } } }
    pageInfo { hasNextPage endCursor }
  }
}`;
export const ADMIN_SEARCH = SEARCH.replace('messages(', 'searchMessages(');
const READ = `query ($id: ID!, $before: String) { conversation(id: $id) {
  messages(last: 100, before: $before) { nodes { id content { summary } } pageInfo { hasPreviousPage startCursor } }
} }`;
const SEND = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { id } }';
export const PULL = '/msg/pull_msg_by_seq';
const PERIOD = 10_000;

export interface Found {
  readonly unsearched: number | null;
  readonly edges: readonly {
    readonly cursor: string;
    readonly snippet: string | null;
    readonly node: { readonly id: string; readonly content: { readonly summary: string } };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
type Node = { readonly id: string; readonly content: { readonly summary: string } };
interface Read {
  readonly messages: {
    readonly nodes: readonly Node[];
    readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null };
  };
}

export const textsOf = ({ edges }: Found): string[] => edges.map(({ node }) => node.content.summary);

/** People who write to each other, and search what they wrote. */
export interface Searching extends AsyncDisposable {
  readonly stage: Stage;
  readonly ask: Asking;
  readonly admin: AdminQuery;
  readonly people: Readonly<Record<'ann' | 'bo' | 'cleo' | 'eve', Actor>>;
  /** A group of Ann's; its id. */
  room(...members: readonly string[]): Promise<string>;
  say(who: Actor, to: object, ...texts: readonly string[]): Promise<void>;
  /** Reads a whole conversation, so that the archive has it. */
  read(who: Actor, id: string): Promise<readonly Node[]>;
  search(who: Actor, filter: object, more?: object): Promise<Found>;
  /** What was read is written a moment later. */
  until(who: Actor, filter: object, holds: (found: Found) => boolean): Promise<Found>;
  /** Until the archive has the whole conversation. */
  whole(who: Actor, conversationID: string): Promise<Found>;
}

export async function openSearching(): Promise<Searching> {
  const stage = await openStage();
  const ask = askingOn(stage);
  const [ann, bo, cleo, eve] = await Promise.all(['ann', 'bo', 'cleo', 'eve'].map((id) => stage.person(id)));
  assert.ok(ann && bo && cleo && eve);
  let rooms = 0;
  const search: Searching['search'] = (who, filter, more = {}) => ask.value<Found>(who, SEARCH, { filter, ...more });
  const until: Searching['until'] = async (who, filter, holds) => {
    const end = performance.now() + PERIOD;
    for (;;) {
      const found = await search(who, filter);
      if (holds(found) || performance.now() > end) return found;
      await pause(20);
    }
  };
  return {
    ...{ stage, ask, search, until, people: { ann, bo, cleo, eve }, admin: await signInAdmin(stage.world) },
    room: async (...memberUserIDs) => {
      rooms += 1;
      const groupID = `hall${rooms}`;
      const groupInfo = { groupID, groupName: 'Hall', groupType: 2 };
      await stage.post('/group/create_group', { ownerUserID: 'ann', memberUserIDs, groupInfo });
      return groupID;
    },
    say: async (who, to, ...texts) => {
      for (const text of texts) await ask.value(who, SEND, { input: { ...to, content: { text: { text } } } });
    },
    read: async (who, id) => {
      const nodes: Node[] = [];
      for (let before: string | null | undefined; before !== null; ) {
        const { messages }: Read = await ask.value<Read>(who, READ, { id, before });
        nodes.push(...messages.nodes);
        before = messages.pageInfo.hasPreviousPage ? messages.pageInfo.startCursor : null;
      }
      return nodes;
    },
    whole: (who, conversationID) => until(who, { conversationID }, ({ unsearched }) => unsearched === 0),
    [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose](),
  };
}
