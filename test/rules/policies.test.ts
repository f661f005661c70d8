import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { until } from '../events/until.ts';
import { get } from '../moderation/bench.ts';
import { type AdminQuery, signInAdmin } from '../world/admin.ts';
import { openWorld, type World } from '../world/world.ts';
import { inHours, type Key, newKey, openPublisher, type Publisher } from './publisher.ts';

const FIELDS = `id state issuer version passedOver fault faultDetail lookedAt
  trust { thumbprints jwksURL } words { id size source: subscription { name } } domains { id size }`;
const SUBSCRIBE = `mutation ($input: PolicySubscriptionInput!) {
  subscribePolicyList(input: $input, reason: "They know them") { ${FIELDS} }
}`;
const REFRESH = `mutation ($id: ID!) { refreshPolicyList(id: $id, reason: "Now") { lookedAt } }`;
const TRUST = `mutation ($id: ID!, $trust: PolicyTrustInput!) {
  trustPolicyList(id: $id, trust: $trust, reason: "Their key is another") { lookedAt }
}`;
const UNSUBSCRIBE = `mutation ($id: ID!) { unsubscribePolicyList(id: $id, reason: "Over") { id } }`;
const TEST = `query ($input: RuleInput!, $text: String!) {
  testRule(input: $input, trial: { text: $text }) { holds found { entry listID source { issuer version reason } } }
}`;

interface Subscription {
  readonly id: string;
  readonly state: string;
  readonly version: number | null;
  readonly passedOver: number;
  readonly fault: string | null;
  readonly faultDetail: string | null;
  readonly lookedAt: string | null;
  readonly words: { readonly id: string; readonly size: number };
  readonly domains: { readonly id: string; readonly size: number };
}

let world: World;
let admin: AdminQuery;
let made = 0;

const entry = (kind: string, entity: string, more: object = {}) => ({ kind, entity, recommendation: 'm.ban', ...more });
const document = (version: number, entries: readonly unknown[], more: object = {}) => ({
  ...{ iss: 'https://trust.example', list: 'spam', version, iat: inHours(0), exp: inHours(24), entries },
  ...more,
});

async function subscribe(publisher: Publisher, trust: object): Promise<Subscription> {
  const input = { name: `List ${made++}`, url: publisher.url, trust };
  const { subscribePolicyList } = await get<{ subscribePolicyList: Subscription }>(admin, SUBSCRIBE, { input });
  return looked(subscribePolicyList.id, null);
}

const read = async (id: string): Promise<Subscription> =>
  (await get<{ policySubscription: Subscription }>(admin, `{ policySubscription(id: "${id}") { ${FIELDS} } }`))
    .policySubscription;

/** As it is once it was looked at after `before`. */
async function looked(id: string, before: string | null): Promise<Subscription> {
  await until(async () => (await read(id)).lookedAt !== before);
  return read(id);
}

async function refreshed({ id }: Subscription): Promise<Subscription> {
  const { lookedAt } = await read(id);
  await get(admin, REFRESH, { id });
  return looked(id, lookedAt);
}

interface Found {
  readonly holds: boolean;
  readonly found: readonly object[];
}

const rule = (...conditions: object[]) => ({ name: 'Listed', state: 'ON', conditions, actions: [{ kind: 'REFUSE' }] });
const words = ({ id }: { readonly id: string }) => ({ keywords: { listIDs: [id] } });
const links = ({ id }: { readonly id: string }, listing = 'LISTED') => ({ links: { listIDs: [id], links: listing } });
const tried = async (input: object, text: string): Promise<Found> =>
  (await get<{ testRule: Found }>(admin, TEST, { input, text })).testRule;
const reasonOf = async (query: string, variables: object): Promise<unknown> =>
  (await admin(query, variables)).errors[0]?.extensions?.reason;

describe('lists that others publish', () => {
  let key: Key;

  before(async () => {
    world = await openWorld({ SANDBOX_CALLBACKS: 'on' });
    [admin, key] = [await signInAdmin(world), await newKey('EdDSA')];
  });
  after(() => world[Symbol.asyncDispose]());

  test('entries become lists that rules name, and what they hold for tells who published it, and why', async () => {
    await using publisher = await openPublisher();
    publisher.body = await key.sign(
      document(3, [
        entry('keyword', 'pills', { reason: 'They sell them' }),
        entry('domain', 'Evil.Example'),
        ...[
          entry('hash', 'abc'),
          entry('keyword', 'fine', { recommendation: 'm.mute' }),
          entry('domain', 'com'),
          null,
          7,
        ],
      ]),
    );
    const list = await subscribe(publisher, { thumbprints: [key.thumbprint] });
    assert.deepEqual(
      [list.state, list.version, list.words.size, list.domains.size, list.passedOver],
      ['CURRENT', 3, 1, 1, 5],
    );
    const source = { issuer: 'https://trust.example', version: 3 };
    assert.deepEqual(await tried(rule(words(list.words)), 'P I L L S, fine'), {
      holds: true,
      found: [{ entry: 'pills', listID: list.words.id, source: { ...source, reason: 'They sell them' } }],
    });
    assert.deepEqual((await tried(rule(links(list.domains)), 'see http://www.evil.example/x')).found, [
      { entry: 'evil.example', listID: list.domains.id, source: { ...source, reason: null } },
    ]);
    assert.equal((await tried(rule(links(list.domains, 'NOT_LISTED')), 'https://evil.example')).holds, false);
    assert.equal((await tried(rule(links(list.domains, 'NOT_LISTED')), 'https://good.example')).holds, true);

    const created = 'mutation ($input: RuleInput!) { createRule(input: $input, reason: "Agreed") { id version } }';
    const { createRule } = await get<{ createRule: { id: string; version: number } }>(admin, created, {
      input: rule(words(list.words)),
    });
    const [ann, bo] = [await world.signIn('ann@new.example', 'ann'), await world.signIn('bo@new.example', 'bo')];
    const send = `mutation ($to: ID) { sendMessage(input: { userID: $to, content: { text: { text: "pills" } } }) { id } }`;
    const { errors } = await ann.client.query<unknown, object>(send, { to: bo.id });
    assert.equal(errors[0]?.extensions?.reason, 'RULE_REFUSED');
    const matches = `{ rule(id: "${createRule.id}") { matches { nodes { found { source { issuer version reason } } } } } }`;
    type Matches = { rule: { matches: { nodes: { found: object[] }[] } } };
    const nodes = async () => (await get<Matches>(admin, matches)).rule.matches.nodes;
    await until(async () => (await nodes()).length > 0);
    assert.deepEqual((await nodes())[0]?.found, [{ source: { ...source, reason: 'They sell them' } }]);

    assert.equal(await reasonOf(UNSUBSCRIBE, { id: list.id }), 'LIST_IN_USE');
    const change = 'mutation ($id: ID!) { changeWordList(id: $id, add: ["x"], reason: "Mine") { id } }';
    assert.equal(await reasonOf(change, { id: list.words.id }), 'LIST_SUBSCRIBED');
    const off = `mutation ($id: ID!, $version: Int!, $state: RuleState!) {
      setRuleState(id: $id, version: $version, state: $state, reason: "Over") { version }
    }`;
    await get(admin, off, { ...createRule, state: 'OFF' });
    await get(admin, UNSUBSCRIBE, { id: list.id });
    assert.equal(await reasonOf(off, { id: createRule.id, version: 2, state: 'ON' }), 'NOT_FOUND');
  });

  test('whatever is not whole, newer and signed by whom we trust leaves the last good one in force, and is told', async () => {
    await using publisher = await openPublisher();
    const good = await key.sign(document(5, [entry('keyword', 'casino')]));
    publisher.body = good;
    const list = await subscribe(publisher, { thumbprints: [key.thumbprint] });
    const other = await newKey('ES256');
    const nested = `{"entries":${'['.repeat(200_000)}`;
    const bad: readonly (readonly [string, string | Buffer])[] = [
      ['SIGNATURE_WRONG', `${good.slice(0, good.lastIndexOf('.'))}.${'A'.repeat(86)}`],
      ['KEY_UNKNOWN', await other.sign(document(6, []))],
      ['ROLLED_BACK', await key.sign(document(4, []))],
      ['ROLLED_BACK', await key.sign(document(5, []))],
      ['EXPIRED', await key.sign(document(6, [], { exp: inHours(-1) }))],
      ['OTHER_LIST', await key.sign(document(6, [], { list: 'ham' }))],
      ['OTHER_LIST', await key.sign(document(6, [], { iss: 'https://other.example' }))],
      ['MALFORMED', await key.sign(document(6, [], { version: 6.5 }))],
      ['MALFORMED', await key.sign(document(6, [], { entries: 'all' }))],
      ['MALFORMED', await key.sign(document(6, []), 'at+jwt')],
      ...['', '<html>', nested, `${btoa('{"alg":"none"}')}.e30.`].map((body) => ['MALFORMED', body] as const),
      ['MALFORMED', Buffer.alloc(1_000, 0xff)],
      ['TOO_LARGE', await key.sign(document(6, new Array(1_000_001).fill(0)))],
    ];
    for (const [fault, body] of bad) {
      publisher.body = body;
      const now = await refreshed(list);
      assert.deepEqual(
        [now.state, now.fault, now.version, now.words.size],
        ['FAILING', fault, 5, 1],
        `${now.faultDetail}`,
      );
      assert.equal((await tried(rule(words(list.words)), 'a casino')).holds, true);
    }
    [publisher.status, publisher.body] = [503, good];
    const down = await refreshed(list);
    assert.deepEqual([down.fault, down.faultDetail], ['ANSWER_REFUSED', 'The server answered 503.']);
    const metrics = await (await fetch(`${world.url}/metrics`)).text();
    assert.match(metrics, /moderation_policy_lists\{state="FAILING"\} 1/);

    publisher.status = 200;
    publisher.body = await key.sign(document(7, [entry('keyword', 'roulette')]));
    const now = await refreshed(list);
    assert.deepEqual([now.state, now.fault, now.version], ['CURRENT', null, 7]);
    assert.equal((await tried(rule(words(list.words)), 'a casino')).holds, false);
    assert.equal((await tried(rule(words(list.words)), 'a roulette')).holds, true);
  });

  test('a server that is gone is told, a list that did not change is not fetched again', async () => {
    const publisher = await openPublisher();
    publisher.etag = '"one"';
    publisher.body = await key.sign(document(1, [entry('keyword', 'casino')]));
    const list = await subscribe(publisher, { thumbprints: [key.thumbprint] });
    assert.equal((await refreshed(list)).state, 'CURRENT');
    assert.deepEqual(publisher.asked, [undefined, '"one"']);
    await publisher[Symbol.asyncDispose]();
    const now = await refreshed(list);
    assert.deepEqual([now.fault, now.words.size], ['UNREACHABLE', 1]);
  });

  test("a publisher's keys may change: those of a JWK set by themselves, pinned ones when an admin says so", async () => {
    await using publisher = await openPublisher();
    await using pinned = await openPublisher();
    const [old, next] = [await newKey('ES256'), await newKey('ES256')];
    publisher.serves = [old];
    publisher.body = await old.sign(document(1, []));
    pinned.body = publisher.body;
    const bySet = await subscribe(publisher, { jwksURL: publisher.jwksURL });
    const byPin = await subscribe(pinned, { thumbprints: [old.thumbprint] });
    assert.deepEqual([bySet.state, byPin.state], ['CURRENT', 'CURRENT']);
    publisher.body = await next.sign(document(2, []));
    pinned.body = publisher.body;
    assert.equal((await refreshed(bySet)).fault, 'KEY_UNKNOWN');
    publisher.serves = [next];
    assert.equal((await refreshed(bySet)).version, 2);
    const unknown = await refreshed(byPin);
    assert.equal(unknown.fault, 'KEY_UNKNOWN');
    assert.ok(unknown.faultDetail?.includes(next.thumbprint));
    await get(admin, TRUST, { id: byPin.id, trust: { thumbprints: [next.thumbprint] } });
    assert.equal((await looked(byPin.id, unknown.lookedAt)).version, 2);
  });

  test('a list of our own is published where an admin says so, and another may subscribe to it', async () => {
    const create = `mutation ($name: String!, $kind: WordListKind) {
      createWordList(name: $name, kind: $kind, reason: "Ours") { id }
    }`;
    const { createWordList } = await get<{ createWordList: { id: string } }>(admin, create, {
      name: 'Bad',
      kind: 'DOMAINS',
    });
    const { id } = createWordList;
    const add = 'mutation ($id: ID!, $add: [String!]) { changeWordList(id: $id, add: $add, reason: "Bad") { size } }';
    assert.equal(await reasonOf(add, { id, add: ['not a domain'] }), 'INPUT_INVALID');
    await get(admin, add, { id, add: ['bücher.example', '*.worse.example'] });
    const url = `${world.url}/.well-known/policy-lists/${id}`;
    assert.equal((await fetch(url)).status, 404);
    const share = `mutation ($id: ID!, $shared: Boolean!) {
      shareWordList(id: $id, shared: $shared, reason: "For all") { shared }
    }`;
    await get(admin, share, { id, shared: true });
    const served = await fetch(url);
    assert.deepEqual([served.status, served.headers.get('content-type')], [200, 'application/jose']);
    const etag = served.headers.get('etag') ?? '';
    assert.equal((await fetch(url, { headers: { 'if-none-match': etag } })).status, 304);

    const input = { name: 'Ourselves', url, trust: { jwksURL: `${world.url}/.well-known/jwks.json` } };
    const { subscribePolicyList } = await get<{ subscribePolicyList: Subscription }>(admin, SUBSCRIBE, { input });
    const list = await looked(subscribePolicyList.id, null);
    assert.deepEqual([list.state, list.domains.size, list.words.size], ['CURRENT', 2, 0], `${list.faultDetail}`);
    assert.equal((await tried(rule(links(list.domains)), 'see https://xn--bcher-kva.example')).holds, true);
    await get(admin, share, { id, shared: false });
    assert.equal((await fetch(url)).status, 404);
    assert.equal((await refreshed(list)).fault, 'ANSWER_REFUSED');
  });

  test('what cannot be subscribed to is refused before it is kept', async () => {
    const trust = { thumbprints: [key.thumbprint] };
    const wrong = [
      { name: '', url: 'https://trust.example/list', trust },
      { name: 'A', url: 'ftp://trust.example/list', trust },
      { name: 'A', url: 'https://me:secret@trust.example/list', trust },
      { name: 'A', url: 'https://trust.example/list', trust: { thumbprints: [] } },
      { name: 'A', url: 'https://trust.example/list', trust: { thumbprints: ['short'] } },
      { name: 'A', url: 'https://trust.example/list', trust: { jwksURL: 'no address' } },
    ];
    for (const input of wrong)
      assert.equal(await reasonOf(SUBSCRIBE, { input }), 'INPUT_INVALID', JSON.stringify(input));
    assert.equal(await reasonOf(REFRESH, { id: 'nothing' }), 'NOT_FOUND');
    const input = rule({ links: { listIDs: ['nothing'], links: 'LISTED' } });
    const create = 'mutation ($input: RuleInput!) { createRule(input: $input, reason: "Agreed") { id } }';
    assert.equal(await reasonOf(create, { input }), 'NOT_FOUND');
  });
});
