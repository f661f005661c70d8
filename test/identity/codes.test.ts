import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { REQUEST, VERIFY } from './documents.ts';
import { halfKey } from './handshake.ts';
import type { Node, Told } from './node.ts';
import { openWorld } from './world.ts';

const ANN = 'ann@example.com';

async function challenge(node: Node, address = ANN): Promise<string> {
  return (await node.request(address)).data.requestOTP.id;
}

interface Try {
  readonly challengeID: string;
  readonly code: string;
  readonly device?: object;
  readonly nickname?: string;
}

const verify = (node: Node, { device, ...input }: Try): Promise<Told> => {
  const usual = { name: 'Test', platform: 'WEB', publicKey: halfKey().publicKey };
  return node.ask({ query: VERIFY, variables: { input: { ...input, device: { ...usual, ...device } } } });
};

/** A code that is not the right one. */
const notThis = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

const triesLeft = async (db: Awaited<ReturnType<typeof openWorld>>['db'], id: string): Promise<number> =>
  (await db('identity.challenges').where({ id }).first('tries_left')).tries_left;

describe('one-time codes', { concurrency: 2 }, () => {
  test('a code has six digits, lives five minutes, and signs in', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const asked = Date.now();
    const { id, expiresAt } = (await node.request(ANN)).data.requestOTP;
    assert.match(await node.code(ANN), /^\d{6}$/);
    assert.ok(Math.abs(Date.parse(expiresAt) - asked - 300_000) < 2_000);
    const { data } = await verify(node, { challengeID: id, code: await node.code(ANN) });
    assert.equal(data.verifyOTP.session.device.name, 'Test');
  });

  test('a wrong code is CODE_WRONG with the tries that are left, and after five the right one is CODE_EXPIRED', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const challengeID = await challenge(node);
    const code = await node.code(ANN);
    const left: unknown[] = [];
    for (let nth = 0; nth < 5; nth += 1) {
      const { status, reason, extensions } = await verify(node, { challengeID, code: notThis(code) });
      assert.deepEqual([status, reason, extensions.code], [200, 'CODE_WRONG', 'BAD_USER_INPUT']);
      left.push(extensions.triesLeft);
    }
    assert.deepEqual(left, [4, 3, 2, 1, 0]);
    assert.equal((await verify(node, { challengeID, code })).reason, 'CODE_EXPIRED');
  });

  test('two hundred guesses at once, on two nodes, spend five tries, and the right code is CODE_EXPIRED then', async () => {
    await using world = await openWorld();
    const [node, other] = [await world.node(), await world.node()];
    const challengeID = await challenge(node);
    const code = await node.code(ANN);
    const guesses = Array.from({ length: 200 }, (_, nth) =>
      verify(nth % 2 === 0 ? node : other, {
        challengeID,
        code: String((Number(code) + 1 + nth) % 1_000_000).padStart(6, '0'),
        device: { id: `device-${nth}` },
      }),
    );
    const reasons = (await Promise.all(guesses)).map(({ reason }) => reason);
    assert.equal(reasons.filter((reason) => reason === 'CODE_WRONG').length, 5);
    assert.equal(reasons.filter((reason) => reason === 'CODE_EXPIRED').length, 195);
    assert.equal((await verify(node, { challengeID, code })).reason, 'CODE_EXPIRED');
  });

  test('the right code sent ten times at once signs in once', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const challengeID = await challenge(node);
    const code = await node.code(ANN);
    const answers = await Promise.all(Array.from({ length: 10 }, () => verify(node, { challengeID, code })));
    assert.equal(answers.filter(({ data }) => data.verifyOTP !== null).length, 1);
    assert.equal((await world.db('identity.sessions')).length, 1);
    assert.equal((await verify(node, { challengeID, code })).reason, 'CODE_EXPIRED');
  });

  test('a code that is too old is CODE_EXPIRED', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const challengeID = await challenge(node);
    await world.db('identity.challenges').update({ expires_at: new Date(Date.now() - 1) });
    assert.equal((await verify(node, { challengeID, code: await node.code(ANN) })).reason, 'CODE_EXPIRED');
  });

  test('a code opens its own challenge only; a challenge that nobody made is CODE_EXPIRED', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const anns = await challenge(node);
    await challenge(node, 'bo@example.com');
    const bos = await node.code('bo@example.com');
    if (bos !== (await node.code(ANN)))
      assert.equal((await verify(node, { challengeID: anns, code: bos })).reason, 'CODE_WRONG');
    assert.equal((await verify(node, { challengeID: 'nobody', code: bos })).reason, 'CODE_EXPIRED');
  });

  test('what is no code, no name, no device or no challenge is refused with its field, and spends no try', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const challengeID = await challenge(node);
    const code = await node.code(ANN);
    const wrong: readonly [string, Try][] = [
      ...['', '12345', '1234567', '12345a', ' 12345', '１２３４５６', `${code}\n`].map((text): [string, Try] => [
        'input.code',
        { challengeID, code: text },
      ]),
      ['input.challengeID', { challengeID: 'not an id', code }],
      ['input.device.id', { challengeID, code, device: { id: 'a b' } }],
      ['input.device.id', { challengeID, code, device: { id: 'x'.repeat(65) } }],
      ['input.device.name', { challengeID, code, device: { name: '  ' } }],
      ['input.device.name', { challengeID, code, device: { name: 'x'.repeat(65) } }],
      ['input.nickname', { challengeID, code, nickname: '' }],
      ['input.nickname', { challengeID, code, nickname: '语'.repeat(65) }],
      ['input.nickname', { challengeID, code, nickname: 'An\u0000n' }],
    ];
    for (const [field, input] of wrong) {
      const { reason, extensions, status } = await verify(node, input);
      assert.deepEqual([status, reason, extensions.field], [200, 'INPUT_INVALID', field], JSON.stringify(input));
    }
    assert.equal(await triesLeft(world.db, challengeID), 5);
    assert.ok((await verify(node, { challengeID, code })).data.verifyOTP);
  });

  test('exactly one of phone and email is asked for', async () => {
    await using world = await openWorld();
    const node = await world.node();
    for (const input of [
      {},
      { email: ANN, phone: '+8613800138000' },
      { email: null },
      { email: 'ann' },
      { phone: '12' },
    ]) {
      const { reason, extensions, data } = await node.ask({ query: REQUEST, variables: { input } });
      assert.equal(extensions.code, 'BAD_USER_INPUT', JSON.stringify(input));
      assert.ok(reason, JSON.stringify(input));
      assert.equal(data?.requestOTP ?? null, null);
    }
    assert.equal((await world.db('identity.challenges')).length, 0);
  });

  test('a mail address in another case is the same account; a number in another country is not', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const first = await node.signIn(ANN);
    const shouted = await node.request('ANN@Example.COM');
    const again = await verify(node, { challengeID: shouted.data.requestOTP.id, code: await node.code(ANN) });
    assert.equal(again.data.verifyOTP.userID, first.userID);
    const [chinese, british] = [await node.signIn('+8613800138000'), await node.signIn('+447400123456')];
    assert.notEqual(chinese.userID, british.userID);
  });
});

describe('an address that has an account, and one that has none', { concurrency: 2 }, () => {
  test('get the same answer, at the price of the same statements', async () => {
    await using world = await openWorld();
    const node = await world.node();
    await node.signIn(ANN);
    const ask = async (address: string): Promise<{ shape: unknown; statements: string[] }> => {
      const statements: string[] = [];
      const listen = ({ sql }: { sql: string }): void => void statements.push(sql);
      node.db.on('query', listen);
      const { status, data } = await node.request(address);
      node.db.removeListener('query', listen);
      const { id, expiresAt, resendAfter } = data.requestOTP;
      return { shape: [status, id.length, typeof expiresAt, typeof resendAfter], statements };
    };
    const [known, unknown] = [await ask(ANN), await ask('nobody@example.com')];
    assert.deepEqual(known, unknown);
    assert.equal(known.statements.length, 1);
  });

  test('a guess at the code costs both the same statements', async () => {
    await using world = await openWorld();
    const node = await world.node();
    await node.signIn(ANN);
    const guess = async (address: string): Promise<string[]> => {
      const challengeID = await challenge(node, address);
      const code = notThis(await node.code(address));
      const statements: string[] = [];
      const listen = ({ sql }: { sql: string }): void => void statements.push(sql);
      node.db.on('query', listen);
      await verify(node, { challengeID, code });
      node.db.removeListener('query', listen);
      return statements;
    };
    assert.deepEqual(await guess(ANN), await guess('nobody@example.com'));
  });
});
