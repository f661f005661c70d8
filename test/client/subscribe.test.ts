import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Answer, type Client, createClient, RefusedError } from '../../client/index.ts';
import { knowing } from '../media/known-files.ts';
import { type Bench, get, openBench } from '../moderation/bench.ts';
import { gatewayDouble } from './gateway-double.ts';

const CASES = 'subscription ($after: String) { queueChanged(after: $after) { cursor } }';

const at = (cursor: string) => `event: next\ndata: ${JSON.stringify({ data: { queueChanged: { cursor } } })}\n\n`;
const COMPLETE = 'event: complete\ndata:\n\n';
const refused = (reason: string) => ({
  data: { queueChanged: null },
  errors: [{ message: reason, extensions: { code: 'UNAUTHENTICATED', reason } }],
});
const over = (reason: string) => `event: next\ndata: ${JSON.stringify(refused(reason))}\n\n${COMPLETE}`;

/** A gateway whose streams say these, one connection after the other, and are then cut. */
async function telling(...connections: readonly string[]): Promise<{ client: Client; asked: unknown[] }> {
  const gateway = gatewayDouble();
  const asked: unknown[] = [];
  const client = createClient({
    url: 'http://gateway.example/graphql',
    device: { name: 'Laptop', platform: 'WEB' },
    fetch: async (address, init) => {
      if (!String(address).endsWith('/graphql/stream')) return gateway.fetch(address, init);
      asked.push(JSON.parse(String(init?.body)).variables);
      const text = connections[asked.length - 1];
      if (text === undefined) throw new TypeError('nobody answers any more');
      if (text.startsWith('{')) return new Response(text, { status: 401 });
      // In pieces that end where they like.
      const bytes = new TextEncoder().encode(text);
      return new Response(new Blob([bytes.slice(0, 7), bytes.slice(7)]).stream());
    },
  });
  const { id: challengeID } = await client.requestOTP({ phone: '+8613800138000' });
  await client.verifyOTP({ challengeID, code: '123456' });
  return { client, asked };
}

const cursorOf = ({ data }: Answer<unknown>): unknown =>
  (data as { queueChanged: { cursor: string } | null } | null)?.queueChanged?.cursor ?? null;

async function heard(client: Client, variables: object = {}): Promise<unknown[]> {
  const cursors: unknown[] = [];
  for await (const answer of client.subscribe(CASES, variables)) cursors.push(cursorOf(answer));
  return cursors;
}

describe('a subscription', () => {
  test('tells each event, up to the end of the stream', async () => {
    const { client, asked } = await telling(`:\n\n${at('1')}${at('2')}${COMPLETE}${at('3')}`);
    assert.deepEqual(await heard(client, { after: 'latest' }), ['1', '2']);
    assert.deepEqual(asked, [{ after: 'latest' }]);
  });

  test('that is cut goes on after the last event that was told', async () => {
    const { client, asked } = await telling(at('1') + at('2'), '', at('3') + COMPLETE);
    assert.deepEqual(await heard(client), ['1', '2', '3']);
    assert.deepEqual(asked, [{}, { after: '2' }, { after: '2' }]);
  });

  test('whose session was renewed is asked again, and one that is refused for good ends in an error', async () => {
    const { client, asked } = await telling(at('1') + over('SESSION_RENEWED'), at('2') + over('SESSION_REVOKED'));
    const cursors: unknown[] = [];
    await assert.rejects(
      async () => {
        for await (const answer of client.subscribe(CASES)) cursors.push(cursorOf(answer));
      },
      (error) => error instanceof RefusedError && error.has('SESSION_REVOKED'),
    );
    assert.deepEqual(cursors, ['1', '2']);
    assert.deepEqual(asked, [{}, { after: '1' }]);
    assert.equal(await client.session(), null, 'there is no session any more');
  });

  test('that is refused at once says why', async () => {
    const { client } = await telling(JSON.stringify(refused('SCOPE_MISSING')));
    await assert.rejects(heard(client), (error) => error instanceof RefusedError && error.has('SCOPE_MISSING'));
  });

  test('ends with the loop that reads it, and with its signal', async () => {
    const { client, asked } = await telling(at('1') + at('2'), at('3'));
    for await (const _ of client.subscribe(CASES)) break;
    const enough = new AbortController();
    for await (const _ of client.subscribe(CASES, {}, { signal: enough.signal })) enough.abort();
    assert.equal(asked.length, 2);
  });
});

describe('at a real gateway', () => {
  let bench: Bench;
  before(async () => {
    bench = await openBench();
  });
  after(() => bench[Symbol.asyncDispose]());

  test('somebody hears of a file of theirs as it changes', async () => {
    const { client } = await bench.world.signIn('+8613800138041', 'Ann');
    const { id } = await knowing(bench)();
    const changed = 'subscription ($ids: [ID!]!) { mediaChanged(ids: $ids) { id url } }';
    const urls: unknown[] = [];
    for await (const { data } of client.subscribe<{ mediaChanged: { url: string | null } }, object>(changed, {
      ids: [id],
    })) {
      urls.push(data?.mediaChanged.url === null ? null : 'shown');
      if (urls.length === 2) break;
      await get(bench.owner, 'mutation ($id: ID!) { blockMedia(id: $id, reason: "Known scam") { id } }', { id });
    }
    assert.deepEqual(urls, ['shown', null]);
  });
});
