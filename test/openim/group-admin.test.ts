import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Actor } from '../world/world.ts';
import { type Asking, askingOn } from './asking.ts';
import { openStage, type Stage } from './stage.ts';

const UPDATE = `mutation ($g: ID!, $input: UpdateGroupInput!) { updateGroup(groupID: $g, input: $input) {
  id name introduction announcement announcedBy { id } joinPolicy profilesVisible befriendingAllowed ex faceURL
} }`;
const on = (mutation: string, fields = 'id state membership { role }') =>
  `mutation ($g: ID!) { ${mutation}(groupID: $g) { ${fields} } }`;
const TRANSFER = `mutation ($g: ID!, $to: ID!) { transferGroup(groupID: $g, newOwnerID: $to) {
  owner { id } membership { role }
} }`;
const MEMBERS = '/group/get_group_members_info';
const GROUPS = '/group/get_groups_info';

describe('who looks after a group', () => {
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
  });
  after(() => stage[Symbol.asyncDispose]());
  beforeEach(async () => {
    count += 1;
    g = `room${count}`;
    await stage.post('/group/create_group', {
      ...{ ownerUserID: 'owner', adminUserIDs: ['admin'], memberUserIDs: ['member'] },
      groupInfo: { groupID: g, groupName: 'Room', groupType: 2 },
    });
  });

  test('changes its name, texts and rules, and leaves what is not named', async () => {
    const input = {
      ...{ name: ' Salon ', introduction: 'for tea', announcement: 'at five', joinPolicy: 'OPEN' },
      ...{ profilesVisible: false, befriendingAllowed: false, ex: '{"a":1}', faceURL: 'https://cdn.example/g.png' },
    };
    const { result, routes } = await ask.priced(people.admin, UPDATE, { g, input });
    const told = { ...input, name: 'Salon', id: g, announcedBy: { id: 'admin' } };
    assert.deepEqual(result, told);
    assert.deepEqual(routes, [MEMBERS, '/group/set_group_info_ex', GROUPS]);
    const renamed = await ask.value(people.owner, UPDATE, { g, input: { name: 'Parlour' } });
    assert.deepEqual(renamed, { ...told, name: 'Parlour' });
    assert.deepEqual(await ask.value(people.owner, UPDATE, { g, input: {} }), renamed);
  });

  test('clears what is null', async () => {
    const texts = { introduction: 'x', announcement: 'x', ex: 'x', faceURL: 'https://cdn.example/g.png' };
    await ask.value(people.owner, UPDATE, { g, input: { ...texts, joinPolicy: 'OPEN', profilesVisible: false } });
    const nothing = { introduction: null, announcement: null, ex: null, faceURL: null };
    const input = { ...nothing, joinPolicy: null, profilesVisible: null, befriendingAllowed: null };
    assert.deepEqual(await ask.value(people.owner, UPDATE, { g, input }), {
      ...{ id: g, name: 'Room', ...nothing, announcedBy: { id: 'owner' } },
      ...{ joinPolicy: 'APPROVAL', profilesVisible: true, befriendingAllowed: true },
    });
  });

  test('is told of a text that cannot be, before OpenIM drops it in silence', async () => {
    const wrong: readonly (readonly [object, string])[] = [
      [{ name: ' ', introduction: 'y' }, 'input.name'],
      [{ name: null }, 'input.name'],
      [{ name: 'x'.repeat(65) }, 'input.name'],
      [{ introduction: 'x'.repeat(1_001) }, 'input.introduction'],
      [{ announcement: 'x'.repeat(4_097) }, 'input.announcement'],
      [{ ex: 'x'.repeat(4_097) }, 'input.ex'],
    ];
    for (const [input, field] of wrong)
      assert.deepEqual(await ask.refusal(people.owner, UPDATE, { g, input }), {
        ...{ reason: 'INPUT_INVALID', field, routes: [] },
      });
  });

  test('mutes and unmutes it', async () => {
    const { result, routes } = await ask.priced(people.admin, on('muteGroup', 'id state'), { g });
    assert.deepEqual(result, { id: g, state: 'MUTED' });
    assert.deepEqual(routes.toSorted(), [MEMBERS, GROUPS, GROUPS, '/group/mute_group']);
    const again = await ask.priced(people.owner, on('muteGroup', 'id state'), { g });
    assert.deepEqual([again.result, again.routes.toSorted()], [result, [MEMBERS, GROUPS]]);
    assert.deepEqual(await ask.value(people.owner, on('unmuteGroup', 'state'), { g }), { state: 'ACTIVE' });
  });

  test('hands it over, and has the heir’s role then', async () => {
    const { result, routes } = await ask.priced(people.owner, TRANSFER, { g, to: 'admin' });
    assert.deepEqual(result, { owner: { id: 'admin' }, membership: { role: 'ADMIN' } });
    assert.deepEqual(routes.toSorted(), [MEMBERS, MEMBERS, GROUPS, '/group/transfer_group'].toSorted());
    const own = await ask.refusal(people.admin, TRANSFER, { g, to: 'admin' });
    assert.deepEqual([own.reason, own.field], ['INPUT_INVALID', 'newOwnerID']);
    assert.equal((await ask.refusal(people.admin, TRANSFER, { g, to: 'stranger' })).reason, 'NOT_FOUND');
  });

  test('ends it for good: nothing brings it back', async () => {
    const { result, routes } = await ask.priced(people.owner, on('dismissGroup'), { g });
    assert.deepEqual(result, { id: g, state: 'DISMISSED', membership: null });
    assert.deepEqual(routes, [MEMBERS, '/group/dismiss_group', GROUPS]);
    for (const mutation of ['unmuteGroup', 'muteGroup', 'dismissGroup'])
      assert.equal((await ask.refusal(people.owner, on(mutation), { g })).reason, 'GROUP_DISMISSED');
    const { group } = await people.owner.query<{ group: object }, object>(
      'query ($g: ID!) { group(id: $g) { state memberCount owner { id } } }',
      { g },
    );
    assert.deepEqual(group, { state: 'DISMISSED', memberCount: 0, owner: null });
  });

  test('does not open what the service has closed', async () => {
    stage.fault(GROUPS, (answer) => {
      const { groupInfos } = answer.data as unknown as { groupInfos: object[] };
      return { ...answer, data: { groupInfos: groupInfos.map((row) => ({ ...row, status: 1 })) } as never };
    });
    for (const mutation of ['unmuteGroup', 'muteGroup'])
      assert.equal((await ask.refusal(people.owner, on(mutation), { g })).reason, 'GROUP_BANNED');
    stage.heal();
  });

  test('is nobody else: members and strangers are refused before OpenIM is asked to change anything', async () => {
    const attempts: readonly (readonly [string, object])[] = [
      [UPDATE, { input: { name: 'Mine' } }],
      [on('muteGroup'), {}],
      [on('unmuteGroup'), {}],
      [on('dismissGroup'), {}],
      [TRANSFER, { to: 'member' }],
    ];
    for (const [query, variables] of attempts) {
      const [member, stranger, nobody] = [
        await ask.refusal(people.member, query, { g, ...variables }),
        await ask.refusal(people.stranger, query, { g, ...variables }),
        await ask.refusal(people.stranger, query, { g: 'nowhere', ...variables }),
      ];
      assert.deepEqual(
        [member.reason, stranger.reason, nobody.reason],
        ['GROUP_ROLE_NEEDED', 'NOT_A_MEMBER', 'NOT_FOUND'],
        query,
      );
      const asked = [...member.routes, ...stranger.routes, ...nobody.routes];
      assert.deepEqual([...new Set(asked)].toSorted(), [MEMBERS, GROUPS].toSorted(), query);
    }
    for (const query of [on('dismissGroup'), TRANSFER])
      assert.equal((await ask.refusal(people.admin, query, { g, to: 'admin' })).reason, 'GROUP_ROLE_NEEDED');
  });
});
