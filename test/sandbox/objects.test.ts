import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import type { Sandbox } from '../../sandbox/index.ts';
import { startSandbox } from '../../sandbox/index.ts';
import type { ApiAnswer } from './wire.ts';
import { adminToken, call, issue, register } from './wire.ts';

const MIB = 1024 * 1024;
const md5 = (bytes: string | Buffer): string => createHash('md5').update(bytes).digest('hex');
const hashOf = (parts: readonly Buffer[]): string => md5(parts.map(md5).join());

interface KeyValues {
  key: string;
  values: string[];
}
interface Signs {
  url: string;
  query: KeyValues[] | null;
  parts: { partNumber: number; url: string; query: KeyValues[] | null; header: KeyValues[] | null }[];
}
interface Begun {
  url: string;
  upload: { uploadID: string; partSize: number; sign: Signs | null } | null;
}

let sandbox: Sandbox;
let al: string;
before(async () => {
  sandbox = await startSandbox();
  await register(sandbox, 'al', 'bo');
  al = await issue(sandbox, 'al');
});
after(() => sandbox.stop());

const begin = async (
  name: string,
  parts: readonly Buffer[],
  more: object = {},
): Promise<ApiAnswer & { data: Begun }> => {
  const size = parts.reduce((sum, { length }) => sum + length, 0);
  const wanted = { hash: hashOf(parts), size, partSize: 0, maxParts: -1, name, contentType: 'image/png', ...more };
  return (await call(sandbox, '/object/initiate_multipart_upload', wanted, al)) as ApiAnswer & { data: Begun };
};

const complete = (uploadID: string, name: string, parts: readonly Buffer[]): Promise<ApiAnswer> =>
  call(
    sandbox,
    '/object/complete_multipart_upload',
    { uploadID, name, parts: parts.map(md5), contentType: 'image/png' },
    al,
  );

const values = (list: KeyValues[] | null): [string, string][] =>
  (list ?? []).map(({ key, values: [value = ''] }) => [key, value]);

const putPart = (signs: Signs, partNumber: number, body: Buffer): Promise<Response> => {
  const part = signs.parts.find((each) => each.partNumber === partNumber);
  const url = new URL(part?.url || signs.url);
  for (const [key, value] of [...values(signs.query), ...values(part?.query ?? null)])
    url.searchParams.append(key, value);
  return fetch(url, { method: 'PUT', headers: values(part?.header ?? null), body: new Uint8Array(body) });
};

const store = async (name: string, bytes: Buffer): Promise<string> => {
  const { upload, url } = (await begin(name, [bytes])).data;
  if (upload === null) return url;
  await fetch(String(upload.sign?.parts[0]?.url), { method: 'PUT', body: new Uint8Array(bytes) });
  return String((await complete(upload.uploadID, name, [bytes])).data?.url);
};

test('a file of two parts is put by signed headers, joined, and is the same when it is loaded', async () => {
  const parts = [randomBytes(5 * MIB), randomBytes(17)];
  const { upload } = (await begin('al/big.bin', parts)).data;
  const { uploadID = '', sign } = upload ?? {};
  assert.ok(sign);
  for (const [at, part] of parts.entries()) {
    const { status, headers } = await putPart(sign, at + 1, part);
    assert.deepEqual([status, headers.get('etag')], [200, `"${md5(part)}"`]);
  }
  assert.equal((await complete(uploadID, 'al/big.bin', parts.toReversed())).errDlt, 'md5 mismatching');
  const { data } = await complete(uploadID, 'al/big.bin', parts);
  assert.deepEqual((await complete(uploadID, 'al/big.bin', parts)).data, data, 'again is the same');
  const loaded = Buffer.from(await (await fetch(String(data?.url))).arrayBuffer());
  assert.ok(loaded.equals(Buffer.concat(parts)));
});

test('parts are signed again, missing ones are told at the end, and the last alone may be small', async () => {
  const parts = [randomBytes(5 * MIB), randomBytes(9)];
  const { uploadID } = (await begin('al/again.bin', parts, { maxParts: 0 })).data.upload ?? { uploadID: '' };
  const signs = async () => (await call(sandbox, '/object/auth_sign', { uploadID, partNumbers: [1, 2] }, al)).data;
  const signed = (await signs()) as unknown as Signs;
  await putPart(signed, 1, parts[0] ?? Buffer.alloc(0));
  assert.match((await complete(uploadID, 'al/again.bin', parts)).errDlt, /specified parts could not be found/);
  await putPart((await signs()) as unknown as Signs, 2, parts[1] ?? Buffer.alloc(0));
  assert.equal((await complete(uploadID, 'al/again.bin', parts)).errCode, 0);
});

test('the store refuses what was not signed, was signed for something else, or is not what was told', async () => {
  const bytes = randomBytes(64);
  const { upload } = (await begin('al/small.png', [bytes])).data;
  const url = String(upload?.sign?.parts[0]?.url);
  const put = async (address: string, headers: Record<string, string> = {}): Promise<[number, string]> => {
    const answer = await fetch(address, { method: 'PUT', headers, body: new Uint8Array(bytes) });
    return [answer.status, /<Code>(\w+)/.exec(await answer.text())?.[1] ?? ''];
  };
  assert.deepEqual(await put(url.split('?')[0] ?? ''), [403, 'AccessDenied']);
  assert.deepEqual(await put(url.replace('.presigned', '.elsewhere')), [403, 'SignatureDoesNotMatch']);
  assert.deepEqual(await put(url.replace('Expires=604800', 'Expires=604801')), [403, 'SignatureDoesNotMatch']);
  assert.deepEqual(await put(url, { 'content-md5': Buffer.alloc(16).toString('base64') }), [400, 'BadDigest']);
  assert.equal((await fetch(url)).status, 403, 'a PUT is no GET');
  assert.match((await complete(upload?.uploadID ?? '', 'al/small.png', [bytes])).errDlt, /key does not exist/);
  assert.deepEqual(await put(url), [200, '']);
});

test('a file of another size, or of another content, is refused at the end', async () => {
  const [told, other] = [randomBytes(64), randomBytes(64)];
  const { upload } = (await begin('al/lie.png', [told])).data;
  const put = (body: Buffer) =>
    fetch(String(upload?.sign?.parts[0]?.url), { method: 'PUT', body: new Uint8Array(body) });
  await put(told.subarray(1));
  assert.equal((await complete(upload?.uploadID ?? '', 'al/lie.png', [told])).errDlt, 'upload size mismatching');
  await put(other);
  assert.match((await complete(upload?.uploadID ?? '', 'al/lie.png', [told])).errDlt, /^md5 mismatching /);
});

test('a hash that anybody has stored is stored at once, under the address that the caller names', async () => {
  const bytes = randomBytes(32);
  await store('al/first.png', bytes);
  const bo = await issue(sandbox, 'bo');
  const wanted = { hash: hashOf([bytes]), size: 32, maxParts: 1, name: 'bo/x.png', contentType: '' };
  const again = await fetch(`${sandbox.apiURL}/object/initiate_multipart_upload`, {
    method: 'POST',
    headers: { operationID: 'o', token: bo, 'x-request-api': 'https://chat.example/openim/' },
    body: JSON.stringify(wanted),
  });
  const { data } = (await again.json()) as { data: Begun };
  assert.deepEqual(data, { url: 'https://chat.example/openim/object/bo/x.png', upload: null });
});

test('a picture is loaded whole, smaller, in another format, and in ranges', async () => {
  const bytes = await sharp({ create: { width: 200, height: 100, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();
  const url = await store('al/hill.png', bytes);
  const load = async (query: string) => {
    const answer = await fetch(`${url}?${query}`);
    const { width, height, format } = await sharp(await answer.arrayBuffer()).metadata();
    return [answer.headers.get('content-type'), format, width, height];
  };
  assert.deepEqual(await load('type=image&width=50&height=50'), ['image/png', 'png', 50, 25]);
  assert.deepEqual(await load('type=image&width=100&height=0&format=jpg'), ['image/jpeg', 'jpeg', 100, 50]);
  assert.deepEqual(await load('type=image&width=640&height=640'), ['image/png', 'png', 200, 100]);
  const some = await fetch(url, { headers: { range: 'bytes=0-3' } });
  assert.deepEqual([some.status, Buffer.from(await some.arrayBuffer())], [206, bytes.subarray(0, 4)]);
  const text = await store('al/no.png', Buffer.from('no picture'));
  assert.equal((await fetch(`${text}?type=image`)).status, 500);
});

test('a form stores what its policy permits, once its time is not over', async () => {
  const token = await adminToken(sandbox);
  const initiate = async (more: object = {}) => {
    const wanted = { name: 'al/f.txt', size: 4, contentType: 'text/plain', ...more };
    return (await call(sandbox, '/object/initiate_form_data', wanted, token)).data as {
      id: string;
      url: string;
      formData: Record<string, string>;
    };
  };
  const post = async (url: string, fields: Record<string, string>, text: string): Promise<number> => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([text]));
    return (await fetch(url, { method: 'POST', body: form })).status;
  };
  const { id, url, formData } = await initiate();
  assert.equal(await post(url, formData, 'five!'), 400);
  assert.equal(await post(url, { ...formData, key: 'openim/else' }, 'four'), 403);
  assert.equal(await post(url, { ...formData, 'Content-Type': 'text/html' }, 'four'), 403);
  const past = await initiate({ millisecond: 1 });
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(await post(past.url, past.formData, 'four'), 403);
  assert.match((await call(sandbox, '/object/complete_form_data', { id }, token)).errDlt, /does not exist/);
  assert.equal(await post(url, formData, 'four'), 200);
  const { data } = await call(sandbox, '/object/complete_form_data', { id }, token);
  assert.equal(await (await fetch(String(data?.url))).text(), 'four');
});

test('files, and a file that was put but not completed, are there after a restart', async (context) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-'));
  context.after(() => rmSync(dataDir, { recursive: true, force: true }));
  const once = { headers: { connection: 'close' } };
  const first = await startSandbox({ dataDir, seed: true });
  const token = await adminToken(first);
  const face = String(first.people[0]?.faceURL);
  const bytes = await (await fetch(face, once)).arrayBuffer();
  const wanted = { hash: hashOf([Buffer.from('put')]), size: 3, maxParts: 1, name: 'half.txt' };
  const begun = (await call(first, '/object/initiate_multipart_upload', wanted, token)).data as unknown as Begun;
  await fetch(String(begun.upload?.sign?.parts[0]?.url), { ...once, method: 'PUT', body: 'put' });
  await first.stop();
  const second = await startSandbox({ dataDir });
  context.after(() => second.stop());
  assert.equal(second.storeURL, first.storeURL);
  assert.deepEqual(await (await fetch(face, once)).arrayBuffer(), bytes);
  const ending = { uploadID: begun.upload?.uploadID, name: 'half.txt', parts: [md5('put')] };
  assert.equal((await call(second, '/object/complete_multipart_upload', ending, token)).errCode, 0);
});

test('only the admin is told of configurations, and nothing that is written there does harm', async () => {
  const admin = await adminToken(sandbox);
  assert.equal((await call(sandbox, '/config/get_config', { configName: 'share.yml' }, al)).errCode, 1002);
  assert.equal((await call(sandbox, '/restart', {}, al)).errCode, 1002);
  assert.match((await call(sandbox, '/config/set_config', {}, admin)).errDlt, /only etcd/);
  assert.equal((await call(sandbox, '/config/reset_config', {}, admin)).errCode, 0);
  assert.equal((await call(sandbox, '/restart', {}, admin)).errCode, 0);
  assert.equal((await call(sandbox, '/object/part_limit', {}, al)).errCode, 0);
});
