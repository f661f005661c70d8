import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { emptyDatabase } from '../world/database.ts';
import { type Actor, openWorld } from '../world/world.ts';

const SEND = `mutation ($to: ID!, $text: String!) {
  sendMessage(input: { userID: $to, content: { text: { text: $text } } }) { id }
}`;
const REPORT = `mutation ($id: ID!, $comment: String) {
  reportMessage(input: { messageID: $id, reason: SPAM, comment: $comment }) {
    id reason comment outcome createdAt subject { __typename ... on Message { id content { summary } } }
  }
}`;
const REVOKE = 'mutation ($id: ID!) { revokeMessage(id: $id) { revoked } }';

interface Reported {
  readonly reportMessage: {
    readonly id: string;
    readonly comment: string | null;
    readonly outcome: string;
    readonly subject: {
      readonly __typename: string;
      readonly id: string;
      readonly content: { readonly summary: string };
    };
  };
}

const says = async (from: Actor, to: Actor, text: string): Promise<string> =>
  (await from.query<{ sendMessage: { id: string } }, object>(SEND, { to: to.id, text })).sendMessage.id;

const reasons = async (actor: Actor, document: string, variables: object): Promise<unknown[]> =>
  (await actor.client.query<unknown, object>(document, variables)).errors.map(({ extensions }) => extensions?.reason);

async function openReports() {
  const database = await emptyDatabase();
  const world = await openWorld({ DATABASE_URL: database.url });
  const [ann, bo, cleo] = await Promise.all(
    ['ann', 'bo', 'cleo'].map((name) => world.signIn(`${name}@new.example`, name)),
  );
  if (!ann || !bo || !cleo) assert.fail();
  const rows = async (): Promise<{ evidence: { message: { content: string }; neighbours: unknown[] } }[]> => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const found = await client.query(
      'select evidence.content as evidence from moderation.reports join moderation.evidence using (case_id)',
    );
    await client.end();
    return found.rows;
  };
  const dispose = async (): Promise<void> => {
    await world[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  };
  return { ann, bo, cleo, rows, [Symbol.asyncDispose]: dispose };
}

test('a report keeps the message and its neighbours as they stood, whatever becomes of them', async () => {
  await using world = await openReports();
  const { ann, bo, rows } = world;
  await says(bo, ann, 'before');
  const id = await says(bo, ann, 'buy my pills');
  await says(bo, ann, 'after');
  const { reportMessage } = await ann.query<Reported, object>(REPORT, { id, comment: ' again! ' });
  assert.deepEqual(
    [reportMessage.outcome, reportMessage.comment, reportMessage.subject.__typename, reportMessage.subject.id],
    ['PENDING', 'again!', 'Message', id],
  );
  await bo.query(REVOKE, { id });
  const [row] = await rows();
  assert.equal(JSON.parse(row?.evidence.message.content ?? '').content, 'buy my pills');
  assert.equal(row?.evidence.neighbours.length, 2);
});

test('one person and one thing are one report, however often; its evidence stays the first', async () => {
  await using world = await openReports();
  const { ann, bo, rows } = world;
  const id = await says(bo, ann, 'buy my pills');
  const first = await ann.query<Reported, object>(REPORT, { id });
  await bo.query(REVOKE, { id });
  const second = await ann.query<Reported, object>(REPORT, { id, comment: 'he took it back' });
  assert.equal(second.reportMessage.id, first.reportMessage.id);
  assert.equal(second.reportMessage.comment, 'he took it back');
  const kept = await rows();
  assert.equal(kept.length, 1);
  assert.match(kept[0]?.evidence.message.content ?? '', /buy my pills/);
});

test('what one cannot see one cannot report, and is not told whether it is there', async () => {
  await using world = await openReports();
  const { ann, bo, cleo, rows } = world;
  const id = await says(bo, ann, 'between us');
  for (const target of [id, `${id}0`, 'si_a_b:1', 'nonsense'])
    assert.deepEqual(await reasons(cleo, REPORT, { id: target }), ['NOT_FOUND'], target);
  assert.deepEqual(await rows(), []);
});

test('users and groups are reported with their profile; oneself, nobody and a long comment are refused at their field', async () => {
  await using world = await openReports();
  const { ann, bo, rows } = world;
  const user =
    'mutation ($id: ID!, $c: String) { reportUser(input: { userID: $id, reason: OTHER, comment: $c }) { subject { ... on User { nickname } } } }';
  assert.deepEqual(await ann.query(user, { id: bo.id }), { reportUser: { subject: { nickname: 'bo' } } });
  assert.deepEqual(await reasons(ann, user, { id: ann.id }), ['INPUT_INVALID']);
  assert.deepEqual(await reasons(ann, user, { id: 'nobody' }), ['NOT_FOUND']);
  assert.deepEqual(await reasons(ann, user, { id: bo.id, c: 'x'.repeat(2_001) }), ['INPUT_INVALID']);
  const made = 'mutation ($m: [ID!]!) { createGroup(input: { name: "Tea", memberIDs: $m }) { id } }';
  const { createGroup } = await ann.query<{ createGroup: { id: string } }, object>(made, { m: [bo.id] });
  const group =
    'mutation ($id: ID!) { reportGroup(input: { groupID: $id, reason: HATE }) { subject { ... on Group { name } } } }';
  assert.deepEqual(await bo.query(group, { id: createGroup.id }), { reportGroup: { subject: { name: 'Tea' } } });
  assert.equal((await rows()).length, 2);
});

test('who reports without end is asked to wait', async () => {
  await using world = await openReports();
  const { ann, bo } = world;
  const id = await says(bo, ann, 'hm');
  for (let nth = 0; nth < 30; nth++) await ann.query(REPORT, { id });
  assert.deepEqual(await reasons(ann, REPORT, { id }), ['RATE_LIMITED']);
});
