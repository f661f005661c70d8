import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Listening, overSSE, overWebSocket } from '../live/listening.ts';
import { signed } from '../live/stage.ts';
import { type Bench, colleague, get, openBench, reasons } from '../moderation/bench.ts';
import { bearerOf } from '../world/admin.ts';
import type { Actor } from '../world/world.ts';
import { type Known, knowing, turned } from './known-files.ts';

const BLOCK = 'mutation ($id: ID!, $d: Int) { blockMedia(id: $id, distance: $d, reason: "Known scam") { id url } }';
const UNBLOCK = 'mutation ($id: ID!) { unblockMedia(id: $id, reason: "A mistake") { id url } }';
const MAKE = `mutation ($name: String!, $blocks: Boolean!) {
  createMediaBlockList(name: $name, blocks: $blocks, reason: "From the police") { id version size blocks }
}`;
const ADD = `mutation ($list: ID!, $hashes: [MediaHashInput!]!) {
  addMediaHashes(listID: $list, hashes: $hashes, reason: "Case 7") { id version size }
}`;
const ENTRIES = `query ($id: ID!, $after: String) { mediaBlockList(id: $id) { entries(first: 2, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } nodes { id kind hash distance mediaID reason provenance addedBy { id name } list { id } }
} } }`;
const MATCHES = '{ matches { distance entry { provenance list { name } } } }';
const CHANGED = 'subscription ($ids: [ID!]!) { mediaChanged(ids: $ids) { id url } }';

const LOOKS = '5a96e1c3781e8769';
const OTHER = '1234c0ffee56789a';
const BYTES = '11'.repeat(32);

interface List {
  readonly id: string;
  readonly version: number;
  readonly size: number;
}

const refusedTo = async ({ client }: Actor, query: string, variables: object = {}): Promise<unknown[]> =>
  (await client.query(query as never, variables as never)).errors.map(({ extensions }) => extensions?.reason);

describe('a file that nobody is to see', () => {
  let bench: Bench;
  let met: ReturnType<typeof knowing>;
  let authorization: string;
  before(async () => {
    bench = await openBench();
    met = knowing(bench);
    authorization = await bearerOf(bench.world);
  });
  after(() => bench[Symbol.asyncDispose]());

  const urlFor = async (who: Actor, { id }: Known): Promise<string | null> => {
    const { media } = await who.query<{ media: { url: string | null } }, object>(
      'query ($id: ID!) { media(id: $id) { url } }',
      { id },
    );
    return media.url;
  };
  const heard = (files: readonly Known[]): Listening =>
    overSSE(bench.world.url, { authorization }, [CHANGED, { ids: files.map(({ id }) => id) }]);
  /** Until each of these files is told of with its address, or with none. */
  const told = async (stream: Listening, expected: Readonly<Record<string, string | null>>): Promise<void> => {
    const open = new Map(Object.entries(expected));
    while (open.size > 0) {
      const next = await stream.next();
      assert.equal(next?.errors, undefined, JSON.stringify(next));
      const told = next?.data?.mediaChanged as Known | null | undefined;
      if (told && open.get(told.id) === told.url) open.delete(told.id);
    }
  };
  const shown = (...files: readonly Known[]) => Object.fromEntries(files.map(({ id, url }) => [id, url]));
  const hidden = (...files: readonly Known[]) => Object.fromEntries(files.map(({ id }) => [id, null]));
  const list = async (name: string, blocks: boolean): Promise<List> =>
    (await get<{ createMediaBlockList: List }>(bench.owner, MAKE, { name, blocks })).createMediaBlockList;

  test('is hidden on every node when the answer is there, what is like it a moment later, and shown again so', async () => {
    const { ann, owner, node } = bench;
    const blocked = await met({ phash: LOOKS, sha256: BYTES });
    const alike = [await met({ phash: turned(LOOKS, 3, 40) }), await met({ sha256: BYTES })];
    const unlike = [await met({ phash: turned(LOOKS, 1, 2, 3, 4, 5) }), await met({ phash: '0000000000000000' })];
    const stream = heard(alike);
    await told(stream, shown(...alike));
    const other = await node();
    assert.equal(await urlFor(ann, blocked), blocked.url);

    assert.deepEqual(await get(owner, BLOCK, { id: blocked.id }), { blockMedia: { id: blocked.id, url: null } });
    const there = await other.signIn('ann@new.example');
    assert.deepEqual([await urlFor(ann, blocked), await urlFor(there, blocked)], [null, null]);
    await told(stream, hidden(...alike));
    for (const file of unlike) assert.equal(await urlFor(ann, file), file.url);

    assert.deepEqual(await get(owner, UNBLOCK, { id: blocked.id }), { unblockMedia: blocked });
    await told(stream, shown(...alike));
    assert.deepEqual([await urlFor(ann, blocked), await urlFor(there, blocked)], [blocked.url, blocked.url]);
    assert.deepEqual(await reasons(owner, UNBLOCK, { id: blocked.id }), ['ALREADY_SO']);
    await stream.stop();
    const { auditLog } = await get<{
      auditLog: { nodes: { action: string; target: string; detail: { reason: string } }[] };
    }>(owner, '{ auditLog(first: 2) { nodes { action target detail } } }');
    assert.deepEqual(
      auditLog.nodes.map(({ action, target, detail }) => [action, target, detail.reason]),
      [
        ['media.unblock', `media:${blocked.id}`, 'A mistake'],
        ['media.block', `media:${blocked.id}`, 'Known scam'],
      ],
    );
  });

  test('may be known by hashes only: a list hides what is like them, tells why, and lets go of it', async () => {
    const { owner } = bench;
    const { id } = await list('Scams', true);
    const [near, same, far] = [
      await met({ phash: turned(OTHER, 9) }),
      await met({ sha256: 'ab'.repeat(32) }),
      await met({ phash: LOOKS }),
    ];
    const stream = heard([near, same]);
    await told(stream, shown(near, same));
    const hashes = [
      { perceptual: OTHER, distance: 1, provenance: 'hash-share 42' },
      { sha256: 'AB'.repeat(32) },
      { perceptual: '0f0f0f0f0f0f0f0f' },
    ];
    const grown = await get<{ addMediaHashes: List }>(owner, ADD, { list: id, hashes });
    assert.deepEqual(grown.addMediaHashes, { id, version: 2, size: 3 });
    await told(stream, hidden(near, same));
    assert.equal(await urlFor(bench.ann, far), far.url);
    assert.deepEqual((await get<{ addMediaHashes: List }>(owner, ADD, { list: id, hashes })).addMediaHashes, {
      id,
      version: 2,
      size: 3,
    });

    const why = `query ($id: ID!) { media(id: $id) ${MATCHES} }`;
    assert.deepEqual(await get(owner, why, { id: near.id }), {
      media: { matches: [{ distance: 1, entry: { provenance: 'hash-share 42', list: { name: 'Scams' } } }] },
    });
    assert.deepEqual(await refusedTo(bench.ann, why, { id: near.id }), ['SCOPE_MISSING']);

    await get(owner, 'mutation ($id: ID!) { deleteMediaBlockList(id: $id, reason: "Over") { id } }', { id });
    await told(stream, shown(near, same));
    await stream.stop();
  });

  test('is shown again when the one hash that it is like is taken out of a list, which is read page by page', async () => {
    const { owner } = bench;
    const { id } = await list('Scams', true);
    const near = await met({ phash: OTHER });
    const stream = heard([near]);
    const hashes = [{ perceptual: OTHER }, { sha256: 'AB'.repeat(32) }, { perceptual: '0f0f0f0f0f0f0f0f' }];
    await get(owner, ADD, { list: id, hashes });
    await told(stream, hidden(near));
    type Page = {
      mediaBlockList: {
        entries: {
          totalCount: number;
          pageInfo: { endCursor: string; hasNextPage: boolean };
          nodes: { id: string; hash: string; kind: string }[];
        };
      };
    };
    const first = (await get<Page>(owner, ENTRIES, { id })).mediaBlockList.entries;
    const rest = (await get<Page>(owner, ENTRIES, { id, after: first.pageInfo.endCursor })).mediaBlockList.entries;
    assert.deepEqual([first.totalCount, first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage], [3, true, false]);
    const all = [...first.nodes, ...rest.nodes];
    assert.deepEqual(
      all.map(({ kind, hash }) => [kind, hash]),
      [
        ['PERCEPTUAL', OTHER],
        ['SHA256', 'ab'.repeat(32)],
        ['PERCEPTUAL', '0f0f0f0f0f0f0f0f'],
      ],
    );

    const entryIDs = all.filter(({ hash }) => hash === OTHER).map((entry) => entry.id);
    await get(
      owner,
      'mutation ($id: ID!, $e: [ID!]!) { removeMediaHashes(listID: $id, entryIDs: $e, reason: "Too wide") { size } }',
      { id, e: entryIDs },
    );
    await told(stream, shown(near));
    await stream.stop();
  });

  test('that is on a list wrongly is exempt by itself, and others stay hidden', async () => {
    const { ann, owner } = bench;
    const { id } = await list('Symbols', true);
    const [right, wrong] = [await met({ phash: '00ff00ff00ff00f3' }), await met({ phash: '00ff00ff00ff00f7' })];
    const stream = heard([right, wrong]);
    await told(stream, shown(right, wrong));
    await get(owner, ADD, { list: id, hashes: [{ perceptual: '00ff00ff00ff00f3' }] });
    await told(stream, hidden(right, wrong));
    await get(owner, UNBLOCK, { id: wrong.id });
    await told(stream, shown(wrong));
    assert.equal(await urlFor(ann, right), null);
    // Later words on the same list leave it alone.
    await get(owner, ADD, { list: id, hashes: [{ perceptual: '00ff00ff00ff00f7' }] });
    await get(owner, BLOCK, { id: right.id });
    assert.equal(await urlFor(ann, wrong), wrong.url);
    await get(owner, BLOCK, { id: wrong.id });
    assert.equal(await urlFor(ann, wrong), null);
    await stream.stop();
  });

  test('is not hidden by a list that only rules are told of', async () => {
    const { ann, owner } = bench;
    const { id } = await list('Suspicious', false);
    const file = await met({ sha256: 'cd'.repeat(32) });
    await get(owner, ADD, { list: id, hashes: [{ sha256: 'cd'.repeat(32) }] });
    const done = () => bench.sql<{ count: string }>('select count(*) from media.block_sweeps');
    for (let tries = 0; (await done())[0]?.count !== '0'; tries += 1) assert.ok(tries < 600);
    const why = await get<{ media: { matches: object[] } }>(owner, `query ($id: ID!) { media(id: $id) ${MATCHES} }`, {
      id: file.id,
    });
    assert.equal(why.media.matches.length, 1);
    assert.equal(await urlFor(ann, file), file.url);
  });

  test('is hidden by nobody who may not, and by no hash that means nothing', async () => {
    const { ann, owner, world } = bench;
    const file = await met({ phash: LOOKS });
    assert.deepEqual(await refusedTo(ann, BLOCK, { id: file.id }), ['SCOPE_MISSING']);
    assert.deepEqual(await refusedTo(ann, '{ mediaBlockLists { totalCount } }'), ['SCOPE_MISSING']);
    const moderator = await colleague(world, owner, 'mo');
    const made = { name: 'Mine', blocks: true };
    assert.deepEqual(await reasons(moderator, MAKE, made), ['SCOPE_MISSING']);
    assert.deepEqual(await reasons(moderator, BLOCK, { id: 'nobody-has-met-this-one', d: 2 }), ['NOT_FOUND']);
    assert.deepEqual(await reasons(moderator, BLOCK, { id: file.id, d: 13 }), ['INPUT_INVALID']);
    assert.deepEqual(await reasons(owner, ADD, { list: 'house', hashes: [{ sha256: BYTES }] }), ['INPUT_INVALID']);
    const { id } = await list('Mine', true);
    assert.deepEqual(await reasons(owner, MAKE, made), ['ALREADY_THERE']);
    for (const hash of [
      {},
      { perceptual: LOOKS, sha256: BYTES },
      { perceptual: '0000000000000001' },
      { perceptual: 'zz' },
      { sha256: BYTES, distance: 1 },
    ]) {
      const { errors } = await owner(ADD, { list: id, hashes: [{ sha256: BYTES }, hash] });
      assert.match(errors[0]?.message ?? '', /hashes\[1\]/);
    }
    assert.deepEqual(await get(owner, '{ mediaBlockLists(first: 1) { nodes { id name blocks } totalCount } }'), {
      mediaBlockLists: { nodes: [{ id: 'house', name: 'Blocked by moderators', blocks: true }], totalCount: 6 },
    });
  });

  test('is told of to whoever listens, user or admin: what it is already, and what it becomes', async () => {
    const { ann, owner, world } = bench;
    const [ready, pending, unheard] = [await met(), await met({ state: 'PENDING' }), await met()];
    const { 'signature-input': signatureInput = '', signature = '' } = await signed(ann, 'GET');
    await using socket = overWebSocket(world.url, { signatureInput, signature });
    const ids = [ready.id, pending.id, ready.id, 'nobody-has-met-this-one'];
    const stream = socket.listen(CHANGED, { ids });
    assert.deepEqual((await stream.next())?.data, { mediaChanged: ready });
    // Of one connection, what is asked first is answered first: nothing else was there to be told.
    await get(owner, BLOCK, { id: unheard.id });
    await get(owner, BLOCK, { id: pending.id });
    assert.deepEqual((await stream.next())?.data, { mediaChanged: { id: pending.id, url: null } });
    const many = Array.from({ length: 201 }, (_, at) => `file-${at}`);
    for (const ids of [[], many]) assert.equal(await socket.listen(CHANGED, { ids }).refusal(), 'INPUT_INVALID');
    await using nobody = overWebSocket(world.url, {});
    assert.equal(await nobody.listen(CHANGED, { ids }).refusal(), 'SIGNATURE_MISSING');
    assert.equal(await overSSE(world.url, {}, [CHANGED, { ids }]).refusal(), 'SIGNATURE_MISSING');
  });

  test('is told of after more has changed than a reader can be told one by one', async () => {
    const { world } = bench;
    const file = await met();
    const stream = overSSE(world.url, { authorization }, [CHANGED, { ids: [file.id] }]);
    await told(stream, shown(file));
    await bench.sql(
      `insert into media.changes (feed, key, version) select 'media', 'other-' || n, 1 from generate_series(1, 1500) n`,
    );
    await told(stream, shown(file));
    await stream.stop();
  });
});
