import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Actor, openWorld, type World } from './world.ts';

const CREATE = 'mutation ($input: CreateGroupInput!) { createGroup(input: $input) { id name memberCount } }';
const INVITE =
  'mutation ($g: ID!, $userIDs: [ID!]!) { inviteToGroup(groupID: $g, userIDs: $userIDs) { id memberCount } }';
const MEMBERS = `query ($g: ID!, $first: Int, $after: String, $filter: GroupMemberFilter) {
  group(id: $g) {
    name announcement membership { role }
    members(first: $first, after: $after, filter: $filter) {
      totalCount nodes { id role nickname user { id } } pageInfo { hasNextPage endCursor }
    }
  }
}`;

interface Members {
  readonly group: {
    readonly members: {
      readonly totalCount: number;
      readonly nodes: readonly { readonly id: string; readonly role: string; readonly nickname: string }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    };
  };
}

describe('a group', () => {
  let world: World;
  let ann: Actor;
  let bo: Actor;
  let cy: Actor;
  let tea: string;

  before(async () => {
    world = await openWorld();
    ann = await world.person('ann', 'Ann');
    bo = await world.person('bo', 'Bo');
    cy = await world.person('cy', 'Cy');
    const { createGroup } = await ann.query<{ createGroup: { id: string; memberCount: number } }>(CREATE, {
      input: { name: ' Tea ', memberIDs: ['bo', 'ann', 'bo'] },
    });
    tea = createGroup.id;
    assert.deepEqual(createGroup, { id: tea, name: 'Tea', memberCount: 2 });
  });
  after(() => world[Symbol.asyncDispose]());

  test('is not made without a name, with nobody who exists, or with ten thousand', async () => {
    world.resetMeter();
    for (const input of [
      { name: ' ', memberIDs: ['bo'] },
      { name: 'x'.repeat(65), memberIDs: ['bo'] },
      { name: 'Tea', memberIDs: Array.from({ length: 10_000 }, (_, at) => `user${at}`) },
      { name: 'Tea', memberIDs: ['bo'], introduction: 'x'.repeat(2_000) },
    ])
      assert.deepEqual((await ann.ask(CREATE, { input })).reasons, ['INPUT_INVALID']);
    assert.deepEqual(world.calls(), []);
    const { errors } = await ann.ask(CREATE, { input: { name: 'Tea', memberIDs: ['bo', 'ghost'] } });
    assert.equal(errors?.[0]?.extensions?.field, 'input.memberIDs.1');
    assert.ok(!world.calls().includes('/group/create_group'));
  });

  test('shows its members to its members, and only its face to others', async () => {
    const { group } = await bo.query<Members>(MEMBERS, { g: tea });
    assert.deepEqual(
      group.members.nodes.map(({ id, role, nickname }) => [id, role, nickname]),
      [
        [`${tea}:ann`, 'OWNER', 'Ann'],
        [`${tea}:bo`, 'MEMBER', 'Bo'],
      ],
    );
    await world.post('/group/set_group_info', { groupInfoForSet: { groupID: tea, notification: 'at five' } });
    const { data, errors } = await cy.ask(MEMBERS, { g: tea });
    assert.deepEqual(data?.group, { name: 'Tea', announcement: null, membership: null, members: null });
    assert.deepEqual(
      errors?.map(({ extensions }) => extensions?.reason),
      ['NOT_A_MEMBER'],
    );
    const inside = await ann.query<{ group: { announcement: string } }>(MEMBERS, { g: tea });
    assert.equal(inside.group.announcement, 'at five');
  });

  test('takes in whom a member brings, and nobody from who is none', async () => {
    assert.deepEqual((await cy.ask(INVITE, { g: tea, userIDs: ['cy'] })).reasons, ['NOT_A_MEMBER']);
    assert.deepEqual((await bo.ask(INVITE, { g: tea, userIDs: [] })).reasons, ['INPUT_INVALID']);
    const { inviteToGroup } = await bo.query<{ inviteToGroup: object }>(INVITE, { g: tea, userIDs: ['cy'] });
    assert.deepEqual(inviteToGroup, { id: tea, memberCount: 3 });
    const { groups } = await cy.query<{ groups: { nodes: object[] } }>(
      '{ groups { nodes { id membership { role } } } }',
    );
    assert.deepEqual(groups.nodes, [{ id: tea, membership: { role: 'MEMBER' } }]);
  });

  test('of a hundred is told in pages, by role and by name', async () => {
    const people = await Promise.all(
      Array.from({ length: 60 }, (_, at) => world.person(`m${at}`, at % 10 === 0 ? `Tenth ${at}` : `Member ${at}`)),
    );
    const memberIDs = people.map(({ id }) => id);
    const { createGroup } = await ann.query<{ createGroup: { id: string } }>(CREATE, {
      input: { name: 'All', memberIDs },
    });
    const found: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { group }: Members = await ann.query<Members>(MEMBERS, { g: createGroup.id, first: 25, after });
      assert.equal(group.members.totalCount, 61);
      found.push(...group.members.nodes.map(({ id }) => id));
      more = group.members.pageInfo.hasNextPage;
      after = group.members.pageInfo.endCursor;
    }
    assert.equal(new Set(found).size, 61);
    assert.equal(found[0], `${createGroup.id}:ann`);
    const only = async (filter: object): Promise<number> =>
      (await ann.query<Members>(MEMBERS, { g: createGroup.id, filter })).group.members.totalCount;
    assert.deepEqual(
      [await only({ keyword: 'tenth' }), await only({ roles: ['OWNER'] }), await only({ roles: [] })],
      [6, 1, 0],
    );
  });

  test('that is no more has no owner, nobody in it, and takes nothing', async () => {
    const { createGroup } = await ann.query<{ createGroup: { id: string } }>(CREATE, {
      input: { name: 'Gone', memberIDs: ['bo'] },
    });
    await world.post('/group/dismiss_group', { groupID: createGroup.id, deleteMember: false });
    const READ = 'query ($g: ID!) { group(id: $g) { state memberCount owner { id } membership { id } } }';
    const read = async () =>
      (await ann.query<{ group: { membership: object | null } }>(READ, { g: createGroup.id })).group;
    // OpenIM removes the members a moment after it answered.
    for (const late = Date.now() + 3_000; (await read()).membership !== null && Date.now() < late; ) await sleep(20);
    assert.deepEqual(await read(), { state: 'DISMISSED', memberCount: 0, owner: null, membership: null });
  });

  test('that nobody made is not found', async () => {
    assert.deepEqual((await ann.ask('{ group(id: "nothing") { id } }')).reasons, ['NOT_FOUND']);
  });

  test('with two people is told to each of what they share, and to an admin with all', async () => {
    const shared = 'query ($id: ID!) { user(id: $id) { groups { totalCount nodes { id } } } }';
    const groups = async (actor: Actor, id: string): Promise<number> =>
      (await actor.query<{ user: { groups: { totalCount: number } } }>(shared, { id })).user.groups.totalCount;
    assert.equal(await groups(cy, 'ann'), 1);
    assert.equal(await groups(cy, 'm1'), 0);
    assert.equal(await groups(ann, 'm1'), 1);
    assert.equal(await groups(world.viewer({ kind: 'admin', id: 'root', scopes: new Set() }), 'm1'), 1);
  });

  test('shared with sixty people costs a call for each of one’s own, not for each of them', async () => {
    const ids = Array.from({ length: 60 }, (_, at) => `m${at}`);
    world.resetMeter();
    const { users } = await ann.query<{ users: { groups: { nodes: { name: string }[] } }[] }>(
      'query ($ids: [ID!]!) { users(ids: $ids) { groups { nodes { name } } } }',
      { ids },
    );
    for (const { groups } of users) assert.deepEqual(groups.nodes, [{ name: 'All' }]);
    assert.ok(world.calls().length < 10, `${world.calls().length} calls`);
  });

  test('tells its requests to who looks after it, and to who asked', async () => {
    const { createGroup } = await ann.query<{ createGroup: { id: string } }>(CREATE, {
      input: { name: 'Closed', memberIDs: ['bo'] },
    });
    const groupID = createGroup.id;
    await world.openim.groups.join({ groupID, userID: 'cy', reqMessage: 'let me in', joinSource: 3 }, world.admin());
    const REQUESTS = `query ($direction: RequestDirection) {
      groupRequests(direction: $direction, state: PENDING) { totalCount nodes { id message state user { nickname } group { name } } }
    }`;
    const request = {
      ...{ id: `${groupID}:cy`, message: 'let me in', state: 'PENDING' },
      ...{ user: { nickname: 'Cy' }, group: { name: 'Closed' } },
    };
    const one = { groupRequests: { totalCount: 1, nodes: [request] } };
    assert.deepEqual(await ann.query(REQUESTS), one);
    assert.deepEqual(await cy.query(REQUESTS, { direction: 'SENT' }), one);
    assert.deepEqual(await bo.query(REQUESTS), { groupRequests: { totalCount: 0, nodes: [] } });
  });
});
