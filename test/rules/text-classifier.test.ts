import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { until } from '../events/until.ts';
import { get } from '../moderation/bench.ts';
import { type AdminQuery, signInAdmin } from '../world/admin.ts';
import { emptyDatabase } from '../world/database.ts';
import { type Actor, openWorld, type World } from '../world/world.ts';
import { openTeller } from './teller.ts';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const CREATE = 'mutation ($input: RuleInput!) { createRule(input: $input, reason: "We agreed") { id } }';
const SEND = `mutation ($to: ID, $text: String!) {
  sendMessage(input: { userID: $to, content: { text: { text: $text } } }) { id }
}`;

interface Text {
  readonly id: string;
  readonly text: string;
}

/** Finds insults in what has "fool" in it; what is not signed, it does not take. */
async function openClassifier() {
  const asked: Text[] = [];
  const said = { status: 200 };
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    const { texts } = new Webhook(SECRET).verify(body, request.headers as Record<string, string>) as { texts: Text[] };
    asked.push(...texts);
    const results = texts.map(({ id, text }) => ({
      ...{ id, labels: [{ name: 'insult', score: text.includes('fool') ? 0.9 : 0.1 }] },
    }));
    response.writeHead(said.status).end(JSON.stringify({ results }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    ...{ asked, said, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/texts` },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

type Classifier = Awaited<ReturnType<typeof openClassifier>>;
const insulting = (actions: object[], ...more: object[]) => ({
  ...{ name: 'Insults', state: 'ON', actions },
  conditions: [{ classifier: { label: 'insult', atLeast: 0.8 } }, ...more],
});

describe('a classifier of texts', () => {
  const undo = new AsyncDisposableStack();
  let classifier: Classifier;
  let world: World;
  let admin: AdminQuery;
  let ann: Actor;
  let bo: Actor;
  let rule: string;
  let databaseURL: string;

  const say = async (text: string): Promise<void> => void (await ann.query<unknown, object>(SEND, { to: bo.id, text }));
  const matches = async (): Promise<readonly object[]> => {
    type Matches = { rule: { matches: { nodes: object[] } } };
    const query = `{ rule(id: "${rule}") { matches { nodes { done found { condition entry } } } } }`;
    return (await get<Matches>(admin, query)).rule.matches.nodes;
  };

  before(async () => {
    classifier = undo.use(await openClassifier());
    databaseURL = undo.use(await emptyDatabase()).url;
    const environment = {
      DATABASE_URL: databaseURL,
      TEXT_CLASSIFIER_URL: classifier.url,
      TEXT_CLASSIFIER_SECRET: SECRET,
      SANDBOX_CALLBACKS: 'on',
    };
    world = undo.use(await openWorld(environment));
    [admin, ann, bo] = [
      await signInAdmin(world),
      await world.signIn('ann@new.example', 'ann'),
      await world.signIn('bo@new.example', 'bo'),
    ];
    const input = insulting([{ kind: 'FLAG' }], { keywords: { words: ['you'] } });
    rule = (await get<{ createRule: { id: string } }>(admin, CREATE, { input })).createRule.id;
  });
  after(() => undo.disposeAsync());

  test('is asked about what the other conditions hold for, once it is sent; what it says opens a case', async () => {
    await say('A fool.');
    await say('How are you?');
    await say('You fool!');
    await until(async () => (await matches()).length > 0);
    assert.deepEqual(await matches(), [
      {
        done: ['FLAG'],
        found: [
          { condition: 0, entry: 'insult 0.9' },
          { condition: 1, entry: 'you' },
        ],
      },
    ]);
    assert.deepEqual(
      classifier.asked.map(({ text }) => text),
      ['How are you?', 'You fool!'],
    );
    const { moderationQueue } = await get<{ moderationQueue: { totalCount: number } }>(
      admin,
      '{ moderationQueue { totalCount } }',
    );
    assert.equal(moderationQueue.totalCount, 1);
  });

  test('that does not answer is asked again, and one message is one match', async () => {
    classifier.said.status = 503;
    const before = classifier.asked.length;
    await say('You are a fool.');
    await until(() => classifier.asked.length > before);
    classifier.said.status = 200;
    await until(async () => (await matches()).length === 2);
    const metrics = await (await fetch(`${world.url}/metrics`)).text();
    assert.match(metrics, /moderation_text_classifier_total\{outcome="answered"\} 3/);
  });

  test('that does not answer for two minutes is given up, and what was said next is asked about', async () => {
    classifier.said.status = 503;
    await using teller = openTeller(databaseURL);
    const told = (seq: number, at: Date) =>
      teller.tell({ id: `si_dan_eve:s${seq}`, sendID: 'dan', recvID: 'eve', seq, at }, `You fool, number ${seq}`);
    const givenUp = async (): Promise<boolean> =>
      /moderation_text_classifier_total\{outcome="given_up"\} 1\n/.test(
        await (await fetch(`${world.url}/metrics`)).text(),
      );
    await told(1, new Date(Date.now() - 121_000));
    await until(givenUp, 75_000);
    classifier.said.status = 200;
    await told(2, new Date());
    await until(async () => (await matches()).length === 3, 75_000);
    assert.deepEqual(
      classifier.asked.slice(-2).map(({ text }) => text),
      ['You fool, number 1', 'You fool, number 2'],
    );
  });

  test('is nobody to ask before a message is sent, about names, or about what nobody sends', async () => {
    const refused = async (query: string, variables: object): Promise<unknown> =>
      (await admin(query, variables)).errors[0]?.message;
    const input = insulting([{ kind: 'REFUSE' }]);
    assert.match(String(await refused(CREATE, { input })), /FLAG, REVOKE, MUTE or STRIKE/);
    const names = { ...insulting([{ kind: 'FLAG' }]), places: ['PROFILES', 'GROUPS'] };
    assert.match(String(await refused(CREATE, { input: names })), /SINGLE_CHATS or GROUPS/);
    const trial = 'query ($input: RuleInput!) { testRule(input: $input, trial: { text: "fool" }) { holds } }';
    assert.match(String(await refused(trial, { input: insulting([{ kind: 'FLAG' }]) })), /no classifier/);
    const wrong = { ...insulting([{ kind: 'FLAG' }]), conditions: [{ classifier: { label: 'insult', atLeast: 2 } }] };
    assert.match(String(await refused(CREATE, { input: wrong })), /0 to 1/);
  });
});
