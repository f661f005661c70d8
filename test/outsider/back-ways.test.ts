import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Actor, openWorld, type World } from '../world/world.ts';
import { MARK, openTown, shelfOf, type Town, viewOf } from './town.ts';

const SAY = `mutation ($to: ID, $group: ID, $text: String!) {
  sendMessage(input: { userID: $to, groupID: $group, content: { text: { text: $text } } }) { id conversationID }
}`;
const VERIFY = `mutation ($id: ID!, $code: String!) {
  verifyOTP(input: { challengeID: $id, code: $code, device: { name: "x", platform: LINUX, publicKey: "${Buffer.alloc(32, 9).toString('base64url')}" } }) { userID }
}`;
const CONFIRM = `mutation ($id: ID!, $new: String!, $current: String!) {
  confirmAddressChange(id: $id, newCode: $new, currentCode: $current) { id email }
}`;
const ERASE = 'mutation ($id: ID!, $code: String!) { eraseMyAccount(challengeID: $id, code: $code) { id } }';

type Sent = { sendMessage: { id: string; conversationID: string } };

describe('by a back way an outsider', () => {
  let world: World;
  let town: Town;
  let theirs: unknown;
  let own: Sent['sendMessage'];
  before(async () => {
    world = await openWorld({ OTP_LIMITS: 'resend=0' });
    town = await openTown(world);
    own = (await town.mallory.query<Sent, object>(SAY, { to: town.dora.id, text: 'mine' })).sendMessage;
    theirs = [await viewOf(town), await shelfOf(world, town)];
  });
  after(() => world[Symbol.asyncDispose]());

  /** Refused, with these reasons, and nothing private told. */
  async function refused(who: Actor['client'], query: string, variables: object): Promise<string[]> {
    const answer = await who.query<Record<string, unknown>, object>(query, variables);
    const told = JSON.stringify(answer);
    assert.ok(!told.includes(MARK), told.slice(0, 800));
    assert.ok(answer.errors.length > 0, told.slice(0, 800));
    const reasons = answer.errors.map(({ extensions }) => String(extensions.reason));
    assert.ok(!/QUERY_|INTERNAL/.test(reasons.join()), told);
    return reasons;
  }
  const unchanged = async (): Promise<void> =>
    assert.deepEqual([await viewOf(town), await shelfOf(world, town)], theirs);

  test('has the right codes, and they are good for whom they were sent to alone', async () => {
    const [fresh, current] = [`new-${MARK}@example.com`, `ann-${MARK}@example.com`];
    const codes = { id: town.change, new: await world.codeFor(fresh), current: await world.codeFor(current) };
    assert.deepEqual(await refused(town.mallory.client, CONFIRM, codes), ['CODE_EXPIRED']);
    const erasing = { id: town.erasure, code: await world.codeFor(`bo-${MARK}@example.com`) };
    assert.deepEqual(await refused(town.mallory.client, ERASE, erasing), ['CODE_EXPIRED']);
    await unchanged();
  });

  test('uses no code for what it was not asked for', async () => {
    const code = await world.codeFor(`new-${MARK}@example.com`);
    assert.deepEqual(await refused(world.visitor(), VERIFY, { id: town.change, code }), ['CODE_EXPIRED']);
    const erasing = await world.codeFor(`bo-${MARK}@example.com`);
    assert.deepEqual(await refused(world.visitor(), VERIFY, { id: town.erasure, code: erasing }), ['CODE_EXPIRED']);
    const { id } = await world.visitor().requestOTP({ email: 'mallory-x@example.com' });
    const signing = await world.codeFor('mallory-x@example.com');
    assert.deepEqual(await refused(town.mallory.client, ERASE, { id, code: signing }), ['CODE_EXPIRED']);
    const both = { id, new: signing, current: signing };
    assert.deepEqual(await refused(town.mallory.client, CONFIRM, both), ['CODE_EXPIRED']);
    await unchanged();
  });

  test('splices ids of messages, and reaches none', async () => {
    const serverID = (id: string): string => id.slice(id.lastIndexOf(':') + 1);
    const forged = [
      `${own.conversationID}:${serverID(town.directMessage)}`,
      `${own.conversationID}:${serverID(town.groupMessage)}`,
      `${town.direct}:${serverID(own.id)}`,
      `sg_${town.groupID}:${serverID(own.id)}`,
      `sg_${town.groupID}:${serverID(town.directMessage)}`,
      `${town.direct}:${own.conversationID}:${serverID(town.directMessage)}`,
    ];
    for (const id of forged)
      for (const query of [
        'query ($id: ID!) { message(id: $id) { id content { summary } sender { id } } }',
        'mutation ($id: ID!) { revokeMessage(id: $id) { id content { summary } } }',
        'mutation ($id: ID!) { deleteMessages(ids: [$id], forEveryone: true) { id } }',
        'mutation ($id: ID!) { markMessagesRead(ids: [$id]) { id } }',
        'mutation ($id: ID!) { reportMessage(input: { messageID: $id, reason: SPAM }) { id } }',
      ])
        await refused(town.mallory.client, query, { id });
    await unchanged();
  });

  test('mixes what is theirs with their own, and neither happens', async () => {
    const { mallory, dora, directMessage, groupMessage, ann } = town;
    for (const foreign of [directMessage, groupMessage]) {
      for (const ids of [
        [own.id, foreign],
        [foreign, own.id],
      ]) {
        await refused(
          mallory.client,
          'mutation ($ids: [ID!]!) { deleteMessages(ids: $ids, forEveryone: true) { id } }',
          { ids },
        );
        await refused(mallory.client, 'mutation ($ids: [ID!]!) { markMessagesRead(ids: $ids) { id } }', { ids });
        await refused(
          mallory.client,
          `mutation ($to: ID!, $ids: [ID!]!) {
            sendMessage(input: { userID: $to, content: { merger: { title: "look", messageIDs: $ids } } }) { id content { summary } }
          }`,
          { to: dora.id, ids },
        );
      }
    }
    const { createGroup } = await mallory.query<{ createGroup: { id: string } }, object>(
      'mutation ($ids: [ID!]!) { createGroup(input: { name: "Own", memberIDs: $ids }) { id } }',
      { ids: [dora.id] },
    );
    const kick = 'mutation ($id: ID!, $ids: [ID!]!) { removeGroupMembers(groupID: $id, userIDs: $ids) { id } }';
    await refused(mallory.client, kick, { id: createGroup.id, ids: [dora.id, ann.id] });
    const { message } = await mallory.query<{ message: { content: { summary: string } } }, object>(
      'query ($id: ID!) { message(id: $id) { content { summary } } }',
      { id: own.id },
    );
    assert.equal(message.content.summary, 'mine');
    await unchanged();
  });

  test('has Ann’s own cursors and points, and they tell nothing of her lists', async () => {
    const { ann, mallory } = town;
    const POINT = 'point { versionID version }';
    const hers = await ann.query<Record<string, never>, object>(
      `{ friends(first: 1) { pageInfo { endCursor } } conversations(first: 1) { pageInfo { endCursor } }
        groups(first: 1) { pageInfo { endCursor } } friendChanges { ${POINT} } groupChanges { ${POINT} }
        conversationChanges { ${POINT} } friendIDs { hash } conversationIDs { hash } groupIDs { hash } }`,
      {},
    );
    const told = [];
    for (const [name, value] of Object.entries(hers as Record<string, Record<string, never>>)) {
      const [argument, type, given] = name.endsWith('Changes')
        ? ['since', 'SyncPointInput', value.point]
        : name.endsWith('IDs')
          ? ['unlessHash', 'String', value.hash]
          : ['after', 'String', (value.pageInfo as unknown as { endCursor: string }).endCursor];
      const rows = name.endsWith('Changes')
        ? 'full deletedIDs inserted { id } updated { id }'
        : name.endsWith('IDs')
          ? 'unchanged ids'
          : 'nodes { id }';
      const query = `query ($given: ${type}) { ${name}(${argument}: $given) { ${rows} } }`;
      told.push(await mallory.client.query<object, object>(query, { given }));
    }
    const text = JSON.stringify(told);
    assert.ok(!/QUERY_|INTERNAL/.test(text), text.slice(0, 1_500));
    for (const secret of [MARK, town.direct, town.bo.id, town.groupID])
      assert.ok(!text.includes(`"${secret}"`), `${secret} in ${text.slice(0, 1_500)}`);
  });

  test('was put out of the group, and hears nothing that was said since, nor who is in it', async () => {
    const { ann, dora, groupID } = town;
    await ann.query<unknown, object>(
      'mutation ($g: ID!, $u: ID!) { respondToGroupRequest(groupID: $g, userID: $u, accept: true) { id } }',
      { g: groupID, u: dora.id },
    );
    const before = (await ann.query<Sent, object>(SAY, { group: groupID, text: 'while dora is here' })).sendMessage;
    await ann.query<unknown, object>(
      'mutation ($g: ID!, $u: ID!) { removeGroupMembers(groupID: $g, userIDs: [$u]) { id } }',
      { g: groupID, u: dora.id },
    );
    const since = (await ann.query<Sent, object>(SAY, { group: groupID, text: `without dora s1nce` })).sendMessage;
    const asked = await dora.client.query<object, object>(
      `query ($g: ID!, $c: ID!, $m: ID!) {
        group(id: $g) { announcement members(first: 50) { nodes { id } } memberIDs { ids } memberChanges { full inserted { id } } }
        conversation(id: $c) { unreadCount lastMessage { content { summary } } messages(last: 50) { nodes { id content { summary } } } }
        message(id: $m) { id content { summary } }
        conversations(first: 50) { nodes { id lastMessage { content { summary } } } }
      }`,
      { g: groupID, c: since.conversationID, m: since.id },
    );
    const text = JSON.stringify(asked);
    assert.ok(!/QUERY_|INTERNAL/.test(text), text.slice(0, 1_500));
    assert.ok(!text.includes('s1nce') && !text.includes(since.id), text.slice(0, 2_000));
    const { group } = asked.data as { group: Record<string, unknown> | null };
    for (const field of ['announcement', 'members', 'memberIDs', 'memberChanges'])
      assert.equal(group?.[field] ?? null, null, field);
    await refused(dora.client, 'mutation ($m: ID!) { reportMessage(input: { messageID: $m, reason: SPAM }) { id } }', {
      m: since.id,
    });
    await refused(dora.client, SAY, { group: groupID, text: 'still here' });
    await refused(dora.client, 'mutation ($m: ID!) { revokeMessage(id: $m) { id } }', { m: before.id });
  });
});
