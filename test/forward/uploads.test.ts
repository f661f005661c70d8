import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Actor } from '../world/world.ts';
import { openStage, type Stage } from './stage.ts';

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

interface Begun {
  readonly url: string;
  readonly upload: {
    readonly uploadID: string;
    readonly sign: { readonly parts: readonly { readonly url: string }[] };
  };
}

/** As the SDK begins the upload of a file of one part; what it is called tells who asks for what. */
async function begin({ as }: Stage, actor: Actor, { text, name }: { text: string; name: string }): Promise<Begun> {
  const { envelope } = await as(actor, '/object/initiate_multipart_upload', {
    ...{ hash: md5(md5(text)), size: text.length, partSize: 5_242_880, maxParts: -1, cause: '' },
    ...{ name: `${actor.id}/${name}`, contentType: 'text/plain' },
  });
  return envelope.data as Begun;
}

async function complete({ as }: Stage, actor: Actor, file: { uploadID: string; text: string; name: string }) {
  const { envelope } = await as(actor, '/object/complete_multipart_upload', {
    ...{ uploadID: file.uploadID, parts: [md5(file.text)], cause: '' },
    ...{ name: `${actor.id}/${file.name}`, contentType: 'text/plain' },
  });
  return envelope;
}

const read = async ({ world }: Stage, { id }: Actor, name: string): Promise<string | null> => {
  const answer = await fetch(`${world.url}/openim/object/${id}/${name}`);
  return answer.ok ? answer.text() : null;
};

async function upload(stage: Stage, actor: Actor, { text, put, name }: { text: string; put: string; name: string }) {
  const { upload: begun } = await begin(stage, actor, { text, name });
  await fetch(begun.sign.parts[0]?.url ?? '', { method: 'PUT', body: put });
  return complete(stage, actor, { uploadID: begun.uploadID, text, name });
}

test('who knows the hash of a file, and has not the file, does not get it', async () => {
  await using stage = await openStage();
  const { ann, mallory } = stage;
  const text = randomUUID();
  assert.equal((await upload(stage, ann, { text, put: text, name: 'a.txt' })).errCode, 0);
  assert.equal(await read(stage, ann, 'a.txt'), text);

  const begun = await begin(stage, mallory, { text, name: 'stolen.txt' });
  assert.equal(begun.url, '');
  assert.equal(await read(stage, mallory, 'stolen.txt'), null);
  const unput = await complete(stage, mallory, { uploadID: begun.upload.uploadID, text, name: 'stolen.txt' });
  assert.notEqual(unput.errCode, 0);
  const other = 'x'.repeat(text.length);
  await upload(stage, mallory, { text, put: other, name: 'stolen.txt' });
  assert.equal(await read(stage, mallory, 'stolen.txt'), other);
});

test('who began an upload before somebody else put the file gets what they put themselves, and nothing where they did not', async () => {
  await using stage = await openStage();
  const { ann, mallory } = stage;
  const text = randomUUID();
  const { upload: begun } = await begin(stage, mallory, { text, name: 'early.txt' });
  await upload(stage, ann, { text, put: text, name: 'a.txt' });
  const early = { uploadID: begun.uploadID, text, name: 'early.txt' };
  assert.notEqual((await complete(stage, mallory, early)).errCode, 0);
  assert.equal(await read(stage, mallory, 'early.txt'), null);
});

test('who has the same file as somebody else uploads it, and one’s own is there at once the second time', async () => {
  await using stage = await openStage();
  const { ann, bo } = stage;
  const text = randomUUID();
  await upload(stage, ann, { text, put: text, name: 'a.txt' });
  assert.equal((await upload(stage, bo, { text, put: text, name: 'b.txt' })).errCode, 0);
  assert.equal(await read(stage, bo, 'b.txt'), text);
  const again = await begin(stage, ann, { text, name: 'again.txt' });
  assert.equal(again.url, `${stage.world.url}/openim/object/${ann.id}/again.txt`);
  assert.equal(await read(stage, ann, 'again.txt'), text);
});

test('an uploadID is good for who began it, and for no object that it was not made for', async () => {
  await using stage = await openStage();
  const { ann, mallory } = stage;
  const text = randomUUID();
  const { upload: begun } = await begin(stage, ann, { text, name: 'a.txt' });
  await fetch(begun.sign.parts[0]?.url ?? '', { method: 'PUT', body: text });
  const forged = Buffer.from(JSON.stringify({ a: 2, c: 'openim/data/hash/x', d: 1, e: md5(md5(text)) })).toString(
    'base64',
  );
  for (const uploadID of [begun.uploadID, forged, `${forged}.x`, begun.uploadID.replace(/\..*/, '')])
    assert.equal((await complete(stage, mallory, { uploadID, text, name: 'a.txt' })).errCode, 1002);
  assert.equal((await complete(stage, ann, { uploadID: begun.uploadID, text, name: 'a.txt' })).errCode, 0);
});
