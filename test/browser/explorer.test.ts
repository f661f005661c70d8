import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateSync } from 'otplib';
import { signInAdmin } from '../world/admin.ts';
import { isOperation, openExplorer } from './browser.ts';

test('the page comes from its own origin, whole, without a complaint of the browser', async () => {
  await using explorer = await openExplorer();
  await explorer.open();
  await explorer.signInAs('Ann Berg');
  await explorer.run('A conversation’s page');
  const elsewhere = explorer.requests.map((each) => each.url()).filter((url) => !url.startsWith(explorer.world.url));
  assert.deepEqual(elsewhere, []);
  assert.deepEqual(explorer.complaints, []);
  assert.ok(explorer.requests.some((each) => each.url().endsWith('/explorer/graphiql/graphql-worker.js')));
});

test('one click signs Ann in, and what she runs is signed and shown', async () => {
  await using explorer = await openExplorer();
  await explorer.open();
  await explorer.signInAs('Ann Berg');

  const me = await explorer.run('Who am I');
  assert.match(me.request.headers()['signature-input'] ?? '', /"content-digest".*tag="openim-graphql"/);
  assert.match(me.shown, /"nickname": "Ann Berg"/);

  const list = await explorer.run('Conversation list');
  assert.match(list.shown, /"unreadCount"/);
  assert.match(JSON.stringify(list.answer), /"si_ann_bo"/);
  assert.match(JSON.stringify(list.answer), /"Hill walk on Sunday"/);
});

interface LastMessage {
  readonly conversation: { readonly lastMessage: { readonly content: { readonly summary: string } } };
}

test('every saved operation of a user works on the seeded world', async () => {
  await using explorer = await openExplorer();
  await explorer.open();
  const nobody = await explorer.run('Send a one-time code');
  assert.equal(nobody.request.headers().signature, undefined);
  assert.equal(nobody.answer.errors, undefined);

  await explorer.signInAs('Ann Berg');
  for (const operation of [
    'A conversation’s page',
    'Send a text',
    'Mark read',
    'A group',
    'Friends and requests',
    'Report somebody',
  ]) {
    const { answer } = await explorer.run(operation);
    assert.equal(answer.errors, undefined, operation);
    assert.ok(
      Object.values(answer.data ?? {}).every((field) => field !== null),
      operation,
    );
  }
  const bo = await explorer.world.signIn('bo@example.com');
  const { conversation } = await bo.query<LastMessage, object>(
    '{ conversation(id: "sg_hillwalk") { lastMessage { content { summary } } } }',
  );
  assert.equal(conversation.lastMessage.content.summary, 'Hello from the explorer');
});

test('an admin signs in with a password, asks with a bearer token, and is told when it is wrong', async () => {
  await using explorer = await openExplorer();
  await explorer.open();
  const forAdmins = explorer.page.locator('#operation-list').getByText('Who am I, as an admin');
  assert.equal(await forAdmins.count(), 0);
  await explorer.signInAsAdmin('not the password');
  await explorer.page.getByRole('alert').filter({ hasText: /./ }).waitFor();
  await explorer.page.keyboard.press('Escape');

  await explorer.signInAsAdmin(explorer.world.running.newAdmin?.password ?? '');
  await explorer.page.locator('#acting').getByText('admin@example.com').waitFor();
  await forAdmins.waitFor({ state: 'attached' });
  assert.equal(await explorer.page.locator('#operation-list').getByText('Send a text').count(), 0);
  const { request, shown } = await explorer.run('Who am I, as an admin');
  assert.match(request.headers().authorization ?? '', /^Bearer /);
  assert.match(shown, /"email": "admin@example.com"/);
  const { answer } = await explorer.run('A user, as admins see them');
  assert.equal(answer.errors, undefined);
  assert.match(JSON.stringify(answer), /"ann@example.com"/);
});

test('an admin is offered the operations that their scopes allow, and no others', async () => {
  await using explorer = await openExplorer();
  const { page, world } = explorer;
  const owner = await signInAdmin(world);
  const [email, password] = ['figures@admins.example', 'correct horse battery staple'];
  const { data } = await owner<{ createAdmin: { token: string } }>(
    `mutation { createAdmin(input: { email: "${email}", name: "Fi", roles: [ANALYST] }, reason: "Starts") { token } }`,
  );
  await owner(
    `mutation { acceptAdminInvitation(token: "${data?.createAdmin.token}", password: "${password}") { id } }`,
  );
  await explorer.open();
  await explorer.signInAsAdmin(password, email);
  await page.locator('#acting').getByText(email).waitFor();
  const list = page.locator('#operation-list');
  await list.getByText('Figures of a month').waitFor({ state: 'attached' });
  assert.equal(await list.getByText('Cases that wait').count(), 1);
  assert.equal(await list.getByText('Decide a case').count(), 0);
});

test('an admin with an authenticator app is asked for its code once the password was right', async () => {
  await using explorer = await openExplorer();
  const { page, world } = explorer;
  const ask = await signInAdmin(world);
  const password = world.running.newAdmin?.password ?? '';
  const begun = await ask<{ beginTOTP: { secret: string } }>(
    `mutation { beginTOTP(password: "${password}") { secret } }`,
  );
  const secret = begun.data?.beginTOTP.secret ?? '';
  const codeOf = (step: number): string => generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 * step });
  await ask(`mutation { confirmTOTP(code: "${codeOf(0)}") { recoveryCodes } }`);
  await explorer.open();
  const code = page.getByLabel('Code of your app');
  assert.equal(await code.isVisible(), false);
  await explorer.signInAsAdmin(password);
  await code.waitFor();
  await code.fill(codeOf(1));
  await page.locator('#admin').getByRole('button').click();
  await page.locator('#acting').getByText('admin@example.com').waitFor();
  assert.match((await explorer.run('Who am I, as an admin')).shown, /"email": "admin@example.com"/);
});

test('a token that has run out is traded for a new one, and the operation runs once', async () => {
  await using explorer = await openExplorer();
  const { page } = explorer;
  await explorer.open();
  await explorer.signInAsAdmin(explorer.world.running.newAdmin?.password ?? '');
  await page.locator('#acting').getByText('admin@example.com').waitFor();
  const body = { errors: [{ message: 'Old.', extensions: { code: 'UNAUTHENTICATED', reason: 'TOKEN_EXPIRED' } }] };
  let tokens: string[] = [];
  await page.route('**/graphql', (route, request) => {
    const token = isOperation(request) ? request.headers().authorization : undefined;
    tokens = token === undefined ? tokens : [...tokens, token];
    return tokens.length === 1 && token !== undefined ? route.fulfill({ status: 401, json: body }) : route.continue();
  });
  const { shown } = await explorer.run('Who am I, as an admin');
  assert.match(shown, /"email": "admin@example.com"/);
  assert.equal(new Set(tokens).size, 2);
});

test('the editor knows the schema of who asks, and no other', async () => {
  await using explorer = await openExplorer();
  const { page } = explorer;
  const schemaOf = async (change: () => Promise<void>): Promise<string> => {
    const asked = page.waitForResponse(
      (response) => response.request().postData()?.includes('IntrospectionQuery') ?? false,
    );
    await change();
    return (await asked).text();
  };
  const nobody = await schemaOf(() => explorer.open());
  assert.doesNotMatch(nobody, /"sendMessage"|"currentAdmin"/);
  const ann = await schemaOf(() => explorer.signInAs('Ann Berg'));
  assert.match(ann, /"sendMessage"/);
  assert.doesNotMatch(ann, /"reporter"/);
  await page.locator('#acting').getByText('Ann Berg').waitFor();
  const admin = await schemaOf(() => explorer.signInAsAdmin(explorer.world.running.newAdmin?.password ?? ''));
  assert.match(admin, /"reporter"/);
});

test('a phone number signs a new user in, with the code from the outbox', async () => {
  await using explorer = await openExplorer();
  const { page, world } = explorer;
  await explorer.open();
  await page.locator('#acting').click();
  await page.getByLabel('E-mail or phone').fill('+86 138 0013 8009');
  await page.getByRole('button', { name: 'Send code' }).click();
  const field = page.getByLabel('Code', { exact: true });
  await field.waitFor();
  assert.equal(await field.inputValue(), await world.codeFor('+8613800138009'));
  await page.locator('#code-answer').getByRole('button').click();
  await page.locator('#acting').getByText('+86 138 0013 8009').waitFor();
  const { shown } = await explorer.run('Who am I');
  assert.match(shown, /"phone": "\+8613800138009"/);
});

/** Of whoever is kept in this browser: what can be done with their key, and whether its bytes can be had. */
const KEPT_KEYS = `new Promise((resolve) => {
  const opening = indexedDB.open('openim-graphql explorer');
  opening.onsuccess = () => {
    const all = opening.result.transaction('people').objectStore('people').getAll();
    all.onsuccess = () => resolve(all.result.map(({ session }) => session && {
      extractable: session.key.extractable, usages: session.key.usages,
    }));
  };
})`;

test('a reload keeps the session, under a key that cannot be read; signing out ends it', async () => {
  await using explorer = await openExplorer();
  const { page, world } = explorer;
  await explorer.open();
  await explorer.signInAs('Ann Berg');
  assert.deepEqual(await page.evaluate(KEPT_KEYS), [{ extractable: false, usages: ['sign'] }]);

  await explorer.open();
  assert.match((await explorer.run('Who am I')).shown, /"nickname": "Ann Berg"/);

  await page.locator('#acting').click();
  await page.getByRole('button', { name: 'Sign out Ann Berg' }).click();
  await page.locator('#acting').getByText('Nobody').waitFor();
  await page.keyboard.press('Escape');
  const { request, answer } = await explorer.run('Who am I');
  assert.equal(request.headers().signature, undefined);
  assert.match(JSON.stringify(answer.errors), /SIGNATURE_MISSING/);
  assert.equal(world.log.join('\n').includes('ann@example.com'), false);
});

test('two people can be signed in at once, and the tab asks as the one who was picked', async () => {
  await using explorer = await openExplorer();
  const { page } = explorer;
  await explorer.open();
  await explorer.signInAs('Ann Berg');
  await explorer.signInAs('Bo Lindqvist');
  assert.match((await explorer.run('Who am I')).shown, /"nickname": "Bo Lindqvist"/);
  await page.locator('#acting').click();
  await page.locator('#identity-list').getByRole('button', { name: 'Ann Berg', exact: true }).click();
  assert.match((await explorer.run('Who am I')).shown, /"nickname": "Ann Berg"/);
});

test('a computer whose clock is wrong learns the gateway’s', async () => {
  await using explorer = await openExplorer();
  await explorer.page.clock.setSystemTime(Date.now() + 600_000);
  await explorer.open();
  await explorer.signInAs('Ann Berg');
  const { answer } = await explorer.run('Who am I');
  assert.equal(answer.errors, undefined);
});

test('a session that a sign-in elsewhere has ended is forgotten at its first refusal', async () => {
  await using explorer = await openExplorer({ OTP_LIMITS: 'resend=1' });
  const { page, world } = explorer;
  await explorer.open();
  await explorer.signInAs('Ann Berg');
  await page.waitForTimeout(1_000);
  // In a browser too, where OpenIM's login policy lets one device in at a time.
  await world.signIn('ann@example.com');
  const { shown } = await explorer.run('Who am I', 401);
  assert.match(shown, /"SESSION_REVOKED"/);
  await page.locator('#acting').getByText('Nobody').waitFor();
});
