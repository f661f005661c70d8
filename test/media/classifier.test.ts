import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { until } from '../events/until.ts';
import { type Bench, get, openBench } from '../moderation/bench.ts';
import { openTeller } from '../rules/teller.ts';
import { type Known, knowing } from './known-files.ts';

const SECRET = `whsec_${randomBytes(32).toString('base64')}`;
const MEDIA =
  'query ($id: ID!) { media(id: $id) { url labels { name score } matches { entry { reason kind addedBy { id } list { id } } } } }';
const CREATE = `mutation ($input: RuleInput!) { createRule(input: $input, reason: "We agreed") { id } }`;
const QUEUE = '{ moderationQueue { nodes { subject { ... on Message { id } } flags { source note } } } }';

interface Asked {
  readonly id: string;
  readonly url: string;
  readonly mimeType: string;
}
type Answer = { readonly status: number; readonly body?: unknown };

/** A classifier that says what a test has it say; what is not signed, it does not take. */
async function openClassifier() {
  const asked: Asked[] = [];
  let answers: (file: Asked, times: number) => Answer = () => ({ status: 200, body: { labels: [] } });
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    const file = new Webhook(SECRET).verify(body, request.headers as Record<string, string>) as Asked;
    asked.push(file);
    const { status, body: answer } = answers(file, asked.filter(({ id }) => id === file.id).length);
    response.writeHead(status).end(typeof answer === 'string' ? answer : JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/classify`,
    asked,
    says: (how: typeof answers) => {
      answers = how;
    },
    [Symbol.asyncDispose]: () => new Promise<void>((closed) => void server.close(() => closed())),
  };
}

describe('a classifier', () => {
  const undo = new AsyncDisposableStack();
  let bench: Bench;
  let classifier: Awaited<ReturnType<typeof openClassifier>>;
  let met: ReturnType<typeof knowing>;
  before(async () => {
    classifier = undo.use(await openClassifier());
    // One node: what a rule asks is told to others through a store that they share.
    bench = undo.use(
      await openBench({
        MEDIA_CLASSIFIER_URL: classifier.url,
        MEDIA_CLASSIFIER_SECRET: SECRET,
        MEDIA_CLASSIFIER_BLOCKS: 'gore=0.9,weapon=1',
      }),
    );
    met = knowing(bench);
  });
  after(() => undo.disposeAsync());

  /** As when a file was read. */
  const read = async (facts: Parameters<typeof met>[0] = {}): Promise<Known> => {
    const file = await met(facts);
    await bench.sql(`update media.files set mime_type = 'image/png' where id = $1`, [file.id]);
    await bench.sql('insert into media.classifications (file_id) values ($1)', [file.id]);
    return file;
  };
  const state = async ({ id }: Known): Promise<string | undefined> =>
    (await bench.sql<{ state: string }>('select state from media.classifications where file_id = $1', [id]))[0]?.state;
  const settled = (file: Known): Promise<void> => until(async () => (await state(file)) !== 'PENDING');

  test('is asked once about a file, by a call that is signed; what it says is kept, for moderators', async () => {
    classifier.says(() => ({
      status: 200,
      body: {
        labels: [
          { name: 'cat', score: 0.4 },
          { name: 'gore', score: 0.89 },
        ],
      },
    }));
    const file = await read();
    await settled(file);
    assert.deepEqual(await get(bench.owner, MEDIA, { id: file.id }), {
      media: {
        url: file.url,
        labels: [
          { name: 'gore', score: 0.89 },
          { name: 'cat', score: 0.4 },
        ],
        matches: [],
      },
    });
    const asked = classifier.asked.filter(({ id }) => id === file.id);
    assert.deepEqual(
      asked.map(({ url, mimeType }) => [url, mimeType]),
      [[file.url, 'image/png']],
    );
    const { errors } = await bench.ann.client.query(MEDIA as never, { id: file.id } as never);
    assert.ok(errors.every(({ extensions }) => extensions?.reason === 'SCOPE_MISSING'));
  });

  test('blocks what the settings say, with what has the same bytes, and a moderator takes that back for good', async () => {
    classifier.says(() => ({ status: 200, body: { labels: [{ name: 'gore', score: 0.97 }] } }));
    const copy = await met({ sha256: 'fe'.repeat(32) });
    const file = await read({ sha256: 'fe'.repeat(32) });
    await settled(file);
    const { media } = await get<{ media: { url: string | null; matches: object[] } }>(bench.owner, MEDIA, {
      id: file.id,
    });
    assert.deepEqual(
      [media.url, media.matches],
      [null, [{ entry: { reason: 'gore 0.97', kind: 'FILE', addedBy: null, list: { id: 'classifier' } } }]],
    );
    const isHidden = async ({ id }: Known) =>
      (await get<{ media: { url: string | null } }>(bench.owner, MEDIA, { id })).media.url === null;
    await until(() => isHidden(copy), 60_000);
    await get(bench.owner, 'mutation ($id: ID!) { unblockMedia(id: $id, reason: "A film poster") { id } }', {
      id: file.id,
    });
    assert.equal(await isHidden(file), false);
  });

  test('that is away, or talks nonsense, blocks nothing and is asked again; one that refuses is not', async () => {
    const nonsense: Answer[] = [
      { status: 200, body: 'gore' },
      { status: 200, body: { labels: [{ name: 'gore', score: 7 }] } },
    ];
    classifier.says((_, times) => nonsense[times - 1] ?? { status: 200, body: { labels: [] } });
    const file = await read();
    await settled(file);
    assert.equal(await state(file), 'DONE');
    assert.equal(classifier.asked.filter(({ id }) => id === file.id).length, 3);
    classifier.says(() => ({ status: 422 }));
    const refused = await read();
    await settled(refused);
    assert.equal(await state(refused), 'FAILED');
    for (const { id, url } of [file, refused])
      assert.equal((await get<{ media: { url: string } }>(bench.owner, MEDIA, { id })).media.url, url);
  });

  test('is what rules may ask: a label from some score on opens a case, when the classifier has answered', async () => {
    const { owner, ann, bo, databaseURL, sql } = bench;
    const conditions = [{ media: { labels: [{ name: 'weapon', atLeast: 0.5 }] } }];
    const actions = [{ kind: 'FLAG', reason: 'VIOLENCE' }];
    await get(owner, CREATE, { input: { name: 'Weapons', state: 'ON', conditions, actions } });
    let open = false;
    classifier.says(() =>
      open ? { status: 200, body: { labels: [{ name: 'weapon', score: 0.75 }] } } : { status: 503 },
    );
    const file = await read();
    const send = `mutation ($to: ID!, $url: URL!) { sendMessage(input: { userID: $to, content: { picture: { url: $url } } }) { id } }`;
    const { sendMessage } = await ann.query<{ sendMessage: { id: string } }, object>(send, {
      to: bo.id,
      url: file.url,
    });
    await using teller = openTeller(databaseURL);
    const picture = { sourcePicture: { url: file.url }, bigPicture: { url: file.url }, snapshotPicture: {} };
    await teller.tell({ id: sendMessage.id, sendID: ann.id, recvID: bo.id, seq: 1, contentType: 102 }, picture);
    const tries = async () =>
      (await sql<{ tries: number }>('select tries from moderation.awaited_media'))[0]?.tries ?? 0;
    await until(async () => (await tries()) >= 2, 90_000);
    assert.deepEqual(await get(owner, QUEUE), { moderationQueue: { nodes: [] } });
    open = true;
    await until(async () => (await tries()) === 0, 90_000);
    assert.deepEqual(await get(owner, QUEUE), {
      moderationQueue: {
        nodes: [
          { subject: { id: sendMessage.id }, flags: [{ source: 'rule:Weapons', note: 'Version 1: weapon 0.75' }] },
        ],
      },
    });
  });
});
