import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Client, textMessage } from '../sandbox/wire.ts';
import { signInAdmin } from '../world/admin.ts';
import { type Actor, openWorld, type World } from '../world/world.ts';
import { until } from './until.ts';

interface Covered {
  readonly coverage: { expected: number; told: number; found: number; missing: number; checkedAt: string | null };
  readonly totalCoverage: { missing: number; conversations: number; neverChecked: number; usersNotWalked: number };
}

const DAY_MS = 86_400_000;

const COVERAGE = `query ($id: ID!) {
  coverage(conversationID: $id) { expected told found gone missing checkedAt }
  totalCoverage { missing conversations neverChecked usersNotWalked expected told found gone incomplete oldestCheckAt }
}`;

describe('what was not told', () => {
  let world: World;
  let ann: Actor;
  let bo: Actor;
  const id = 'si_ann_bo';
  before(async () => {
    world = await openWorld({ RECONCILER_RATE: '100' });
    ann = await world.signIn('ann@example.com');
    bo = await world.signIn('bo@example.com');
  });
  after(() => world[Symbol.asyncDispose]());

  test('an admin sees how much of a conversation is known, and so does whoever reads the metrics', async () => {
    for (let nth = 0; nth < 5; nth += 1) {
      const input = `{ userID: "${bo.id}", content: { text: { text: "${nth}" } } }`;
      await ann.client.query(`mutation { sendMessage(input: ${input}) { id } }`);
    }
    const admin = await signInAdmin(world);
    const covered = async (): Promise<Covered> => {
      const { data: answer, errors } = await admin<Covered>(COVERAGE, { id });
      assert.deepEqual(errors, []);
      return answer as Covered;
    };
    await until(async () => {
      const { coverage, totalCoverage } = await covered();
      return coverage?.checkedAt !== null && coverage?.missing === 0 && totalCoverage.missing === 0;
    });
    const { coverage } = await covered();
    assert.equal(coverage.expected, coverage.told + coverage.found);
    const metrics = await (await fetch(`${world.url}/metrics`)).text();
    assert.match(metrics, /^events_messages\{state="found"\} \d+$/m);
    assert.match(metrics, /^events_conversations\{state="never_checked"\} \d+$/m);
  });

  test('an admin sees what was written by day, days without anything among them', async () => {
    const admin = await signInAdmin(world);
    const now = Date.now();
    const span = { from: new Date(now - 2 * DAY_MS).toISOString(), to: new Date(now).toISOString() };
    const days = async () => (await admin<Figured>(DAYS, span)).data?.statistics.messageDays ?? [];
    await until(async () => ((await days()).at(-1)?.direct.text ?? 0) >= 5);
    const found = await days();
    assert.equal(found.length, 3);
    assert.ok((found.at(-1)?.writers ?? 0) > 0);
    assert.ok(found.every(({ day }) => day.endsWith('T00:00:00.000Z')));
  });

  test('what a client writes in the name of OpenIM is shown as no notification, is withdrawn, and is a case', async () => {
    const { wsURL = '' } = world.running.sandbox ?? {};
    const door = { apiURL: '', secret: '', adminUserID: '', wsURL };
    const client = await new Client(door, { userID: bo.id, token: bo.session.imToken ?? '' }).opened();
    await client.ask(1003, textMessage(bo.id, ann.id, 'You were removed', { contentType: 1508 }));
    client.socket.close();
    const kinds = async (): Promise<string[]> => {
      const { data } = await ann.client.query<Read, object>(MESSAGES, { id });
      return data?.conversation?.messages.nodes.map(({ content }) => content.__typename) ?? [];
    };
    const admin = await signInAdmin(world);
    await until(async () => {
      const shown = await kinds();
      assert.ok(!shown.includes('NotificationContent'));
      const { data } = await admin<Cases>(CASES, { id: bo.id });
      return shown.includes('RevokedContent') && data?.user.cases.nodes[0]?.flags[0]?.source === 'forged-message';
    }, 60_000);
  });
});

const DAYS = `query ($from: DateTime!, $to: DateTime!) {
  statistics(from: $from, to: $to) {
    messageDays { day direct { text media other } group { text media other } notices writers revoked newGroups }
  }
}`;

interface Figured {
  readonly statistics: { messageDays: { day: string; direct: { text: number }; writers: number }[] };
}

interface Read {
  readonly conversation: { messages: { nodes: { content: { __typename: string } }[] } } | null;
}

interface Cases {
  readonly user: { cases: { nodes: { flags: { source: string }[] }[] } };
}

const MESSAGES =
  'query ($id: ID!) { conversation(id: $id) { messages(last: 5) { nodes { content { __typename } } } } }';
const CASES = 'query ($id: ID!) { user(id: $id) { cases { nodes { flags { source } } } } }';
