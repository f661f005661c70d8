import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { AdminLoginDocument } from '../../client/__generated__/graphql.ts';
import { RefusedError, UploadFailedError } from '../../client/index.ts';
import { openWorld } from '../world/world.ts';

/** What codegen makes of the client's own operations. */
const LISTED = 'client/__generated__/persisted-documents.json';
const MIB = 1024 * 1024;
const fileOf = (bytes: Buffer, name = 'film.mp4'): File =>
  new File([new Uint8Array(bytes)], name, { type: 'video/mp4' });
const load = async (url: string | null): Promise<Buffer> => Buffer.from(await (await fetch(String(url))).arrayBuffer());

type Request = Parameters<typeof globalThis.fetch>;

/** A network that does something to what goes to the object store, and counts it. */
function network(meddle: (count: number, request: Request) => Request | Response | null) {
  let count = 0;
  const meddled: typeof globalThis.fetch = async (...request) => {
    const [url] = request;
    if (!String(url).includes('X-Amz') && request[1]?.method !== 'PUT') return fetch(...request);
    count += 1;
    const instead = meddle(count, request);
    if (instead === null) throw new TypeError('the network is gone');
    return instead instanceof Response ? instead : fetch(...instead);
  };
  return { fetch: meddled, parts: () => count };
}

test('a file is stored in parts, and tells how far it is, by operations that are all on the list', async () => {
  await using world = await openWorld({ PERSISTED_OPERATIONS: 'enforce', PERSISTED_OPERATIONS_MANIFEST: LISTED });
  const { client } = await world.signIn('ann@example.com');
  const bytes = randomBytes(11 * MIB);
  const told: number[] = [];
  const media = await client.upload(fileOf(bytes), { onProgress: ({ storedBytes }) => told.push(storedBytes / MIB) });
  assert.deepEqual([media.mimeType, media.size], ['video/mp4', bytes.length]);
  assert.match(String(media.url), /\/film\.mp4$/);
  assert.deepEqual([told[0], told.length, told.at(-1)], [0, 4, 11]);
  assert.ok((await load(media.url)).equals(bytes));
  const { errors } = await client.query('{ me { id } }');
  assert.equal(errors[0]?.extensions.reason, 'OPERATION_UNLISTED');
  const { email = '', password = '' } = world.running.newAdmin ?? {};
  const { data } = await client.query(AdminLoginDocument, { email, password });
  assert.equal(data?.login?.admin.email, email, 'as the explorer signs admins in');
});

test('a part that the network loses, or the store refuses, is sent again until it is there', async () => {
  await using world = await openWorld();
  const flaky = network((count, [url, init]) => {
    if (count === 1) return null;
    if (count === 2) return new Response('busy', { status: 503 });
    const headers = new Headers(init?.headers);
    if (count === 3) headers.set('authorization', `${headers.get('authorization')}0`);
    return [url, { ...init, headers }];
  });
  const { client } = await world.signIn('ann@example.com', undefined, { fetch: flaky.fetch });
  const bytes = randomBytes(11 * MIB);
  assert.ok((await load((await client.upload(fileOf(bytes))).url)).equals(bytes));
  assert.equal(flaky.parts(), 6);
});

test('an upload that was given up is taken up again where it stood', async () => {
  await using world = await openWorld();
  const counted = network((_, request) => request);
  const { client } = await world.signIn('ann@example.com', undefined, { fetch: counted.fetch });
  const bytes = randomBytes(26 * MIB);
  const giving = new AbortController();
  const first = client.upload(fileOf(bytes), {
    signal: giving.signal,
    onProgress: ({ storedBytes }) => {
      if (storedBytes >= 15 * MIB) giving.abort(new RangeError('enough'));
    },
  });
  await assert.rejects(first, RangeError);
  const before = counted.parts();
  let known = 0;
  const media = await client.upload(fileOf(bytes), {
    onProgress: ({ storedBytes }) => {
      known ||= storedBytes;
    },
  });
  assert.ok(known >= 15 * MIB, String(known));
  assert.equal(counted.parts() - before, Math.ceil((bytes.length - known) / (5 * MIB)));
  assert.ok((await load(media.url)).equals(bytes));
});

test('what somebody else has stored is sent all the same, and what oneself has is not', async () => {
  await using world = await openWorld();
  const [ann, bo] = [await world.signIn('ann@example.com'), await world.signIn('bo@example.com')];
  const bytes = randomBytes(6 * MIB);
  const hers = await ann.client.upload(fileOf(bytes));
  const his = await bo.client.upload(fileOf(bytes));
  assert.notEqual(his.url, hers.url);
  assert.ok((await load(his.url)).equals(bytes));
  const { calls } = await world.price(async () => assert.deepEqual(await ann.client.upload(fileOf(bytes)), hers));
  assert.equal(calls('/object/complete_multipart_upload'), 0);
});

test('a store that takes nothing is given up, and the file can be taken up again', async () => {
  await using world = await openWorld();
  let closed = true;
  const shut = network((_, request) => (closed ? new Response('', { status: 412 }) : request));
  const { client } = await world.signIn('ann@example.com', undefined, { fetch: shut.fetch });
  const bytes = randomBytes(11 * MIB);
  await assert.rejects(client.upload(fileOf(bytes)), UploadFailedError);
  closed = false;
  assert.ok((await load((await client.upload(fileOf(bytes))).url)).equals(bytes));
});

test('what the gateway refuses is told with its reason', async () => {
  await using world = await openWorld();
  const { client } = await world.signIn('ann@example.com');
  const told = (file: Blob, options = {}) =>
    client.upload(file, options).then(
      () => 'nothing',
      (error: unknown) => (error instanceof RefusedError ? error.errors[0]?.extensions.reason : error),
    );
  assert.equal(await told(new Blob([])), 'INPUT_INVALID');
  assert.equal(await told(fileOf(randomBytes(9)), { mimeType: 'text/html' }), 'UPLOAD_TYPE_REFUSED');
});
