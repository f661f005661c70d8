import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type AdminQuery, signInAdmin } from '../world/admin.ts';
import type { Actor } from '../world/world.ts';
import { type Asking, askingOn } from './asking.ts';
import { openStage, type Price, type Stage } from './stage.ts';

const SEARCH = `query ($filter: MessageSearch!, $first: Int, $after: String) {
  messages(filter: $filter, first: $first, after: $after) {
    totalCount unsearched edges { cursor snippet node { id content { summary } sender { id } } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const ADMIN_SEARCH = SEARCH.replace('messages(', 'searchMessages(');
const READ = `query ($id: ID!, $before: String) { conversation(id: $id) {
  messages(last: 100, before: $before) { nodes { id content { summary } } pageInfo { hasPreviousPage startCursor } }
} }`;
const SEND = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { id } }';
const PULL = '/msg/pull_msg_by_seq';
const PERIOD = 10_000;

interface Found {
  readonly unsearched: number | null;
  readonly edges: readonly {
    readonly cursor: string;
    readonly snippet: string | null;
    readonly node: { readonly id: string; readonly content: { readonly summary: string } };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
interface Read {
  readonly messages: {
    readonly nodes: readonly { readonly id: string; readonly content: { readonly summary: string } }[];
    readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null };
  };
}

const textsOf = ({ edges }: Found): string[] => edges.map(({ node }) => node.content.summary);

describe('messages are searched', () => {
  let stage: Stage;
  let ask: Asking;
  let admin: AdminQuery;
  let people: Readonly<Record<'ann' | 'bo' | 'cleo' | 'eve', Actor>>;
  let rooms = 0;

  before(async () => {
    stage = await openStage();
    ask = askingOn(stage);
    admin = await signInAdmin(stage.world);
    const [ann, bo, cleo, eve] = await Promise.all(['ann', 'bo', 'cleo', 'eve'].map((id) => stage.person(id)));
    assert.ok(ann && bo && cleo && eve);
    people = { ann, bo, cleo, eve };
  });
  after(() => stage[Symbol.asyncDispose]());

  const room = async (...members: readonly string[]): Promise<string> => {
    rooms += 1;
    const groupID = `hall${rooms}`;
    await stage.post('/group/create_group', {
      ...{ ownerUserID: 'ann', memberUserIDs: members },
      groupInfo: { groupID, groupName: 'Hall', groupType: 2 },
    });
    return groupID;
  };
  const say = async (who: Actor, to: object, ...texts: readonly string[]): Promise<void> => {
    for (const text of texts) await ask.value(who, SEND, { input: { ...to, content: { text: { text } } } });
  };
  /** Reads a whole conversation, so that the archive has it. */
  const read = async (who: Actor, id: string): Promise<Read['messages']['nodes']> => {
    const nodes: Read['messages']['nodes'][number][] = [];
    for (let before: string | null | undefined; before !== null; ) {
      const { messages } = await ask.value<Read>(who, READ, { id, before });
      nodes.push(...messages.nodes);
      before = messages.pageInfo.hasPreviousPage ? messages.pageInfo.startCursor : null;
    }
    return nodes;
  };
  const search = (who: Actor, filter: object, more: object = {}): Promise<Found> =>
    ask.value<Found>(who, SEARCH, { filter, ...more });
  /** What was read is written a moment later. */
  const until = async (who: Actor, filter: object, holds: (found: Found) => boolean): Promise<Found> => {
    const end = performance.now() + PERIOD;
    for (;;) {
      const found = await search(who, filter);
      if (holds(found) || performance.now() > end) return found;
      await pause(20);
    }
  };
  const whole = (who: Actor, conversationID: string): Promise<Found> =>
    until(who, { conversationID }, ({ unsearched }) => unsearched === 0);

  test('by words, pieces of words and two Chinese characters, whatever their case, width and accents', async () => {
    const groupID = await room('bo');
    const id = `sg_${groupID}`;
    await say(
      people.ann,
      { groupID },
      'The Café opens at nine',
      'ＨＥＬＬＯ world',
      '我们明天去北京大学',
      '학교에 갑시다',
    );
    await say(people.bo, { groupID }, 'See https://example.com/menu.', 'nothing of it 👍🏽');
    await read(people.ann, id);
    assert.equal((await whole(people.ann, id)).unsearched, 0);
    const found = async (text: string) => textsOf(await search(people.bo, { text, conversationID: id }));
    assert.deepEqual(await found('cafe'), ['The Café opens at nine']);
    assert.deepEqual(await found('NIN open'), ['The Café opens at nine']);
    assert.deepEqual(await found('ello'), ['ＨＥＬＬＯ world']);
    assert.deepEqual(await found('北京'), ['我们明天去北京大学']);
    assert.deepEqual(await found('学'), ['我们明天去北京大学']);
    assert.deepEqual(await found('京大学'), ['我们明天去北京大学']);
    assert.deepEqual(await found('京学'), []);
    assert.deepEqual(await found('학교'), ['학교에 갑시다']);
    assert.deepEqual(await found('example.com/menu'), ['See https://example.com/menu.']);
    assert.deepEqual(await found('👍'), ['nothing of it 👍🏽']);
    // One or two letters: where a word begins.
    assert.deepEqual(await found('wo'), ['ＨＥＬＬＯ world']);
    assert.deepEqual(await found('ld'), []);
  });

  test('with the place that matched', async () => {
    const groupID = await room('bo');
    const long = `${'before '.repeat(20)}the Ｎeedle\nhere${' after'.repeat(40)}`;
    await say(people.ann, { groupID }, long);
    await read(people.ann, `sg_${groupID}`);
    const { edges } = await until(people.ann, { text: 'needle' }, (found) => found.edges.length > 0);
    assert.match(edges[0]?.snippet ?? '', /^….{0,40}Ｎeedle here after.{0,90}…$/u);
    const { edges: unasked } = await search(people.ann, { conversationID: `sg_${groupID}` });
    assert.ok(unasked.every(({ snippet }) => snippet === null));
  });

  test('only where the viewer is now, and only what they may read there', async () => {
    const groupID = await room('bo', 'cleo');
    const id = `sg_${groupID}`;
    await say(people.ann, { groupID }, 'secretword old');
    await say(people.ann, { userID: 'bo' }, 'secretword between us');
    await read(people.ann, id);
    await read(people.ann, 'si_ann_bo');
    const text = 'secretword';
    assert.equal((await until(people.bo, { text }, ({ edges }) => edges.length === 2)).edges.length, 2);
    assert.deepEqual(textsOf(await search(people.cleo, { text })), ['secretword old']);
    assert.deepEqual(textsOf(await search(people.eve, { text })), []);
    for (const conversationID of [id, 'si_ann_bo'])
      assert.equal((await ask.refusal(people.eve, SEARCH, { filter: { text, conversationID } })).reason, 'NOT_YOURS');

    await stage.post('/group/kick_group', { groupID, kickedUserIDs: ['cleo'], reason: '' });
    assert.deepEqual(textsOf(await search(people.cleo, { text })), []);
    assert.deepEqual(textsOf(await search(people.cleo, { text, conversationID: id }).catch(() => NONE)), []);

    // What somebody cleared is nothing of theirs any more, and stays the others'.
    await ask.value(people.bo, 'mutation ($id: ID!) { clearConversation(id: $id) { id } }', { id: 'si_ann_bo' });
    assert.deepEqual(textsOf(await search(people.bo, { text })), ['secretword old']);
    assert.deepEqual(textsOf(await search(people.ann, { text, conversationID: 'si_ann_bo' })), [
      'secretword between us',
    ]);
  });

  test('not once they are deleted or taken back, by whatever way that happened', async () => {
    const groupID = await room('bo');
    const id = `sg_${groupID}`;
    const all = ['goneword one', 'goneword two', 'goneword three', 'goneword four'];
    await say(people.ann, { groupID }, ...all);
    const nodes = await read(people.ann, id);
    await whole(people.ann, id);
    const idOf = (text: string) => nodes.find(({ content }) => content.summary === text)?.id;
    const text = 'goneword';
    assert.deepEqual(textsOf(await search(people.bo, { text })), all.toReversed());
    await ask.value(people.bo, 'mutation ($ids: [ID!]!) { deleteMessages(ids: $ids) { id } }', {
      ids: [idOf(all[0] ?? '')],
    });
    await ask.value(people.ann, 'mutation ($id: ID!) { revokeMessage(id: $id) { id } }', { id: idOf(all[1] ?? '') });
    // Past us: OpenIM alone knows.
    await stage.post('/msg/delete_msg_phsical_by_seq', { conversationID: id, seqs: [4] });
    assert.deepEqual(textsOf(await search(people.bo, { text })), ['goneword four']);
    assert.deepEqual(textsOf(await search(people.ann, { text })), ['goneword four', 'goneword one']);
    const { data } = await admin<{ searchMessages: Found }>(ADMIN_SEARCH, { filter: { text, conversationID: id } });
    assert.deepEqual(data && textsOf(data.searchMessages), ['goneword four', 'goneword one']);
  });

  test('in pages that stay the same while new messages arrive, for the same number of calls', async () => {
    const groupID = await room('bo');
    const id = `sg_${groupID}`;
    await say(people.ann, { groupID }, ...Array.from({ length: 30 }, (_, at) => `pageword ${at}`));
    await read(people.ann, id);
    await whole(people.ann, id);
    const filter = { text: 'pageword' };
    const price = async (first: number, after?: string | null) =>
      ask.priced<Found>(people.bo, SEARCH, { filter, first, after });
    const one = await price(10);
    await say(people.bo, { groupID }, 'pageword new');
    await read(people.ann, id);
    await until(people.ann, filter, (found) => textsOf(found).includes('pageword new'));
    const two = await price(20, one.result.pageInfo.endCursor);
    assert.deepEqual(
      [...textsOf(one.result), ...textsOf(two.result)],
      Array.from({ length: 30 }, (_, at) => `pageword ${29 - at}`),
    );
    assert.deepEqual([one.result.pageInfo.hasNextPage, two.result.pageInfo.hasNextPage], [true, false]);
    for (const { routes } of [one, two]) {
      assert.equal(routes.filter((route) => route === PULL).length, 1);
      assert.ok(routes.length <= 4, routes.join());
    }
    const { reason } = await ask.refusal(people.bo, SEARCH, {
      filter: { text: 'other' },
      after: one.result.pageInfo.endCursor,
    });
    assert.equal(reason, 'CURSOR_INVALID');
  });

  test('what lies far apart in one conversation costs a bounded number of calls, and is found page by page', async () => {
    const groupID = await room('bo');
    const id = `sg_${groupID}`;
    for (let nth = 0; nth < 12; nth += 1) {
      await say(people.ann, { groupID }, `farword ${nth}`);
      const content = { content: 'chatter' };
      const chatter = { ...{ sendID: 'bo', groupID, contentType: 101, sessionType: 3, senderPlatformID: 5 }, content };
      await Promise.all(Array.from({ length: 202 }, () => stage.post('/msg/send_msg', chatter)));
    }
    await read(people.ann, id);
    await whole(people.ann, id);
    const found: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 5; page += 1) {
      const asked: object = { filter: { text: 'farword' }, after };
      const { result, routes }: Price<Found> = await ask.priced<Found>(people.bo, SEARCH, asked);
      assert.ok(routes.filter((route) => route === PULL).length <= 10, routes.join());
      found.push(...textsOf(result));
      after = result.pageInfo.endCursor;
      if (!result.pageInfo.hasNextPage) break;
    }
    assert.deepEqual(
      found,
      Array.from({ length: 12 }, (_, at) => `farword ${11 - at}`),
    );
  });

  test('and tell how much was out of reach', async () => {
    const groupID = await room('bo');
    await say(people.ann, { groupID }, 'unreadword');
    const conversationID = `sg_${groupID}`;
    assert.equal((await search(people.bo, { conversationID })).unsearched, 2);
    await read(people.bo, conversationID);
    assert.deepEqual(textsOf(await until(people.bo, { text: 'unreadword' }, ({ edges }) => edges.length > 0)), [
      'unreadword',
    ]);
    assert.equal((await search(people.bo, { conversationID })).unsearched, 0);
  });

  test('by an admin with the scope: it is recorded by what was searched, and never what', async () => {
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

  test('for as long as an admin says, in general and in a group; messages themselves stay', async () => {
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

  const MISTAKES: readonly (readonly [filter: object, field: string])[] = [
    [{ text: '' }, 'filter.text'],
    [{ text: ' !? ' }, 'filter.text'],
    [{ text: 'x'.repeat(201) }, 'filter.text'],
    [{ text: 'a b c d e f g h i j k' }, 'filter.text'],
    [{ senderID: '' }, 'filter.senderID'],
    [{ from: '2026-01-02T00:00:00.000Z', to: '2026-01-01T00:00:00.000Z' }, 'filter.to'],
  ];
  for (const [filter, wrong] of MISTAKES)
    test(`${JSON.stringify(filter).slice(0, 60)} is told as a mistake, before anything is asked`, async () => {
      const { reason, field, routes } = await ask.refusal(people.ann, SEARCH, { filter });
      assert.deepEqual([reason, field, routes], ['INPUT_INVALID', wrong, []]);
    });
});

const NONE: Found = { unsearched: null, edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
