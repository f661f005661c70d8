import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Actor } from '../world/world.ts';
import { type Asking, askingOn } from './asking.ts';
import { openStage, type Stage } from './stage.ts';

const JOIN = `mutation ($g: ID!, $message: String, $source: JoinSource) {
  joinGroup(groupID: $g, message: $message, source: $source) {
    memberCount membership { role } request { id state message joinSource user { id } group { id } }
  }
}`;
const LEAVE = 'mutation ($g: ID!) { leaveGroup(groupID: $g) { memberCount membership { role } } }';
const RESPOND = `mutation ($g: ID!, $u: ID!, $accept: Boolean!, $message: String) {
  respondToGroupRequest(groupID: $g, userID: $u, accept: $accept, message: $message) {
    id state inviter { id } user { id } group { memberCount }
  }
}`;
const COUNT = 'query ($since: DateTime) { unhandledGroupRequestCount(since: $since) }';
const MEMBERS = '/group/get_group_members_info';
const GROUPS = '/group/get_groups_info';
const SENT = '/group/get_user_req_group_applicationList';

describe('a group is joined', () => {
  let stage: Stage;
  let ask: Asking;
  let people: Readonly<Record<'owner' | 'member' | 'ann', Actor>>;
  let count = 0;
  let g: string;

  before(async () => {
    stage = await openStage();
    ask = askingOn(stage);
    const [owner, member, ann] = await Promise.all(['owner', 'member', 'ann'].map((id) => stage.person(id)));
    assert.ok(owner && member && ann);
    people = { owner, member, ann };
  });
  after(() => stage[Symbol.asyncDispose]());
  beforeEach(() => group(0));

  async function group(needVerification: number): Promise<void> {
    count += 1;
    g = `room${count}`;
    await stage.post('/group/create_group', {
      ...{ ownerUserID: 'owner', memberUserIDs: ['member'] },
      groupInfo: { groupID: g, groupName: 'Room', groupType: 2, needVerification },
    });
  }
  const request = (more: object) => ({
    ...{ id: `${g}:ann`, state: 'PENDING', message: null, joinSource: 'SEARCH', user: { id: 'ann' }, group: { id: g } },
    ...more,
  });

  test('by asking, where it wants approval; asking again replaces the request', async () => {
    const { result, routes } = await ask.priced(people.ann, JOIN, { g, message: ' let me in ', source: 'QR_CODE' });
    const first = request({ message: 'let me in', joinSource: 'QR_CODE' });
    assert.deepEqual(result, { memberCount: 2, membership: null, request: first });
    assert.deepEqual(routes.toSorted(), [MEMBERS, MEMBERS, GROUPS, SENT, '/group/join_group'].toSorted());
    const again = await ask.value(people.ann, JOIN, { g, message: 'please' });
    assert.deepEqual(again, { memberCount: 2, membership: null, request: request({ message: 'please' }) });
  });

  test('at once, where it is open', async () => {
    await group(2);
    const joined = await ask.value(people.ann, JOIN, { g });
    assert.deepEqual(joined, { memberCount: 3, membership: { role: 'MEMBER' }, request: null });
    assert.equal((await ask.refusal(people.ann, JOIN, { g })).reason, 'ALREADY_A_MEMBER');
  });

  test('not by a mistake', async () => {
    for (const source of ['INVITATION', 'SERVICE'])
      assert.deepEqual(await ask.refusal(people.ann, JOIN, { g, source }), {
        ...{ reason: 'INPUT_INVALID', field: 'source', routes: [] },
      });
    assert.equal((await ask.refusal(people.ann, JOIN, { g, message: 'x'.repeat(256) })).field, 'message');
    assert.equal((await ask.refusal(people.ann, JOIN, { g: 'nowhere' })).reason, 'NOT_FOUND');
    assert.equal((await ask.refusal(people.ann, JOIN, { g: '' })).field, 'groupID');
    await stage.post('/group/dismiss_group', { groupID: g, deleteMember: false });
    assert.equal((await ask.refusal(people.ann, JOIN, { g })).reason, 'GROUP_DISMISSED');
  });

  test('and left; its owner stays', async () => {
    const { result, routes } = await ask.priced(people.member, LEAVE, { g });
    assert.deepEqual(result, { memberCount: 1, membership: null });
    assert.deepEqual(routes.toSorted(), [MEMBERS, MEMBERS, GROUPS, '/group/quit_group'].toSorted());
    assert.equal((await ask.refusal(people.member, LEAVE, { g })).reason, 'NOT_A_MEMBER');
    const stays = await ask.refusal(people.owner, LEAVE, { g });
    assert.deepEqual(stays, { reason: 'OWNER_STAYS', routes: [MEMBERS] });
  });

  test('by whose request is accepted, and not by whose is refused', async () => {
    await ask.value(people.ann, JOIN, { g });
    const { result, routes } = await ask.priced(people.owner, RESPOND, { g, u: 'ann', accept: true, message: 'ok' });
    assert.deepEqual(result, {
      ...{ id: `${g}:ann`, state: 'ACCEPTED', inviter: null, user: { id: 'ann' }, group: { memberCount: 3 } },
    });
    const answered = '/group/group_application_response';
    assert.deepEqual(routes, [MEMBERS, answered, '/group/get_specified_user_group_request_info', GROUPS]);
    assert.equal((await ask.refusal(people.owner, RESPOND, { g, u: 'ann', accept: true })).reason, 'ALREADY_HANDLED');
    await group(0);
    await ask.value(people.ann, JOIN, { g });
    const refused = await ask.value<object>(people.owner, RESPOND, { g, u: 'ann', accept: false });
    assert.deepEqual(refused, { ...(result as object), id: `${g}:ann`, state: 'REFUSED', group: { memberCount: 2 } });
  });

  test('by whom a member proposes, where even these need approval', async () => {
    await group(1);
    await ask.value(people.member, 'mutation ($g: ID!) { inviteToGroup(groupID: $g, userIDs: ["ann"]) { id } }', { g });
    const { inviter } = await ask.value<{ inviter: object }>(people.owner, RESPOND, { g, u: 'ann', accept: true });
    assert.deepEqual(inviter, { id: 'member' });
  });

  test('by nobody through who does not look after it', async () => {
    await ask.value(people.ann, JOIN, { g });
    const about = { g, u: 'ann', accept: true };
    assert.deepEqual(await ask.refusal(people.member, RESPOND, about), {
      ...{ reason: 'GROUP_ROLE_NEEDED', routes: [MEMBERS] },
    });
    assert.equal((await ask.refusal(people.ann, RESPOND, about)).reason, 'NOT_A_MEMBER');
    assert.equal((await ask.refusal(people.owner, RESPOND, { ...about, u: 'nobody' })).reason, 'NOT_FOUND');
  });

  test('and what waits is counted', async () => {
    const before = await ask.value<number>(people.owner, COUNT);
    await ask.value(people.ann, JOIN, { g });
    const { result, routes } = await ask.priced(people.owner, COUNT);
    assert.deepEqual([result, routes], [before + 1, ['/group/get_group_application_unhandled_count']]);
    assert.equal(await ask.value(people.owner, COUNT, { since: new Date(Date.now() + 60_000).toISOString() }), 0);
    assert.equal(await ask.value(people.member, COUNT), 0);
  });

  test('at one price for the requests to thirty groups', async () => {
    const ids = Array.from({ length: 30 }, (_, at) => `many${at}`);
    for (const groupID of ids) {
      const groupInfo = { groupID, groupName: groupID, groupType: 2 };
      await stage.post('/group/create_group', { ownerUserID: 'owner', memberUserIDs: ['member'], groupInfo });
      await stage.post('/group/join_group', { groupID, joinSource: 3, inviterUserID: 'ann', reqMessage: '' });
    }
    const query = '{ groups(first: 30) { nodes { id name request { state } } } }';
    const { routes } = await stage.price(() => people.owner.query<unknown, object>(query));
    assert.deepEqual(routes, ['/group/get_joined_group_list', SENT]);
    const fields = ids.map((id, at) => `g${at}: group(id: "${id}") { request { state } }`).join(' ');
    const { result, routes: asked } = await stage.price(() =>
      people.ann.query<Record<string, { request: object }>, object>(`{ ${fields} }`),
    );
    for (const { request: row } of Object.values(result)) assert.deepEqual(row, { state: 'PENDING' });
    assert.deepEqual(asked, [GROUPS, SENT]);
  });
});
