import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import pg from 'pg';
import { emptyDatabase } from '../world/database.ts';
import { openWorld } from '../world/world.ts';
import {
  COMPLETE,
  CREATE,
  complete,
  create,
  inputOf,
  MIB,
  md5,
  openTown,
  refusal,
  SIGN,
  send,
  sign,
  store,
} from './upload-kit.ts';

test('a file of one part is put where its upload says, and is a Media, for four calls of OpenIM and eleven statements', async () => {
  await using town = await openTown();
  const { world, ann, load } = town;
  // What a fresh start does beside is done by then.
  await store(ann, randomBytes(10));
  const bytes = randomBytes(1000);
  const { result, statements, calls } = await world.price(async () => {
    const { id, state, parts, media } = await create(ann, inputOf(bytes));
    assert.deepEqual([state, media, parts.map(({ method, size }) => [method, size])], ['OPEN', null, [['PUT', 1000]]]);
    assert.equal(await send(parts[0] ?? assert.fail(), bytes), 200);
    return complete(ann, id);
  });
  assert.deepEqual([result.mimeType, result.size], ['image/png', 1000]);
  const loaded = await load(result.url);
  assert.ok(loaded.bytes.equals(bytes));
  assert.equal(loaded.type, 'image/png');
  const routes = ['part_size', 'initiate_multipart_upload', 'complete_multipart_upload'];
  assert.deepEqual(
    routes.map((route) => calls(`/object/${route}`)),
    [1, 2, 1],
  );
  assert.equal(calls(), 4);
  assert.equal(statements, 11);
});

test('a file of several parts is put in any order, and its unfinished upload is found again with what is missing', async () => {
  await using town = await openTown();
  const { ann, load } = town;
  const bytes = randomBytes(11 * MIB);
  const first = await create(ann, inputOf(bytes, { name: 'big.bin', mimeType: 'application/octet-stream' }));
  assert.deepEqual(
    first.parts.map(({ partNumber, offset, size }) => [partNumber, offset, size]),
    [
      [1, 0, 5 * MIB],
      [2, 5 * MIB, 5 * MIB],
      [3, 10 * MIB, MIB],
    ],
  );
  assert.equal(await send(first.parts[2] ?? assert.fail(), bytes), 200);
  await sign(ann, { uploadID: first.id, partNumbers: [], storedParts: [3] });
  const again = await create(ann, inputOf(bytes, { name: 'big.bin', mimeType: 'application/octet-stream' }));
  assert.deepEqual([again.id, again.parts.map(({ partNumber }) => partNumber)], [first.id, [1, 2]]);
  assert.equal(await refusal(ann, COMPLETE, { id: first.id }), 'UPLOAD_INCOMPLETE');
  const anew = await sign(ann, { uploadID: first.id, partNumbers: [2, 1] });
  for (const part of anew.parts) assert.equal(await send(part, bytes), 200);
  const media = await complete(ann, first.id);
  assert.deepEqual(await complete(ann, first.id), media);
  assert.ok((await load(media.url)).bytes.equals(bytes));
  assert.equal(await refusal(ann, SIGN, { uploadID: first.id }), 'UPLOAD_COMPLETE');
});

test('a file that its owner has stored before is complete at once, under another name too', async () => {
  await using town = await openTown();
  const { world, ann, load } = town;
  const bytes = randomBytes(500);
  const media = await store(ann, bytes);
  const same = await world.price(() => create(ann, inputOf(bytes)));
  assert.deepEqual([same.result.state, same.result.parts, same.result.media], ['COMPLETE', [], media]);
  assert.equal(same.calls('/object/initiate_multipart_upload'), 0);
  const other = await create(ann, inputOf(bytes, { name: 'lake.png' }));
  assert.equal(other.state, 'COMPLETE');
  assert.notEqual(other.media?.id, media.id);
  assert.ok((await load(String(other.media?.url))).bytes.equals(bytes));
});

test('whoever knows only the MD5s of a file does not get it: the bytes are sent all the same, in a form, and what was sent is what they have', async () => {
  await using town = await openTown();
  const { ann, bo, load } = town;
  const [hers, his] = [randomBytes(700), randomBytes(700)];
  await store(ann, hers);
  const { id, state, parts } = await create(bo, inputOf(hers));
  assert.deepEqual([state, parts.length, parts[0]?.method, parts[0]?.size], ['OPEN', 1, 'POST', 700]);
  assert.equal(await refusal(bo, COMPLETE, { id }), 'UPLOAD_INCOMPLETE');
  assert.equal(await send(parts[0] ?? assert.fail(), his), 200);
  assert.ok((await load((await complete(bo, id)).url)).bytes.equals(his));
  const third = await create(bo, inputOf(hers, { name: 'again.png' }));
  assert.deepEqual([third.state, third.parts[0]?.method], ['OPEN', 'POST'], 'a form proves no MD5');
});

test('whoever knows only the MD5s of a file does not get it by having asked before it was stored', async () => {
  await using town = await openTown();
  const { ann, bo, load } = town;
  for (const bytes of [randomBytes(800), randomBytes(6 * MIB)]) {
    const early = await create(bo, inputOf(bytes));
    await store(ann, bytes);
    assert.equal(await refusal(bo, COMPLETE, { id: early.id }), 'UPLOAD_INCOMPLETE');
    const { parts } = await sign(bo, { uploadID: early.id });
    assert.deepEqual(
      parts.map(({ method, size }) => [method, size]),
      [['POST', bytes.length]],
    );
    assert.equal(await send(parts[0] ?? assert.fail(), bytes), 200);
    assert.ok((await load((await complete(bo, early.id)).url)).bytes.equals(bytes), 'who has the bytes has the file');
  }
});

test('an upload is refused to everybody but its owner, as if it were not there', async () => {
  await using town = await openTown();
  const { world, ann, bo } = town;
  const bytes = randomBytes(100);
  const { id } = await create(ann, inputOf(bytes, { name: 'mine.png' }));
  for (const uploadID of [id, 'none', '']) {
    assert.equal(await refusal(bo, SIGN, { uploadID }), 'NOT_FOUND');
    assert.equal(await refusal(bo, COMPLETE, { id: uploadID }), 'NOT_FOUND');
  }
  assert.deepEqual(
    (await world.visitor().query<unknown, object>(COMPLETE, { id })).errors[0]?.extensions.reason,
    'SIGNATURE_MISSING',
  );
});

test('an upload is refused when the store holds another size than was told, in one part and in several', async () => {
  await using town = await openTown();
  const { ann } = town;
  const small = randomBytes(100);
  const one = await create(ann, inputOf(small, { size: 99 }));
  assert.equal(await send({ ...(one.parts[0] ?? assert.fail()), size: 100 }, small), 200);
  assert.equal(await refusal(ann, COMPLETE, { id: one.id }), 'UPLOAD_INCOMPLETE');
  const big = randomBytes(11 * MIB);
  const [head, tail] = [big.subarray(0, 5 * MIB), big.subarray(5 * MIB)];
  const lie = inputOf(big, { size: 5 * MIB + 1, partMD5s: inputOf(head).partMD5s.concat(md5(tail)) });
  const two = await create(ann, lie);
  for (const part of two.parts)
    assert.equal(await send({ ...part, size: part.partNumber === 1 ? 5 * MIB : tail.length }, big), 200);
  assert.equal(await refusal(ann, COMPLETE, { id: two.id }), 'UPLOAD_INCOMPLETE');
  const [form] = (await sign(ann, { uploadID: two.id })).parts;
  assert.equal(await send({ ...(form ?? assert.fail()), size: big.length }, big), 400, 'the form limits it');
});

test('an upload is refused for what cannot be stored, before OpenIM is asked', async () => {
  await using town = await openTown();
  const { world, ann } = town;
  const bytes = randomBytes(10);
  const wrong: [object, string][] = [
    [{ size: 0 }, 'INPUT_INVALID'],
    [{ size: 1.5 }, 'INPUT_INVALID'],
    [{ size: 12 * MIB + 1 }, 'UPLOAD_TOO_LARGE'],
    [{ name: ' ' }, 'INPUT_INVALID'],
    [{ mimeType: 'png' }, 'INPUT_INVALID'],
    [{ mimeType: 'image/png; charset=x' }, 'INPUT_INVALID'],
    [{ mimeType: 'image/svg+xml' }, 'UPLOAD_TYPE_REFUSED'],
    [{ mimeType: 'Text/HTML' }, 'UPLOAD_TYPE_REFUSED'],
    [{ mimeType: 'application/x-unheard-of' }, 'UPLOAD_TYPE_REFUSED'],
    [{ partMD5s: ['0'] }, 'INPUT_INVALID'],
    [{ partMD5s: ['A'.repeat(32)] }, 'INPUT_INVALID'],
  ];
  const { calls } = await world.price(async () => {
    for (const [more, reason] of wrong)
      assert.equal(await refusal(ann, CREATE, { input: inputOf(bytes, more) }), reason, JSON.stringify(more));
  });
  assert.equal(calls(), 0);
  const uncounted = inputOf(bytes, { partMD5s: [] });
  assert.equal(await refusal(ann, CREATE, { input: uncounted }), 'INPUT_INVALID');
  assert.equal(
    await refusal(ann, SIGN, { uploadID: (await create(ann, inputOf(bytes))).id, partNumbers: [2] }),
    'INPUT_INVALID',
  );
});

test('an upload is refused once the quota is used up, however many ask at once', async () => {
  await using town = await openTown();
  const { world } = town;
  const cleo = await world.signIn('cleo@example.com');
  const asked = Array.from({ length: 10 }, () => inputOf(randomBytes(12), { size: 10 * MIB, partMD5s: fakes() }));
  const reasons = await Promise.all(asked.map((input) => refusal(cleo, CREATE, { input })));
  assert.equal(reasons.filter((reason) => reason === 'UPLOAD_QUOTA').length, 2);
  const { uploadLimits } = await cleo.query<{ uploadLimits: object }, object>(
    '{ uploadLimits { maxBytes quotaBytes quotaDays remainingBytes partSize(size: 1) partLimits { minPartSize maxPartSize maxParts } } }',
  );
  const limits = { maxBytes: 12 * MIB, quotaBytes: 80 * MIB, quotaDays: 30, remainingBytes: 0, partSize: 5 * MIB };
  const partLimits = { minPartSize: 5 * MIB, maxPartSize: 5120 * MIB, maxParts: 10_000 };
  assert.deepEqual(uploadLimits, { ...limits, partLimits });
});

test('an upload that nobody completed within a day is over, and forgotten at the next start', async () => {
  await using database = await emptyDatabase();
  await using undo = new AsyncDisposableStack();
  const sql = new pg.Client(database.url);
  await sql.connect();
  undo.defer(() => sql.end());
  const environment = { DATABASE_URL: database.url };
  const unfinished = async () => (await sql.query('select id from media.uploads')).rows.length;
  {
    await using world = await openWorld(environment);
    const ann = await world.signIn('ann@example.com');
    const bytes = randomBytes(30);
    const { id } = await create(ann, inputOf(bytes));
    await sql.query("update media.uploads set expires_at = now() - interval '1 second'");
    assert.equal(await refusal(ann, COMPLETE, { id }), 'UPLOAD_EXPIRED');
    assert.equal(await refusal(ann, SIGN, { uploadID: id }), 'UPLOAD_EXPIRED');
    assert.notEqual((await create(ann, inputOf(bytes))).id, id);
    assert.equal(await unfinished(), 2);
  }
  await using world = await openWorld(environment);
  await world.running.stop();
  assert.equal(await unfinished(), 1);
});

test('an upload is not begun anew for ever', async () => {
  await using town = await openTown();
  const { ann } = town;
  const { id } = await create(ann, inputOf(randomBytes(40)));
  for (let count = 2; count <= 50; count += 1) await sign(ann, { uploadID: id });
  assert.equal(await refusal(ann, SIGN, { uploadID: id }), 'UPLOAD_SPENT');
  assert.equal(await refusal(ann, COMPLETE, { id }), 'UPLOAD_SPENT');
});

test('two who complete the same bytes at once are one after the other', async () => {
  await using town = await openTown();
  const { ann } = town;
  const bytes = randomBytes(50);
  const { id, parts } = await create(ann, inputOf(bytes));
  assert.equal(await send(parts[0] ?? assert.fail(), bytes), 200);
  const reasons = await Promise.all([1, 2, 3].map(() => refusal(ann, COMPLETE, { id })));
  assert.ok(reasons.includes(undefined), String(reasons));
  for (const reason of reasons) assert.ok(reason === undefined || reason === 'UPLOAD_BUSY', reason);
});

test('whatever a file is called, it lies below its owner and leads nowhere else', async () => {
  await using town = await openTown();
  const { ann, load } = town;
  const names: [string, string][] = [
    ['../../bo/face.png', 'bo_face.png'],
    ['..', 'file'],
    ['/etc/passwd', 'etc_passwd'],
    ['a\\b\u202Egnp.exe', 'a_b_gnp.exe'],
    ['a%2F..%2Fb?x=1#y.png', 'a_2F._2Fb_x_1_y.png'],
    ['смета 2024.xlsx', 'смета_2024.xlsx'],
    [`${'長'.repeat(250)}.png`, `${'長'.repeat(65)}.png`],
  ];
  for (const [given, kept] of names) {
    const bytes = randomBytes(20);
    const upload = await create(ann, inputOf(bytes, { name: given }));
    assert.equal(upload.name, kept);
    assert.equal(await send(upload.parts[0] ?? assert.fail(), bytes), 200);
    const { url } = await complete(ann, upload.id);
    assert.match(new URL(url).pathname, /^\/openim\/object\/ann\/[\w-]{24}\/[^/]+$/);
    assert.ok((await load(url)).bytes.equals(bytes));
  }
});

test("OpenIM's own upload id, and where it keeps things, are told to nobody", async () => {
  await using town = await openTown();
  const { world, ann } = town;
  const answer = JSON.stringify(await create(ann, inputOf(randomBytes(6 * MIB))));
  assert.doesNotMatch(answer, /eyJ/);
  assert.ok(world.log.every((line) => !line.includes('eyJhIjo')));
});

const fakes = (): string[] => [md5(randomBytes(8)), md5(randomBytes(8))];
