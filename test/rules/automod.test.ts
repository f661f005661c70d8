import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { until } from '../events/until.ts';
import { type Bench, get, openBench, says } from '../moderation/bench.ts';
import { openTeller } from './teller.ts';

const CREATE = `mutation ($input: RuleInput!) { createRule(input: $input, reason: "We agreed") { id version } }`;
const MATCHES = `query ($id: ID!) { rule(id: $id) { matches { totalCount nodes {
  version dryRun done user { id } group { id } message { id revoked } found { entry path start end }
} } } }`;

interface Matches {
  readonly rule: {
    readonly matches: {
      readonly totalCount: number;
      readonly nodes: readonly { readonly message: { readonly id: string; readonly revoked: boolean } | null }[];
    };
  };
}

type Said = { readonly content: { readonly text: string } };
interface Shown {
  readonly message: Said | null;
  readonly neighbours: readonly Said[];
}

const SHOWN = `{ moderationQueue(first: 50) { nodes { subject { ... on Message { id } }
  evidence { message { ...Said } neighbours { ...Said } } } } }
  fragment Said on MessageSnapshot { content { ... on TextContent { text } } }`;

const pills = [{ keywords: { words: ['pills'] } }];

/** Three rules, and three messages that they are for. */
async function openScene() {
  const bench = await openBench();
  const { owner, ann, bo, cleo, groupID, databaseURL } = bench;
  const make = async (input: object): Promise<string> =>
    (await get<{ createRule: { id: string } }>(owner, CREATE, { input })).createRule.id;
  const found = async (id: string): Promise<Matches['rule']['matches']> =>
    (await get<Matches>(owner, MATCHES, { id })).rule.matches;
  const flagging = await make({
    ...{ name: 'No pills', state: 'ON', conditions: pills, exemptGroupIDs: [groupID] },
    actions: [{ kind: 'FLAG', reason: 'SPAM' }],
  });
  const trying = await make({ name: 'Tried', conditions: pills, actions: [{ kind: 'REVOKE' }, { kind: 'FLAG' }] });
  const revoking = await make({
    ...{ name: 'Taken back', state: 'ON', places: ['GROUPS'], groupIDs: [groupID] },
    ...{
      conditions: [{ pattern: { pattern: 'secret\\d+' } }],
      actions: [{ kind: 'REVOKE' }, { kind: 'MUTE', minutes: 5 }],
    },
  });

  const striking = await make({
    ...{ name: 'Struck', state: 'ON', conditions: [{ keywords: { words: ['eel'] } }], actions: [{ kind: 'STRIKE' }] },
  });

  const direct = await says(ann, { to: bo.id }, 'buy my P I L L S now');
  const inGroup = await says(bo, { group: groupID }, 'cheap pills');
  const secret = await says(cleo, { group: groupID }, 'the secret42');
  const eel = await says(bo, { group: groupID }, 'an eel');
  await using teller = openTeller(databaseURL);
  for (let times = 0; times < 2; times += 1) {
    await teller.tell({ id: direct, sendID: ann.id, recvID: bo.id, seq: 1 }, 'buy my P I L L S now');
    await teller.tell({ id: inGroup, sendID: bo.id, groupID, seq: 2 }, 'cheap pills');
    await teller.tell({ id: secret, sendID: cleo.id, groupID, seq: 3 }, 'the secret42');
    await teller.tell({ id: eel, sendID: bo.id, groupID, seq: 4 }, 'an eel');
  }
  const counts = async () => Promise.all([trying, revoking, striking].map(async (id) => (await found(id)).totalCount));
  await until(async () => (await counts()).join() === '2,1,1', 75_000);

  return { ...bench, bench, found, rules: { flagging, trying, revoking }, messages: { direct, inGroup, secret, eel } };
}

describe('automod', () => {
  let scene: Awaited<ReturnType<typeof openScene>>;
  before(async () => {
    scene = await openScene();
  });
  after(() => scene.bench[Symbol.asyncDispose]());

  test('a message that a rule holds for opens a case; an exempt group passes, a dry run does nothing', async () => {
    const {
      found,
      rules: { flagging, trying },
      messages: { direct, inGroup },
      ann,
      sql,
    } = scene;
    assert.deepEqual((await found(flagging)).nodes, [
      {
        ...{ version: 1, dryRun: false, done: ['FLAG'], user: { id: ann.id }, group: null },
        message: { id: direct, revoked: false },
        found: [{ entry: 'pills', path: 'content', start: 7, end: 16 }],
      },
    ]);
    const tried = (await found(trying)).nodes;
    assert.deepEqual(new Set(tried.map(({ message }) => message?.id)), new Set([direct, inGroup]));
    assert.ok(tried.every(({ message }) => message?.revoked === false));
    assert.deepEqual(await sql('select source, reason, note from moderation.flags order by source'), [
      { source: 'rule:No pills', reason: 'SPAM', note: 'Version 1: pills' },
      { source: 'rule:Struck', reason: 'OTHER', note: 'Version 1: eel' },
      { source: 'rule:Taken back', reason: 'OTHER', note: 'Version 1: secret\\d+' },
    ]);
  });

  test('a rule takes back and mutes in the group that it is for', async () => {
    const {
      found,
      rules: { revoking },
      messages: { secret },
      cleo,
      groupID,
    } = scene;
    assert.deepEqual((await found(revoking)).nodes, [
      {
        ...{ version: 1, dryRun: false, done: ['REVOKE', 'MUTE'], user: { id: cleo.id }, group: { id: groupID } },
        message: { id: secret, revoked: true },
        found: [{ entry: 'secret\\d+', path: 'content', start: 4, end: 12 }],
      },
    ]);
    await assert.rejects(says(cleo, { group: groupID }, 'and now?'), /muted/i);
    await appealed(scene, secret);
  });

  test('a rule gives a strike, one however often it is told, and the person may appeal', async () => {
    const { owner, bo, messages } = scene;
    const { user } = await get<{ user: { strikes: { reason: string }[] } }>(
      owner,
      'query ($id: ID!) { user(id: $id) { strikes { reason } } }',
      { id: bo.id },
    );
    assert.deepEqual(user.strikes, [{ reason: 'rule:Struck' }]);
    const { decisionsAboutMe } = await bo.query<{ decisionsAboutMe: { nodes: object[] } }, object>(
      '{ decisionsAboutMe { nodes { kind } } }',
    );
    assert.deepEqual(decisionsAboutMe.nodes, [{ kind: 'STRIKE' }]);
    assert.ok(messages.eel);
  });

  test('a rule is tried on what was said, nothing is done, and who asked is on record', async () => {
    const {
      owner,
      sql,
      messages: { direct, inGroup },
    } = scene;
    const dryRun = await get<{ dryRunRule: { matched: number; samples: { message: { id: string } }[] } }>(
      owner,
      `query ($input: RuleInput!, $from: DateTime!, $to: DateTime!) {
      dryRunRule(input: $input, from: $from, to: $to) {
        examined stoppedAt matched users groups acted notActed precision samples { message { id } found { entry } }
      }
    }`,
      {
        input: { name: 'On trial', conditions: pills, actions: [{ kind: 'REFUSE' }] },
        ...{ from: new Date(Date.now() - 3_600_000), to: new Date(Date.now() + 60_000) },
      },
    );
    const { samples, ...counts } = dryRun.dryRunRule;
    assert.deepEqual(counts, {
      ...{ examined: 3, stoppedAt: null, matched: 2, users: 2, groups: 1, acted: 0, notActed: 0, precision: null },
    });
    // In the order in which they were sent, which may be the same millisecond.
    const byID = samples.toSorted((one, other) => one.message.id.localeCompare(other.message.id));
    assert.deepEqual(
      byID,
      [direct, inGroup]
        .sort((one, other) => one.localeCompare(other))
        .map((id) => ({ message: { id }, found: [{ entry: 'pills' }] })),
    );
    const looked = await sql("select count(*)::int as count from identity.audit where action = 'rule.dry-run'");
    assert.deepEqual(looked, [{ count: 1 }]);
  });

  test('the case of a message that a rule flags shows what was said around it, as it was', async () => {
    const { ann, bo, owner, databaseURL, messages, sql } = scene;
    const later = await says(ann, { to: bo.id }, 'and more pills');
    await using teller = openTeller(databaseURL);
    await teller.tell({ id: later, sendID: ann.id, recvID: bo.id, seq: 2 }, 'and more pills');
    const kept = () => sql(`select 1 from moderation.flags where source = 'rule:No pills'`);
    await until(async () => (await kept()).length === 2, 75_000);
    await ann.query('mutation ($id: ID!) { revokeMessage(id: $id) { id } }', { id: messages.direct });
    type Cases = { moderationQueue: { nodes: { subject: { id: string }; evidence: Shown | null }[] } };
    const { nodes } = (await get<Cases>(owner, SHOWN)).moderationQueue;
    assert.deepEqual(nodes.find(({ subject }) => subject.id === later)?.evidence, {
      message: { content: { text: 'and more pills' } },
      neighbours: [{ content: { text: 'buy my P I L L S now' } }],
    });
  });
});

/** What a rule did is a decision by nobody: nobody has to look at it, and who was muted may appeal to anybody. */
async function appealed({ owner, cleo, groupID }: Bench, secret: string): Promise<void> {
  const CASES = `{ moderationQueue(state: RESOLVED) { nodes {
    id state subject { ... on Message { id } } actions { kind state note by { id } } } } }`;
  type Cases = { moderationQueue: { nodes: { id: string; subject: { id: string } }[] } };
  const ruled = (await get<Cases>(owner, CASES)).moderationQueue.nodes.find(({ subject }) => subject.id === secret);
  assert.deepEqual(ruled, {
    ...{ id: ruled?.id, state: 'RESOLVED', subject: { id: secret } },
    actions: ['REVOKE_MESSAGE', 'MUTE_MEMBER'].map((kind) => ({
      kind,
      state: 'DONE',
      note: 'rule:Taken back',
      by: null,
    })),
  });
  const DECISIONS = '{ decisionsAboutMe { nodes { id kind } } }';
  type Decisions = { decisionsAboutMe: { nodes: { id: string; kind: string }[] } };
  const [mute] = (await cleo.query<Decisions, object>(DECISIONS)).decisionsAboutMe.nodes;
  assert.equal(mute?.kind, 'MUTE_MEMBER');
  await cleo.query('mutation ($id: ID!) { appealDecision(decisionID: $id, text: "It was no secret") { id } }', {
    id: mute?.id,
  });
  await get(owner, 'mutation ($id: ID!) { decideAppeal(caseID: $id, granted: true) { state } }', { id: ruled?.id });
  await says(cleo, { group: groupID }, 'now I may');
}
