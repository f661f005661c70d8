import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type AdminQuery, signInAdmin } from '../world/admin.ts';
import type { Actor } from '../world/world.ts';
import { openStage, type Stage } from './stage.ts';

const NOTICE = `mutation ($input: NoticeInput!, $reason: String = "asked to") {
  sendNotice(input: $input, reason: $reason) {
    failedUserIDs messages { id conversationID sender { nickname } recipient { id } content { summary } }
  }
}`;
const READ = `{ conversation(id: "sn_bo_news") { kind peer { id } lastMessage { id content {
  summary ... on NotificationContent { event { ... on NoticeEvent {
    title text url notificationType ex avatar { url } attachments { __typename ... on PictureContent { source { url width } } }
  } } }
} } } }`;

describe('a notice of the service', () => {
  let stage: Stage;
  let admin: AdminQuery;
  let bo: Actor;
  before(async () => {
    stage = await openStage();
    bo = await stage.person('bo', 'Bo');
    await stage.person('cy');
    await stage.post('/user/add_notification_account', {
      userID: 'news',
      nickName: 'News',
      faceURL: '',
      appMangerLevel: 3,
    });
    admin = await signInAdmin(stage.world);
  });
  after(() => stage[Symbol.asyncDispose]());

  test('comes to many in one call, and is read as what it is', async () => {
    const input = {
      ...{ senderID: 'news', userIDs: ['bo', 'cy', 'ghost'], title: 'Closing', text: 'On Monday', notificationType: 7 },
      ...{ url: 'https://shop.example/hours', faceURL: 'https://cdn.example/bell.png', ex: '{"a":1}' },
      picture: { url: 'https://cdn.example/door.png', width: 640 },
    };
    const { result, routes } = await stage.price(() =>
      admin<{ sendNotice: { failedUserIDs: string[]; messages: { id: string; recipient: object }[] } }>(NOTICE, {
        input,
      }),
    );
    assert.deepEqual(result.errors, []);
    const sent = result.data?.sendNotice;
    assert.deepEqual(
      [sent?.failedUserIDs, sent?.messages.map(({ recipient }) => recipient)],
      [['ghost'], [{ id: 'bo' }, { id: 'cy' }]],
    );
    assert.deepEqual(routes, ['/user/get_users_info', '/msg/batch_send_msg']);
    const { conversation } = await bo.query<{ conversation: { lastMessage: { id: string; content: object } } }, object>(
      READ,
      {},
    );
    assert.deepEqual(conversation, {
      ...{ kind: 'NOTICE', peer: { id: 'news' } },
      lastMessage: {
        id: sent?.messages[0]?.id,
        content: {
          summary: '[Notice] Closing: On Monday',
          event: {
            ...{ title: 'Closing', text: 'On Monday', url: 'https://shop.example/hours', notificationType: 7 },
            ...{ ex: '{"a":1}', avatar: { url: 'https://cdn.example/bell.png' } },
            attachments: [
              { __typename: 'PictureContent', source: { url: 'https://cdn.example/door.png', width: 640 } },
            ],
          },
        },
      },
    });
  });

  test('is not sent by mistake, nor by a person', async () => {
    const right = { senderID: 'news', userIDs: ['bo'], title: 'a', text: 'b' };
    const wrong: readonly (readonly [object, string])[] = [
      [{ ...right, senderID: 'cy' }, 'input.senderID'],
      [{ ...right, senderID: 'ghost' }, 'input.senderID'],
      [{ ...right, userIDs: [] }, 'input.userIDs'],
      [{ ...right, userIDs: ['bo', 'news'] }, 'input.userIDs.1'],
      [{ ...right, title: ' ' }, 'input.title'],
      [{ ...right, text: '' }, 'input.text'],
      [{ ...right, text: 'x'.repeat(8_193) }, 'input.text'],
      [{ ...right, notificationType: 0 }, 'input.notificationType'],
      [{ ...right, ex: 'x'.repeat(4_097) }, 'input.ex'],
      [{ ...right, picture: { url: 'https://cdn.example/a.png', width: 0 } }, 'input.picture.width'],
    ];
    for (const [input, field] of wrong) {
      const { result, routes } = await stage.price(() => admin(NOTICE, { input }));
      assert.equal(result.errors[0]?.extensions.field, field);
      assert.ok(!routes.includes('/msg/batch_send_msg'));
    }
    assert.equal((await admin(NOTICE, { input: right, reason: ' ' })).errors[0]?.extensions.field, 'reason');
  });
});
