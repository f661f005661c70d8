import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Actor } from '../world/world.ts';
import { type Asking, askingOn } from './asking.ts';
import { openStage, type Stage } from './stage.ts';

interface Point {
  readonly versionID: string;
  readonly version: string;
}
interface Changes {
  readonly full: boolean;
  readonly point: Point;
  readonly deletedIDs: readonly string[];
  readonly inserted: readonly { readonly id: string }[];
  readonly updated: readonly { readonly id: string }[];
  readonly orderChanged?: boolean;
  readonly groupChanged?: boolean;
}
interface IDs {
  readonly hash: string;
  readonly unchanged: boolean;
  readonly ids: readonly string[] | null;
}

const POINT = 'full point { versionID version } deletedIDs';
const GROUPS = `query ($since: SyncPointInput) {
  groupChanges(since: $since) { ${POINT} inserted { id name memberCount } updated { id } }
}`;
const CONVERSATIONS = `query ($since: SyncPointInput) {
  conversationChanges(since: $since) { ${POINT} inserted { id unreadCount } updated { id pinned } }
}`;
const MEMBERS = `query ($g: ID!, $since: SyncPointInput) { group(id: $g) {
  memberChanges(since: $since) { ${POINT} orderChanged groupChanged inserted { id nickname } updated { id role } }
} }`;
const IDS = 'hash unchanged ids';
const BATCH = '/group/get_incremental_group_members_batch';

describe('what one is in is followed', () => {
  let stage: Stage;
  let ask: Asking;
  let ann: Actor;
  let bo: Actor;
  let eve: Actor;

  before(async () => {
    stage = await openStage();
    ask = askingOn(stage);
    const found = await Promise.all(['ann', 'bo', 'eve'].map((id) => stage.person(id)));
    assert.ok(found[0] && found[1] && found[2]);
    [ann, bo, eve] = [found[0], found[1], found[2]];
    for (const id of ['cy', 'dee']) await stage.person(id);
  });
  after(() => stage[Symbol.asyncDispose]());

  const group = (groupID: string, ...memberUserIDs: readonly string[]) =>
    stage.post('/group/create_group', {
      ...{ ownerUserID: 'ann', memberUserIDs },
      groupInfo: { groupID, groupName: groupID, groupType: 2 },
    });
  const members = async (who: Actor, g: string, since?: Point): Promise<Changes> =>
    (await ask.value<{ memberChanges: Changes }>(who, MEMBERS, { g, since })).memberChanges;

  test('groups, by which one came into and left', async () => {
    const begun = await ask.value<Changes>(bo, GROUPS);
    assert.deepEqual([begun.full, begun.inserted, begun.deletedIDs], [true, [], []]);
    await group('tea', 'bo');
    const { result: came, routes } = await ask.priced<Changes>(bo, GROUPS, { since: begun.point });
    assert.deepEqual(
      [came.full, came.inserted, came.updated, came.deletedIDs],
      [false, [{ id: 'tea', name: 'tea', memberCount: 2 }], [], []],
    );
    assert.deepEqual(routes, ['/group/get_incremental_join_groups']);
    await stage.post('/group/kick_group', { groupID: 'tea', kickedUserIDs: ['bo'], reason: '' });
    const left = await ask.value<Changes>(bo, GROUPS, { since: came.point });
    assert.deepEqual([left.full, left.inserted, left.deletedIDs], [false, [], ['tea']]);
  });

  test('groups, by the hash of their ids', async () => {
    await group('cake', 'bo');
    const query = `query ($hash: String) { groupIDs(unlessHash: $hash) { ${IDS} } }`;
    const { result, routes } = await ask.priced<IDs>(bo, query);
    assert.deepEqual([result.unchanged, result.ids], [false, ['cake']]);
    assert.deepEqual(routes, ['/group/get_full_join_group_ids']);
    assert.deepEqual(await ask.value(bo, query, { hash: result.hash }), { ...result, unchanged: true, ids: null });
    assert.equal((await ask.refusal(bo, query, { hash: 'x' })).field, 'unlessHash');
  });

  test('members, by who came, changed and left, and whether the group did', async () => {
    await group('walk', 'bo', 'cy');
    const begun = await members(ann, 'walk');
    assert.deepEqual([begun.full, begun.inserted, begun.groupChanged], [true, [], false]);
    const still = await members(ann, 'walk', begun.point);
    assert.deepEqual([still.full, still.groupChanged, still.point], [false, false, begun.point]);

    await stage.post('/group/invite_user_to_group', { groupID: 'walk', invitedUserIDs: ['dee'], reason: '' });
    const came = await members(ann, 'walk', begun.point);
    assert.deepEqual([came.inserted, came.groupChanged], [[{ id: 'walk:dee', nickname: 'dee' }], true]);

    await ask.value(ann, 'mutation { setGroupMemberRole(groupID: "walk", userID: "bo", role: ADMIN) { id } }');
    await ask.value(ann, 'mutation { removeGroupMembers(groupID: "walk", userIDs: ["cy"]) { id } }');
    const changed = await members(ann, 'walk', came.point);
    assert.deepEqual(
      [changed.updated, changed.deletedIDs, changed.orderChanged],
      [[{ id: 'walk:bo', role: 'ADMIN' }], ['walk:cy'], true],
    );
    await ask.value(ann, 'mutation { updateGroup(groupID: "walk", input: { name: "Stroll" }) { id } }');
    const renamed = await members(ann, 'walk', changed.point);
    assert.deepEqual([renamed.updated, renamed.groupChanged], [[], true]);
  });

  test('members, by the hash of their ids', async () => {
    await group('book', 'bo', 'cy');
    const query = `query ($hash: String) { group(id: "book") { memberIDs(unlessHash: $hash) { ${IDS} } } }`;
    const { memberIDs } = await ask.value<{ memberIDs: IDs }>(bo, query);
    assert.deepEqual([memberIDs.unchanged, memberIDs.ids], [false, ['ann', 'bo', 'cy']]);
    assert.deepEqual(await ask.value(bo, query, { hash: memberIDs.hash }), {
      memberIDs: { ...memberIDs, unchanged: true, ids: null },
    });
    assert.equal((await ask.refusal(eve, query)).reason, 'NOT_A_MEMBER');
  });

  test('members of thirty groups at the price of one, and of a group twice', async () => {
    const ids = Array.from({ length: 30 }, (_, at) => `many${at}`);
    for (const id of ids) await group(id, 'bo', 'cy');
    const before = await members(ann, 'many0');
    await stage.post('/group/kick_group', { groupID: 'many0', kickedUserIDs: ['cy'], reason: '' });
    const all = '{ groups(first: 30) { nodes { id memberChanges { full point { version } } } } }';
    const { result, routes } = await ask.priced<{ nodes: { memberChanges: { full: boolean } }[] }>(ann, all);
    assert.ok(result.nodes.length === 30 && result.nodes.every((node) => node.memberChanges.full));
    assert.deepEqual(routes, ['/group/get_joined_group_list', BATCH]);
    const twice = await ask.priced<{ a: Changes; b: Changes }>(
      ann,
      'query ($since: SyncPointInput) { group(id: "many0") { a: memberChanges { full } b: memberChanges(since: $since) { deletedIDs } } }',
      { since: before.point },
    );
    assert.deepEqual(twice.result, { a: { full: true }, b: { deletedIDs: ['many0:cy'] } });
    assert.deepEqual(twice.routes, ['/group/get_groups_info', BATCH, BATCH]);
  });

  test('members of groups of others not at all, and those of one’s own all the same', async () => {
    await group('ours', 'bo');
    await group('theirs', 'cy');
    const query = `{ ours: group(id: "ours") { memberChanges { full } } theirs: group(id: "theirs") { memberChanges { full } } }`;
    const { data, errors } = await bo.client.query<Record<string, unknown>, object>(query, {});
    assert.deepEqual(data, { ours: { memberChanges: { full: true } }, theirs: { memberChanges: null } });
    assert.deepEqual(
      errors.map(({ path, extensions }) => [path, extensions.reason]),
      [[['theirs', 'memberChanges'], 'NOT_A_MEMBER']],
    );
    await stage.post('/group/dismiss_group', { groupID: 'ours', deleteMember: false });
    const gone = await ask.refusal(bo, '{ group(id: "ours") { memberChanges { full } } }');
    assert.ok(['GROUP_DISMISSED', 'NOT_A_MEMBER'].includes(gone.reason), gone.reason);
  });

  test('conversations, by what their owner set', async () => {
    await stage.post('/msg/send_msg', {
      ...{ sendID: 'bo', recvID: 'eve', sessionType: 1, contentType: 101, senderPlatformID: 5 },
      content: { content: 'hello' },
    });
    const begun = await ask.value<Changes>(eve, CONVERSATIONS);
    assert.deepEqual([begun.full, begun.inserted], [true, []]);
    await stage.post('/msg/send_msg', {
      ...{ sendID: 'cy', recvID: 'eve', sessionType: 1, contentType: 101, senderPlatformID: 5 },
      content: { content: 'hello' },
    });
    await ask.value(eve, 'mutation { setConversation(id: "si_bo_eve", input: { pinned: true }) { id } }');
    const { result, routes } = await ask.priced<Changes>(eve, CONVERSATIONS, { since: begun.point });
    assert.deepEqual(
      [result.full, result.inserted, result.updated, result.deletedIDs],
      [false, [{ id: 'si_cy_eve', unreadCount: 1 }], [{ id: 'si_bo_eve', pinned: true }], []],
    );
    assert.deepEqual(routes, ['/conversation/get_incremental_conversations', '/jssdk/get_conversations']);
    await ask.value(eve, 'mutation { deleteConversation(id: "si_cy_eve") { id } }');
    const left = await ask.value<Changes>(eve, CONVERSATIONS, { since: result.point });
    assert.deepEqual(left.deletedIDs, ['si_cy_eve']);
    const query = `query ($hash: String) { conversationIDs(unlessHash: $hash) { ${IDS} } }`;
    const known = await ask.value<IDs>(eve, query);
    assert.deepEqual(known.ids, ['si_bo_eve']);
    assert.deepEqual(await ask.value(eve, query, { hash: known.hash }), { ...known, unchanged: true, ids: null });
  });

  test('by no mistaken point', async () => {
    const since = { versionID: 'zz', version: '1' };
    for (const query of [GROUPS, CONVERSATIONS])
      assert.deepEqual(await ask.refusal(ann, query, { since }), {
        ...{ reason: 'INPUT_INVALID', field: 'since.versionID', routes: [] },
      });
    assert.equal((await ask.refusal(ann, MEMBERS, { g: 'tea', since })).field, 'since.versionID');
  });

  test('by OpenIM’s own clock', async () => {
    const { result, routes } = await ask.priced<string>(ann, '{ serverTime }');
    assert.ok(Math.abs(Date.parse(result) - Date.now()) < 60_000, result);
    assert.deepEqual(routes, ['/msg/get_server_time']);
  });
});
