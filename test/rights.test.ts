import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { eventsPersonal } from '../events/personal.ts';
import { identityPersonal } from '../subgraphs/identity/personal.ts';
import { openDatabase } from '../subgraphs/kit/database.ts';
import type { PersonalData } from '../subgraphs/kit/personal-data.ts';
import { mediaPersonal } from '../subgraphs/media/personal.ts';
import { moderationPersonal } from '../subgraphs/moderation/personal.ts';
import { openimPersonal } from '../subgraphs/openim/personal/tables.ts';
import { log } from './openim-rest/double.ts';
import { signInAdmin } from './world/admin.ts';
import { emptyDatabase } from './world/database.ts';
import { unzip } from './world/unzip.ts';
import { type Actor, openWorld } from './world/world.ts';

const SEND = `mutation ($to: ID, $group: ID, $text: String!) {
  sendMessage(input: { userID: $to, groupID: $group, content: { text: { text: $text } } }) { id conversationID }
}`;
const TEXTS = `query ($id: ID!) {
  conversation(id: $id) { messages(last: 50) { nodes { sender { id } content { summary } } } }
}`;

type Sent = { sendMessage: { conversationID: string } };
type Texts = {
  conversation: { messages: { nodes: { sender: { id: string } | null; content: { summary: string } }[] } };
};

/** Ann and Bo, friends, with a group of Ann's and words of both. */
async function befriended(world: Awaited<ReturnType<typeof openWorld>>) {
  const ann = await world.signIn('ann.doe@example.com', 'Ann Doe');
  const bo = await world.signIn('bo.roe@example.com', 'Bo Roe');
  await ann.query('mutation ($id: ID!) { addFriend(userID: $id) { id } }', { id: bo.id });
  await bo.query('mutation ($id: ID!) { respondToFriendRequest(userID: $id, accept: true) { id } }', { id: ann.id });
  const { createGroup } = await ann.query<{ createGroup: { id: string } }, object>(
    'mutation ($bo: ID!) { createGroup(input: { name: "Hikers", memberIDs: [$bo] }) { id } }',
    { bo: bo.id },
  );
  const say = (who: Actor, to: object): Promise<Sent> => who.query<Sent, object>(SEND, to);
  const direct = await say(ann, { to: bo.id, text: 'between us' });
  await say(bo, { to: ann.id, text: 'an answer' });
  const group = await say(ann, { group: createGroup.id, text: 'to all hikers' });
  return {
    ann,
    bo,
    groupID: createGroup.id,
    conversations: [direct, group].map((sent) => sent.sendMessage.conversationID),
  };
}

const texts = async (who: Actor, id: string): Promise<string> =>
  JSON.stringify((await who.query<Texts, object>(TEXTS, { id })).conversation.messages.nodes);

test('an export holds what a person wrote, and not what others wrote to them', async () => {
  await using world = await openWorld();
  const { ann } = await befriended(world);
  const { exportMyData } = await ann.query<{ exportMyData: { url: string } }, object>(
    'mutation { exportMyData { url } }',
  );
  const files = unzip(Buffer.from(await (await fetch(exportMyData.url)).arrayBuffer()));
  const all = [...files.values()].join('\n');
  for (const own of ['ann.doe@example.com', 'Ann Doe', 'between us', 'to all hikers', 'Hikers', 'Bo Roe'])
    assert.ok(all.includes(own), own);
  for (const others of ['an answer', 'bo.roe@example.com']) assert.ok(!all.includes(others), others);
  assert.ok(JSON.parse(files.get('manifest.json') ?? '{}').files.length > 15);
});

test('an erasure takes words, friends and name out of OpenIM; groups go on, and what stays is told', async () => {
  await using world = await openWorld();
  const { ann, bo, groupID, conversations } = await befriended(world);
  const admin = await signInAdmin(world);
  const { data } = await admin<{ eraseUser: { id: string } }>(
    'mutation ($id: ID!) { eraseUser(userID: $id, reason: "asked by letter") { id } }',
    { id: ann.id },
  );
  const ERASURE = `query ($id: ID!) {
    erasure(id: $id) { finishedAt steps { owner problem erased { what count } kept { what why } } }
  }`;
  type Erasure = {
    erasure: {
      finishedAt: string | null;
      steps: { owner: string; problem: string | null; erased: object[]; kept: [] }[];
    };
  };
  const look = async () => (await admin<Erasure>(ERASURE, { id: data?.eraseUser.id })).data?.erasure;
  for (let looks = 0; looks < 300 && (await look())?.finishedAt === null; looks += 1) await pause(100);
  const erasure = await look();
  assert.deepEqual(
    erasure?.steps.map(({ owner, problem }) => [owner, problem]),
    ['events', 'gateway', 'openim', 'media', 'moderation', 'identity'].map((owner) => [owner, null]),
  );
  assert.ok(erasure?.steps.some(({ kept }) => kept.length > 0));
  const inStore = erasure?.steps.find(({ owner }) => owner === 'gateway')?.erased;
  assert.deepEqual(inStore, [{ what: 'The language in which they were last seen', count: 1 }]);
  for (const id of conversations) {
    const left = await texts(bo, id);
    assert.ok(!left.includes('between us') && !left.includes('to all hikers'), left);
  }
  assert.ok((await texts(bo, conversations[0] ?? '')).includes('an answer'));
  type People = { user: { nickname: string }; group: { owner: { id: string } }; friends: { nodes: [] } };
  const { user, group, friends } = await bo.query<People, object>(
    'query ($ann: ID!, $group: ID!) { user(id: $ann) { nickname } group(id: $group) { owner { id } } friends { nodes { id } } }',
    { ann: ann.id, group: groupID },
  );
  assert.deepEqual([user.nickname, group.owner.id, friends.nodes], ['Deleted user', bo.id, []]);
});

/** Columns that hold a userID, whatever they are called; a new name for one has to be put here. */
const ABOUT_PEOPLE = /(^|_)(user|send|sender|owner|reporter|subject|accused|uploader)(_id|s)?$/;

test('every table with a column about people is given out and erased by its subgraph', async () => {
  await using database = await emptyDatabase();
  await using world = await openWorld({ DATABASE_URL: database.url });
  assert.ok(world.url);
  const db = openDatabase(database.url, log);
  const held: Readonly<Record<string, PersonalData>> = {
    identity: identityPersonal(db),
    media: mediaPersonal(db),
    moderation: moderationPersonal(db),
    openim: openimPersonal(db, {} as never),
    events: eventsPersonal(db),
  };
  const client = new pg.Client(database.url);
  await client.connect();
  const { rows } = await client.query<{ table_schema: string; table_name: string; column_name: string }>(
    `select table_schema, table_name, column_name from information_schema.columns
      where table_schema in ('identity', 'media', 'moderation', 'openim', 'events')`,
  );
  await client.end();
  await db.destroy();
  const about = rows.filter(({ column_name }) => ABOUT_PEOPLE.test(column_name));
  assert.ok(about.length > 10);
  const forgotten = about.filter(({ table_schema, table_name }) => !held[table_schema]?.tables.includes(table_name));
  assert.deepEqual(forgotten, []);
});
