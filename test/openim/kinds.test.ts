import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Actor, openWorld, type World } from './world.ts';

const SEND = `mutation ($input: SendMessageInput!) {
  sendMessage(input: $input) { id contentType content { ...C } }
}
fragment C on MessageContent {
  __typename summary
  ... on TextualContent { text mentionsAll mentions { userID name } links { url } quoted { ...Q } }
  ... on MediaContent { source { id claim } }
  ... on PictureContent { alt thumbnail { id } }
  ... on VideoContent { alt snapshot { id } }
  ... on FileContent { name }
  ... on CardContent { userID user { nickname } }
  ... on LocationContent { description latitude longitude }
  ... on CustomContent { data description extension }
}
fragment Q on MessageSnapshot { senderName sender { id } contentType content { __typename summary } }`;
const LAST = `query ($id: ID!) { conversation(id: $id) { lastMessage { id contentType content { ...C } } } } ${SEND.slice(SEND.indexOf('fragment C'))}`;

const BUNDLE = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { id content { ...B } } }
fragment B on MessageContent {
  __typename summary
  ... on MergerContent {
    title summaries
    messages { senderName sender { id } contentType content { ... on TextualContent { text quoted { content { summary } } } } }
  }
}`;
const BUNDLED = `query ($id: ID!) { conversation(id: $id) { lastMessage { id content { ...B } } } } ${BUNDLE.slice(BUNDLE.indexOf('fragment B'))}`;

const URL = 'https://cdn.example/one.bin';

describe('what is sent is read back', () => {
  let world: World;
  let ann: Actor;
  let bo: Actor;
  let tea: string;

  before(async () => {
    world = await openWorld();
    ann = await world.person('ann', 'Ann');
    bo = await world.person('bo', 'Bo');
    const { createGroup } = await ann.query<{ createGroup: { id: string } }>(
      'mutation { createGroup(input: { name: "Tea", memberIDs: ["bo"] }) { id } }',
    );
    tea = createGroup.id;
  });
  after(() => world[Symbol.asyncDispose]());

  /** The content as its sender is answered, after it was seen that the other reads the same. */
  async function sent(content: object, to: object = { userID: 'bo' }): Promise<Record<string, unknown>> {
    const { sendMessage } = await ann.query<{ sendMessage: { content: Record<string, unknown> } }>(SEND, {
      input: { ...to, content },
    });
    const id = 'groupID' in to ? `sg_${tea}` : 'si_ann_bo';
    const { conversation } = await bo.query<{ conversation: { lastMessage: object } }>(LAST, { id });
    assert.deepEqual(conversation.lastMessage, sendMessage);
    return sendMessage.content;
  }
  const claimOf = (content: Record<string, unknown>) => (content.source as { claim: object }).claim;

  const refused = async (content: object, to: object = { userID: 'bo' }): Promise<unknown> => {
    world.resetMeter();
    const { errors } = await ann.ask(SEND, { input: { ...to, content } });
    assert.ok(!world.calls().includes('/msg/send_msg'), 'it was sent');
    return errors?.[0]?.extensions?.field ?? errors?.[0]?.extensions?.reason ?? errors?.[0]?.message;
  };

  test('a text, with its addresses', async () => {
    const found = await sent({ text: { text: 'see https://example.org/a, and {name}' } });
    assert.equal(found.__typename, 'TextContent');
    assert.equal(found.summary, 'see https://example.org/a, and {name}');
    assert.deepEqual(found.links, [{ url: 'https://example.org/a' }]);
  });

  test('Markdown', async () => {
    assert.equal((await sent({ markdown: { text: '**bold**' } })).__typename, 'MarkdownContent');
  });

  test('a picture, with what is known of it and nothing else', async () => {
    const known = { url: URL, mimeType: 'image/png', size: 1_234, width: 64, height: 48, alt: 'a cup' };
    const found = await sent({ picture: known });
    const { alt, ...claim } = known;
    assert.deepEqual([found.__typename, found.alt, found.summary], ['PictureContent', alt, alt]);
    assert.deepEqual(claimOf(found), { kind: 'picture', ...claim });
    const bare = await sent({ picture: { url: URL } });
    assert.deepEqual(claimOf(bare), { kind: 'picture', url: URL });
    assert.equal((bare.source as { id: string }).id, (found.source as { id: string }).id);
  });

  test('a sound, a video and a file', async () => {
    assert.deepEqual(claimOf(await sent({ sound: { url: URL, duration: 3.4 } })), {
      kind: 'sound',
      url: URL,
      duration: 3,
    });
    const video = await sent({ video: { url: URL, snapshotURL: 'https://cdn.example/s.jpg', mimeType: 'video/mp4' } });
    assert.deepEqual(claimOf(video), { kind: 'video', url: URL, mimeType: 'video/mp4' });
    assert.notEqual(video.snapshot, null);
    assert.equal((await sent({ video: { url: URL } })).snapshot, null);
    const file = await sent({ file: { url: URL, name: 'plan.pdf', size: 9 } });
    assert.deepEqual([file.name, claimOf(file)], ['plan.pdf', { kind: 'file', url: URL, size: 9 }]);
  });

  test('mentions, in a group', async () => {
    const found = await sent({ at: { text: '@Bo and @all', userIDs: ['bo'], all: true } }, { groupID: tea });
    assert.equal(found.__typename, 'AtTextContent');
    assert.deepEqual([found.mentions, found.mentionsAll], [[{ userID: 'bo', name: 'Bo' }], true]);
  });

  test('a card, a place and what an application makes', async () => {
    const card = await sent({ card: { userID: 'bo' } });
    assert.deepEqual([card.__typename, card.user, card.summary], ['CardContent', { nickname: 'Bo' }, '[Contact] Bo']);
    const place = await sent({ location: { latitude: -33.9, longitude: 18.4, description: 'The hut' } });
    assert.deepEqual(
      [place.__typename, place.latitude, place.longitude, place.description],
      ['LocationContent', -33.9, 18.4, 'The hut'],
    );
    const custom = await sent({ custom: { data: '{"a":1}', description: 'An offer', extension: 'x' } });
    assert.deepEqual([custom.data, custom.summary, custom.extension], ['{"a":1}', 'An offer', 'x']);
  });

  test('an answer, with what it answers as it stands now', async () => {
    const { sendMessage } = await ann.query<{ sendMessage: { id: string } }>(SEND, {
      input: { userID: 'bo', content: { picture: { url: URL, alt: 'a cup' } } },
    });
    const found = await sent({ quote: { text: 'nice', messageID: sendMessage.id } });
    assert.deepEqual([found.__typename, found.text], ['QuoteContent', 'nice']);
    const content = { __typename: 'PictureContent', summary: 'a cup' };
    assert.deepEqual(found.quoted, { senderName: 'Ann', sender: { id: 'ann' }, contentType: 102, content });
  });

  test('an answer to something long', async () => {
    const { sendMessage } = await ann.query<{ sendMessage: { id: string } }>(SEND, {
      input: { userID: 'bo', content: { text: { text: '长'.repeat(10_000) } } },
    });
    const found = await sent({ quote: { text: '答'.repeat(6_000), messageID: sendMessage.id } });
    assert.match(String((found.quoted as { content: { summary: string } }).content.summary), /^长{200}$/);
  });

  test('messages forwarded as a bundle, in the order of their times, to who was not there', async () => {
    const cy = await world.person('cleo', 'Cleo');
    const say = async (content: object): Promise<string> =>
      (await ann.query<{ sendMessage: { id: string } }>(SEND, { input: { userID: 'bo', content } })).sendMessage.id;
    const first = await say({ text: { text: 'one' } });
    const answer = await say({ quote: { text: 'two', messageID: first } });
    const { sendMessage } = await ann.query<{ sendMessage: { content: object } }>(BUNDLE, {
      input: { userID: 'cleo', content: { merger: { title: 'Our talk', messageIDs: [answer, first] } } },
    });
    const copy = (contentType: number, text: string, quoted: object | null = null) => ({
      ...{ senderName: 'Ann', sender: { id: 'ann' }, contentType },
      content: { text, quoted },
    });
    const { conversation } = await cy.query<{ conversation: { lastMessage: object } }>(BUNDLED, { id: 'si_ann_cleo' });
    assert.deepEqual(conversation.lastMessage, sendMessage);
    assert.deepEqual(sendMessage.content, {
      ...{ __typename: 'MergerContent', summary: '[Chat history] Our talk', title: 'Our talk' },
      summaries: ['Ann: one', 'Ann: two'],
      messages: [copy(101, 'one'), copy(114, 'two', { content: { summary: 'one' } })],
    });

    const bundle = (sendMessage as { id?: string }).id ?? '';
    const again = { merger: { title: 'Again', messageIDs: [bundle] } };
    const { sendMessage: forwarded } = await cy.query<{ sendMessage: { content: { messages: object[] } } }>(BUNDLE, {
      input: { userID: 'bo', content: again },
    });
    assert.deepEqual(
      forwarded.content.messages.map((each) => (each as { contentType: number }).contentType),
      [110],
    );
    const { sendMessage: quote } = await cy.query<{ sendMessage: { content: { quoted: { content: object } } } }>(SEND, {
      input: { userID: 'ann', content: { quote: { text: 'ha', messageID: bundle } } },
    });
    const quoted = { __typename: 'MergerContent', summary: '[Chat history] Our talk' };
    assert.deepEqual(quote.content.quoted.content, quoted);
  });

  test('with words for phones that are not connected, and the application’s own', async () => {
    const offlinePush = { title: 'Ann', desc: 'writes', ex: '{}', iOSPushSound: 'ping', iOSBadgeCount: false };
    const EX = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ex } }';
    const asked: object[] = [];
    world.twist('/msg/send_msg', (data, body) => {
      asked.push(body);
      return { data };
    });
    for (const options of [{ ex: 'mine', offlinePush }, { notOfflinePush: true }, {}]) {
      const input = { userID: 'bo', content: { text: { text: 'hi' } }, ...options };
      assert.deepEqual(await ann.query(EX, { input }), { sendMessage: { ex: 'ex' in options ? 'mine' : null } });
    }
    world.twist('/msg/send_msg', null);
    const told = asked.map((body) => body as Record<string, unknown>);
    assert.deepEqual(
      told.map(({ ex, notOfflinePush, offlinePushInfo }) => [ex, notOfflinePush, offlinePushInfo]),
      [
        ['mine', undefined, { ...offlinePush, signalInfo: '' }],
        [undefined, true, undefined],
        [undefined, undefined, undefined],
      ],
    );
  });

  test('for who is connected alone is not kept', async () => {
    const { conversation: before } = await bo.query<{ conversation: object }>(LAST, { id: 'si_ann_bo' });
    const input = { userID: 'bo', isOnlineOnly: true, content: { text: { text: 'now or never' } } };
    const { sendMessage } = await ann.query<{ sendMessage: { content: { summary: string } } }>(SEND, { input });
    assert.equal(sendMessage.content.summary, 'now or never');
    const { conversation: after } = await bo.query<{ conversation: object }>(LAST, { id: 'si_ann_bo' });
    assert.deepEqual(after, before);
  });

  test('but not options that contradict each other, or are too long', async () => {
    const offlinePush = { title: 'Ann' };
    for (const [options, field] of [
      [{ offlinePush: { title: ' ' } }, 'input.offlinePush.title'],
      [{ offlinePush: { title: 'x', desc: 'y'.repeat(256) } }, 'input.offlinePush.desc'],
      [{ offlinePush: { title: 'x', ex: '长'.repeat(2_000) } }, 'input.offlinePush.ex'],
      [{ offlinePush, notOfflinePush: true }, 'input.offlinePush'],
      [{ offlinePush, isOnlineOnly: true }, 'input.offlinePush'],
      [{ ex: '长'.repeat(2_000) }, 'input.ex'],
    ] as const)
      assert.equal(await refused({ text: { text: 'hi' } }, { userID: 'bo', ...options }), field);
  });

  test('nor a bundle of nothing, of too much, or of what one may not read', async () => {
    const at = 'input.content.merger';
    const dan = await world.person('dan');
    await dan.query(SEND, { input: { userID: 'bo', content: { text: { text: 'between us' } } } });
    const { conversation } = await bo.query<{ conversation: { lastMessage: { id: string } } }>(LAST, {
      id: 'si_bo_dan',
    });
    for (const [merger, field] of [
      [{ title: ' ', messageIDs: ['x'] }, `${at}.title`],
      [{ title: 'T', messageIDs: [] }, `${at}.messageIDs`],
      [{ title: 'T', messageIDs: Array.from({ length: 51 }, (_, nth) => `a:${nth}`) }, `${at}.messageIDs`],
      [{ title: 'T', messageIDs: ['nonsense'] }, `${at}.messageIDs.0`],
      [{ title: 'T', messageIDs: ['si_ann_bo:a', 'si_ann_bo:a'] }, `${at}.messageIDs.1`],
      [{ title: 'T', messageIDs: ['si_ann_bo:nothing'] }, 'NOT_FOUND'],
      [{ title: 'T', messageIDs: [conversation.lastMessage.id] }, 'NOT_YOURS'],
    ] as const)
      assert.equal(await refused({ merger }), field);
  });

  test('but not an answer to what one may not read, or to what is gone', async () => {
    const cy = await world.person('cy');
    await cy.query(SEND, { input: { userID: 'bo', content: { text: { text: 'between us' } } } });
    const { conversation } = await bo.query<{ conversation: { lastMessage: { id: string } } }>(LAST, {
      id: 'si_bo_cy',
    });
    const messageID = conversation.lastMessage.id;
    assert.equal(await refused({ quote: { text: 'aha', messageID } }), 'NOT_YOURS');
    assert.equal(await refused({ quote: { text: 'aha', messageID: 'si_ann_bo:nothing' } }), 'NOT_FOUND');
    assert.equal(await refused({ quote: { text: 'aha', messageID: 'nonsense' } }), 'input.content.quote.messageID');
  });

  test('and nothing that is not one of them', async () => {
    const at = 'input.content';
    for (const [content, field, to] of [
      [{ text: { text: ' \n ' } }, `${at}.text.text`],
      [{ text: { text: '长'.repeat(11_000) } }, at],
      [{ picture: { url: URL, size: -1 } }, `${at}.picture.size`],
      [{ picture: { url: URL, width: 0 } }, `${at}.picture.width`],
      [{ sound: { url: URL, mimeType: 'no type' } }, `${at}.sound.mimeType`],
      [{ file: { url: URL, name: ' ' } }, `${at}.file.name`],
      [{ at: { text: 'hi', userIDs: ['bo'] } }, `${at}.at`],
      [{ at: { text: 'hi', userIDs: ['bo', 'cy'] } }, `${at}.at.userIDs.1`, { groupID: 'TEA' }],
      [{ at: { text: 'hi', userIDs: [] } }, `${at}.at.userIDs`, { groupID: 'TEA' }],
      [{ card: { userID: 'ghost' } }, `${at}.card.userID`],
      [{ location: { latitude: 91, longitude: 0 } }, `${at}.location.latitude`],
      [{ custom: { data: '' } }, `${at}.custom.data`],
      [{ custom: { data: 'x', extension: 'openim-graphql/card' } }, `${at}.custom.extension`],
    ] as const)
      assert.equal(await refused(content, to === undefined ? { userID: 'bo' } : { groupID: tea }), field);
  });

  test('and not two of them at once, none, or an address that is a script', async () => {
    for (const content of [
      { text: { text: 'a' }, markdown: { text: 'b' } },
      {},
      { picture: { url: 'javascript:alert(1)' } },
      { text: null },
    ]) {
      world.resetMeter();
      const { data, errors } = await ann.ask(SEND, { input: { userID: 'bo', content } });
      assert.equal(data?.sendMessage ?? null, null);
      assert.equal(errors?.length, 1);
      assert.deepEqual(world.calls(), []);
    }
  });
});
