import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { openReceiver } from '../events/receiver.ts';
import { until } from '../events/until.ts';
import { get } from '../moderation/bench.ts';
import { type AdminQuery, signInAdmin } from '../world/admin.ts';
import { type EmptyDatabase, emptyDatabase } from '../world/database.ts';
import { type Actor, openWorld, type World } from '../world/world.ts';
import { openTeller } from './teller.ts';

const CREATE = `mutation ($input: RuleInput!) { createRule(input: $input, reason: "We agreed") { id } }`;
const SEND = `mutation ($to: ID, $group: ID, $text: String!) {
  sendMessage(input: { userID: $to, groupID: $group, content: { text: { text: $text } } }) { id }
}`;
const HELD = `query ($state: HeldMessageState) { heldMessages(state: $state) { totalCount nodes {
  id state explanation problem sender { id } recipient { id } rule { definition { name } } case { id state } sent { id }
  message { content { ... on TextualContent { text } } }
} } }`;
const ENDPOINT = `mutation ($endpoint: CreateWebhookEndpointInput!) {
  createWebhookEndpoint(input: $endpoint, reason: "Our own system") { endpoint { id } }
}`;
const DECIDE = `mutation ($input: DecideHeldMessagesInput!) {
  decideHeldMessages(input: $input, reason: "I looked") { id state }
}`;

interface Shown {
  readonly id: string;
  readonly state: string;
  readonly explanation: string | null;
  readonly problem: string | null;
  readonly sender: { readonly id: string };
  readonly recipient: { readonly id: string } | null;
  readonly sent: { readonly id: string } | null;
  readonly message: { readonly content: { readonly text: string } };
}

let database: EmptyDatabase;
let world: World;
let owner: AdminQuery;
let ann: Actor;
let bo: Actor;

const sql = async (text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query(text, values).finally(() => client.end());
  return rows;
};
const say = async (who: Actor, to: object, text: string): Promise<string> => {
  const { errors } = await who.client.query<unknown, object>(SEND, { ...to, text });
  return errors.length === 0 ? 'SENT' : `${errors[0]?.extensions?.refusal}: ${errors[0]?.message}`;
};
const heldIn = async (state: string): Promise<readonly Shown[]> =>
  (await get<{ heldMessages: { nodes: readonly Shown[] } }>(owner, HELD, { state })).heldMessages.nodes;
const decide = (input: object) => owner<{ decideHeldMessages: object[] | null }>(DECIDE, { input });
const readByAnn = async (): Promise<readonly string[]> => {
  const query = `{ user(id: "${bo.id}") { conversation { messages(last: 20) { nodes { revoked content { ... on TextualContent { text } } } } } } }`;
  type Read = { user: { conversation: { messages: { nodes: { revoked: boolean; content: { text?: string } }[] } } } };
  const { nodes } = (await ann.query<Read, object>(query, {})).user.conversation.messages;
  return nodes.filter(({ revoked }) => !revoked).flatMap(({ content }) => content.text ?? []);
};

describe('a message that a rule holds back', () => {
  before(async () => {
    database = await emptyDatabase();
    world = await openWorld({ DATABASE_URL: database.url, SANDBOX_CALLBACKS: 'on' });
    owner = await signInAdmin(world);
    ann = await world.signIn('ann@new.example', 'ann');
    bo = await world.signIn('bo@new.example', 'bo');
    const conditions = [{ keywords: { words: ['eel'] } }];
    await get(owner, CREATE, { input: { name: 'Eels', state: 'ON', conditions, actions: [{ kind: 'HOLD' }] } });
  });
  after(async () => {
    await world[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });

  test('waits with a case, and goes on once though two let it; nothing takes it back', async () => {
    assert.equal(await say(ann, { to: bo.id }, 'What is for dinner?'), 'SENT');
    const asked = `select 1 from openim.message_index where raw->>'content' like '%dinner%'`;
    await until(async () => (await sql(asked)).length > 0, 30_000);
    assert.match(await say(bo, { to: ann.id }, 'an eel'), /^HELD_FOR_REVIEW: .*waits for a moderator/);
    assert.match(await say(bo, { to: ann.id }, 'an eel'), /^HELD_FOR_REVIEW/);
    const [waiting, ...others] = await heldIn('WAITING');
    assert.deepEqual(others, []);
    assert.ok(waiting);
    const { id, sent, ...rest } = waiting;
    assert.equal(sent, null);
    assert.deepEqual(rest, {
      ...{ state: 'WAITING', explanation: null, problem: null, sender: { id: bo.id }, recipient: { id: ann.id } },
      rule: { definition: { name: 'Eels' } },
      case: { id: (rest as unknown as { case: { id: string } }).case.id, state: 'OPEN' },
      message: { content: { text: 'an eel' } },
    });
    const seen = `query ($id: ID!) { moderationCase(id: $id) { evidence {
      message { content { summary } } neighbours { content { summary } }
    } } }`;
    type Seen = { moderationCase: { evidence: { neighbours: { content: { summary: string } }[] } } };
    const { evidence } = (await get<Seen>(owner, seen, { id: (rest as unknown as { case: { id: string } }).case.id }))
      .moderationCase;
    assert.deepEqual(
      evidence.neighbours.map(({ content }) => content.summary).filter((text) => text.includes('dinner')),
      ['What is for dinner?'],
    );
    const both = await Promise.all([1, 2].map(() => decide({ ids: [id], release: true })));
    assert.deepEqual(both.map(({ errors }) => errors[0]?.extensions?.reason ?? 'DECIDED').sort(), [
      'ALREADY_HANDLED',
      'DECIDED',
    ]);
    await until(async () => (await heldIn('RELEASED')).length === 1, 30_000);
    await until(async () => (await readByAnn()).includes('an eel'), 30_000);
    // What came after it has been held to the rules as well: so has this.
    assert.equal(await say(bo, { to: ann.id }, 'a trout'), 'SENT');
    const judged = `select 1 from openim.message_index where raw->>'content' like '%trout%'`;
    await until(async () => (await sql(judged)).length > 0, 30_000);
    assert.deepEqual(
      (await readByAnn()).filter((text) => text === 'an eel'),
      ['an eel'],
    );
  });

  test('is not sent where a moderator says no, and its sender is told why; also over the WebSocket', async () => {
    await using socket = await bo.ws();
    await assert.rejects(socket.sendText(ann.id, 'another eel'), /waits for a moderator|5406/);
    const [waiting] = await heldIn('WAITING');
    const declined = await decide({ ids: [waiting?.id], release: false, explanation: 'No eels here.' });
    assert.deepEqual(declined.errors, []);
    const notice = await socket.notice(({ content }) => JSON.stringify(content).includes('message-decided'));
    assert.match(JSON.stringify(notice.content), /DECLINED.*No eels here/);
    assert.ok(!(await readByAnn()).includes('another eel'));
    assert.equal((await heldIn('DECLINED'))[0]?.explanation, 'No eels here.');
  });

  test('that came past the question waits all the same', async () => {
    await using teller = openTeller(database.url);
    const [one, other] = [ann.id, bo.id].sort();
    await teller.tell({ id: `si_${one}_${other}:past`, sendID: bo.id, recvID: ann.id, seq: 900 }, 'a slippery eel');
    await until(async () => (await heldIn('WAITING')).length === 1, 30_000);
    const [waiting] = await heldIn('WAITING');
    assert.equal(waiting?.message.content.text, 'a slippery eel');
    await decide({ ids: [waiting?.id], release: false });
  });

  test('is told to servers of others, by its id, when it begins to wait and when it is decided', async () => {
    await using receiver = await openReceiver();
    const endpoint = {
      url: `${receiver.url}/held`,
      kinds: ['MESSAGE_HELD', 'HELD_MESSAGE_DECIDED'],
      withContent: true,
    };
    await get(owner, ENDPOINT, { endpoint });
    assert.match(await say(bo, { to: ann.id }, 'an eel for others'), /^HELD_FOR_REVIEW/);
    const [waiting] = await heldIn('WAITING');
    await decide({ ids: [waiting?.id], release: false, explanation: 'No eels.' });
    const told = [await receiver.next('/held'), await receiver.next('/held')].map(({ body }) => JSON.parse(body));
    const caseID = (waiting as unknown as { case: { id: string } }).case.id;
    const about = { heldMessageID: waiting?.id, caseID, userID: bo.id };
    assert.deepEqual(
      told.map(({ type, data }) => ({ type, data })).sort((a, b) => a.type.localeCompare(b.type)),
      [
        { type: 'held_message.decided', data: { ...about, decision: 'DECLINED' } },
        { type: 'message.held', data: about },
      ],
    );
  });

  test('is refused in other words where it cannot be kept', async () => {
    await sql('alter table moderation.held_messages rename to gone');
    try {
      assert.match(await say(bo, { to: ann.id }, 'a lost eel'), /^NOT_TAKEN: .*try again/);
    } finally {
      await sql('alter table moderation.gone rename to held_messages');
    }
    assert.match(await say(bo, { to: ann.id }, 'a lost eel'), /^HELD_FOR_REVIEW/);
  });

  test('that nobody decides for a week is over, and who has left their group sends nothing there', async () => {
    await sql(`update moderation.held_messages set created_at = now() - interval '8 days' where state = 'WAITING'`);
    await until(async () => (await heldIn('EXPIRED')).length === 1, 30_000);
    const made = 'mutation ($m: [ID!]!) { createGroup(input: { name: "Eels", memberIDs: $m }) { id } }';
    const { createGroup } = await ann.query<{ createGroup: { id: string } }, object>(made, { m: [bo.id] });
    assert.match(await say(bo, { group: createGroup.id }, 'an eel for all'), /^HELD_FOR_REVIEW/);
    await bo.query<object, object>(`mutation { leaveGroup(groupID: "${createGroup.id}") { id } }`, {});
    const [waiting] = await heldIn('WAITING');
    await decide({ ids: [waiting?.id], release: true });
    await until(async () => (await heldIn('FAILED'))[0]?.problem === 'NOT_A_MEMBER', 30_000);
  });

  test('has its bounds: what is decided, by whom, and what a rule may ask for', async () => {
    const reasonOf = async (input: object): Promise<unknown> => (await decide(input)).errors[0]?.extensions?.reason;
    assert.equal(await reasonOf({ ids: [], release: true }), 'INPUT_INVALID');
    assert.equal(await reasonOf({ ids: ['x'], release: true }), 'NOT_FOUND');
    const conditions = [{ keywords: { words: ['eel'] } }];
    for (const input of [
      { conditions, actions: [{ kind: 'HOLD' }, { kind: 'REFUSE' }] },
      { conditions, actions: [{ kind: 'HOLD' }], places: ['PROFILES'] },
      { conditions: [{ flood: { moreThan: 3, seconds: 9 } }], actions: [{ kind: 'HOLD' }] },
    ]) {
      const { errors } = await owner(CREATE, { input: { name: 'A rule', ...input } });
      assert.equal(errors[0]?.extensions?.reason, 'INPUT_INVALID', JSON.stringify(input));
    }
  });
});
