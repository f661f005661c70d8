import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ADMIN_SEARCH, type Found, openSearching, PULL, SEARCH, type Searching, textsOf } from './searching.ts';
import type { Price } from './stage.ts';

describe('messages are searched', () => {
  let searching: Searching;
  let stage: Searching['stage'];
  let ask: Searching['ask'];
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
    ({ stage, ask, admin, people, room, say, read, search, until, whole } = searching);
  });
  after(() => searching[Symbol.asyncDispose]());

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
