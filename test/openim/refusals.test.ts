import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Actor } from '../world/world.ts';
import { openStage, type Stage } from './stage.ts';

const SEND = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { id } }';
const FILE = 'https://cdn.example/a.png';
const long = 'x'.repeat(40_000);
const many = Array.from({ length: 10_000 }, (_, at) => `u${at}`);

const at = 'input.content';
const MESSAGES = [
  ['an empty text', `${at}.text.text`, { text: { text: '\n' } }],
  ['an empty Markdown', `${at}.markdown.text`, { markdown: { text: '' } }],
  ['a text over 32 KiB', at, { text: { text: long } }],
  ['an answer over 32 KiB', at, { quote: { text: long, messageID: 'si_ann_bo:x' } }],
  ['an empty answer', `${at}.quote.text`, { quote: { text: ' ', messageID: 'si_ann_bo:x' } }],
  ['an answer to nothing', `${at}.quote.messageID`, { quote: { text: 'a', messageID: 'x' } }],
  ['a mention outside of groups', `${at}.at`, { at: { text: '@bo', userIDs: ['bo'] } }],
  ['a mention without a text', `${at}.at.text`, { at: { text: '', userIDs: ['bo'] } }, { groupID: 'hillwalk' }],
  ['a mention of nobody', `${at}.at.userIDs`, { at: { text: '@', userIDs: [] } }, { groupID: 'hillwalk' }],
  ['ten thousand mentions', `${at}.at.userIDs`, { at: { text: '@', userIDs: many } }, { groupID: 'hillwalk' }],
  ['a mention over 32 KiB', at, { at: { text: long, userIDs: ['bo'] } }, { groupID: 'hillwalk' }],
  ['a place beyond the pole', `${at}.location.latitude`, { location: { latitude: -90.1, longitude: 0 } }],
  ['a place around the globe', `${at}.location.longitude`, { location: { latitude: 0, longitude: 180.1 } }],
  ['data that is none', `${at}.custom.data`, { custom: { data: '' } }],
  ['data under our own mark', `${at}.custom.extension`, { custom: { data: 'x', extension: 'openim-graphql/card' } }],
  ['a picture of no width', `${at}.picture.width`, { picture: { url: FILE, width: 0 } }],
  ['a picture of negative size', `${at}.picture.size`, { picture: { url: FILE, size: -1 } }],
  ['a picture of no type', `${at}.picture.mimeType`, { picture: { url: FILE, mimeType: 'png' } }],
  ['a description like a book', `${at}.picture.alt`, { picture: { url: FILE, alt: long } }],
  ['a sound of no length', `${at}.sound.duration`, { sound: { url: FILE, duration: 0 } }],
  ['a video that is a script', `${at}.video.url`, { video: { url: 'javascript:alert(1)' } }],
  ['a video’s picture that is none', `${at}.video.snapshotURL`, { video: { url: FILE, snapshotURL: 'a.png' } }],
  ['a file without a name', `${at}.file.name`, { file: { url: FILE, name: ' ' } }],
  ['two contents at once', at, { text: { text: 'a' }, markdown: { text: 'b' } }],
  ['no content at all', at, {}],
  ['a message to nobody', 'input', { text: { text: 'a' } }, {}],
  ['a message to two', 'input', { text: { text: 'a' } }, { userID: 'bo', groupID: 'hillwalk' }],
  ['a message to oneself', 'input.userID', { text: { text: 'a' } }, { userID: 'ann' }],
  ['a message to an empty id', 'input.userID', { text: { text: 'a' } }, { userID: '' }],
  ['an empty clientMsgID', 'input.clientMsgID', { text: { text: 'a' } }, { userID: 'bo', clientMsgID: '' }],
  ['a long clientMsgID', 'input.clientMsgID', { text: { text: 'a' } }, { userID: 'bo', clientMsgID: long }],
] as const;

const QUESTIONS = [
  ['ten thousand ids', 'INPUT_INVALID', 'query ($ids: [ID!]!) { users(ids: $ids) { id } }', { ids: many }],
  ['a page of 101', 'INPUT_INVALID', '{ friends(first: 101) { nodes { id } } }'],
  ['a page of less than none', 'INPUT_INVALID', '{ groups(first: -1) { nodes { id } } }'],
  ['a place before the first', 'INPUT_INVALID', '{ friends(after: "ZnJpZW5kcyAKLTE") { nodes { id } } }'],
  ['another list’s cursor', 'CURSOR_INVALID', '{ friends(after: "Z3JvdXBzIAo1") { nodes { id } } }'],
  ['a cursor that is none', 'CURSOR_INVALID', '{ conversations(after: "x") { nodes { id } } }'],
  ['a message id that is none', 'INPUT_INVALID', '{ message(id: "x") { id } }'],
  ['an invitation of nobody', 'INPUT_INVALID', 'mutation { inviteToGroup(groupID: "hillwalk", userIDs: []) { id } }'],
  ['a group without a name', 'INPUT_INVALID', 'mutation { createGroup(input: { name: " ", memberIDs: [] }) { id } }'],
  ['a name without a letter', 'INPUT_INVALID', 'mutation { updateProfile(input: { nickname: null }) { id } }'],
  ['oneself as a friend', 'INPUT_INVALID', 'mutation { addFriend(userID: "ann") { id } }'],
  ['oneself as a nuisance', 'INPUT_INVALID', 'mutation { blockUser(userID: "ann") { id } }'],
  ['others’ conversation', 'NOT_YOURS', '{ conversation(id: "si_bo_cleo") { id } }'],
  ['others’ message', 'NOT_YOURS', '{ message(id: "si_bo_cleo:x") { id } }'],
  ['OpenIM’s own channel', 'NOT_YOURS', '{ conversation(id: "n_ann_bo") { id } }'],
] as const;

describe('what cannot be right is refused without asking OpenIM', () => {
  let stage: Stage;
  let ann: Actor;
  before(async () => {
    stage = await openStage({ seed: true });
    ann = await stage.person('ann');
  });
  after(() => stage[Symbol.asyncDispose]());

  async function refusal(query: string, variables: object = {}) {
    const { result, routes } = await stage.price(() => ann.client.query(query, variables));
    assert.deepEqual(routes, []);
    assert.equal(result.errors.length, 1, JSON.stringify(result));
    return result.errors[0]?.extensions;
  }

  for (const [what, field, content, to] of MESSAGES)
    test(what, async () => {
      const found = await refusal(SEND, { input: { ...(to ?? { userID: 'bo' }), content } });
      assert.equal(found?.code, 'BAD_USER_INPUT');
      assert.equal(found?.field, field);
    });

  for (const [what, reason, query, variables] of QUESTIONS)
    test(what, async () => {
      assert.equal((await refusal(query, variables))?.reason, reason);
    });

  test('and who mentions in a group of others does not learn who is in it', async () => {
    const gus = await stage.person('gus');
    for (const userIDs of [['bo'], ['hana']]) {
      const content = { at: { text: '@', userIDs } };
      const { errors } = await gus.client.query(SEND, { input: { groupID: 'hillwalk', content } });
      assert.deepEqual(
        errors.map(({ extensions }) => extensions.reason),
        ['NOT_A_MEMBER'],
      );
    }
  });
});
