import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type Bench, colleague, get, openBench, reasons, reports, says } from './bench.ts';
import { CASE, type Case } from './case.ts';

const ACT = `mutation ($input: ModerationActionInput!) { takeModerationAction(input: $input) {
  id state actions { id kind state problem }
} }`;

type Acted = { takeModerationAction: { state: string; actions: { id: string; kind: string; state: string }[] } };

describe('a case', () => {
  let bench: Bench;
  before(async () => {
    bench = await openBench();
  });
  after(() => bench[Symbol.asyncDispose]());

  const caseOf = async (subjectID: string): Promise<string> =>
    (await bench.sql<{ id: string }>('select id from moderation.cases where subject_id = $1', [subjectID]))[0]?.id ??
    '';
  const look = async (id: string): Promise<Case> =>
    (await get<{ moderationCase: Case }>(bench.owner, CASE, { id })).moderationCase;
  const act = async (input: object) => (await get<Acted>(bench.owner, ACT, { input })).takeModerationAction;

  test('is one for a message, however many report it at once, and holds what was seen when it is gone', async () => {
    const { ann, bo, cleo, groupID } = bench;
    await says(bo, { group: groupID }, 'before');
    const id = await says(bo, { group: groupID }, 'buy my pills');
    await says(bo, { group: groupID }, 'after');
    await Promise.all([reports(ann, id, 'SPAM'), reports(cleo, id, 'SEXUAL')]);
    await bo.query('mutation ($id: ID!) { revokeMessage(id: $id) { id } }', { id });
    const found = await look(await caseOf(id));
    assert.equal(found.reportCount, 2);
    assert.deepEqual(new Set(found.reports.map(({ reporter }) => reporter.id)), new Set([ann.id, cleo.id]));
    assert.deepEqual(found.subject, { __typename: 'Message', id, revoked: true });
    assert.deepEqual(found.accused, { id: bo.id, nickname: 'bo' });
    assert.equal(found.evidence.message?.content.summary, 'buy my pills');
    assert.equal(found.evidence.message?.senderName, 'bo');
    assert.deepEqual(
      found.evidence.neighbours?.map(({ content }) => content.summary).filter((text) => !text.includes('group')),
      ['before', 'after'],
    );
    assert.equal(found.evidence.graphic, true);
    assert.equal(found.state, 'OPEN');
  });

  test('is more urgent for a worse reason, for more voices, and for what it waited', async () => {
    const { ann, bo, cleo, groupID, sql } = bench;
    const [spam, hurt] = [await says(bo, { group: groupID }, 'one'), await says(bo, { group: groupID }, 'two')];
    await reports(ann, spam, 'SPAM');
    await reports(ann, hurt, 'SELF_HARM');
    const [first, worse] = [await look(await caseOf(spam)), await look(await caseOf(hurt))];
    assert.ok(worse.priority > first.priority + 50, `${worse.priority} ${first.priority}`);
    await reports(cleo, spam, 'SPAM');
    const more = await look(await caseOf(spam));
    assert.ok(more.priority > first.priority, 'two voices');
    assert.ok(more.version > first.version);
    await sql('update moderation.cases set rank = rank + 24 where id = $1', [more.id]);
    assert.ok((await look(more.id)).priority >= more.priority + 24);
  });

  test('of a user keeps each profile that was reported, and begins another round after a decision', async () => {
    const { ann, bo, cleo } = bench;
    const report = 'mutation ($id: ID!) { reportUser(input: { userID: $id, reason: HATE }) { id outcome } }';
    await ann.query(report, { id: bo.id });
    const id = await caseOf(bo.id);
    await bo.query('mutation { updateProfile(input: { nickname: "bo the second" }) { id } }');
    await cleo.query(report, { id: bo.id });
    const seen = await look(id);
    assert.equal(seen.evidence.profile?.nickname, 'bo');
    assert.deepEqual(
      seen.laterEvidence.map(({ profile }) => profile.nickname),
      ['bo the second'],
    );
    await act({ caseID: id, kind: 'DISMISS' });
    const decided = await look(id);
    assert.equal(decided.state, 'RESOLVED');
    assert.deepEqual(new Set(decided.reports.map(({ outcome }) => outcome)), new Set(['NOT_ACTED']));
    await ann.query(report, { id: bo.id });
    const again = await look(id);
    assert.deepEqual([again.state, again.round, again.reportCount], ['OPEN', 2, 3]);
    assert.equal(again.actions.length, 1);
  });

  test('about a message is not opened again by who has had their say, and is by another', async () => {
    const { ann, bo, cleo, groupID } = bench;
    const message = await says(bo, { group: groupID }, 'judge this');
    const first = await reports(ann, message);
    const id = await caseOf(message);
    await act({ caseID: id, kind: 'DISMISS' });
    assert.deepEqual(await reports(ann, message), { id: first.id, outcome: 'NOT_ACTED' });
    assert.equal((await look(id)).state, 'RESOLVED');
    await reports(cleo, message);
    assert.equal((await look(id)).state, 'OPEN');
  });

  test('has no subject any more when that is gone, and its evidence all the same', async () => {
    const { ann, bo, groupID, owner } = bench;
    const message = await says(bo, { group: groupID }, 'erase me');
    await reports(ann, message, 'HATE');
    const id = await caseOf(message);
    await get(owner, 'mutation ($ids: [ID!]!) { eraseMessages(ids: $ids, reason: "The law") }', { ids: [message] });
    const { data, errors } = await owner<{ moderationCase: Case }>(CASE, { id });
    assert.deepEqual(
      errors.map(({ path, extensions }) => [path, extensions?.reason]),
      [[['moderationCase', 'subject'], 'NOT_FOUND']],
    );
    assert.equal(data?.moderationCase.subject, null);
    assert.equal(data?.moderationCase.evidence.message?.content.summary, 'erase me');
  });

  test('is taken back, muted, removed and warned about in OpenIM, each with its receipt', async () => {
    const { ann, bo, groupID, owner } = bench;
    const message = await says(bo, { group: groupID }, 'something bad');
    await reports(ann, message, 'HATE');
    const caseID = await caseOf(message);
    const until = new Date(Date.now() + 3_600_000).toISOString();
    for (const kind of ['WARN', 'REVOKE_MESSAGE', 'MUTE_MEMBER', 'REMOVE_MEMBER'])
      await act({ caseID, kind, keepOpen: kind !== 'REMOVE_MEMBER', ...(kind === 'MUTE_MEMBER' ? { until } : {}) });
    const found = await look(caseID);
    assert.deepEqual(
      found.actions.map(({ kind, state, problem }) => [kind, state, problem]),
      ['WARN', 'REVOKE_MESSAGE', 'MUTE_MEMBER', 'REMOVE_MEMBER'].map((kind) => [kind, 'DONE', null]),
    );
    assert.deepEqual([found.state, found.subject?.revoked], ['RESOLVED', true]);
    assert.deepEqual(
      found.reports.map(({ outcome }) => outcome),
      ['ACTED'],
    );
    type Members = { group: { members: { nodes: { user: { id: string } }[] } } };
    const { group } = await get<Members>(
      owner,
      'query ($id: ID!) { group(id: $id) { members { nodes { user { id } } } } }',
      { id: groupID },
    );
    assert.ok(!group.members.nodes.some(({ user }) => user.id === bo.id));
    await ann.query('mutation ($g: ID!, $u: [ID!]!) { inviteToGroup(groupID: $g, userIDs: $u) { id } }', {
      g: groupID,
      u: [bo.id],
    });
  });

  test('what cannot be done is told, and opens the case again', async () => {
    const { ann, bo, groupID } = bench;
    const message = await says(ann, { group: groupID }, 'the owner speaks');
    await reports(bo, message, 'HARASSMENT');
    const caseID = await caseOf(message);
    const acted = await act({ caseID, kind: 'REMOVE_MEMBER' });
    assert.deepEqual(
      acted.actions.map(({ state }) => state),
      ['FAILED'],
    );
    const found = await look(caseID);
    assert.equal(found.actions[0]?.problem, 'OUTRANKED');
    assert.equal(found.reports[0]?.outcome, 'PENDING');
    assert.equal(found.state, 'IN_REVIEW');
  });

  test('is tried until OpenIM has done it; the reports wait as long', async () => {
    const { ann, bo, groupID, faults } = bench;
    const message = await says(bo, { group: groupID }, 'while it is down');
    await reports(ann, message, 'HATE');
    const caseID = await caseOf(message);
    faults.set([{ at: '/msg/revoke_msg', error: { errCode: 500, errMsg: 'not now' } }]);
    const acted = await act({ caseID, kind: 'REVOKE_MESSAGE' });
    assert.deepEqual([acted.state, acted.actions[0]?.state], ['RESOLVED', 'PENDING']);
    assert.equal((await look(caseID)).reports[0]?.outcome, 'PENDING');
    faults.set([]);
    let found = await look(caseID);
    for (let looks = 0; looks < 300 && found.actions[0]?.state !== 'DONE'; looks++) {
      await pause(50);
      found = await look(caseID);
    }
    // One look asks OpenIM and us at the same time, and either may be the first to know.
    found = await look(caseID);
    assert.deepEqual([found.subject?.revoked, found.reports[0]?.outcome], [true, 'ACTED']);
  });

  test('of the gravest kind is decided at once where there is nobody else to ask', async () => {
    const { ann, owner, world } = bench;
    const eve = await world.signIn('eve@new.example', 'eve');
    await reports(ann, await says(eve, { to: ann.id }, 'worst'), 'ILLEGAL');
    const [found] = await bench.sql<{ id: string }>('select id from moderation.cases where accused_id = $1', [eve.id]);
    const banned = await act({ caseID: found?.id, kind: 'BAN_USER' });
    assert.deepEqual([banned.state, banned.actions[0]?.state], ['RESOLVED', 'DONE']);
    assert.deepEqual(await get(owner, 'query ($id: ID!) { user(id: $id) { ban { until } } }', { id: eve.id }), {
      user: { ban: { until: null } },
    });
  });

  test('is told to who reported by their own list, which is theirs alone', async () => {
    const { ann, bo, cleo, groupID } = bench;
    const OWN = '{ reportsByMe(first: 100) { nodes { id outcome } pageInfo { hasNextPage } } }';
    type Own = { reportsByMe: { nodes: { id: string; outcome: string }[] } };
    const message = await says(bo, { group: groupID }, 'for the list');
    const { id } = await reports(cleo, message);
    await act({ caseID: await caseOf(message), kind: 'WARN' });
    const [newest] = (await cleo.query<Own, object>(OWN)).reportsByMe.nodes;
    assert.deepEqual(newest, { id, outcome: 'ACTED' });
    assert.ok(!(await ann.query<Own, object>(OWN)).reportsByMe.nodes.some((each) => each.id === id));
  });

  test('asks for what an action needs, and for a version that is still so', async () => {
    const { ann, bo, owner } = bench;
    const message = await says(bo, { to: ann.id }, 'between us');
    await reports(ann, message);
    const caseID = await caseOf(message);
    const refused = (input: object) => reasons(owner, ACT, { input: { caseID, ...input } });
    const until = new Date(Date.now() + 60_000).toISOString();
    for (const input of [
      { kind: 'MUTE_MEMBER', until },
      { kind: 'DISMISS', until },
      { kind: 'BAN_USER', until: '2020-01-01T00:00:00.000Z' },
      { kind: 'WARN', note: 'x'.repeat(2_001) },
    ])
      assert.deepEqual(await refused(input), ['INPUT_INVALID'], input.kind);
    assert.deepEqual(await refused({ kind: 'WARN', version: 99 }), ['CASE_CHANGED']);
    assert.deepEqual(await reasons(owner, ACT, { input: { caseID: 'none', kind: 'WARN' } }), ['NOT_FOUND']);
    assert.deepEqual(await refused({ kind: 'UNBAN_USER' }), ['ALREADY_SO']);
  });

  test('bans by a second opinion: who proposed cannot confirm, somebody else can, and it can be taken back', async () => {
    const { ann, bo, cleo, owner, world } = bench;
    const message = await says(cleo, { to: ann.id }, 'awful');
    await reports(ann, message, 'VIOLENCE');
    const caseID = await caseOf(message);
    const kim = await colleague(world, owner, 'kim');
    const proposed = await act({ caseID, kind: 'BAN_USER', note: 'third time' });
    assert.deepEqual([proposed.state, proposed.actions[0]?.state], ['OPEN', 'PROPOSED']);
    const CONFIRM = 'mutation ($id: ID!) { confirmModerationAction(id: $id) { state actions { state } } }';
    const id = proposed.actions[0]?.id;
    assert.deepEqual(await reasons(owner, CONFIRM, { id }), ['SECOND_OPINION_NEEDED']);
    assert.deepEqual(await reasons(kim, ACT, { input: { caseID, kind: 'WARN' } }), ['OPINION_PENDING']);
    const BANNED = 'query ($id: ID!) { user(id: $id) { ban { until } } }';
    assert.deepEqual(await get(owner, BANNED, { id: cleo.id }), { user: { ban: null } });
    assert.deepEqual(await get(kim, CONFIRM, { id }), {
      confirmModerationAction: { state: 'RESOLVED', actions: [{ state: 'DONE' }] },
    });
    assert.deepEqual(await get(owner, BANNED, { id: cleo.id }), { user: { ban: { until: null } } });
    assert.deepEqual(await reasons(kim, CONFIRM, { id }), ['ALREADY_SO']);
    assert.ok((await cleo.client.query('{ me { id } }')).errors.length > 0);
    await act({ caseID, kind: 'UNBAN_USER' });
    const after = await look(caseID);
    assert.deepEqual(
      after.actions.map(({ kind, state }) => [kind, state]),
      [
        ['BAN_USER', 'REVERSED'],
        ['UNBAN_USER', 'DONE'],
      ],
    );
    assert.deepEqual(await get(owner, BANNED, { id: cleo.id }), { user: { ban: null } });
    assert.ok(bo);
  });

  test('is in the history of who was accused, and everything done with it in the audit log', async () => {
    const { bo, owner } = bench;
    type History = {
      user: { cases: { totalCount: number; nodes: { id: string }[]; pageInfo: { endCursor: string } } };
    };
    const HISTORY = `query ($id: ID!, $after: String) { user(id: $id) { cases(first: 2, after: $after) {
      totalCount nodes { id } pageInfo { endCursor } } } }`;
    const { cases } = (await get<History>(owner, HISTORY, { id: bo.id })).user;
    const rest = (await get<History>(owner, HISTORY, { id: bo.id, after: cases.pageInfo.endCursor })).user.cases;
    assert.equal(cases.nodes.length, 2);
    assert.ok(cases.totalCount > 3);
    assert.ok(!rest.nodes.some(({ id }) => cases.nodes.some((each) => each.id === id)));
    type Log = { auditLog: { nodes: { action: string }[] } };
    const { auditLog } = await get<Log>(owner, '{ auditLog(action: "case.", first: 100) { nodes { action } } }');
    const actions = new Set(auditLog.nodes.map(({ action }) => action));
    for (const action of ['case.act', 'case.propose', 'case.confirm', 'case.read-evidence'])
      assert.ok(actions.has(action), action);
  });
});
