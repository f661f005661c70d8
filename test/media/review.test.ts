import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { until } from '../events/until.ts';
import { adminWith, type Bench, get, openBench, reports } from '../moderation/bench.ts';
import type { AdminQuery } from '../world/admin.ts';
import type { Actor } from '../world/world.ts';
import { knowing } from './known-files.ts';
import { get as load, photograph } from './rendition-kit.ts';
import { type Media, store } from './upload-kit.ts';

const SEND = `mutation ($to: ID!, $url: URL!) {
  sendMessage(input: { userID: $to, content: { picture: { url: $url } } }) { id }
}`;
const SMALL = 'source { url soft: thumbnail(width: 160) sharp: thumbnail(width: 160, clear: true) }';
const ASKED = SMALL.replace(/ sharp.*\)/, '');
const CASE = (media: string) => `{ moderationQueue { nodes {
  evidence { message { content { ... on PictureContent { ${media} } } } }
  subject { ... on Message { content { ... on PictureContent { ${media} } } } }
} } }`;
const OWN = (media: string) => `query ($id: ID!) { media(id: $id) { ${media} } }`;

interface Shown {
  readonly url: string | null;
  readonly soft: string | null;
  readonly sharp?: string | null;
}
interface Case {
  readonly moderationQueue: {
    readonly nodes: readonly {
      readonly evidence: { readonly message: { readonly content: { readonly source: Shown } } };
      readonly subject: { readonly content: { readonly source: Shown } };
    }[];
  };
}

describe('a reviewer', () => {
  let bench: Bench;
  let media: Media;
  before(async () => {
    bench = await openBench();
    const { ann, bo, sql } = bench;
    media = await store(ann, await photograph(), { name: 'pic.jpg', mimeType: 'image/jpeg' });
    await sql(
      `insert into media.files (id, url, kind, state, mime_type, width, height, read_at) values ($1, $2, 'picture', 'READY', 'image/jpeg', 1200, 800, now())
       on conflict (id) do update set state = 'READY', mime_type = 'image/jpeg', width = 1200, height = 800, read_at = now(), reason = null`,
      [media.id, media.url],
    );
    const { sendMessage } = await ann.query<{ sendMessage: { id: string } }, object>(SEND, {
      to: bo.id,
      url: media.url,
    });
    await reports(bo, sendMessage.id);
  });
  after(() => bench[Symbol.asyncDispose]());

  const seen = async (admin: AdminQuery, asked: string): Promise<readonly Shown[]> =>
    (await get<Case>(admin, CASE(asked))).moderationQueue.nodes.flatMap(({ evidence, subject }) => [
      evidence.message.content.source,
      subject.content.source,
    ]);
  const looks = async (): Promise<number> =>
    (await bench.sql(`select 1 from identity.audit where action = 'media.look' and target = $1`, [`media:${media.id}`]))
      .length;
  const by = async (who: Actor): Promise<Shown> =>
    (
      await who.query<{ media: Shown }, object>(
        OWN('url soft: thumbnail(width: 160) sharp: thumbnail(width: 160, clear: true)'),
        { id: media.id },
      )
    ).media;
  /** How much there is to see: the difference between the brightest and the darkest. */
  const contrast = async (address: string | null | undefined): Promise<number> => {
    const { status, bytes } = await load(address ?? '');
    assert.equal(status, 200);
    return (await sharp(bytes).greyscale().stats()).channels[0]?.stdev ?? 0;
  };

  test('is shown what people sent blurred, until they ask for it, which is recorded; people see it as it is', async () => {
    const { ann, owner } = bench;
    const before = await looks();
    const [evidence, subject] = await seen(owner, ASKED);
    assert.match(evidence?.soft ?? '', /-blurred\//);
    assert.equal(subject?.soft, evidence?.soft);
    assert.equal(await looks(), before);
    const [asked] = await seen(owner, SMALL);
    assert.equal(await looks(), before + 1);
    assert.ok((await contrast(asked?.sharp)) > 2 * (await contrast(asked?.soft)));
    const own = await by(ann);
    assert.deepEqual([own.soft, own.sharp], [asked?.sharp, asked?.sharp]);
    assert.equal(await looks(), before + 1);
  });

  test('still sees what is blocked, blurred and on their word clear, at an address that is in no cache; nobody else does', async () => {
    const { ann, owner, world } = bench;
    const [{ sharp: open = null } = {}] = await seen(owner, SMALL);
    await get(owner, 'mutation ($id: ID!) { blockMedia(id: $id, reason: "Scam") { id } }', { id: media.id });
    assert.deepEqual(await by(ann), { url: null, soft: null, sharp: null });
    assert.equal((await load(open ?? '')).status, 404);
    const before = await looks();
    const [shown] = await seen(owner, SMALL);
    assert.deepEqual([shown?.url, await looks()], [null, before + 1]);
    assert.ok((await contrast(shown?.sharp)) > 2 * (await contrast(shown?.soft)));
    const { headers } = await load(shown?.sharp ?? '');
    assert.equal(headers['cache-control'], 'private, no-store');
    const support = await adminWith('SUPPORT', { world, owner, name: 'sue' });
    assert.deepEqual(await get(support, OWN('url soft: thumbnail(width: 160)'), { id: media.id }), {
      media: { url: null, soft: null },
    });
    await get(owner, 'mutation ($id: ID!) { unblockMedia(id: $id, reason: "None") { id } }', { id: media.id });
    assert.equal((await load(open ?? '')).status, 200);
  });

  test('finds the hashes of what was reported with the evidence, also when the file itself is known no more', async () => {
    const { ann, bo, owner, sql } = bench;
    const file = await knowing(bench)({ phash: '5a96e1c3781e8769', sha256: 'ab'.repeat(32) });
    const text =
      'mutation ($to: ID!, $url: URL!) { sendMessage(input: { userID: $to, content: { picture: { url: $url } } }) { id } }';
    const { sendMessage } = await bo.query<{ sendMessage: { id: string } }, object>(text, {
      to: ann.id,
      url: file.url,
    });
    await reports(ann, sendMessage.id);
    const KEPT = `{ moderationQueue { nodes { subject { ... on Message { id } } evidence { media { id perceptualHash sha256 } } } } }`;
    type Kept = { moderationQueue: { nodes: { subject: { id: string }; evidence: { media: object[] | null } }[] } };
    const kept = async () =>
      (await get<Kept>(owner, KEPT)).moderationQueue.nodes.find(({ subject }) => subject.id === sendMessage.id)
        ?.evidence.media;
    await until(async () => (await kept()) !== null, 60_000);
    await sql('delete from media.files where id = $1', [file.id]);
    const shown = await kept();
    assert.deepEqual(shown?.[0], { id: file.id, perceptualHash: '5a96e1c3781e8769', sha256: 'ab'.repeat(32) });
    // What stands around it is shown as well.
    assert.deepEqual(shown?.slice(1), [{ id: media.id, perceptualHash: null, sha256: null }]);
  });
});
