import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateSync } from 'otplib';
import pg from 'pg';
import { startSandbox } from '../sandbox/index.ts';
import { generateSessionKEK } from '../subgraphs/identity/keys/kek.ts';
import { signInAdmin } from './world/admin.ts';
import { emptyDatabase } from './world/database.ts';
import { type Actor, openWorld, type World } from './world/world.ts';

const OPENIM_SECRET = 'marked-openim-secret-4711';
const PHONE = '+8613800138777';
const EMAIL = 'marked.bo@example.com';
const TEXT = 'marked words that one friend says to another';
const WRONG_PASSWORD = 'marked-password-that-is-wrong';

/** By what it is: each was planted somewhere, and may be told in few places. */
type Planted = Map<string, string>;

/** As it is, and as it looks in an address, in JSON inside JSON, and in base64. */
const spellings = (text: string): string[] => [
  text,
  encodeURIComponent(text),
  JSON.stringify(text).slice(1, -1),
  Buffer.from(text).toString('base64').replace(/=+$/, ''),
  Buffer.from(text).toString('hex'),
];

function assertAbsent(planted: Planted, place: string, text: string): void {
  for (const [what, value] of planted)
    for (const spelling of spellings(value)) assert.ok(!text.includes(spelling), `${what} stands in ${place}`);
}

const SEND = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { id } }';

/** Everything that people do, and what of it nobody else is to know. */
async function live(world: World, ann: Actor, bo: Actor): Promise<Planted> {
  const input = { userID: bo.id, content: { text: { text: TEXT } } };
  const sent = await ann.client.query(SEND, { input });
  assert.equal(sent.errors.length, 0, JSON.stringify(sent.errors));
  await bo.client.query('{ conversations { nodes { messages(first: 5) { nodes { content { summary } } } } } }');
  await ann.client.query(SEND, { input: { ...input, colour: TEXT } });
  await ann.client.query(SEND, { input: { groupID: 'no-such-group', content: { text: { text: TEXT } } } });
  await ann.client.query(`{ user(id: "${bo.id}") { ${'nickname '.repeat(2)} nonsense(text: "${TEXT}") } }`);
  for (const body of [`{"query": "{ me }", "variables": {"text": "${TEXT}"`, JSON.stringify({ query: `# ${TEXT}\n{` })])
    await fetch(`${world.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  await fetch(`${world.url}/no-such-route?text=${encodeURIComponent(TEXT)}&token=${ann.session.imToken}`);
  return new Map([
    ["Ann's token for OpenIM", ann.session.imToken ?? ''],
    ["Bo's token for OpenIM", bo.session.imToken ?? ''],
    ['a code', await world.codeFor(EMAIL)],
  ]);
}

/** Everything that an admin has to keep to themselves. */
async function administer(world: World): Promise<Planted> {
  const password = world.running.newAdmin?.password ?? '';
  const ask = await signInAdmin(world);
  const begun = await ask<{ beginTOTP: { secret: string } }>(
    `mutation { beginTOTP(password: "${password}") { secret } }`,
  );
  const secret = begun.data?.beginTOTP.secret ?? '';
  const code = generateSync({ secret, epoch: Math.floor(Date.now() / 1000) });
  const confirmed = await ask<{ confirmTOTP: { recoveryCodes: string[] } }>(
    `mutation { confirmTOTP(code: "${code}") { recoveryCodes } }`,
  );
  const [recovery = ''] = confirmed.data?.confirmTOTP.recoveryCodes ?? [];
  const login = `mutation ($password: String!, $totp: String) {
    adminLogin(email: "admin@example.com", password: $password, totp: $totp) { accessToken refreshToken }
  }`;
  await ask(login, { password: WRONG_PASSWORD });
  const [, second = ''] = confirmed.data?.confirmTOTP.recoveryCodes ?? [];
  const tokens = await ask<{ adminLogin: { accessToken: string; refreshToken: string } }>(login, {
    password,
    totp: second,
  });
  const made = await ask<{ createAdmin: { token: string } }>(`mutation {
    createAdmin(input: { email: "marked.admin@example.com", name: "M", roles: [SUPPORT] }, reason: "Needed") { token }
  }`);
  const planted = new Map([
    ["an admin's password", password],
    ['a password that was wrong', WRONG_PASSWORD],
    ['the secret of an authenticator app', secret],
    ['a recovery code', recovery],
    ['an access token', tokens.data?.adminLogin.accessToken ?? ''],
    ['a refresh token', tokens.data?.adminLogin.refreshToken ?? ''],
    ['an invitation', made.data?.createAdmin.token ?? ''],
  ]);
  for (const [what, value] of planted) assert.ok(value.length > 9, `${what} was planted`);
  return planted;
}

async function everyRow(databaseURL: string): Promise<string> {
  const client = new pg.Client(databaseURL);
  await client.connect();
  try {
    const { rows: tables } = await client.query(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
    );
    assert.ok(tables.length > 15);
    const rows = [];
    for (const { name } of tables) rows.push((await client.query(`select to_jsonb(t.*) as row from ${name} t`)).rows);
    return JSON.stringify(rows);
  } finally {
    await client.end();
  }
}

const PAGES = ['/metrics', '/healthz', '/readyz', '/.well-known/openim-graphql', '/.well-known/jwks.json', '/graphql'];
const visit = (url: string): Promise<Response> => fetch(url, { headers: { accept: 'text/html,*/*' } });

/** Everything about two people that somebody else may ask for. */
const askAsStranger = (cy: Actor, ann: Actor, bo: Actor) =>
  cy.client.query(
    `{ a: user(id: "${ann.id}") { id nickname phone email } b: user(id: "${bo.id}") { id phone email } me { id phone }
       sessions { id serverPublicKey } conversations { nodes { id } } }`,
  );

test('what is secret stands in no log, metric, public page or stranger’s answer, and in no row as it is', async () => {
  await using database = await emptyDatabase();
  await using undo = new AsyncDisposableStack();
  const sandbox = await startSandbox({ secret: OPENIM_SECRET });
  undo.defer(() => sandbox.stop().catch(() => {}));
  const kek = generateSessionKEK();
  await using world = await openWorld({
    DATABASE_URL: database.url,
    OPENIM_API_URL: sandbox.apiURL,
    OPENIM_WS_URL: sandbox.wsURL,
    OPENIM_ADMIN_USER_ID: sandbox.adminUserID,
    OPENIM_SECRET,
    SESSION_KEK: kek,
  });
  const [ann, bo, cy] = [
    await world.signIn(PHONE, 'Ann'),
    await world.signIn(EMAIL, 'Bo'),
    await world.signIn('cy@example.com', 'Cy'),
  ];
  const secrets: Planted = new Map([
    ...(await live(world, ann, bo)),
    ...(await administer(world)),
    ["OpenIM's secret", OPENIM_SECRET],
    ['SESSION_KEK', kek.slice(3)],
  ]);
  const personal: Planted = new Map([
    ['a phone number', PHONE],
    ['a mail address', EMAIL],
    ["an admin's address", 'marked.admin@example.com'],
    ['what was said', TEXT],
  ]);
  const lasting: Planted = new Map([...secrets].filter(([what]) => what !== 'a code'));

  const stranger = await askAsStranger(cy, ann, bo);
  const told = await Promise.all(PAGES.map(async (page) => (await visit(`${world.url}${page}`)).text()));
  const rows = await everyRow(database.url);
  // What fails is told with more words than what goes well.
  await sandbox.stop();
  await ann.client.query(SEND, { input: { userID: bo.id, content: { text: { text: TEXT } } } });
  await ann.client.query('{ conversations { nodes { messages(first: 5) { nodes { content { summary } } } } } }');
  const log = world.log.join('\n');

  assertAbsent(secrets, 'an answer to a stranger', JSON.stringify(stranger));
  assertAbsent(personal, 'an answer to a stranger', JSON.stringify(stranger));
  for (const [at, text] of told.entries()) assertAbsent(new Map([...lasting, ...personal]), PAGES[at] ?? '', text);
  assertAbsent(lasting, 'a row', rows);
  assertAbsent(new Map([...lasting, ...personal]), 'the log', log);
  // Six digits may stand in any number: as a value of their own they may not.
  for (const text of [log, rows]) assert.doesNotMatch(text, new RegExp(`["']${secrets.get('a code')}["']`));
  assert.ok(rows.includes(PHONE) && rows.includes(ann.id), 'the rows were looked at');
  assert.match(log, /UPSTREAM|ECONN|upstream/i, 'the log was looked at');
});
