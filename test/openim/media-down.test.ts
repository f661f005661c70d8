import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Registry } from 'prom-client';
import { createMemoryStore } from '../../embedded/memory-store.ts';
import { startSandbox } from '../../sandbox/index.ts';
import { compose } from '../../schema/composition.ts';
import { openDatabase } from '../../subgraphs/kit/database.ts';
import { createMedia } from '../../subgraphs/media/index.ts';
import { createOpenIMSubgraph } from '../../subgraphs/openim/index.ts';
import { createOpenIM } from '../../subgraphs/openim/rest/openim.ts';
import { noEvents, noWebhooks } from '../events/no-events.ts';
import { openWorld } from '../gateway/world.ts';
import { log } from '../openim-rest/double.ts';
import { emptyDatabase } from '../world/database.ts';
import { asAdminNow } from './stage.ts';
import { coverage, figures } from './uncovered.ts';

const local = () => 'http://127.0.0.1';
const PAGE = `{ conversation(id: "si_alice_bo") { peer { id nickname } messages { nodes {
  content { summary ... on MediaContent { source { id url width } } }
} } } }`;

test('where media does not answer, messages come with what their files are, and without what is known of them', async () => {
  await using undo = new AsyncDisposableStack();
  const database = undo.use(await emptyDatabase());
  const sandbox = await startSandbox();
  undo.defer(() => sandbox.stop());
  const db = openDatabase(database.url, log);
  undo.defer(() => db.destroy());
  const store = createMemoryStore(log);
  undo.defer(() => store.close());
  const openim = createOpenIM({ ...sandbox, store, log, policy: 1, production: true });
  undo.defer(() => openim.stop());
  const audit = { record: async () => undefined };
  const media = await createMedia({
    ...{ db, store, audit, openim, log, register: new Registry(), reading: false },
    ...{ filesURL: local, apiURL: local, url: local, openimURL: '', classifier: null, gifs: null },
    ...{ cache: { way: 'openim', folder: '', mostBytes: 1 }, signer: { mark: String, isOurs: () => false } },
    ...{ linkPreviews: 'off', uploadLimits: { maxBytes: 1, quotaBytes: 1, mimeTypes: [] } },
  });
  undo.defer(() => media.stop());
  const directory = { note: () => undefined };
  const events = { figures, pipeline: noEvents, webhooks: noWebhooks };
  const parts = { openim, stickers: media.stickers, directory, coverage, audit, ...events, db, log };
  const chat = await createOpenIMSubgraph(parts);
  undo.defer(() => chat.stop());

  const people = ['alice', 'bo'].map((userID) => ({ userID, nickname: userID, faceURL: '' }));
  await openim.users.register(people, asAdminNow());
  const file = { uuid: '', type: 'image/png', size: 9, width: 3, height: 3, url: 'https://cdn.example/a.png' };
  const content = { sourcePicture: file, bigPicture: file, snapshotPicture: file };
  const sent = {
    senderNickname: '',
    senderFaceURL: '',
    senderPlatformID: 5,
    contentType: 102,
    sessionType: 1,
  } as const;
  await openim.messages.send({ ...sent, sendID: 'bo', recvID: 'alice', content }, asAdminNow());

  const down = {
    ...media.subgraph,
    personal: null,
    contextFor: () => {
      throw new Error('media is down');
    },
  };
  const { supergraph } = compose([chat.subgraph, media.subgraph]);
  const page = async (subgraphs: readonly (typeof down | typeof chat.subgraph)[]) => {
    await using gateway = await openWorld({ subgraphs: subgraphs as never, supergraph });
    return (await gateway.askSigned(PAGE)).json;
  };
  const whole = await page([chat.subgraph, media.subgraph as never]);
  assert.equal(whole.errors, undefined);
  const [message] = whole.data.conversation.messages.nodes;
  assert.deepEqual(message.content.source, { id: message.content.source.id, url: file.url, width: 3 });

  const part = await page([chat.subgraph, down]);
  assert.deepEqual(part.data.conversation.peer, whole.data.conversation.peer);
  assert.deepEqual(part.data.conversation.messages.nodes, [
    { content: { ...message.content, source: { id: message.content.source.id, url: null, width: null } } },
  ]);
  for (const { extensions, path } of part.errors) {
    assert.deepEqual(path.slice(0, 4), ['conversation', 'messages', 'nodes', 0]);
    assert.equal(extensions.reason, 'INTERNAL');
  }
});
