import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Actor } from '../world/world.ts';
import { type Asking, askingOn } from './asking.ts';
import { openStage, type Stage } from './stage.ts';

const REMOVE = `mutation ($g: ID!, $ids: [ID!]!, $reason: String) {
  removeGroupMembers(groupID: $g, userIDs: $ids, reason: $reason) { id memberCount }
}`;
const MUTE = `mutation ($g: ID!, $u: ID!, $until: DateTime!) {
  muteGroupMember(groupID: $g, userID: $u, until: $until) { id mutedUntil }
}`;
const UNMUTE = 'mutation ($g: ID!, $u: ID!) { unmuteGroupMember(groupID: $g, userID: $u) { id mutedUntil } }';
const UPDATE = `mutation ($g: ID!, $u: ID!, $input: UpdateGroupMemberInput!) {
  updateGroupMember(groupID: $g, userID: $u, input: $input) { id nickname faceURL ex }
}`;
const ROLE = `mutation ($g: ID!, $u: ID!, $role: GroupRole!) {
  setGroupMemberRole(groupID: $g, userID: $u, role: $role) { id role }
}`;
const MEMBERS = '/group/get_group_members_info';
const later = (seconds: number): string => new Date(Date.now() + seconds * 1_000).toISOString();

describe('members of a group', () => {
  let stage: Stage;
  let ask: Asking;
  let people: Readonly<Record<'owner' | 'admin' | 'member' | 'stranger', Actor>>;
  let count = 0;
  let g: string;

  before(async () => {
    stage = await openStage();
    ask = askingOn(stage);
    const [owner, admin, member, stranger] = await Promise.all(
      ['owner', 'admin', 'member', 'stranger'].map((id) => stage.person(id)),
    );
    assert.ok(owner && admin && member && stranger);
    people = { owner, admin, member, stranger };
    await Promise.all(['vice', 'guest', 'guest2'].map((id) => stage.person(id)));
  });
  after(() => stage[Symbol.asyncDispose]());
  beforeEach(async () => {
    count += 1;
    g = `room${count}`;
    await stage.post('/group/create_group', {
      ...{ ownerUserID: 'owner', adminUserIDs: ['admin', 'vice'], memberUserIDs: ['member', 'guest', 'guest2'] },
      groupInfo: { groupID: g, groupName: 'Room', groupType: 2 },
    });
  });

  test('are put out together, at the price of three calls', async () => {
    const ids = ['guest', 'guest2', 'guest'];
    const { result, routes } = await ask.priced(people.admin, REMOVE, { g, ids, reason: 'late' });
    assert.deepEqual(result, { id: g, memberCount: 4 });
    assert.deepEqual(routes, [MEMBERS, '/group/kick_group', '/group/get_groups_info']);
    assert.deepEqual(await ask.value(people.owner, REMOVE, { g, ids: ['vice'] }), { id: g, memberCount: 3 });
  });

  test('are not put out where one of them is a mistake', async () => {
    const wrong: readonly (readonly [readonly string[], string])[] = [
      [[], 'userIDs'],
      [Array.from({ length: 101 }, (_, at) => `u${at}`), 'userIDs'],
      [['guest', 'stranger'], 'userIDs.1'],
      [['guest', 'owner', 'admin'], 'userIDs.1'],
    ];
    for (const [ids, field] of wrong) {
      const { reason, ...told } = await ask.refusal(people.owner, REMOVE, { g, ids });
      assert.deepEqual([reason, told.field], ['INPUT_INVALID', field]);
      assert.ok(!told.routes.includes('/group/kick_group'));
    }
    const long = await ask.refusal(people.owner, REMOVE, { g, ids: ['guest'], reason: 'x'.repeat(256) });
    assert.deepEqual(long, { reason: 'INPUT_INVALID', field: 'reason', routes: [] });
  });

  test('are silent until then, and speak again', async () => {
    const until = later(60);
    const { result, routes } = await ask.priced<{ mutedUntil: string }>(people.admin, MUTE, { g, u: 'guest', until });
    assert.ok(Math.abs(Date.parse(result.mutedUntil) - Date.parse(until)) < 5_000, result.mutedUntil);
    assert.deepEqual(routes, [MEMBERS, '/group/mute_group_member', MEMBERS]);
    const freed = await ask.priced(people.admin, UNMUTE, { g, u: 'guest' });
    assert.deepEqual(freed.result, { id: `${g}:guest`, mutedUntil: null });
    assert.deepEqual(freed.routes, [MEMBERS, '/group/cancel_mute_group_member', MEMBERS]);
    for (const wrong of [later(0), later(-60), later(11 * 366 * 86_400)])
      assert.deepEqual(await ask.refusal(people.owner, MUTE, { g, u: 'guest', until: wrong }), {
        ...{ reason: 'INPUT_INVALID', field: 'until', routes: [] },
      });
  });

  test('are shown as they want to be, and as themselves again', async () => {
    const input = { nickname: ' Guest of honour ', faceURL: 'https://cdn.example/me.png', ex: '{"seat":1}' };
    const { result, routes } = await ask.priced(people.member, UPDATE, { g, u: 'member', input });
    assert.deepEqual(result, { ...input, id: `${g}:member`, nickname: 'Guest of honour' });
    assert.deepEqual(routes, [MEMBERS, '/group/set_group_member_info', MEMBERS]);
    const cleared = { nickname: null, faceURL: null, ex: null };
    assert.deepEqual(await ask.value(people.admin, UPDATE, { g, u: 'member', input: cleared }), {
      ...cleared,
      ...{ id: `${g}:member`, nickname: 'member' },
    });
    assert.equal(
      (await ask.refusal(people.member, UPDATE, { g, u: 'member', input: { nickname: ' ' } })).field,
      'input.nickname',
    );
    const long = { ex: 'x'.repeat(4_097) };
    assert.equal((await ask.refusal(people.member, UPDATE, { g, u: 'member', input: long })).field, 'input.ex');
  });

  test('rise and fall, and step down themselves', async () => {
    const role = (who: Actor, u: string, to: string) => ask.value(who, ROLE, { g, u, role: to });
    assert.deepEqual(await role(people.admin, 'guest', 'ADMIN'), { id: `${g}:guest`, role: 'ADMIN' });
    assert.deepEqual(await role(people.owner, 'guest', 'MEMBER'), { id: `${g}:guest`, role: 'MEMBER' });
    assert.deepEqual(await role(people.admin, 'admin', 'MEMBER'), { id: `${g}:admin`, role: 'MEMBER' });
    const { result, routes } = await ask.priced(people.owner, ROLE, { g, u: 'admin', role: 'MEMBER' });
    assert.deepEqual([result, routes], [{ id: `${g}:admin`, role: 'MEMBER' }, [MEMBERS]]);
    assert.deepEqual(await ask.refusal(people.owner, ROLE, { g, u: 'guest', role: 'OWNER' }), {
      ...{ reason: 'INPUT_INVALID', field: 'role', routes: [] },
    });
    assert.equal((await ask.refusal(people.owner, ROLE, { g, u: 'owner', role: 'MEMBER' })).reason, 'OUTRANKED');
  });

  test('have come from somewhere', async () => {
    const { group } = await people.owner.query<{ group: { members: { nodes: object[] } } }, object>(
      'query ($g: ID!) { group(id: $g) { members(first: 6) { nodes { id joinSource inviter { id } operator { id } } } } }',
      { g },
    );
    assert.ok(group.members.nodes.some((node) => 'id' in node && node.id === `${g}:guest`));
    await ask.value(people.member, 'mutation ($g: ID!) { inviteToGroup(groupID: $g, userIDs: ["stranger"]) { id } }', {
      g,
    });
    const brought = await ask.value<{ membership: object }>(
      people.stranger,
      'query ($g: ID!) { group(id: $g) { membership { joinSource inviter { id } operator { id } } } }',
      { g },
    );
    assert.deepEqual(brought.membership, {
      ...{ joinSource: 'INVITATION', inviter: { id: 'member' }, operator: { id: 'member' } },
    });
  });

  test('are the business of who looks after them: nobody reaches above themselves', async () => {
    const attempts: readonly (readonly [string, (u: string) => object])[] = [
      [REMOVE, (u) => ({ ids: [u] })],
      [MUTE, (u) => ({ u, until: later(60) })],
      [UNMUTE, (u) => ({ u })],
      [UPDATE, (u) => ({ u, input: { nickname: 'Fool' } })],
      [ROLE, (u) => ({ u, role: 'MEMBER' })],
    ];
    for (const [query, about] of attempts) {
      const told = async (who: Actor, u: string): Promise<string> => {
        const { reason, routes } = await ask.refusal(who, query, { g, ...about(u) });
        assert.deepEqual(
          [...new Set(routes)].filter((route) => route !== '/group/get_groups_info'),
          [MEMBERS],
          query,
        );
        return reason;
      };
      assert.deepEqual(
        [
          await told(people.member, 'guest'),
          await told(people.member, 'owner'),
          await told(people.admin, 'vice'),
          await told(people.admin, 'owner'),
          await told(people.stranger, 'guest'),
        ],
        ['GROUP_ROLE_NEEDED', 'GROUP_ROLE_NEEDED', 'OUTRANKED', 'OUTRANKED', 'NOT_A_MEMBER'],
        query,
      );
      if (query !== REMOVE) assert.equal(await told(people.owner, 'stranger'), 'NOT_FOUND', query);
    }
  });
});
