import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { createKeeper } from '../../events/keeping/keeper.ts';
import { generateSessionKEK, parseSessionKEK } from '../../subgraphs/identity/keys/kek.ts';
import { rotateKEK } from '../../subgraphs/identity/sealed.ts';
import { openDatabase } from '../../subgraphs/kit/database.ts';
import { silent } from '../database/behaviour.ts';
import { get, reasons } from '../moderation/bench.ts';
import { type AdminQuery, signInAdmin } from '../world/admin.ts';
import { emptyDatabase } from '../world/database.ts';
import { openWorld, type World } from '../world/world.ts';
import { said } from './facts.ts';
import { openReceiver, type Received, type Receiver } from './receiver.ts';

const ENDPOINT = `id url description kinds withContent failingSince disabledAt disabledFor secrets { id expiresAt }
  deliveries(first: 1) { pageInfo { hasNextPage endCursor } nodes { id webhookID kind state attempts status latency problem settledAt nextAttemptAt } }`;

interface Endpoint {
  readonly id: string;
  readonly withContent: boolean;
  readonly failingSince: string | null;
  readonly disabledFor: string | null;
  readonly secrets: readonly { id: string; expiresAt: string | null }[];
  readonly deliveries: { pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: readonly Delivery[] };
}
interface Delivery {
  readonly id: string;
  readonly webhookID: string;
  readonly kind: string | null;
  readonly state: string;
  readonly attempts: number;
  readonly status: number | null;
  readonly latency: number | null;
  readonly problem: string | null;
}
interface Made {
  readonly id: string;
  readonly path: string;
  readonly secret: string;
}

describe('a webhook', () => {
  const undo = new AsyncDisposableStack();
  const kek = generateSessionKEK();
  let [world, receiver]: [World, Receiver] = [] as never;
  let admin: AdminQuery;
  let db: ReturnType<typeof openDatabase>;
  let [nth, seq] = [0, 0];

  before(async () => {
    receiver = undo.use(await openReceiver());
    const { url } = undo.use(await emptyDatabase());
    world = undo.use(await openWorld({ DATABASE_URL: url, SESSION_KEK: kek }));
    db = openDatabase(url, silent);
    undo.defer(() => db.destroy());
    admin = await signInAdmin(world);
  });
  after(() => undo.disposeAsync());

  /** A message is kept, as the door or the reconciler keeps it, and told at once; its id is answered. */
  const says = async (text: string): Promise<string> => {
    const event = { ...said('si_ann_bo', ++seq, JSON.stringify({ content: text })), at: new Date() };
    await createKeeper(db, () => {}).keep([event]);
    const [row] = await db.table('events.inbox').where({ key: event.key }).select<{ id: string }[]>('id');
    const tell =
      'mutation ($ids: [ID!]) { replayEvents(consumer: "webhooks", eventIDs: $ids, reason: "Now") { name } }';
    await get(admin, tell, { ids: [row?.id] });
    return `si_ann_bo:si_ann_bo-${seq}`;
  };
  const create = async (more: object = {}): Promise<Made> => {
    nth += 1;
    const path = `/hook-${nth}`;
    const input = { url: receiver.url + path, kinds: ['MESSAGE_SAVED'], ...more };
    const { createWebhookEndpoint: made } = await get<{
      createWebhookEndpoint: { secret: string; endpoint: { id: string } };
    }>(
      admin,
      `mutation ($input: CreateWebhookEndpointInput!) {
        createWebhookEndpoint(input: $input, reason: "A new system") { secret endpoint { id } }
      }`,
      { input },
    );
    return { id: made.endpoint.id, path, secret: made.secret };
  };
  const look = async (id: string): Promise<Endpoint> =>
    (
      await get<{ webhookEndpoint: Endpoint }>(admin, `query ($id: ID!) { webhookEndpoint(id: $id) { ${ENDPOINT} } }`, {
        id,
      })
    ).webhookEndpoint;
  const remove = (id: string) =>
    get(admin, 'mutation ($id: ID!) { deleteWebhookEndpoint(id: $id, reason: "Done") { id } }', { id });
  /** Asked until it is so: a receiver has answered before what it answered is written down. */
  const settled = async (id: string, so: (endpoint: Endpoint) => boolean): Promise<Endpoint> => {
    for (;;) {
      const endpoint = await look(id);
      if (so(endpoint)) return endpoint;
    }
  };
  const verified = ({ headers, body }: Received, secret: string) =>
    new Webhook(secret).verify(body, headers) as { type: string; data: Record<string, unknown> };
  const dueNow = () => db.raw(`update events.webhook_deliveries set next_at = now() where state = 'PENDING'`);

  test('tells ids and facts of a message, signed; what was written only where it is let', async () => {
    const [bare, whole] = [await create(), await create({ withContent: true, description: 'The archive' })];
    const id = await says('the secret recipe');
    const [first, second] = await Promise.all([receiver.next(bare.path), receiver.next(whole.path)]);
    const { type, data } = verified(first, bare.secret);
    assert.equal(type, 'message.saved');
    assert.deepEqual([data.messageID, data.sendID, data.recvID], [id, 'ann', 'bo']);
    assert.doesNotMatch(first.body, /recipe/);
    assert.match(verified(second, whole.secret).data.content as string, /the secret recipe/);
    assert.throws(() => verified(second, bare.secret));
    const { deliveries, secrets } = await settled(
      bare.id,
      (endpoint) => endpoint.deliveries.nodes[0]?.state !== 'PENDING',
    );
    const [delivery] = deliveries.nodes;
    assert.equal(delivery?.webhookID, first.headers['webhook-id']);
    assert.deepEqual(
      [delivery?.state, delivery?.kind, delivery?.status, delivery?.attempts],
      ['DELIVERED', 'MESSAGE_SAVED', 204, 1],
    );
    assert.ok((delivery?.latency ?? -1) >= 0);
    assert.equal(secrets.length, 1);
    await Promise.all([remove(bare.id), remove(whole.id)]);
    for (const { secret } of [bare, whole]) assert.ok(!world.log.some((line) => line.includes(secret.slice(6))));
    assert.ok(!world.log.some((line) => line.includes('recipe')));
  });

  test('that is not taken is tried again: the same id, the same body, until it is', async () => {
    const { id, path, secret } = await create();
    receiver.answer(path, 500);
    await says('again');
    const first = await receiver.next(path);
    const failing = await settled(id, ({ deliveries }) => deliveries.nodes[0]?.problem !== null);
    assert.deepEqual(
      [failing.deliveries.nodes[0]?.state, failing.deliveries.nodes[0]?.problem],
      ['PENDING', 'HTTP_500'],
    );
    receiver.answer(path, 204);
    await dueNow();
    const second = await receiver.next(path);
    assert.deepEqual([second.headers['webhook-id'], second.body], [first.headers['webhook-id'], first.body]);
    verified(second, secret);
    const { deliveries, failingSince } = await settled(
      id,
      (endpoint) => endpoint.deliveries.nodes[0]?.state === 'DELIVERED' && endpoint.failingSince === null,
    );
    assert.deepEqual([deliveries.nodes[0]?.attempts, failingSince], [2, null]);
    await remove(id);
  });

  test('is signed by two secrets while one takes the place of the other', async () => {
    const { id, path, secret } = await create();
    const rotate = async (overlapHours: number) => {
      const { rotateWebhookSecret: made } = await get<{ rotateWebhookSecret: { secret: string; endpoint: Endpoint } }>(
        admin,
        `mutation ($id: ID!, $overlapHours: Int) {
          rotateWebhookSecret(id: $id, overlapHours: $overlapHours, reason: "Quarterly") { secret endpoint { ${ENDPOINT} } }
        }`,
        { id, overlapHours },
      );
      return made;
    };
    const say = async () => {
      await get(admin, 'mutation ($id: ID!) { testWebhookEndpoint(id: $id, reason: "Look") { state } }', { id });
      return receiver.next(path);
    };
    const second = await rotate(1);
    assert.deepEqual(
      second.endpoint.secrets.map(({ expiresAt }) => expiresAt === null),
      [true, false],
    );
    const both = await say();
    for (const each of [secret, second.secret]) assert.equal(verified(both, each).type, 'test');
    const third = await rotate(0);
    const one = await say();
    assert.equal(verified(one, third.secret).type, 'test');
    for (const each of [secret, second.secret]) assert.throws(() => verified(one, each));
    // The key that keeps them may change, too: then a node that knows the new one signs on.
    const next = parseSessionKEK(`k2:${generateSessionKEK().slice(3)},${kek}`);
    const done = await rotateKEK(db, next);
    assert.deepEqual(
      done.find(({ table }) => table === 'events.webhook_secrets'),
      {
        table: 'events.webhook_secrets',
        rewrapped: 1,
        lost: 0,
      },
    );
    await remove(id);
  });

  test('is told again on purpose, one or a time of them, and its receiver knows it by its id', async () => {
    const begin = new Date();
    const { id, path } = await create();
    const told: string[] = [];
    for (const text of ['one', 'two']) {
      await says(text);
      told.push((await receiver.next(path)).headers['webhook-id'] ?? '');
    }
    const { deliveries } = await settled(id, (endpoint) => endpoint.deliveries.nodes[0]?.state === 'DELIVERED');
    assert.equal(deliveries.pageInfo.hasNextPage, true);
    const again = 'mutation ($id: ID!) { redeliverWebhook(id: $id, reason: "Lost") { state attempts } }';
    const redelivered = await get(admin, again, { id: deliveries.nodes[0]?.id });
    assert.deepEqual(redelivered, { redeliverWebhook: { state: 'PENDING', attempts: 0 } });
    assert.equal((await receiver.next(path)).headers['webhook-id'], told[1]);

    const late = await create();
    const replay = `mutation ($id: ID!, $from: DateTime!, $to: DateTime!) {
      replayWebhooks(id: $id, from: $from, to: $to, reason: "It is new") { count endpoint { id } }
    }`;
    const span = { from: begin.toISOString(), to: new Date(Date.now() + 60_000).toISOString() };
    const replayed = await get<{ replayWebhooks: { count: number } }>(admin, replay, { id: late.id, ...span });
    assert.equal(replayed.replayWebhooks.count, 2);
    const heard = [await receiver.next(late.path), await receiver.next(late.path)];
    assert.deepEqual(new Set(heard.map(({ headers }) => headers['webhook-id'])), new Set(told));
    await Promise.all([remove(id), remove(late.id)]);
  });

  test('is told no more to who says 410, or takes nothing for days; enabled again, it hears what waited', async () => {
    const { id, path } = await create();
    receiver.answer(path, 410);
    await says('unwanted');
    await receiver.next(path);
    assert.equal((await settled(id, ({ disabledFor }) => disabledFor !== null)).disabledFor, 'GONE');
    await says('not told');
    receiver.answer(path, 500);
    const enable =
      'mutation ($id: ID!) { updateWebhookEndpoint(id: $id, input: { enabled: true }, reason: "Mended") { id } }';
    await dueNow();
    await get(admin, enable, { id });
    await receiver.next(path);
    await settled(id, ({ deliveries }) => deliveries.nodes[0]?.status === 500);
    await db.raw(`update events.webhook_endpoints set failing_since = now() - interval '4 days' where id = ?`, [id]);
    await dueNow();
    await receiver.next(path);
    assert.equal((await settled(id, ({ disabledFor }) => disabledFor !== null)).disabledFor, 'FAILING');
    const log = await get<{ auditLog: { nodes: { action: string }[] } }>(
      admin,
      '{ auditLog(first: 20) { nodes { action } } }',
    );
    const actions = log.auditLog.nodes.map(({ action }) => action);
    assert.deepEqual(actions.filter((action) => action.startsWith('webhook.')).slice(0, 4), [
      'webhook.disable',
      'webhook.update',
      'webhook.disable',
      'webhook.create',
    ]);
    await remove(id);
  });

  test('goes to no address that is none, and to twenty endpoints at most', async () => {
    const make = `mutation ($url: String!, $kinds: [WebhookKind!]!) {
      createWebhookEndpoint(input: { url: $url, kinds: $kinds }, reason: "Wrong") { secret }
    }`;
    for (const url of ['nowhere', 'ftp://example.org/', 'https://ann:secret@example.org/', 'https://example.org/#part'])
      assert.deepEqual(await reasons(admin, make, { url, kinds: ['PRESENCE'] }), ['INPUT_INVALID'], url);
    assert.deepEqual(await reasons(admin, make, { url: 'https://example.org/', kinds: [] }), ['INPUT_INVALID']);
    const unknown = 'mutation { redeliverWebhook(id: "7777777", reason: "Lost") { id } }';
    assert.deepEqual(await reasons(admin, unknown), ['NOT_FOUND']);
    for (let count = 0; count < 20; count += 1) await create({ kinds: ['GROUP_DISMISSED'] });
    const url = `${receiver.url}/more`;
    assert.deepEqual(await reasons(admin, make, { url, kinds: ['PRESENCE'] }), ['TOO_MANY']);
  });
});
