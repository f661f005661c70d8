import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { VERIFY } from './documents.ts';
import { halfKey } from './handshake.ts';
import type { Login, Node, Told } from './node.ts';
import { openWorld } from './world.ts';

const ANN = 'ann@example.com';
const PHONE = '+8613800138000';
const REQUEST = `mutation ($input: RequestOTPInput!) {
  requestAddressChange(input: $input) { id expiresAt resendAfter currentCodeSentTo }
}`;
const CONFIRM = `mutation ($id: ID!, $newCode: String!, $currentCode: String!) {
  confirmAddressChange(id: $id, newCode: $newCode, currentCode: $currentCode) { id phone email }
}`;

const ask = (node: Node, as: Login, input: object): Promise<Told> =>
  node.ask({ query: REQUEST, variables: { input }, as });
const confirm = (node: Node, as: Login, codes: object): Promise<Told> =>
  node.ask({ query: CONFIRM, variables: codes, as });
const notThis = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('a phone number or mail address is changed', { concurrency: 2 }, () => {
  test('with a code from both ends; the old one is told, and signs in to this account no more', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const ann = await node.signIn(ANN);
    const { requestAddressChange: change } = (await ask(node, ann, { email: 'new@example.com' })).data;
    assert.equal(change.currentCodeSentTo, 'EMAIL');
    const codes = { id: change.id, newCode: await node.code('new@example.com'), currentCode: await node.code(ANN) };
    const { data } = await confirm(node, ann, codes);
    assert.deepEqual(data.confirmAddressChange, { id: ann.userID, phone: null, email: 'new@example.com' });
    const notice = node.identity.outbox?.()[0];
    assert.deepEqual([notice?.to, notice?.code], [ANN, '']);
    assert.equal((await node.signIn('new@example.com', { platform: 'IOS' })).userID, ann.userID);
    assert.notEqual((await node.signIn(ANN, { platform: 'LINUX' })).userID, ann.userID);
    assert.equal((await confirm(node, ann, codes)).reason, 'CODE_EXPIRED');
  });

  test('a first phone number is proved together with the mailbox', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const ann = await node.signIn(ANN);
    const { requestAddressChange: change } = (await ask(node, ann, { phone: PHONE })).data;
    assert.equal(change.currentCodeSentTo, 'EMAIL');
    const codes = { id: change.id, newCode: await node.code(PHONE), currentCode: await node.code(ANN) };
    const { data } = await confirm(node, ann, codes);
    assert.deepEqual(data.confirmAddressChange, { id: ann.userID, phone: PHONE, email: ANN });
    assert.equal((await node.signIn(PHONE, { platform: 'IOS' })).userID, ann.userID);
  });

  test('a wrong code is told with its field, and five of them end it', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const ann = await node.signIn(ANN);
    const { id } = (await ask(node, ann, { phone: PHONE })).data.requestAddressChange;
    const [newCode, currentCode] = [await node.code(PHONE), await node.code(ANN)];
    const first = await confirm(node, ann, { id, newCode: notThis(newCode), currentCode });
    assert.deepEqual([first.reason, first.extensions.field, first.extensions.triesLeft], ['CODE_WRONG', 'newCode', 4]);
    for (let nth = 0; nth < 4; nth += 1) {
      const { reason, extensions } = await confirm(node, ann, { id, newCode, currentCode: notThis(currentCode) });
      assert.deepEqual([reason, extensions.field], ['CODE_WRONG', 'currentCode']);
    }
    assert.equal((await confirm(node, ann, { id, newCode, currentCode })).reason, 'CODE_EXPIRED');
    assert.equal((await world.db('identity.accounts').first('phone')).phone, null);
  });

  test('an address that another account has is taken, which only its holder is told', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const [ann] = [await node.signIn(ANN), await node.signIn('bo@example.com')];
    const told = await ask(node, ann, { email: 'bo@example.com' });
    const { id } = told.data.requestAddressChange;
    const codes = { id, newCode: await node.code('bo@example.com'), currentCode: await node.code(ANN) };
    const { reason, extensions } = await confirm(node, ann, codes);
    assert.deepEqual([reason, extensions.code], ['ADDRESS_TAKEN', 'CONFLICT']);
    assert.equal((await node.who(ann)) === 'ok' && (await node.signIn(ANN, { platform: 'IOS' })).userID, ann.userID);
  });

  test('a code for one thing is good for no other: not these for signing in, nor a sign-in’s for these', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const ann = await node.signIn(ANN);
    await ask(node, ann, { email: 'new@example.com' });
    const challenges = await world.db('identity.challenges').where({ purpose: 'newAddress' });
    const device = { name: 'Test', platform: 'WEB', publicKey: halfKey().publicKey };
    const input = { challengeID: challenges[0].id, code: await node.code('new@example.com'), device };
    assert.equal((await node.ask({ query: VERIFY, variables: { input } })).reason, 'CODE_EXPIRED');
  });

  test('somebody else’s change is nobody’s, and what is wrong with the input is named', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const [ann, bo] = [await node.signIn(ANN), await node.signIn('bo@example.com')];
    const { id } = (await ask(node, ann, { phone: PHONE })).data.requestAddressChange;
    const codes = { id, newCode: await node.code(PHONE), currentCode: await node.code(ANN) };
    assert.equal((await confirm(node, bo, codes)).reason, 'CODE_EXPIRED');
    const same = await ask(node, ann, { email: 'ANN@example.com' });
    assert.deepEqual([same.reason, same.extensions.field], ['INPUT_INVALID', 'input.email']);
    const short = await confirm(node, ann, { ...codes, newCode: '123' });
    assert.deepEqual([short.reason, short.extensions.field], ['INPUT_INVALID', 'newCode']);
    const anonymous = await node.ask({ query: REQUEST, variables: { input: { phone: PHONE } } });
    assert.equal(anonymous.reason, 'SIGNATURE_MISSING');
  });
});
