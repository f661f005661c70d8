import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { until } from '../events/until.ts';
import { get } from '../moderation/bench.ts';
import { type AdminQuery, signInAdmin } from '../world/admin.ts';
import { type Actor, openWorld, type World } from '../world/world.ts';

const CREATE = `mutation ($input: RuleInput!) { createRule(input: $input, reason: "We agreed") { id version } }`;
const STATE = `mutation ($id: ID!, $version: Int!) { setRuleState(id: $id, version: $version, state: OFF, reason: "Over") { version } }`;
const SEND = `mutation ($to: ID, $group: ID, $text: String!) {
  sendMessage(input: { userID: $to, groupID: $group, content: { text: { text: $text } } }) { id }
}`;

let world: World;
let owner: AdminQuery;
let ann: Actor;
let bo: Actor;

interface Kept {
  readonly id: string;
  readonly version: number;
}

const make = async (input: object): Promise<Kept> =>
  (await get<{ createRule: Kept }>(owner, CREATE, { input: { name: 'A rule', state: 'ON', ...input } })).createRule;
const words = (...all: string[]) => [{ keywords: { words: all } }];

/** What became of it: the refusal's sentence, or null. */
const refused = async (who: Actor, to: object, text: string): Promise<string | null> => {
  const { errors } = await who.client.query<unknown, object>(SEND, { ...to, text });
  return errors.length === 0 ? null : `${errors[0]?.extensions?.reason}: ${errors[0]?.message}`;
};

describe('on the way through OpenIM', () => {
  before(async () => {
    world = await openWorld({ SANDBOX_CALLBACKS: 'on' });
    owner = await signInAdmin(world);
    ann = await world.signIn('ann@new.example', 'ann');
    bo = await world.signIn('bo@new.example', 'bo');
  });
  after(() => world[Symbol.asyncDispose]());

  test('a refused word goes nowhere, and its sender is told in a sentence; a masked one arrives masked; an exempt group passes', async () => {
    const made = 'mutation ($m: [ID!]!) { createGroup(input: { name: "Tea", memberIDs: $m }) { id } }';
    const { createGroup } = await ann.query<{ createGroup: { id: string } }, object>(made, { m: [bo.id] });
    const group = createGroup.id;
    const refusing = await make({
      conditions: words('forbidden'),
      actions: [{ kind: 'REFUSE' }],
      exemptGroupIDs: [group],
    });
    await make({ conditions: words('damned'), actions: [{ kind: 'MASK' }] });
    assert.match(
      (await refused(bo, { to: ann.id }, 'a f o r b i d d e n word')) ?? '',
      /^RULE_REFUSED: .*rules of this service/,
    );
    await using socket = await bo.ws();
    await assert.rejects(socket.sendText(ann.id, 'f-o-r-b-i-d-d-e-n'), /rules of this service|5405/);
    assert.equal(await refused(ann, { to: bo.id }, 'this d.a.m.n.e.d thing'), null);
    const pushed = await socket.message(({ sendID }) => sendID === ann.id);
    assert.equal(pushed.content.content, 'this *********** thing');
    assert.equal(await refused(bo, { group }, 'forbidden here'), null);
    await get(owner, STATE, refusing);
    assert.equal(await refused(bo, { to: ann.id }, 'forbidden no more'), null);
  });

  test('a flood is stopped, and what is flagged becomes a case when OpenIM has told of it', async () => {
    const flagging = await make({ conditions: words('pills'), actions: [{ kind: 'FLAG', reason: 'SPAM' }] });
    await make({
      conditions: [{ flood: { moreThan: 3, seconds: 60 } }, ...words('pills')],
      actions: [{ kind: 'REFUSE' }],
    });
    const said: (string | null)[] = [];
    for (let nth = 0; nth < 5; nth++) said.push(await refused(bo, { to: ann.id }, `pills ${nth}`));
    assert.deepEqual(said.slice(0, 3), [null, null, null]);
    assert.ok(said.slice(3).every((each) => each?.startsWith('RULE_REFUSED')));
    const matches = '{ rule(id: "$ID") { matches { totalCount nodes { done message { id } } } } }'.replace(
      '$ID',
      flagging.id,
    );
    await until(
      async () =>
        (await get<{ rule: { matches: { totalCount: number } } }>(owner, matches)).rule.matches.totalCount === 3,
    );
    const queue = '{ moderationQueue { totalCount nodes { flags { source reason } accused { id } } } }';
    const { moderationQueue } = await get<{ moderationQueue: { totalCount: number; nodes: object[] } }>(owner, queue);
    assert.equal(moderationQueue.totalCount, 3);
    assert.deepEqual(moderationQueue.nodes[0], {
      flags: [{ source: 'rule:A rule', reason: 'SPAM' }],
      accused: { id: bo.id },
    });
  });

  test('an owner may say in their group what members may not; who said it before that was known is taken back', async () => {
    const made = 'mutation ($m: [ID!]!) { createGroup(input: { name: "Zoo", memberIDs: $m }) { id } }';
    const { createGroup } = await ann.query<{ createGroup: { id: string } }, object>(made, { m: [bo.id] });
    const group = createGroup.id;
    await make({ conditions: words('badger'), actions: [{ kind: 'REFUSE' }], exemptGroupRoles: ['OWNER', 'ADMIN'] });
    const sent = await bo.query<{ sendMessage: { id: string } }, object>(SEND, { group, text: 'a badger' });
    const look = `{ message(id: "${sent.sendMessage.id}") { revoked } }`;
    await until(
      async () => (await bo.query<{ message: { revoked: boolean } }, object>(look, {})).message.revoked,
      30_000,
    );
    assert.match((await refused(bo, { group }, 'another badger')) ?? '', /^RULE_REFUSED/);
    assert.equal(await refused(ann, { group }, 'my badger'), null);
    assert.match((await refused(ann, { to: bo.id }, 'my badger')) ?? '', /^RULE_REFUSED/);
    const strict = { conditions: words('weasel'), pastDeadline: 'REFUSE', exemptGroupRoles: ['OWNER'] };
    const kept = await make({ ...strict, actions: [{ kind: 'REFUSE' }] });
    const other = await ann.query<{ createGroup: { id: string } }, object>(made, { m: [bo.id] });
    const there = { group: other.createGroup.id };
    assert.match(
      (await refused(bo, there, 'a weasel')) ?? '',
      /^RULE_REFUSED/,
      'held to it before it is known who he is',
    );
    await until(async () => (await refused(ann, there, 'my weasel')) === null, 30_000);
    await get(owner, STATE, kept);
    const trial = `query ($input: RuleInput!, $trial: RuleTrialInput!) { testRule(input: $input, trial: $trial) { holds } }`;
    const input = {
      name: 'A rule',
      conditions: words('badger'),
      actions: [{ kind: 'REFUSE' }],
      exemptGroupRoles: ['OWNER'],
    };
    for (const [groupRole, holds] of [
      ['OWNER', false],
      ['ADMIN', true],
      [null, true],
    ] as const) {
      const variables = { input, trial: { text: 'badger', groupID: group, groupRole } };
      assert.deepEqual(await get(owner, trial, variables), { testRule: { holds } });
    }
  });

  test('a name against the rules is not taken', async () => {
    await make({ conditions: words('moderator'), actions: [{ kind: 'REFUSE' }], places: ['PROFILES'] });
    const { errors } = await bo.client.query<unknown, object>(
      'mutation { updateProfile(input: { nickname: "M0derator" }) { nickname } }',
    );
    assert.equal(errors[0]?.extensions?.reason, 'RULE_REFUSED');
  });
});
