import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ADMIN_SEARCH, type Found, openSearching, type Searching, textsOf } from './searching.ts';

describe('everybody’s messages', () => {
  let searching: Searching;
  let stage: Searching['stage'];
  let admin: Searching['admin'];
  let people: Searching['people'];
  let room: Searching['room'];
  let say: Searching['say'];
  let read: Searching['read'];
  let search: Searching['search'];
  let until: Searching['until'];
  let whole: Searching['whole'];

  before(async () => {
    searching = await openSearching();
    ({ stage, admin, people, room, say, read, search, until, whole } = searching);
  });
  after(() => searching[Symbol.asyncDispose]());

  test('are searched by an admin with the scope: it is recorded by what was searched, and never what', async () => {
    await say(people.bo, { userID: 'cleo' }, 'auditword for cleo');
    await read(people.bo, 'si_bo_cleo');
    await until(people.bo, { text: 'auditword' }, ({ edges }) => edges.length > 0);
    const { result, routes } = await stage.price(() =>
      admin<{ searchMessages: Found }>(ADMIN_SEARCH.replace('sender { id }', ''), {
        filter: { text: 'auditword', senderID: 'bo' },
      }),
    );
    assert.deepEqual(result.errors, []);
    assert.deepEqual(result.data && textsOf(result.data.searchMessages), ['auditword for cleo']);
    assert.deepEqual(routes, []);
    type Log = { auditLog: { nodes: { action: string; target: string; detail: { after: { by: string[] } } }[] } };
    const { data } = await admin<Log>('{ auditLog(first: 100) { nodes { action target detail } } }');
    const [entry] = data?.auditLog.nodes.filter(({ action }) => action === 'message.search') ?? [];
    assert.deepEqual([entry?.target, entry?.detail.after.by], ['user:bo', ['senderID', 'text']]);
    assert.ok(!JSON.stringify(data).includes('auditword'));
    assert.ok(!stage.world.log.some((line) => line.includes('auditword')));
    const refused = await people.bo.client.query<unknown, object>(ADMIN_SEARCH, { filter: { text: 'auditword' } });
    assert.equal(refused.errors[0]?.extensions.reason, 'SCOPE_MISSING');
  });

  const RETENTION = '{ retention { days groups { days group { id } } } }';
  const SET = `mutation ($days: Int, $group: ID) {
    setRetention(days: $days, groupID: $group, reason: "the policy") { days groups { days group { id } } }
  }`;
  interface Retention {
    readonly days: number | null;
    readonly groups: readonly { readonly days: number; readonly group: { readonly id: string } }[];
  }

  test('are searched for as long as an admin says, in general and in a group; messages themselves stay', async () => {
    const [kept, swept] = [await room('bo'), await room('bo')];
    const old = Date.now() - 40 * 24 * 3_600_000;
    for (const groupID of [kept, swept]) {
      const message = { sendID: 'ann', groupID, contentType: 101, sessionType: 3, senderPlatformID: 5, sendTime: old };
      await stage.post('/msg/send_msg', { ...message, content: { content: 'yearword' } });
      await read(people.ann, `sg_${groupID}`);
      await whole(people.ann, `sg_${groupID}`);
    }
    const text = 'yearword';
    assert.equal((await search(people.bo, { text })).edges.length, 2);
    const set = async (variables: object) =>
      (await admin<{ setRetention: Retention }>(SET, variables)).data?.setRetention;
    const own = { days: 365, group: { id: kept } };
    assert.deepEqual(await set({ days: 365, group: kept }), { days: null, groups: [own] });
    assert.deepEqual(await set({ days: 30 }), { days: 30, groups: [own] });
    const left = await until(people.bo, { text }, ({ edges }) => edges.length === 1);
    assert.ok(left.edges[0]?.node.id.startsWith(`sg_${kept}:`));
    assert.ok((await read(people.bo, `sg_${swept}`)).some(({ content }) => content.summary === 'yearword'));
    assert.equal((await search(people.bo, { conversationID: `sg_${swept}` })).unsearched, 1);
    assert.deepEqual(await set({ days: null, group: kept }), { days: 30, groups: [] });
    assert.deepEqual((await until(people.bo, { text }, ({ edges }) => edges.length === 0)).edges, []);
    assert.deepEqual(await set({ days: null }), { days: null, groups: [] });
    assert.deepEqual((await admin(RETENTION)).data, { retention: { days: null, groups: [] } });

    type Log = { auditLog: { nodes: { action: string; target: string; detail: object }[] } };
    const { data } = await admin<Log>('{ auditLog(first: 100) { nodes { action target detail } } }');
    const entries = data?.auditLog.nodes.filter(({ action }) => action === 'retention.set') ?? [];
    assert.ok(data?.auditLog.nodes.some(({ action }) => action === 'retention.sweep'));
    assert.deepEqual(
      entries.map(({ target }) => target),
      ['setting:retention', `group:${kept}`, 'setting:retention', `group:${kept}`],
    );
    for (const [variables, reason] of [
      [{}, 'INPUT_INVALID'],
      [{ days: 0 }, 'INPUT_INVALID'],
      [{ days: 9, group: 'nowhere' }, 'NOT_FOUND'],
    ] as const)
      assert.equal((await admin(SET, variables)).errors[0]?.extensions.reason, reason);
  });
});
