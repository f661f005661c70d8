import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Actor } from '../world/world.ts';
import { asAdminNow, openStage, type Stage } from './stage.ts';

const SEND = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { id sentAs } }';
const FILE = 'https://cdn.example/a.bin';

describe('the frame that OpenIM pushes', () => {
  let stage: Stage;
  let ann: Actor;
  let bo: Actor;
  before(async () => {
    stage = await openStage({ seed: true });
    ann = await stage.person('ann');
    bo = await stage.person('bo');
  });
  after(() => stage[Symbol.asyncDispose]());

  test('names the same message as the answer, and carries what its sender called it, for every kind of content', async () => {
    await using socket = await bo.ws();
    const { sendMessage: first } = await ann.query<{ sendMessage: { id: string } }, object>(SEND, {
      input: { userID: 'bo', content: { text: { text: 'first' } } },
    });
    for (const [nth, content] of [
      { text: { text: 'hi' } },
      { markdown: { text: '*hi*' } },
      { picture: { url: FILE } },
      { sound: { url: FILE } },
      { video: { url: FILE } },
      { file: { url: FILE, name: 'a.bin' } },
      { card: { userID: 'cleo' } },
      { location: { latitude: 1, longitude: 2 } },
      { custom: { data: '{}' } },
      { quote: { text: 'hi', messageID: first.id } },
    ].entries()) {
      const clientMsgID = `mine-${nth}`;
      const input = { userID: 'bo', clientMsgID, content };
      const { sendMessage } = await ann.query<{ sendMessage: { id: string; sentAs: string } }, object>(SEND, { input });
      const pushed = await socket.message(({ content: found }) => found.sentAs === clientMsgID);
      assert.equal(`${pushed.conversationID}:${pushed.serverMsgID}`, sendMessage.id);
      assert.equal(sendMessage.sentAs, clientMsgID);
    }
  });

  test('says who sent it, from where, as OpenIM’s own clients do', async () => {
    await using socket = await bo.ws();
    const input = { groupID: 'hillwalk', clientMsgID: 'named', content: { at: { text: '@Bo', userIDs: ['bo'] } } };
    await ann.query(SEND, { input });
    const pushed = await socket.message(({ content }) => content.sentAs === 'named');
    const { senderNickname, senderPlatformID } = pushed as unknown as Record<string, unknown>;
    assert.deepEqual([pushed.sendID, senderNickname, senderPlatformID], ['ann', 'Ann Berg', 5]);
    const range = { conversationID: 'sg_hillwalk', begin: pushed.seq, end: pushed.seq, num: 1 };
    const { sg_hillwalk: kept } = await stage.openim.messages.pull('bo', [range], asAdminNow());
    const [profile] = await stage.openim.users.byIDs(['ann'], asAdminNow());
    assert.equal(kept?.messages[0]?.senderFaceURL, profile?.faceURL);
  });
});
