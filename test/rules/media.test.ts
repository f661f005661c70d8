import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { until } from '../events/until.ts';
import { knowing } from '../media/known-files.ts';
import { type Bench, get, openBench, reasons } from '../moderation/bench.ts';
import type { Actor } from '../world/world.ts';
import { openTeller } from './teller.ts';

const CREATE = `mutation ($input: RuleInput!) { createRule(input: $input, reason: "We agreed") { id } }`;
const LIST = `mutation ($name: String!) { createMediaBlockList(name: $name, blocks: false, reason: "Shared") { id version } }`;
const ADD = `mutation ($id: ID!, $hash: String!) {
  addMediaHashes(listID: $id, hashes: [{ perceptual: $hash, provenance: "hash-share 42" }], reason: "Shared") { id version }
}`;
const MATCHES = `query ($id: ID!) { rule(id: $id) { definition { conditions { media { listIDs } } } matches { nodes {
  done user { id } message { id } found { listID listVersion entry path }
} } } }`;
const SEND = `mutation ($to: ID!, $url: URL!) {
  sendMessage(input: { userID: $to, content: { picture: { url: $url } } }) { id }
}`;
const LOOKS = '5a96e1c3781e8769';

interface Matches {
  readonly rule: {
    readonly definition: object;
    readonly matches: {
      readonly nodes: readonly { readonly message: object; readonly found: { readonly entry: string }[] }[];
    };
  };
}

describe('a rule about files', () => {
  let bench: Bench;
  let list: string;
  let rule: string;
  const make = async (input: object): Promise<string> =>
    (await get<{ createRule: { id: string } }>(bench.owner, CREATE, { input })).createRule.id;
  const matches = async (id: string): Promise<Matches['rule']> =>
    (await get<Matches>(bench.owner, MATCHES, { id })).rule;
  const sends = async (from: Actor, to: Actor, url: string): Promise<string> =>
    (await from.query<{ sendMessage: { id: string } }, object>(SEND, { to: to.id, url })).sendMessage.id;
  const picture = (url: string) => ({ sourcePicture: { url }, bigPicture: { url }, snapshotPicture: { url: '' } });

  before(async () => {
    bench = await openBench();
    list = (await get<{ createMediaBlockList: { id: string } }>(bench.owner, LIST, { name: 'Spam' }))
      .createMediaBlockList.id;
    rule = await make({
      ...{ name: 'Spam pictures', state: 'ON', conditions: [{ media: { listIDs: [list] } }] },
      actions: [{ kind: 'FLAG', reason: 'SPAM' }, { kind: 'REVOKE' }],
    });
  });
  after(() => bench[Symbol.asyncDispose]());

  test('waits until the files of a message were read, and then says where what they are like comes from', async () => {
    const { ann, bo, owner, sql, databaseURL } = bench;
    const met = knowing(bench);
    const [file, harmless] = [await met({ state: 'PENDING', phash: LOOKS }), await met({ phash: 'ffff0000ffff0000' })];
    const message = await sends(ann, bo, file.url);
    const other = await sends(ann, bo, harmless.url);
    await using teller = openTeller(databaseURL);
    for (let times = 0; times < 2; times += 1) {
      const quoting = { text: 'look', quoteMessage: { contentType: 102, pictureElem: picture(file.url) } };
      await teller.tell({ id: message, sendID: ann.id, recvID: bo.id, seq: 1, contentType: 114 }, quoting);
      await teller.tell({ id: other, sendID: ann.id, recvID: bo.id, seq: 2, contentType: 102 }, picture(harmless.url));
    }
    const awaited = async (): Promise<string[]> =>
      (await sql<{ media_ids: string[] }>('select media_ids from moderation.awaited_media')).flatMap(
        (row) => row.media_ids,
      );
    // The one that is known is judged; the other waits.
    await until(async () => (await awaited()).join() === file.id, 75_000);
    assert.deepEqual((await matches(rule)).matches.nodes, []);

    const added = await get<{ addMediaHashes: { version: number } }>(owner, ADD, { id: list, hash: LOOKS });
    await until(async () => (await sql('select 1 from media.block_sweeps')).length === 0);
    await sql(`update media.files set state = 'READY', read_at = now() where id = $1`, [file.id]);
    await until(async () => (await awaited()).length === 0, 75_000);

    const { definition, matches: found } = await matches(rule);
    assert.deepEqual(definition, { conditions: [{ media: { listIDs: [list] } }] });
    const [entry] = await sql<{ id: string }>('select id from media.block_entries where list_id = $1', [list]);
    assert.deepEqual(found.nodes, [
      {
        ...{ done: ['REVOKE', 'FLAG'], user: { id: ann.id }, message: { id: message } },
        found: [
          {
            listID: list,
            listVersion: added.addMediaHashes.version,
            entry: `${entry?.id} (hash-share 42)`,
            path: null,
          },
        ],
      },
    ]);
    const queue = await get<{ moderationQueue: { nodes: { subject: { id: string } }[] } }>(
      owner,
      '{ moderationQueue { nodes { subject { ... on Message { id revoked } } flags { source } } } }',
    );
    assert.deepEqual(queue.moderationQueue.nodes, [
      { subject: { id: message, revoked: true }, flags: [{ source: 'rule:Spam pictures' }] },
    ]);
  });

  test('names lists that there are, and says nothing before a message is sent', async () => {
    const { owner } = bench;
    const conditions = [{ media: { listIDs: [list] } }];
    const refused = (input: object) => reasons(owner, CREATE, { input: { name: 'Wrong', ...input } });
    const flag = [{ kind: 'FLAG' }];
    assert.deepEqual(await refused({ conditions: [{ media: { listIDs: ['no-list'] } }], actions: flag }), [
      'NOT_FOUND',
    ]);
    assert.deepEqual(await refused({ conditions: [{ media: { listIDs: [] } }], actions: flag }), ['INPUT_INVALID']);
    assert.deepEqual(await refused({ conditions, actions: [{ kind: 'REFUSE' }] }), ['INPUT_INVALID']);
    const words = [...conditions, { keywords: { words: ['pills'] } }];
    assert.deepEqual(await refused({ conditions: words, actions: [{ kind: 'MASK' }] }), ['INPUT_INVALID']);
  });
});
