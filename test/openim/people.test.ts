import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Actor, openWorld, type World } from './world.ts';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

describe('people', () => {
  let world: World;
  let ann: Actor;

  before(async () => {
    world = await openWorld();
    ann = await world.person('ann', 'Ann');
    await world.person('bo', 'Bo');
  });
  after(() => world[Symbol.asyncDispose]());

  test('know who they are without asking OpenIM', async () => {
    world.resetMeter();
    assert.deepEqual(await ann.query('{ me { id } }'), { me: { id: 'ann' } });
    assert.deepEqual([world.calls(), world.queries()], [[], []]);
  });

  test('are told in the order they were asked for, however OpenIM tells them, and null where there is nobody', async () => {
    world.twist('/user/get_users_info', ({ usersInfo }: { usersInfo: object[] }) => ({
      data: { usersInfo: usersInfo.toReversed() },
    }));
    const { users } = await ann.query<{ users: unknown[] }>(
      '{ users(ids: ["bo", "ghost", "ann", "bo", ""]) { id nickname } }',
    );
    world.twist('/user/get_users_info', null);
    const [annRow, boRow] = [
      { id: 'ann', nickname: 'Ann' },
      { id: 'bo', nickname: 'Bo' },
    ];
    assert.deepEqual(users, [boRow, null, annRow, boRow, null]);
  });

  test('who are not there are not found', async () => {
    assert.deepEqual((await ann.ask('{ user(id: "ghost") { id } }')).reasons, ['NOT_FOUND']);
  });

  test('have a picture where their face is an address', async () => {
    await world.post('/user/update_user_info_ex', { userInfo: { userID: 'bo', faceURL: 'javascript:alert(1)' } });
    const FACE = '{ user(id: "bo") { faceURL avatar { id } } }';
    assert.deepEqual(await ann.query(FACE), { user: { faceURL: null, avatar: null } });
    await world.post('/user/update_user_info_ex', {
      userInfo: { userID: 'bo', faceURL: 'https://cdn.example/bo.png' },
    });
    const { user } = await ann.query<{ user: { faceURL: string; avatar: { id: string } } }>(FACE);
    assert.equal(user.faceURL, 'https://cdn.example/bo.png');
    assert.match(user.avatar.id, /^[\w-]{27}$/);
  });

  test('change of their profile what they give, clear what they give as null, and keep their name', async () => {
    const CHANGE = 'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { id nickname faceURL ex } }';
    const change = async (input: object) =>
      (await ann.query<{ updateProfile: object }>(CHANGE, { input })).updateProfile;
    const face = 'https://cdn.example/ann.png';
    assert.deepEqual(await change({ ex: 'hi', faceURL: face }), {
      id: 'ann',
      nickname: 'Ann',
      faceURL: face,
      ex: 'hi',
    });
    assert.deepEqual(await change({ nickname: ' Annie ' }), { id: 'ann', nickname: 'Annie', faceURL: face, ex: 'hi' });
    assert.deepEqual(await change({ faceURL: null, ex: null }), {
      id: 'ann',
      nickname: 'Annie',
      faceURL: null,
      ex: null,
    });
    world.resetMeter();
    for (const input of [
      { nickname: null },
      { nickname: '  ' },
      { nickname: 'x'.repeat(65) },
      { ex: 'x'.repeat(5_000) },
    ])
      assert.deepEqual((await ann.ask(CHANGE, { input })).reasons, ['INPUT_INVALID']);
    assert.deepEqual(world.calls(), []);
  });

  test('are online while they are connected', async () => {
    assert.deepEqual(await ann.query('{ user(id: "bo") { online } }'), { user: { online: false } });
  });

  test('are not told to who is not signed in, should the gateway ever let them ask', async () => {
    const nobody = world.viewer({ kind: 'anonymous' });
    world.resetMeter();
    await assert.rejects(nobody.ask('{ users(ids: ["bo"]) { nickname } }'), { reason: 'SIGNATURE_MISSING' });
    assert.deepEqual(world.calls(), []);
  });

  test('of OpenIM’s own are told to an admin, without what only a user has', async () => {
    const admin = world.viewer({ kind: 'admin', id: 'root', scopes: new Set() });
    const { data, errors } = await admin.ask(
      '{ me { id } user(id: "bo") { nickname friend { id } blocked conversation { id } } friends { totalCount } }',
    );
    const user = { nickname: 'Bo', friend: null, blocked: null, conversation: null };
    assert.deepEqual(data, { me: null, user, friends: null });
    assert.deepEqual(
      errors?.map(({ path, extensions }) => [path, extensions?.reason]),
      [[['friends'], 'USERS_ONLY']],
    );
  });
});

describe('contacts', () => {
  let world: World;
  let ann: Actor;
  let bo: Actor;
  let cy: Actor;

  before(async () => {
    world = await openWorld();
    ann = await world.person('ann', 'Ann');
    bo = await world.person('bo', 'Bo');
    cy = await world.person('cy', 'Cy');
  });
  after(() => world[Symbol.asyncDispose]());

  const ADD = 'mutation ($userID: ID!, $message: String) { addFriend(userID: $userID, message: $message) { ...R } }';
  const RESPOND = `mutation ($userID: ID!, $accept: Boolean!) {
    respondToFriendRequest(userID: $userID, accept: $accept) { ...R }
  }`;
  const R = ' fragment R on FriendRequest { id state message from { id nickname } to { id } }';
  const pending = async (actor: Actor, direction: string): Promise<{ totalCount: number; nodes: { id: string }[] }> =>
    (
      await actor.query<{ friendRequests: { totalCount: number; nodes: { id: string }[] } }>(
        `{ friendRequests(direction: ${direction}, state: PENDING) { totalCount nodes { id } } }`,
      )
    ).friendRequests;

  test('begin with a request, which both of them see until it is answered', async () => {
    const { addFriend } = await ann.query<{ addFriend: object }>(ADD + R, { userID: 'bo', message: 'hi Bo' });
    const request = { id: 'ann:bo', message: 'hi Bo', from: { id: 'ann', nickname: 'Ann' }, to: { id: 'bo' } };
    assert.deepEqual(addFriend, { ...request, state: 'PENDING' });
    assert.deepEqual(await pending(bo, 'RECEIVED'), { totalCount: 1, nodes: [{ id: 'ann:bo' }] });
    assert.deepEqual(await pending(ann, 'SENT'), { totalCount: 1, nodes: [{ id: 'ann:bo' }] });
    const { respondToFriendRequest } = await bo.query<{ respondToFriendRequest: object }>(RESPOND + R, {
      userID: 'ann',
      accept: true,
    });
    assert.deepEqual(respondToFriendRequest, { ...request, state: 'ACCEPTED' });
    assert.deepEqual(await pending(bo, 'RECEIVED'), { totalCount: 0, nodes: [] });
    const { user } = await ann.query<{ user: { friend: { id: string; since: string }; friendRequest: object } }>(
      '{ user(id: "bo") { friend { id since } friendRequest { id state } } }',
    );
    assert.ok(Math.abs(Date.parse(user.friend.since) - Date.now()) < 60_000, user.friend.since);
    assert.deepEqual(user.friendRequest, { id: 'ann:bo', state: 'ACCEPTED' });
  });

  test('are not made twice, answered twice, or answered without being asked', async () => {
    assert.deepEqual((await ann.ask(ADD + R, { userID: 'bo' })).reasons, ['ALREADY_FRIENDS']);
    assert.deepEqual((await bo.ask(RESPOND + R, { userID: 'ann', accept: false })).reasons, ['ALREADY_HANDLED']);
    assert.deepEqual((await bo.ask(RESPOND + R, { userID: 'cy', accept: true })).reasons, ['NOT_FOUND']);
  });

  test('are not made with oneself, with nobody, or with a speech', async () => {
    world.resetMeter();
    assert.deepEqual((await ann.ask(ADD + R, { userID: 'ann' })).reasons, ['INPUT_INVALID']);
    assert.deepEqual((await ann.ask(ADD + R, { userID: 'cy', message: 'x'.repeat(300) })).reasons, ['INPUT_INVALID']);
    assert.deepEqual(world.calls(), []);
    assert.deepEqual((await ann.ask(ADD + R, { userID: 'ghost' })).reasons, ['NOT_FOUND']);
  });

  test('are blocked and taken back, as often as one likes', async () => {
    for (const [mutation, blocked] of [
      ['blockUser', true],
      ['blockUser', true],
      ['unblockUser', false],
      ['unblockUser', false],
    ] as const) {
      const answer = await ann.query<Record<string, unknown>>(`mutation { ${mutation}(userID: "cy") { id blocked } }`);
      assert.deepEqual(answer[mutation], { id: 'cy', blocked });
    }
    assert.deepEqual((await ann.ask('mutation { blockUser(userID: "ghost") { id } }')).reasons, ['NOT_FOUND']);
    assert.deepEqual((await ann.ask('mutation { blockUser(userID: "ann") { id } }')).reasons, ['INPUT_INVALID']);
  });

  test('by the dozen are told in pages and by keyword, each page for the same price', async () => {
    for (const nth of numbers(45)) {
      const friend = await world.person(`f${nth}`, `Friend ${nth}`);
      await friend.query(ADD + R, { userID: 'cy' });
      await cy.query(RESPOND + R, { userID: friend.id, accept: true });
    }
    const FRIENDS = `query ($first: Int, $after: String, $keyword: String) {
      friends(first: $first, after: $after, keyword: $keyword) {
        totalCount nodes { id user { nickname online conversation { id } } } pageInfo { hasNextPage endCursor }
      }
    }`;
    interface Friends {
      friends: { totalCount: number; nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    }
    const found: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      world.resetMeter();
      const { friends }: Friends = await cy.query<Friends>(FRIENDS, { first: 20, after });
      assert.ok(world.calls().length <= 6, world.calls().join(' '));
      assert.equal(friends.totalCount, 45);
      found.push(...friends.nodes.map(({ id }) => id));
      more = friends.pageInfo.hasNextPage;
      after = friends.pageInfo.endCursor;
    }
    assert.deepEqual(
      found,
      numbers(45).map((nth) => `f${nth}`),
    );
    const { friends } = await cy.query<Friends>(FRIENDS, { keyword: 'friend 4' });
    assert.deepEqual(
      friends.nodes.map(({ id }) => id),
      ['f4', 'f40', 'f41', 'f42', 'f43', 'f44', 'f45'],
    );
  });

  test('of others are not told', async () => {
    const { friends } = await bo.query<{ friends: { nodes: { id: string }[] } }>('{ friends { nodes { id } } }');
    assert.deepEqual(friends.nodes, [{ id: 'ann' }]);
  });
});
