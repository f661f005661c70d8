import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { AdminQuery } from '../world/admin.ts';
import type { Actor } from '../world/world.ts';
import { type Bench, colleague, get, openBench, reasons, reports, says } from './bench.ts';

const ACT = `mutation ($input: ModerationActionInput!) { takeModerationAction(input: $input) { actions { state } } }`;
const HEAR =
  'mutation ($id: ID!, $granted: Boolean!) { decideAppeal(caseID: $id, granted: $granted, answer: "We looked again") { id } }';
const BAN = 'mutation ($ticket: String!) { appealBan(ticket: $ticket, text: "Not me") { id granted } }';

describe('the way to an appeal', () => {
  let bench: Bench;
  let kim: AdminQuery;
  before(async () => {
    bench = await openBench();
    kim = await colleague(bench.world, bench.owner, 'kim');
  });
  after(() => bench[Symbol.asyncDispose]());

  const act = async (input: object) =>
    (await get<{ takeModerationAction: { actions: { state: string }[] } }>(bench.owner, ACT, { input }))
      .takeModerationAction;
  const appeal = async (ticket: string | undefined) =>
    (await bench.world.visitor().query<unknown, object>(BAN, { ticket })).errors.map(
      ({ extensions }) => extensions.reason,
    );
  const joined = async (name: string): Promise<Actor> => {
    const { world, ann, groupID } = bench;
    const actor = await world.signIn(`${name}@new.example`, name);
    const u = [actor.id];
    await ann.query('mutation ($g: ID!, $u: [ID!]!) { inviteToGroup(groupID: $g, userIDs: $u) { id } }', {
      ...{ g: groupID, u },
    });
    return actor;
  };
  const caseAbout = async (by: Actor): Promise<string> => {
    await reports(bench.ann, await says(by, { group: bench.groupID }, 'awful'), 'HARASSMENT');
    const [row] = await bench.sql<{ id: string }>('select id from moderation.cases where accused_id = $1', [by.id]);
    return row?.id ?? '';
  };
  /** What somebody is told who signs in and is kept out; null: they are let in. */
  const knocking = async (email: string): Promise<Record<string, string> | null> => {
    try {
      await bench.world.signIn(email);
      return null;
    } catch (error) {
      return (error as { errors: { extensions: Record<string, string> }[] }).errors[0]?.extensions ?? null;
    }
  };

  test('is open to who is banned and cannot sign in, and by nobody without their ticket', async () => {
    const dora = await joined('dora');
    const caseID = await caseAbout(dora);
    const until = new Date(Date.now() + 86_400_000).toISOString();
    assert.equal((await act({ caseID, kind: 'BAN_USER', until })).actions[0]?.state, 'DONE');
    const knock = () => knocking('dora@new.example');
    const turnedAway = await knock();
    assert.equal(turnedAway?.reason, 'USER_BANNED');
    assert.deepEqual(await appeal('nonsense'), ['APPEAL_TICKET_INVALID']);
    assert.deepEqual(await appeal(turnedAway?.appealTicket), []);
    assert.deepEqual(await appeal(turnedAway?.appealTicket), ['APPEAL_MADE']);
    const again = await knock();
    assert.deepEqual([again?.appealTicket, again?.appealState], [undefined, 'PENDING']);
    await get(kim, HEAR, { id: caseID, granted: true });
    assert.equal(await knock(), null);
  });

  test('is open against a ban outside any case, which becomes a decision in theirs when they ask the way', async () => {
    const finn = await bench.world.signIn('finn@new.example', 'finn');
    await bench.owner('mutation ($id: ID!) { banUser(userID: $id, reason: "Sells accounts") { id } }', { id: finn.id });
    const knock = () => knocking('finn@new.example');
    const [first, second] = [await knock(), await knock()];
    assert.deepEqual(await appeal(first?.appealTicket), []);
    assert.deepEqual(await appeal(second?.appealTicket), ['APPEAL_MADE']);
    const CASES = `query ($id: ID!) { user(id: $id) { cases { nodes {
      id state round actions { kind explanation by { name } } appeal { text }
    } } } }`;
    type Cases = { user: { cases: { nodes: { id: string }[] } } };
    const { nodes } = (await get<Cases>(kim, CASES, { id: finn.id })).user.cases;
    const [{ id, ...found } = { id: '' }] = nodes;
    assert.deepEqual(
      [found, nodes.length],
      [
        {
          state: 'APPEALED',
          round: 1,
          actions: [{ kind: 'BAN_USER', explanation: 'Sells accounts', by: { name: 'Owner' } }],
          appeal: { text: 'Not me' },
        },
        1,
      ],
    );
    assert.deepEqual(await reasons(bench.owner, HEAR, { id, granted: true }), ['APPEAL_OWN']);
    await get(kim, HEAR, { id, granted: true });
    assert.equal(await knock(), null);
  });

  test('waits where a case about the person is open', async () => {
    const gwen = await joined('gwen');
    await bench.ann.query('mutation ($id: ID!) { reportUser(input: { userID: $id, reason: SPAM }) { id } }', {
      id: gwen.id,
    });
    const ban = 'mutation ($id: ID!) { banUser(userID: $id, reason: "Sells accounts") { id } }';
    await bench.owner(ban, { id: gwen.id });
    const turnedAway = await knocking('gwen@new.example');
    assert.deepEqual([turnedAway?.reason, turnedAway?.appealTicket], ['USER_BANNED', undefined]);
    const [row] = await bench.sql<{ id: string }>('select id from moderation.cases where accused_id = $1', [gwen.id]);
    await act({ caseID: row?.id ?? '', kind: 'DISMISS' });
    assert.match((await knocking('gwen@new.example'))?.appealTicket ?? '', /^[\w-]{43}$/);
    const [decided] = await bench.sql('select round, state from moderation.cases where accused_id = $1', [gwen.id]);
    assert.deepEqual(decided, { round: 2, state: 'RESOLVED' });
  });
});
