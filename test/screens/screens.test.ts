import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type AdminQuery, signInAdmin } from '../world/admin.ts';
import { apartByEnvironment } from '../world/apart.ts';
import { type Actor, openWorld, type World } from '../world/world.ts';
import { servedScreens } from './served.ts';

interface Screen {
  readonly variables?: object;
  /** Calls to OpenIM and SQL statements that it may cost at most; two of them may be the message index's, behind it. */
  readonly calls: number;
  readonly statements: number;
  readonly admin?: boolean;
}

const DIRECT = 'si_ann_bo';
const GROUP = 'hillwalk';

/** Every screen of which something is served: in the seeded world, Ann's, or the admin's. */
const SCREENS: Readonly<Record<string, Screen>> = {
  ConversationList: { calls: 5, statements: 3 },
  ChatPage: { variables: { id: `sg_${GROUP}` }, calls: 7, statements: 2 },
  GroupInfo: { variables: { id: GROUP }, calls: 8, statements: 2 },
  Contacts: { calls: 9, statements: 2 },
  Profile: { variables: { id: 'bo' }, calls: 9, statements: 2 },
  Search: { variables: { text: 'walk' }, calls: 9, statements: 3 },
  Gallery: { variables: { id: `sg_${GROUP}` }, calls: 4, statements: 3 },
  Notifications: { calls: 9, statements: 3 },
  StickerPicker: { calls: 0, statements: 6 },
  ReportAndBlock: { variables: { sender: 'bo', reason: 'SPAM' }, calls: 7, statements: 10 },
  Queue: { calls: 4, statements: 22, admin: true },
  Case: { calls: 9, statements: 26, admin: true },
  UserAdmin: { variables: { id: 'bo', target: 'bo' }, calls: 5, statements: 24, admin: true },
};

describe('the screens of a chat product, each in one operation', () => {
  const served = servedScreens();
  let world: World;
  let ann: Actor;
  let admin: AdminQuery;

  before(async () => {
    world = await openWorld();
    ann = await world.signIn('ann@example.com');
    admin = await signInAdmin(world);
  });
  after(() => world[Symbol.asyncDispose]());

  test('all that are served have a price here', () => {
    const names = [...served].filter(([, screen]) => screen !== null).map(([name]) => name);
    assert.deepEqual(Object.keys(SCREENS).sort(), names.sort());
  });

  for (const [name, { variables = {}, calls: mostCalls, statements: mostStatements, admin: asAdmin }] of Object.entries(
    SCREENS,
  ))
    test(`${name} answers whole, for ${mostCalls} calls to OpenIM and ${mostStatements} statements at most`, async () => {
      const screen = served.get(name) ?? '';
      const given = {
        ...{ message: name === 'ReportAndBlock' ? await lastMessage(ann) : undefined },
        ...{ id: name === 'Case' ? await firstCase(admin) : undefined },
        ...variables,
      };
      const ask = () => (asAdmin ? admin(screen, given) : ann.client.query(screen, given));
      const { result, calls, statements } = await world.price(ask);
      assert.deepEqual(result.errors, []);
      assert.notEqual(result.data, null);
      // What is asked in several fetches is shared between them in one process only.
      if (apartByEnvironment().length > 0) return;
      assert.ok(calls() <= mostCalls, `${calls()} calls to OpenIM`);
      assert.ok(statements <= mostStatements, `${statements} statements`);
    });

  test('a page of fifty messages with senders and files costs three calls to OpenIM', async () => {
    const page = `{ conversation(id: "sg_${GROUP}") { messages(last: 50) {
      nodes { id sender { nickname } content { summary ... on MediaContent { source { url width } } } }
    } } }`;
    const { result, calls } = await world.price(() => ann.query(page));
    const { conversation } = result as { conversation: { messages: { nodes: unknown[] } } };
    assert.equal(conversation.messages.nodes.length, 50);
    assert.equal(calls(), 3);
  });
});

async function lastMessage(ann: Actor): Promise<string> {
  const query = `{ conversation(id: "${DIRECT}") { lastMessage { id } } }`;
  const { conversation } = (await ann.query(query)) as { conversation: { lastMessage: { id: string } } };
  return conversation.lastMessage.id;
}

async function firstCase(admin: AdminQuery): Promise<string | undefined> {
  const { data } = await admin<{ moderationQueue: { nodes: { id: string }[] } }>(
    '{ moderationQueue { nodes { id } } }',
  );
  return data?.moderationQueue.nodes[0]?.id;
}
