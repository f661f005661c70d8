import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { until } from '../events/until.ts';
import { knowing } from '../media/known-files.ts';
import { type Bench, get, openBench, reasons } from '../moderation/bench.ts';
import { inHours, type Key, newKey, openPublisher, type Publisher } from './publisher.ts';
import { openTeller } from './teller.ts';

const FIELDS = `id state version passedOver fault faultDetail lookedAt
  files { id name blocks size version entries { nodes { id kind hash distance reason provenance addedBy { id } } } }`;
const SUBSCRIBE = `mutation ($input: PolicySubscriptionInput!) {
  subscribePolicyList(input: $input, reason: "They know them") { id files { id } }
}`;
const REFRESH = 'mutation ($id: ID!) { refreshPolicyList(id: $id, reason: "Now") { lookedAt } }';
const UNSUBSCRIBE = 'mutation ($id: ID!) { unsubscribePolicyList(id: $id, reason: "Over") { id } }';
const ADD = `mutation ($id: ID!, $hash: String!) {
  addMediaHashes(listID: $id, hashes: [{ sha256: $hash }], reason: "Ours") { id }
}`;
const RULE = 'mutation ($input: RuleInput!) { createRule(input: $input, reason: "We agreed") { id version } }';
const OFF = `mutation ($id: ID!) { setRuleState(id: $id, version: 1, state: OFF, reason: "Over") { version } }`;
const MATCHES = 'query ($id: ID!) { rule(id: $id) { matches { nodes { message { id } found { listID entry } } } } }';
const LOOKS = '5a96e1c3781e8769';

interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly hash: string;
  readonly distance: number;
  readonly reason: string;
  readonly provenance: string;
}
interface Subscription {
  readonly id: string;
  readonly state: string;
  readonly version: number | null;
  readonly passedOver: number;
  readonly fault: string | null;
  readonly faultDetail: string | null;
  readonly lookedAt: string | null;
  readonly files: {
    readonly id: string;
    readonly blocks: boolean;
    readonly size: number;
    readonly version: number;
    readonly entries: { readonly nodes: readonly Entry[] };
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const document = (version: number, entries: readonly object[]) => ({
  ...{ iss: 'https://trust.example', list: 'files', version, iat: inHours(0), exp: inHours(24), entries },
});

describe('files that others publish', () => {
  let [bench, publisher, key]: [Bench, Publisher, Key] = [] as never;
  let id = '';
  before(async () => {
    [bench, publisher, key] = [await openBench(), await openPublisher(), await newKey('ES256')];
  });
  after(async () => {
    await bench[Symbol.asyncDispose]();
    await publisher[Symbol.asyncDispose]();
  });

  const read = async (): Promise<Subscription> =>
    (await get<{ policySubscription: Subscription }>(bench.owner, `{ policySubscription(id: "${id}") { ${FIELDS} } }`))
      .policySubscription;
  /** As it stands once this document was looked at. */
  const published = async (version: number, entries: readonly object[]): Promise<Subscription> => {
    publisher.body = await key.sign(document(version, entries));
    const { lookedAt } = await read();
    await get(bench.owner, REFRESH, { id });
    await until(async () => (await read()).lookedAt !== lookedAt, 60_000);
    return read();
  };

  test('become a list that rules name, and each match says who published it', async () => {
    const { owner, ann, bo, sql, databaseURL } = bench;
    const known = sha256('known');
    const file = await knowing(bench)({ phash: LOOKS });
    publisher.body = await key.sign(
      document(1, [
        { kind: 'sha256', entity: known.toUpperCase(), reason: 'Sold by bots' },
        { kind: 'phash', entity: LOOKS },
        // A plain picture's, which is near to that of any other; and what is no hash.
        ...['0000000000000001', '5a96'].map((entity) => ({ kind: 'phash', entity })),
        ...['abc', `${known}00`, 'z'.repeat(64)].map((entity) => ({ kind: 'sha256', entity })),
        { kind: 'sha256', entity: sha256('muted'), recommendation: 'm.mute' },
        { kind: 'user', entity: ann.id },
      ]),
    );
    const input = { name: 'Files', url: publisher.url, trust: { thumbprints: [key.thumbprint] } };
    type Made = { subscribePolicyList: { id: string; files: { id: string } } };
    const made = (await get<Made>(owner, SUBSCRIBE, { input })).subscribePolicyList;
    id = made.id;
    const conditions = [{ media: { listIDs: [made.files.id] } }];
    const listed = { name: 'Listed files', state: 'ON', conditions, actions: [{ kind: 'FLAG', reason: 'SPAM' }] };
    const { createRule } = await get<{ createRule: { id: string } }>(owner, RULE, { input: listed });
    await until(async () => (await read()).state !== 'PENDING', 60_000);
    const { files, passedOver, state } = await read();
    assert.deepEqual([state, passedOver, files.blocks, files.size], ['CURRENT', 7, false, 2]);
    const provenance = 'https://trust.example, files, version 1';
    assert.deepEqual(
      files.entries.nodes.map(({ id: _, ...entry }) => entry),
      [
        { kind: 'SHA256', hash: known, distance: 0, reason: 'Sold by bots', provenance, addedBy: null },
        {
          ...{ kind: 'PERCEPTUAL', hash: LOOKS, distance: 4, reason: 'Listed by its publisher' },
          ...{ provenance, addedBy: null },
        },
      ],
    );
    await until(async () => (await sql('select 1 from media.block_sweeps')).length === 0, 60_000);

    const send = `mutation ($to: ID!, $url: URL!) {
      sendMessage(input: { userID: $to, content: { picture: { url: $url } } }) { id }
    }`;
    type Sent = { sendMessage: { id: string } };
    const message = (await ann.query<Sent, object>(send, { to: bo.id, url: file.url })).sendMessage.id;
    await using teller = openTeller(databaseURL);
    const content = { sourcePicture: { url: file.url }, bigPicture: { url: file.url }, snapshotPicture: { url: '' } };
    await teller.tell({ id: message, sendID: ann.id, recvID: bo.id, seq: 1, contentType: 102 }, content);
    type Matches = { rule: { matches: { nodes: { found: { listID: string; entry: string }[] }[] } } };
    const found = async () =>
      (await get<Matches>(owner, MATCHES, { id: createRule.id })).rule.matches.nodes[0]?.found[0];
    await until(async () => (await found()) !== undefined, 60_000);
    assert.deepEqual(await found(), {
      listID: files.id,
      entry: `${files.entries.nodes[1]?.id} (${provenance})`,
    });

    assert.deepEqual(await reasons(owner, ADD, { id: files.id, hash: sha256('mine') }), ['LIST_SUBSCRIBED']);
    assert.deepEqual(await reasons(owner, UNSUBSCRIBE, { id }), ['LIST_IN_USE']);
    await get(owner, OFF, { id: createRule.id });
  });

  test('of the next version take the place of those of the one before; what stays is the same entry', async () => {
    const [before] = (await read()).files.entries.nodes;
    const again = { kind: 'sha256', entity: sha256('known'), reason: 'Still sold' };
    const { files, version } = await published(2, [again, { kind: 'sha256', entity: sha256('new') }]);
    assert.deepEqual([version, files.size], [2, 2]);
    const [first, second] = files.entries.nodes;
    assert.deepEqual(
      [first?.id, first?.reason, first?.provenance],
      [before?.id, 'Still sold', 'https://trust.example, files, version 2'],
    );
    assert.equal(second?.hash, sha256('new'));
  });

  test('that are too many change nothing, and it is told', async () => {
    const before = await read();
    const many = Array.from({ length: 200_001 }, (_, nth) => ({ kind: 'sha256', entity: sha256(String(nth)) }));
    const refused = await published(3, many);
    assert.deepEqual([refused.state, refused.fault, refused.version], ['FAILING', 'TOO_LARGE', 2]);
    assert.deepEqual(refused.files, before.files);
    assert.equal((await published(4, [])).files.size, 0);
  });

  test('go with their subscription', async () => {
    const { files } = await read();
    await get(bench.owner, UNSUBSCRIBE, { id });
    assert.deepEqual(await bench.sql('select 1 from media.block_lists where id = $1', [files.id]), []);
  });
});
