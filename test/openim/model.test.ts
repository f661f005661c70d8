import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { nameFor, splitMessageID } from '../../subgraphs/openim/conversation-id.ts';
import { contentOf } from '../../subgraphs/openim/model/content.ts';
import { messageOf } from '../../subgraphs/openim/model/message.ts';
import { summaryOf } from '../../subgraphs/openim/model/summary.ts';
import type { WireMessage } from '../../subgraphs/openim/rest/wire.ts';

interface Example {
  readonly contentType: number;
  readonly content: string;
}

/** Of these nobody has seen a content. */
const UNSEEN = [111, 113, 121, 122, 200, 201, 202, 203, 1204, 1304, 1305, 1306, 1307, 1308, 1651, 1652, 1702, 1704];

/** What a real OpenIM delivered of each of its content types. */
const EXAMPLES = [
  ...readFileSync(join(import.meta.dirname, 'data/contents.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Example),
  ...UNSEEN.map((contentType) => ({ contentType, content: '{}' })),
];

/** User messages that this API knows; of the rest, what begins at 1200 is a notification. */
const KINDS: Readonly<Record<number, string>> = {
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

const isJSONObject = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
};

const kindOf = ({ contentType, content }: Example): string => {
  if (!isJSONObject(content)) return 'UnknownContent';
  return KINDS[contentType] ?? (contentType >= 1200 ? 'NotificationContent' : 'UnknownContent');
};

const line = (contentType: number, content: unknown, language = 'en'): string =>
  summaryOf(contentOf(contentType, JSON.stringify(content)), language);

const notice = (contentType: number, detail: object): readonly string[] =>
  ['en', 'zh-CN'].map((language) => line(contentType, { detail: JSON.stringify(detail) }, language));

describe('content', () => {
  test('of each of OpenIM’s types is read as that type', () => {
    assert.equal(new Set(EXAMPLES.map(({ contentType }) => contentType)).size, 72);
    for (const example of EXAMPLES)
      assert.equal(
        contentOf(example.contentType, example.content).__typename,
        kindOf(example),
        String(example.contentType),
      );
  });

  test('of each of OpenIM’s types has a line to show, in every language', () => {
    for (const { contentType, content } of EXAMPLES)
      for (const language of ['en', 'zh', 'zh-Hant', 'fr', ''])
        assert.match(summaryOf(contentOf(contentType, content), language), /\S/, String(contentType));
  });

  test('keeps what its sender left out, and what OpenIM demanded of them all the same, apart', () => {
    const given = { sourceUrl: 'https://cdn.example/a.m4a', duration: 1, dataSize: 1, unknown: ['duration', 'size'] };
    const found = contentOf(103, JSON.stringify(given));
    assert.deepEqual(found.__typename === 'SoundContent' && found.source.claim, {
      kind: 'sound',
      url: 'https://cdn.example/a.m4a',
    });
  });

  test('that travelled as a custom message is read as what was meant', () => {
    const card = { data: '{"userID":"bo","nickname":"Bo"}', extension: 'openim-graphql/card' };
    const place = { data: '{"latitude":48.85,"longitude":2.35}', extension: 'openim-graphql/location' };
    assert.deepEqual(contentOf(110, JSON.stringify(card)), {
      __typename: 'CardContent',
      userID: 'bo',
      nickname: 'Bo',
      faceURL: null,
      ex: null,
    });
    assert.equal(contentOf(110, JSON.stringify(place)).__typename, 'LocationContent');
    const broken = { data: 'no JSON', extension: 'openim-graphql/card' };
    assert.equal(contentOf(110, JSON.stringify(broken)).__typename, 'CustomContent');
  });

  test('that is anything at all is read without an error', () => {
    const types = fc.oneof(fc.constantFrom(...EXAMPLES.map(({ contentType }) => contentType)), fc.integer());
    const texts = fc.oneof(
      fc.string(),
      fc.json(),
      fc.jsonValue().map((detail) => JSON.stringify({ detail })),
    );
    fc.assert(
      fc.property(types, texts, fc.constantFrom('en', 'zh'), (contentType, text, language) => {
        assert.match(summaryOf(contentOf(contentType, text), language), /\S/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a line about what happened', () => {
  const opUser = { nickname: 'Ann' };

  test('says who did what to whom', () => {
    const invited = notice(1509, { opUser, invitedUserList: [{ nickname: 'Bo' }, { nickname: 'Cy' }] });
    assert.deepEqual(invited, ['Ann invited Bo, Cy', 'Ann 邀请 Bo, Cy 加入群聊']);
    const named = notice(1520, { opUser, group: { groupName: 'Tea' } });
    assert.deepEqual(named, ['Ann named the group Tea', 'Ann 将群名称改为 Tea']);
    const left = notice(1504, { quitUser: { nickname: 'Cy' }, group: { groupName: 'Tea' } });
    assert.deepEqual(left, ['Cy left the group', 'Cy 退出了群聊']);
  });

  test('says somebody where it does not know who', () => {
    assert.deepEqual(notice(1504, { group: { groupName: 'Tea' } }), ['Somebody left the group', '有人 退出了群聊']);
    assert.deepEqual(notice(1508, { kickedUserList: 'nobody' }), [
      'Somebody removed Somebody',
      '有人 将 有人 移出群聊',
    ]);
  });

  test('is one line, whatever was written', () => {
    assert.equal(line(101, { content: ' first\n\n\tsecond {name} ' }), 'first second {name}');
    assert.equal(line(101, { content: '\u200b\n' }), '[Message]');
    assert.equal([...line(101, { content: '🙂'.repeat(300) })].length, 200);
  });
});

describe('a message', () => {
  const row: WireMessage = {
    ...{ sendID: 'ann', recvID: 'bo', groupID: '', clientMsgID: 'c', serverMsgID: 's', senderPlatformID: 5 },
    ...{ senderNickname: '', senderFaceURL: '', sessionType: 1, msgFrom: 100, contentType: 101, content: '{}', seq: 7 },
    ...{ sendTime: 1_795_393_691_339, createTime: 0, status: 2, isRead: false, offlinePushInfo: null },
    ...{ atUserIDList: [], attachedInfo: '', ex: '' },
  };

  test('that was deleted is none', () => {
    assert.equal(messageOf('si_ann_bo', { ...row, status: 4 }), null);
    assert.equal(messageOf('si_ann_bo', { ...row, serverMsgID: '' }), null);
  });

  test('of any time has a time that RFC 3339 can write', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.double(), fc.constantFrom(-62_135_596_800_000, 1e300)), (sendTime) => {
        assert.match(messageOf('si_ann_bo', { ...row, sendTime })?.sentAt.toISOString() ?? '', /^\d{4}-/);
      }),
    );
  });

  test('of a group has a group, and of a chat a recipient', () => {
    const { groupID, recipientID } = messageOf('sg_tea', { ...row, sessionType: 3, groupID: 'tea' }) ?? {};
    assert.deepEqual([groupID, recipientID], ['tea', null]);
    assert.equal(messageOf('si_ann_bo', row)?.recipientID, 'bo');
  });
});

describe('the name of a conversation', () => {
  const userID = fc.stringMatching(/^[a-c_]{1,6}$/);

  test('of two people leads each to the other, underscores or not', () => {
    fc.assert(
      fc.property(userID, userID, (a, b) => {
        fc.pre(a !== b);
        const id = `si_${[a, b].sort().join('_')}`;
        for (const viewer of [a, b]) {
          const found = nameFor(viewer, id);
          assert.equal(found?.kind, 'DIRECT');
          const peer = found?.kind === 'DIRECT' ? found.peerID : '';
          assert.equal(`si_${[viewer, peer].sort().join('_')}`, id);
        }
      }),
    );
  });

  test('is not theirs whose id only looks like a part of it', () => {
    for (const [viewer, id] of [
      ['b', 'si_a_b_c'],
      ['ann', 'si_anna_bo'],
      ['bo', 'si_ann_rambo'],
      ['ann', 'si_bo_ann'],
      ['ann', 'si_ann_ann'],
      ['ann', 'n_ann_bo'],
      ['ann', 'si_ann_'],
      ['', 'si__bo'],
    ] as const)
      assert.equal(nameFor(viewer, id), null, `${viewer} in ${id}`);
  });

  test('may hold a colon: the id of a message is divided at its last', () => {
    assert.deepEqual(splitMessageID('sg_a:b:c'), { conversationID: 'sg_a:b', serverMsgID: 'c' });
    for (const id of ['sg_a', ':c', 'sg_a:', '']) assert.equal(splitMessageID(id), null);
  });
});
