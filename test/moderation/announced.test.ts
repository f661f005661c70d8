import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { openReceiver, type Receiver } from '../events/receiver.ts';
import type { AdminQuery } from '../world/admin.ts';
import type { Actor } from '../world/world.ts';
import { type Bench, colleague, get, openBench, reasons, reports, says } from './bench.ts';

const KINDS = ['USER_BANNED', 'USER_UNBANNED', 'CASE_OPENED', 'CASE_APPEALED', 'CASE_RESOLVED'];
const CREATE = `mutation ($input: CreateWebhookEndpointInput!) {
  createWebhookEndpoint(input: $input, reason: "Our own system") { secret endpoint { id } }
}`;
const BAN =
  'mutation ($id: ID!, $until: DateTime) { banUser(userID: $id, until: $until, reason: "Sells pills") { id } }';
const UNBAN = 'mutation ($id: ID!) { unbanUser(userID: $id, reason: "A mistake") { id } }';
const ACT = 'mutation ($input: ModerationActionInput!) { takeModerationAction(input: $input) { id } }';
const APPEAL = 'mutation ($ticket: String!) { appealBan(ticket: $ticket, text: "It was a joke") { id } }';
const HEAR = 'mutation ($id: ID!) { decideAppeal(caseID: $id, granted: true, answer: "So it was") { id } }';

describe('what is done here is told to servers of others', () => {
  let [bench, receiver]: [Bench, Receiver] = [] as never;
  let kim: AdminQuery;
  let secret = '';
  before(async () => {
    receiver = await openReceiver();
    bench = await openBench();
    kim = await colleague(bench.world, bench.owner, 'kim');
    type Made = { createWebhookEndpoint: { secret: string } };
    const input = { url: `${receiver.url}/own`, kinds: KINDS, withContent: true };
    ({ secret } = (await get<Made>(bench.owner, CREATE, { input })).createWebhookEndpoint);
  });
  after(async () => {
    await bench[Symbol.asyncDispose]();
    await receiver[Symbol.asyncDispose]();
  });

  /** What comes next, and that no word of anybody is in it. */
  const next = async (): Promise<{ type: string; data: Record<string, unknown> }> => {
    const { headers, body } = await receiver.next('/own');
    assert.doesNotMatch(body, /pills|mistake|joke|an insult|explanation|reason|note|report/);
    const { type, data } = new Webhook(secret).verify(body, headers) as { type: string; data: Record<string, unknown> };
    return { type, data };
  };
  /** So many, whichever comes first. */
  const nextFew = async (count: number) => {
    const few = [];
    for (let nth = 0; nth < count; nth += 1) few.push(await next());
    return few.sort((a, b) => a.type.localeCompare(b.type));
  };
  const offence = async (by: Actor): Promise<{ message: string; caseID: string }> => {
    const message = await says(by, { group: bench.groupID }, 'an insult');
    await reports(bench.ann, message, 'HARASSMENT');
    const rows = await bench.sql<{ id: string }>('select id from moderation.cases where subject_id = $1', [message]);
    return { message, caseID: rows[0]?.id ?? '' };
  };

  test('a ban, one that gives way to another, its end by an admin and by itself', async () => {
    const dora = await bench.world.signIn('dora@new.example', 'dora');
    const [id, until] = [dora.id, new Date(Date.now() + 86_400_000).toISOString()];
    await get(bench.owner, BAN, { id, until });
    assert.deepEqual(await next(), { type: 'user.banned', data: { userID: id, until } });
    await get(bench.owner, BAN, { id, until: null });
    assert.deepEqual(await next(), { type: 'user.banned', data: { userID: id, until: null } });
    await get(bench.owner, UNBAN, { id });
    assert.deepEqual(await next(), { type: 'user.unbanned', data: { userID: id, because: 'LIFTED' } });
    assert.deepEqual(await reasons(bench.owner, UNBAN, { id }), ['ALREADY_SO']);
    await get(bench.owner, BAN, { id, until });
    assert.equal((await next()).type, 'user.banned');
    await bench.sql(`update identity.bans set until = now() where user_id = $1 and lifted_at is null`, [id]);
    assert.deepEqual(await next(), { type: 'user.unbanned', data: { userID: id, because: 'RAN_OUT' } });
  });

  test('a case that waits, its decision, an appeal and what became of it', async () => {
    const { bo, groupID } = bench;
    const { message, caseID } = await offence(bo);
    const about = {
      ...{ caseID, round: 1, subjectKind: 'MESSAGE', subjectID: message },
      ...{ userID: bo.id, groupID },
    };
    assert.deepEqual(await next(), { type: 'case.opened', data: about });
    await get(bench.owner, ACT, { input: { caseID, kind: 'BAN_USER', until: new Date(Date.now() + 60_000) } });
    const [resolved, banned] = await nextFew(2);
    assert.deepEqual(resolved, {
      type: 'case.resolved',
      data: { ...about, decisions: ['BAN_USER'], appeal: null },
    });
    assert.deepEqual([banned?.type, banned?.data.userID], ['user.banned', bo.id]);
    const ticket = await bench.world.signIn('bo@new.example').then(
      () => assert.fail(),
      (error: { errors: { extensions: { appealTicket: string } }[] }) => error.errors[0]?.extensions.appealTicket,
    );
    await bench.owner('mutation ($id: ID!) { releaseCase(id: $id) { id } }', { id: caseID });
    const { errors } = await bench.world.visitor().query<unknown, object>(APPEAL, { ticket });
    assert.deepEqual(errors, []);
    assert.deepEqual(await next(), { type: 'case.appealed', data: about });
    await get(kim, HEAR, { id: caseID });
    const [heard, back] = await nextFew(2);
    assert.deepEqual(heard, { type: 'case.resolved', data: { ...about, decisions: [], appeal: 'GRANTED' } });
    assert.deepEqual(back, { type: 'user.unbanned', data: { userID: bo.id, because: 'LIFTED' } });
  });

  test('and what was rolled back is told to nobody', async () => {
    const { caseID } = await offence(bench.cleo);
    assert.equal((await next()).type, 'case.opened');
    // Entered last, in the transaction of what it records.
    await bench.sql('alter table identity.audit_head rename to gone');
    try {
      const { errors } = await bench.owner(BAN, { id: bench.cleo.id, until: null });
      assert.equal(errors.length, 1);
      const decided = await bench.owner(ACT, { input: { caseID, kind: 'DISMISS' } });
      assert.equal(decided.errors.length, 1);
    } finally {
      await bench.sql('alter table identity.gone rename to audit_head');
    }
    await get(bench.owner, ACT, { input: { caseID, kind: 'DISMISS' } });
    const { type, data } = await next();
    assert.deepEqual([type, data.caseID, data.decisions], ['case.resolved', caseID, ['DISMISS']]);
    assert.equal(receiver.waiting('/own'), 0);
    const kept = `select 1 from events.inbox where kind = 'USER_BANNED' and strpos(fact::text, $1) > 0`;
    assert.deepEqual(await bench.sql(kept, [bench.cleo.id]), []);
  });
});
