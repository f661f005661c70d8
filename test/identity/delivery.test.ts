import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { VERIFY } from './documents.ts';
import { halfKey } from './handshake.ts';
import { openHook } from './hook.ts';
import { openMailServer } from './mail-server.ts';
import { openWorld } from './world.ts';

const ANN = 'ann@example.com';
const smtp = (port: number, more = '') => ({ mail: `smtp://127.0.0.1:${port}${more}`, call: null });

async function until(fits: () => boolean): Promise<void> {
  for (let looks = 0; looks < 500 && !fits(); looks += 1) await pause(20);
  assert.ok(fits());
}

describe('codes are delivered', { concurrency: 2 }, () => {
  test('to the outbox, newest first, and a hundred are kept', async () => {
    await using world = await openWorld();
    const node = await world.node();
    await node.request(ANN);
    await node.request('+8613800138000');
    await node.code('+8613800138000');
    const messages = node.identity.outbox?.() ?? [];
    assert.deepEqual(
      messages.map(({ to }) => to),
      ['+8613800138000', ANN],
    );
    const [{ code, text, at } = { code: '', text: '', at: '' }] = messages;
    assert.ok(text.includes(code));
    assert.ok(Math.abs(Date.parse(at) - Date.now()) < 5_000);
    for (let nth = 0; nth < 101; nth += 1) await node.request(`user${nth}@example.com`, `192.0.2.${nth}`);
    await node.code('user100@example.com');
    assert.equal(node.identity.outbox?.().length, 100);
    assert.equal(node.identity.outbox?.()[0]?.to, 'user100@example.com');
  });

  test('by mail, to that one address, and the code in it signs in', async () => {
    await using mail = await openMailServer();
    await using world = await openWorld({ otpDelivery: smtp(mail.port, '?from=hello@chat.example') });
    const node = await world.node();
    assert.equal(node.identity.outbox, null);
    const challengeID = (await node.request(ANN)).data.requestOTP.id;
    await until(() => mail.mails.length === 1);
    const { to, from, data } = mail.mails[0] ?? { to: [], from: '', data: '' };
    assert.deepEqual([to, from], [[ANN], 'hello@chat.example']);
    assert.match(data, /^Subject: Your sign-in code$/m);
    const code = /code is (\d{6})/.exec(data)?.[1] ?? '';
    const device = { name: 'Test', platform: 'WEB', publicKey: halfKey().publicKey };
    const { data: answer } = await node.ask({ query: VERIFY, variables: { input: { challengeID, code, device } } });
    assert.equal(typeof answer.verifyOTP.userID, 'string');
    assert.ok(!world.log.join('').includes(code) && !world.log.join('').includes(ANN));
  });

  test('by mail only to mailboxes: a phone number is refused, and counts for nothing', async () => {
    await using mail = await openMailServer();
    await using world = await openWorld({ otpDelivery: smtp(mail.port) });
    const node = await world.node();
    const { reason, extensions } = await node.request('+8613800138000');
    assert.deepEqual([reason, extensions.field], ['INPUT_INVALID', 'input.phone']);
    assert.equal((await world.db('identity.challenges')).length, 0);
  });

  test('by a signed call to whoever sends text messages, tried again with the same id', async () => {
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    await using hook = await openHook([503, 204]);
    await using world = await openWorld({ otpDelivery: { mail: null, call: { url: hook.url, secret } } });
    const node = await world.node();
    await node.request('+8613800138000');
    await until(() => hook.calls.length === 2);
    const [first, second] = hook.calls;
    assert.equal(first?.headers['webhook-id'], second?.headers['webhook-id']);
    const told = new Webhook(secret).verify(second?.body ?? '', second?.headers ?? {}) as Record<string, string>;
    assert.deepEqual([told.purpose, told.channel, told.to, told.language], ['signIn', 'phone', '+8613800138000', 'en']);
    assert.ok(told.code && told.text?.includes(told.code));
    assert.throws(() => new Webhook(secret).verify(`${second?.body} `, second?.headers ?? {}));
    const log = world.log.join('');
    assert.match(log, /HTTP 503/);
    assert.ok(!log.includes('13800138000') && !log.includes(told.code ?? '—'));
  });

  test('mailboxes by mail and phones by the call, where both are set; in an operator’s own words', async () => {
    await using mail = await openMailServer();
    await using hook = await openHook([200]);
    const call = { url: hook.url, secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` };
    const otpTexts = { en: { signIn: { subject: 'Hello', text: 'Say {code} within {minutes} minutes.' } } };
    await using world = await openWorld({ otpDelivery: { ...smtp(mail.port), call }, otpTexts });
    const node = await world.node();
    await Promise.all([node.request(ANN), node.request('+8613800138000')]);
    await until(() => mail.mails.length === 1 && hook.calls.length === 1);
    assert.match(mail.mails[0]?.data ?? '', /Say \d{6} within 5 minutes\./);
    assert.match(JSON.parse(hook.calls[0]?.body ?? '{}').text, /^Say \d{6} within 5 minutes\.$/);
  });

  test('behind the answer: a mail server that says nothing is not waited for', async () => {
    const silent = createServer(() => undefined).unref();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    await using world = await openWorld({ otpDelivery: smtp((silent.address() as { port: number }).port) });
    const node = await world.node();
    // It is never said to be well: who waited for it would wait half a minute, until the mailer gives up.
    const late = AbortSignal.timeout(15_000);
    assert.ok((await node.request(ANN)).data.requestOTP);
    assert.equal(late.aborted, false);
    silent.close();
  });

  test('again after a mail server’s refusal, which is logged without address or code', async () => {
    await using mail = await openMailServer();
    await using world = await openWorld({ otpDelivery: smtp(mail.port) });
    const node = await world.node();
    mail.refusals = 1;
    await node.request(ANN);
    await until(() => mail.mails.length === 1);
    const log = world.log.join('');
    assert.match(log, /a code was not delivered/);
    assert.ok(!log.includes(ANN));
    assert.ok(!log.includes(/code is (\d{6})/.exec(mail.mails[0]?.data ?? '')?.[1] ?? '—'));
  });
});
