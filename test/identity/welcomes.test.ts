import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openOffice } from './office.ts';
import { openWorld, type World } from './world.ts';

const SET = `mutation ($friendIDs: [ID!], $groupIDs: [ID!]) {
  setNewcomerDefaults(friendIDs: $friendIDs, groupIDs: $groupIDs, reason: "a test") {
    defaultFriends { id } defaultGroups { id }
  }
}`;
const FAILING = '{ failingWelcomes { user { id } friend { id } group { id } tries problem } }';

/** OpenIM, asked as its admin, past everything of ours. */
async function openChat({ openim }: World) {
  const post = async (route: string, body: object, token = ''): Promise<Record<string, never>> => {
    const headers = { operationID: `test-${Math.random()}`, token };
    const answer = await fetch(`${openim.url}${route}`, { method: 'POST', headers, body: JSON.stringify(body) });
    const { errCode, errDlt, data } = (await answer.json()) as { errCode: number; errDlt: string; data: never };
    assert.equal(errCode, 0, errDlt);
    return data;
  };
  const { token } = await post('/auth/get_admin_token', { secret: 'openIM123', userID: 'imAdmin' });
  return {
    createGroup: (ownerUserID: string, groupID: string) =>
      post(
        '/group/create_group',
        { ownerUserID, groupInfo: { groupID, groupName: 'Hall', groupType: 2 }, memberUserIDs: [] },
        token,
      ),
    dismiss: (groupID: string) => post('/group/dismiss_group', { groupID }, token),
    areFriends: async (userID1: string, userID2: string): Promise<boolean> => {
      const { inUser1Friends, inUser2Friends } = await post('/friend/is_friend', { userID1, userID2 }, token);
      return Boolean(inUser1Friends) && Boolean(inUser2Friends);
    },
    members: async (groupID: string): Promise<string[]> =>
      (await post('/group/get_group_member_user_id', { groupID }, token)).userIDs ?? [],
  };
}

describe('a new user', { concurrency: 2 }, () => {
  test('finds the default friends and groups at the first sign-in; who was there before does not', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const chat = await openChat(world);
    const host = await office.node.signIn('host@example.com');
    await chat.createGroup(host.userID, 'hall');
    const set = await office.do(SET, { friendIDs: [host.userID, host.userID], groupIDs: ['hall'] });
    assert.deepEqual(set.setNewcomerDefaults, {
      defaultFriends: [{ id: host.userID }],
      defaultGroups: [{ id: 'hall' }],
    });
    const ann = await office.node.signIn('ann@example.com');
    assert.equal(await chat.areFriends(ann.userID, host.userID), true);
    assert.deepEqual((await chat.members('hall')).sort(), [ann.userID, host.userID].sort());
    assert.deepEqual(await world.db('identity.welcomes'), []);
    await office.node.signIn('ann@example.com', { platform: 'IOS' });
    assert.deepEqual(await world.db('identity.welcomes'), []);
  });

  test('who signs in while OpenIM is away finds them when it is back', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const chat = await openChat(world);
    const host = await office.node.signIn('host@example.com');
    await office.do(SET, { friendIDs: [host.userID] });
    world.openim.mode = 'broken';
    const ann = await office.node.signIn('ann@example.com');
    assert.equal((await world.db('identity.welcomes')).length, 1);
    world.openim.mode = 'through';
    // The breaker lets a call through again after a moment.
    for (let looks = 0; looks < 40 && (await office.node.renew(ann)).data.renewSession.imToken === null; looks += 1)
      await pause(250);
    assert.equal(await chat.areFriends(ann.userID, host.userID), true);
  });

  test('what cannot be given is shown with its reason, and is owed no more when it is no default any more', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const chat = await openChat(world);
    const host = await office.node.signIn('host@example.com');
    await chat.createGroup(host.userID, 'hall');
    await office.do(SET, { friendIDs: [host.userID], groupIDs: ['hall'] });
    await chat.dismiss('hall');
    const ann = await office.node.signIn('ann@example.com');
    const [failing, ...more] = (await office.do(FAILING)).failingWelcomes;
    assert.deepEqual([failing.user.id, failing.friend, failing.group.id], [ann.userID, null, 'hall']);
    assert.deepEqual([failing.problem, more], ['GROUP_DISMISSED', []]);
    assert.equal(await chat.areFriends(ann.userID, host.userID), true);
    await office.do(SET, { groupIDs: [] });
    assert.deepEqual((await office.do(FAILING)).failingWelcomes, []);
  });

  test('defaults that do not exist are refused, with their place in the list', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const host = await office.node.signIn('host@example.com');
    const nobody = await office.ask(SET, { friendIDs: [host.userID, 'nobody'] });
    assert.deepEqual([nobody.reason, nobody.extensions.field], ['INPUT_INVALID', 'friendIDs.1']);
    const nothing = await office.ask(SET, { groupIDs: ['nothing'] });
    assert.deepEqual([nothing.reason, nothing.extensions.field], ['INPUT_INVALID', 'groupIDs.0']);
    const many = await office.ask(SET, { friendIDs: Array.from({ length: 21 }, (_, nth) => `u${nth}`) });
    assert.equal(many.extensions.field, 'friendIDs');
  });
});
