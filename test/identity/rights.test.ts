import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { unzip } from '../world/unzip.ts';
import type { Login, Node } from './node.ts';
import { openOffice } from './office.ts';
import { openWorld, type World } from './world.ts';

const ANN = 'ann@example.com';
const EXPORT = 'mutation { exportMyData { url expiresAt } }';
const ERASURE =
  'id userID requestedAt finishedAt steps { owner problem doneAt erased { what count } kept { what why } }';
const ERASE_ME = `mutation ($challengeID: ID!, $code: String!) {
  eraseMyAccount(challengeID: $challengeID, code: $code) { ${ERASURE} }
}`;

/** What stands behind the address that was given out. */
const download = (node: Node, url: string): Promise<Response> =>
  fetch(new URL(new URL(url).pathname, `http://127.0.0.1:${node.port}`));

async function exported(node: Node, ann: Login): Promise<Map<string, string>> {
  const { data } = await node.ask({ query: EXPORT, as: ann });
  const answer = await download(node, data.exportMyData.url);
  assert.equal(answer.headers.get('content-type'), 'application/zip');
  return unzip(Buffer.from(await answer.arrayBuffer()));
}

/** Until every erasure has come to its end; it is begun by itself. */
async function erased({ db }: World): Promise<void> {
  for (let looks = 0; looks < 400; looks += 1) {
    const [open] = await db('identity.erasures').whereNull('finished_at');
    if (open === undefined) return;
    await pause(25);
  }
  assert.fail('an erasure goes on and on');
}

describe('a copy of everything that is held', { concurrency: 2 }, () => {
  test('is an archive whose manifest tells rows, bytes and hash of each file', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const ann = await node.signIn(ANN);
    await node.signIn('bo@example.com');
    const files = await exported(node, ann);
    const manifest = JSON.parse(files.get('manifest.json') ?? '{}');
    assert.equal(manifest.userID, ann.userID);
    const told = new Map(manifest.files.map((file: { name: string }) => [file.name, file]));
    assert.deepEqual([...told.keys(), 'manifest.json'].sort(), [...files.keys()].sort());
    for (const [name, file] of told as Map<string, { rows: number; bytes: number; sha256: string }>) {
      const text = files.get(name) ?? '';
      const sha256 = createHash('sha256').update(text).digest('hex');
      const rows = text.split('\n').length - 1;
      assert.deepEqual([file.rows, file.bytes, file.sha256], [rows, Buffer.byteLength(text), sha256], name);
    }
    const all = [...files.values()].join('');
    assert.ok(all.includes(ANN) && !all.includes('bo@example.com'));
    assert.equal(JSON.parse(files.get('identity/devices.user_id.jsonl') ?? '').id, ann.deviceID);
    assert.ok(!all.includes('sealed_key'));
  });

  test('is given out once, within its time, and to nobody without the ticket', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const ann = await node.signIn(ANN);
    const { url } = (await node.ask({ query: EXPORT, as: ann })).data.exportMyData;
    await (await download(node, url)).arrayBuffer();
    assert.equal((await download(node, url)).status, 404);
    assert.equal((await download(node, 'https://chat.example/exports/guess')).status, 404);
    const { url: late } = (await node.ask({ query: EXPORT, as: ann })).data.exportMyData;
    await world.db('identity.exports').update({ expires_at: new Date(Date.now() - 1) });
    assert.equal((await download(node, late)).status, 404);
    await node.ask({ query: EXPORT, as: ann });
    assert.equal((await node.ask({ query: EXPORT, as: ann })).reason, 'RATE_LIMITED');
  });

  test('is for an admin who may see all of it, with a reason', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const ann = await office.node.signIn(ANN);
    const query = `mutation ($userID: ID!, $reason: String!) {
      exportUserData(userID: $userID, reason: $reason) { url }
    }`;
    const { exportUserData } = await office.do(query, { userID: ann.userID, reason: 'asked by letter' });
    assert.equal((await download(office.node, exportUserData.url)).status, 200);
    assert.equal((await office.ask(query, { userID: 'nobody', reason: 'x' })).reason, 'NOT_FOUND');
    assert.equal((await office.ask(query, { userID: ann.userID, reason: '' })).extensions.field, 'reason');
    await world.db('identity.admins').update({ roles: ['SUPPORT'] });
    assert.equal((await office.ask(query, { userID: ann.userID, reason: 'x' })).reason, 'SCOPE_MISSING');
  });
});

describe('an erasure', { concurrency: 2 }, () => {
  test('takes a fresh code; then the account ends at once, and what was held is gone', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const ann = await node.signIn(ANN);
    const asked = await node.ask({ query: 'mutation { requestAccountErasure { id } }', as: ann });
    const challengeID = asked.data.requestAccountErasure.id;
    const code = await node.code(ANN);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    const refused = await node.ask({ query: ERASE_ME, variables: { challengeID, code: wrong }, as: ann });
    assert.equal(refused.reason, 'CODE_WRONG');
    const { data } = await node.ask({ query: ERASE_ME, variables: { challengeID, code }, as: ann });
    assert.equal(data.eraseMyAccount.userID, ann.userID);
    assert.equal(await node.who(ann), 'SESSION_REVOKED');
    await erased(world);
    assert.notEqual((await world.db('identity.erasures').first()).finished_at, null);
    const [account, ...more] = await world.db('identity.accounts');
    assert.deepEqual([account.phone, account.email, account.nickname, more], [null, null, '', []]);
    for (const table of ['sessions', 'devices', 'directory'])
      assert.deepEqual(await world.db(`identity.${table}`), [], table);
    assert.notEqual((await node.signIn(ANN)).userID, ann.userID);
  });

  test('by an admin tells of each step what went and what stays; asked for twice, it is one', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const ann = await office.node.signIn(ANN);
    const query = `mutation ($userID: ID!) { eraseUser(userID: $userID, reason: "asked by letter") { id } }`;
    const { id } = (await office.do(query, { userID: ann.userID })).eraseUser;
    assert.equal((await office.do(query, { userID: ann.userID })).eraseUser.id, id);
    await erased(world);
    const { erasure } = await office.do(`query ($id: ID!) { erasure(id: $id) { ${ERASURE} } }`, { id });
    assert.notEqual(erasure.finishedAt, null);
    const [step] = erasure.steps;
    assert.deepEqual([erasure.steps.length, step.owner, step.problem], [1, 'identity', null]);
    assert.ok(step.erased.some(({ what }: { what: string }) => what === 'Devices'));
    assert.ok(step.kept.every(({ why }: { why: string }) => why.length > 0));
    assert.equal((await office.ask(query, { userID: 'nobody' })).reason, 'NOT_FOUND');
    assert.equal((await office.do('{ erasure(id: "none") { id } }')).erasure, null);
  });

  test('a code for somebody else’s erasure, or for signing in, erases nobody', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const [ann, bo] = [await node.signIn(ANN), await node.signIn('bo@example.com')];
    const asked = await node.ask({ query: 'mutation { requestAccountErasure { id } }', as: bo });
    const theirs = { challengeID: asked.data.requestAccountErasure.id, code: await node.code('bo@example.com') };
    assert.equal((await node.ask({ query: ERASE_ME, variables: theirs, as: ann })).reason, 'CODE_EXPIRED');
    const signIn = (await node.request(ANN)).data.requestOTP.id;
    const own = { challengeID: signIn, code: await node.code(ANN) };
    assert.equal((await node.ask({ query: ERASE_ME, variables: own, as: ann })).reason, 'CODE_EXPIRED');
    assert.deepEqual([await node.who(ann), await node.who(bo)], ['ok', 'ok']);
  });
});
