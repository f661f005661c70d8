import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Client, Kept, Storage } from '../../client/index.ts';
import { KEY_MAKERS } from '../../gateway/identity-settings.ts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { overSSE, overWebSocket, QUEUE } from '../live/listening.ts';
import { get, reports, says } from '../moderation/bench.ts';
import { bearerOf, signInAdmin } from '../world/admin.ts';
import { openWorld, type World } from '../world/world.ts';
import { startDebianPostgres, startRedis } from './servers.ts';

describe('two nodes on one Postgres, one Redis and one OpenIM', () => {
  const servers = new AsyncDisposableStack();
  let sandbox: Sandbox;
  let here: World;
  let there: World;

  before(async () => {
    const [postgres, redis] = [servers.use(await startDebianPostgres()), servers.use(await startRedis())];
    sandbox = await startSandbox({ presenceEveryMs: 50 });
    servers.defer(() => sandbox.stop());
    const settings = {
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
      OPENIM_API_URL: sandbox.apiURL,
      OPENIM_WS_URL: sandbox.wsURL,
      OPENIM_ADMIN_USER_ID: sandbox.adminUserID,
      OPENIM_SECRET: sandbox.secret,
      OTP_LIMITS: 'deviceHour=1000',
      ...Object.fromEntries(Object.entries(KEY_MAKERS).map(([name, make]) => [name, make()])),
    };
    [here, there] = await Promise.all([openWorld(settings), openWorld(settings)]);
    servers.use(here);
    servers.use(there);
  });
  after(() => servers.disposeAsync());

  /** One device's storage, whichever node its requests reach. */
  function device(): Storage {
    let kept: Kept = {};
    return {
      load: async () => kept,
      save: async (next) => {
        kept = next;
      },
    };
  }

  const me = async (client: Client): Promise<unknown> => {
    const { data, errors } = await client.query<{ me: { nickname: string } }, unknown>('{ me { nickname } }');
    return data?.me.nickname ?? errors[0]?.extensions.reason;
  };

  test('who signs in at one is known to the other, and whom one signs out is gone from both', async () => {
    const storage = device();
    const { client } = await here.signIn('+8613800138001', 'Ann', { storage });
    const elsewhere = there.visitor({ storage });
    assert.deepEqual([await me(client), await me(elsewhere)], ['Ann', 'Ann']);
    const copy = { ...(await storage.load()) };
    await elsewhere.logout();
    await storage.save(copy);
    assert.equal(await me(client), 'SESSION_REVOKED');
  });

  test('a request that one has taken is a replay at the other', async () => {
    const taken: RequestInit[] = [];
    const fetch: typeof globalThis.fetch = async (address, request) => {
      if (request?.method === 'POST') taken.push(request);
      return globalThis.fetch(address, request);
    };
    const { client } = await here.signIn('+8613800138002', 'Bo', { fetch });
    await me(client);
    const answer = await globalThis.fetch(`${there.url}/graphql`, taken.at(-1));
    assert.equal(answer.status, 401);
    const { errors } = (await answer.json()) as { errors: { extensions: { reason: string } }[] };
    assert.equal(errors[0]?.extensions.reason, 'REPLAYED');
  });

  test('both send with the one token that OpenIM gave, and a message from either arrives', async () => {
    const storage = device();
    const cy = await here.signIn('+8613800138003', 'Cy', { storage });
    const dan = await here.signIn('+8613800138004', 'Dan');
    await using socket = await dan.ws();
    const send = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { id } }';
    const clients = [cy.client, there.visitor({ storage })];
    const answers = clients.map((client, at) =>
      client.query(send, { input: { userID: dan.id, content: { text: { text: `Hello ${at}` } } } }),
    );
    assert.deepEqual(
      (await Promise.all(answers)).flatMap(({ errors }) => errors),
      [],
    );
    for (const text of ['Hello 0', 'Hello 1']) await socket.message(({ content }) => content.content === text);
    assert.equal(cy.session.imToken, (await storage.load()).session?.imToken);
  });

  // Each change is waited for before the next is made: what a node finds by looking, every five seconds, would not do.
  test('a stream at one is told at once of what is done at the other, and goes on there', {
    timeout: 25_000,
  }, async () => {
    const eve = await here.signIn('+8613800138006', 'Eve');
    const fay = await here.signIn('+8613800138007', 'Fay');
    await reports(eve, await says(fay, { to: eve.id }, 'buy my pills'));
    // Both nodes started at once: the one that was first made the admin.
    const seeded = here.running.newAdmin === null ? there : here;
    const ask = await signInAdmin(seeded);
    const [found] = (
      await get<{ moderationQueue: { nodes: { id: string }[] } }>(ask, '{ moderationQueue { nodes { id } } }')
    ).moderationQueue.nodes;
    const id = found?.id;
    const headers = { authorization: await bearerOf(seeded) };
    const stream = overSSE(there.url, headers, [QUEUE, { after: 'latest' }]);
    let { cursor } = await stream.event();
    for (let times = 0; times < 4; times += 1)
      for (const change of ['claimCase', 'releaseCase']) {
        await get(ask, `mutation ($id: ID!) { ${change}(id: $id) { id } }`, { id });
        const event = await stream.event();
        assert.equal(event.case?.id, id);
        cursor = event.cursor;
      }
    await stream.stop();
    await get(ask, 'mutation ($id: ID!) { claimCase(id: $id) { id } }', { id });
    await using socket = overWebSocket(here.url, headers);
    assert.equal((await socket.listen(QUEUE, { after: cursor }).event()).case?.state, 'IN_REVIEW');
  });

  test('two hundred parallel guesses at a code, on both, spend five tries', async () => {
    const { id: challengeID } = await here.visitor().requestOTP({ phone: '+8613800138005' });
    const code = await here.codeFor('+8613800138005');
    const wrong = code === '000000' ? '000001' : '000000';
    const guesses = Array.from({ length: 200 }, (_, at) =>
      (at % 2 === 0 ? here : there)
        .visitor()
        .verifyOTP({ challengeID, code: wrong })
        .then(
          () => 'SIGNED_IN',
          (error: { errors?: { extensions: { reason?: string } }[] }) => error.errors?.[0]?.extensions.reason,
        ),
    );
    const reasons = await Promise.all(guesses);
    const spent = reasons.filter((reason) => reason === 'CODE_WRONG').length;
    assert.ok(spent > 0 && spent <= 5, `${spent} tries`);
    assert.equal(reasons.filter((reason) => reason === 'CODE_EXPIRED').length, 200 - spent);
    await assert.rejects(here.visitor().verifyOTP({ challengeID, code }), /expired or was used/);
  });
});
