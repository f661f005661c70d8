import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { buildSchema, type GraphQLInterfaceType, type GraphQLObjectType, getNamedType } from 'graphql';
import { createClient } from '../../client/index.ts';
import type { Actor } from '../world/world.ts';
import { openStage, type Stage } from './stage.ts';
import { type Content, type Given, type Reader, readerOf } from './written.ts';

const ROOT = join(import.meta.dirname, '../..');
/** As a real OpenIM delivered them, with its names of notifications. */
const EXAMPLES = readFileSync(join(import.meta.dirname, 'data/contents.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Given & { readonly name: string });

describe('content', () => {
  let stage: Stage;
  let read: Reader;
  let ann: Actor;
  before(async () => {
    stage = await openStage({ seed: true });
    ann = await stage.person('ann');
    read = readerOf(stage, ann.client);
  });
  after(() => stage[Symbol.asyncDispose]());

  const one = async (contentType: number, content: unknown): Promise<Content> => {
    const [found] = await read([
      { contentType, content: typeof content === 'string' ? content : JSON.stringify(content) },
    ]);
    assert.ok(found);
    return found;
  };

  test('of every recorded example is read as its type', async () => {
    assert.ok(EXAMPLES.length > 60);
    for (let at = 0; at < EXAMPLES.length; at += 50) {
      const some = EXAMPLES.slice(at, at + 50);
      const found = await read(some);
      assert.deepEqual(
        found.map(({ __typename, name }) => (__typename === 'NotificationContent' ? name : __typename)),
        some.map(({ contentType, name }) => TYPES[contentType] ?? name),
      );
    }
  });

  test('that is anything at all is read without an error, and has a line to show, in both languages', async () => {
    const chinese = createClient({
      url: `${stage.world.url}/graphql`,
      device: { name: 'Test', platform: 'IOS' },
      fetch: (input, init) => fetch(input, { ...init, headers: { ...init?.headers, 'accept-language': 'zh-CN' } }),
    });
    const { id: challengeID } = await chinese.requestOTP({ email: 'ann@example.com' });
    await chinese.verifyOTP({ challengeID, code: await stage.world.codeFor('ann@example.com') });
    const contentType = fc.oneof(
      fc.constantFrom(...EXAMPLES.map((each) => each.contentType)),
      fc.integer({ min: -5, max: 3000 }),
    );
    const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(...HOSTILE));
    const content = fc.oneof(
      fc.dictionary(fc.constantFrom(...KEYS), value).map((fields) => JSON.stringify(fields)),
      fc.json(),
      fc.string({ unit: 'binary' }),
    );
    const page = fc.array(fc.record({ contentType, content }), { minLength: 50, maxLength: 50 });
    await fc.assert(
      fc.asyncProperty(page, fc.boolean(), async (given, inChinese) => {
        const found = await read(given, inChinese ? chinese : ann.client);
        assert.equal(found.length, given.length);
        for (const { summary } of found) assert.match(summary, /^[^\n]*[^\s][^\n]*$/u);
      }),
      { numRuns: 40 },
    );
  });

  test('that no schema knows is shown as what it is', async () => {
    assert.deepEqual(await one(999, 'not JSON'), { __typename: 'UnknownContent', raw: 'not JSON', summary: UNKNOWN });
    assert.deepEqual(await one(101, 'not JSON'), { __typename: 'UnknownContent', raw: 'not JSON', summary: UNKNOWN });
    assert.deepEqual(await one(101, '[1]'), { __typename: 'UnknownContent', raw: '[1]', summary: UNKNOWN });
    assert.equal((await one(0, '{}')).__typename, 'UnknownContent');
  });

  test('nested as deep as a frame can hold costs nobody their page', async () => {
    const deep = `${'['.repeat(18_000)}${']'.repeat(18_000)}`;
    assert.equal((await one(103, `{"sourceUrl":${deep},"duration":${deep}}`)).summary, '[Voice]');
    assert.equal((await one(102, `{"sourcePicture":{"url":${deep}}}`)).__typename, 'PictureContent');
    assert.equal((await one(1501, JSON.stringify({ detail: `{"a":${deep}}` }))).detail, null);
    const quotes = `${'{"text":"q","quoteMessage":{"contentType":114,"quoteElem":'.repeat(400)}{}${'}}'.repeat(400)}`;
    assert.equal((await one(114, quotes)).text, 'q');
    const merged = `${'{"multiMessage":[{"contentType":107,"mergeElem":'.repeat(400)}{}${'}]}'.repeat(400)}`;
    assert.equal((await one(107, merged)).__typename, 'MergerContent');
  });

  test('that is nothing but closing marks after an address is read at once', async () => {
    const began = performance.now();
    const { links } = await one(101, { content: `http://a.b/${'.'.repeat(32_000)}x http://${'!'.repeat(20_000)}` });
    assert.ok(performance.now() - began < 1_000);
    assert.equal((links as unknown[]).length, 1);
  });

  test('shows its addresses in their order, without the marks that close a sentence', async () => {
    const { links } = await one(101, { content: 'See (https://a.b/c?d=1). 看 http://x.y/z。 and javascript:alert(1)' });
    assert.deepEqual(links, [{ url: 'https://a.b/c?d=1' }, { url: 'http://x.y/z' }]);
  });

  test('of which nothing would be seen still has a line', async () => {
    for (const nothing of ['', ' \n ', '\u200b\u200d', '\u202e', '\ud800'])
      assert.equal((await one(101, { content: nothing })).summary, '[Message]');
    assert.equal((await one(105, { fileName: 'a\nb.pdf' })).summary, '[File] a b.pdf');
  });

  test('that names a file names one that can be saved as it is', async () => {
    const names: Readonly<Record<string, string>> = {
      'Budget: Q3 (final) «1».xlsx': 'Budget: Q3 (final) «1».xlsx',
      '../../etc/passwd': '.._.._etc_passwd',
      'C:\\temp\\a.txt': 'C:_temp_a.txt',
      '..': 'file',
      'exe.\u202efdp.pif': 'exe.fdp.pif',
      'a\u0000b\u001b[31m.txt': 'ab[31m.txt',
      [`${'长'.repeat(300)}.docx`]: `${'长'.repeat(250)}.docx`,
    };
    for (const [given, name] of Object.entries(names)) {
      const content = await one(105, { fileName: given });
      assert.equal((content as unknown as { name: string }).name, name);
    }
  });

  test('quoted by another client is the quoter’s word, in either of the two ways that clients write it', async () => {
    const quoted = { contentType: 101, sendID: 'bo', senderNickname: 'Bo', sendTime: 1_700_000_000_000 };
    for (const written of [{ textElem: { content: 'said' } }, { content: '{"content":"said"}' }]) {
      const found = await one(114, { text: 'so?', quoteMessage: { ...quoted, ...written } });
      assert.deepEqual(found.quoted, {
        ...{ senderName: 'Bo', contentType: 101, sentAt: '2023-11-14T22:13:20.000Z' },
        sender: { id: 'bo', nickname: 'Bo Lindqvist' },
        content: { __typename: 'TextContent', summary: 'said', text: 'said', quoted: null },
      });
    }
  });

  test('mentions whom it names once, and everybody apart', async () => {
    const found = await one(106, {
      text: '@Bo @all',
      atUserList: ['bo', 'bo', 'AtAllTag', '', 7],
      atUsersInfo: [{ atUserID: 'bo', groupNickname: 'Bobby' }, null, 'x'],
    });
    assert.equal(found.mentionsAll, true);
    assert.deepEqual(found.mentions, [
      { userID: 'bo', name: 'Bobby', user: { id: 'bo', nickname: 'Bo Lindqvist' } },
      { userID: '7', name: null, user: null },
    ]);
  });

  test('with a time that no calendar has reads as none', async () => {
    for (const revokeTime of [1e300, -1e300, 8.64e15, 'soon', 0])
      assert.equal((await one(2101, { detail: JSON.stringify({ revokeTime, revokerUserID: 'bo' }) })).revokedAt, null);
  });

  test('has a kind of its own for each type that the contract knows', () => {
    const schema = buildSchema(readFileSync(join(ROOT, 'schema/api.graphql'), 'utf8'), { assumeValidSDL: true });
    const content = schema.getType('MessageContent') as GraphQLInterfaceType;
    const known = schema.getPossibleTypes(content).map((type: GraphQLObjectType) => getNamedType(type).name);
    assert.deepEqual(
      known.filter((name) => !KNOWN.has(name)),
      [],
    );
  });
});

const UNKNOWN = '[Message of a kind that is not known here]';

const TYPES: Readonly<Record<number, string>> = {
  101: 'TextContent',
  102: 'PictureContent',
  103: 'SoundContent',
  104: 'VideoContent',
  105: 'FileContent',
  106: 'AtTextContent',
  107: 'MergerContent',
  108: 'CardContent',
  109: 'LocationContent',
  110: 'CustomContent',
  111: 'RevokedContent',
  113: 'TypingContent',
  114: 'QuoteContent',
  115: 'StickerContent',
  117: 'TextContent',
  118: 'MarkdownContent',
  119: 'CustomContent',
  120: 'CustomContent',
  2101: 'RevokedContent',
};

const KNOWN = new Set([...Object.values(TYPES), 'NotificationContent', 'UnknownContent']);

/** Names that readers look for. */
const KEYS = [
  ...['content', 'text', 'title', 'data', 'description', 'extension', 'detail', 'alt', 'unknown', 'sentAs', 'index'],
  ...['sourcePicture', 'bigPicture', 'snapshotPicture', 'sourceUrl', 'videoUrl', 'snapshotUrl', 'url', 'fileName'],
  ...['duration', 'dataSize', 'videoSize', 'fileSize', 'soundType', 'videoType', 'fileType', 'width', 'height'],
  ...['atUserList', 'atUsersInfo', 'quoteMessage', 'abstractList', 'multiMessage', 'userID', 'nickname'],
  ...['latitude', 'longitude', '__proto__', 'toString'],
];

const HOSTILE: readonly unknown[] = [
  ...[1e308, -1e308, 2 ** 31, -(2 ** 53), 0.1, '', ' ', '1', 'NaN', 'http://', 'https://a.b/c.png', '\u0000', '\ud800'],
  ...['{"card":1}', 'openim-graphql/card', 'openim-graphql/location', { url: { url: [] } }, [[]], [null], null],
  { contentType: 101, textElem: { content: {} }, sendTime: 1e300, senderNickname: [] },
  { contentType: 1e300, content: '{' },
  { contentType: 2101, content: '{"detail":"{\\"revokeTime\\":1e400}"}' },
];
