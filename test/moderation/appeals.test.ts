import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { AdminQuery } from '../world/admin.ts';
import type { Actor } from '../world/world.ts';
import { type Bench, colleague, get, openBench, reasons, reports, says } from './bench.ts';

const ACT = `mutation ($input: ModerationActionInput!) { takeModerationAction(input: $input) {
  state actions { id kind state by { name } until }
} }`;
const DECISIONS = `{ decisionsAboutMe { nodes {
  id kind explanation reversed appealableUntil group { id } appeal { text granted answer decidedBy { name } }
} } }`;
const APPEAL = 'mutation ($id: ID!, $text: String!) { appealDecision(decisionID: $id, text: $text) { id granted } }';
const HEAR = `mutation ($id: ID!, $granted: Boolean!) { decideAppeal(caseID: $id, granted: $granted, answer: "We looked again") {
  state appeal { granted decidedBy { name } } actions { kind state }
} }`;
const STRIKES =
  'query ($id: ID!) { user(id: $id) { strikes { reason expiresAt removedAt case { id } } ban { until } } }';

interface Acted {
  readonly takeModerationAction: {
    readonly state: string;
    readonly actions: readonly { id: string; kind: string; state: string; by: object | null; until: string | null }[];
  };
}
interface Decisions {
  readonly decisionsAboutMe: {
    readonly nodes: readonly {
      readonly id: string;
      readonly kind: string;
      readonly explanation: string | null;
      readonly reversed: boolean;
      readonly appealableUntil: string | null;
      readonly appeal: { granted: boolean | null; answer: string | null; decidedBy: object | null } | null;
    }[];
  };
}
interface Struck {
  readonly user: {
    readonly strikes: readonly { reason: string; expiresAt: string; removedAt: string | null; case: { id: string } }[];
    readonly ban: { readonly until: string | null } | null;
  };
}

/** What the service told somebody, by OpenIM's business notifications. */
interface Told {
  readonly kind: string;
  readonly outcome?: string;
  readonly text?: string;
  readonly action?: string;
  readonly granted?: boolean;
  readonly texts?: Readonly<Record<string, string>>;
}

describe('what is decided about somebody', () => {
  let bench: Bench;
  let kim: AdminQuery;
  before(async () => {
    bench = await openBench();
    kim = await colleague(bench.world, bench.owner, 'kim');
  });
  after(() => bench[Symbol.asyncDispose]());

  const caseOf = async (subjectID: string): Promise<string> =>
    (await bench.sql<{ id: string }>('select id from moderation.cases where subject_id = $1', [subjectID]))[0]?.id ??
    '';
  const act = async (input: object) => (await get<Acted>(bench.owner, ACT, { input })).takeModerationAction;
  const decisions = async (who: Actor) => (await who.query<Decisions, object>(DECISIONS)).decisionsAboutMe.nodes;
  const refused = async (who: Actor, query: string, variables: object) =>
    (await who.client.query<unknown, object>(query, variables)).errors.map(({ extensions }) => extensions.reason);
  const offence = async (by: Actor, text = 'an insult'): Promise<string> => {
    const message = await says(by, { group: bench.groupID }, text);
    await reports(bench.ann, message, 'HARASSMENT');
    return caseOf(message);
  };
  const told = (data: unknown): Told => JSON.parse(JSON.parse((data as { detail: string }).detail).data);
  const release = (id: string) => get(bench.owner, 'mutation ($id: ID!) { releaseCase(id: $id) { id } }', { id });

  test('is told to them, and to who reported in their own language, without a name', async () => {
    const { bo, world, ann, groupID, cleo } = bench;
    const chinese: typeof fetch = (url, init) =>
      fetch(url, { ...init, headers: { ...(init?.headers as object), 'accept-language': 'zh-CN' } });
    const wei = await world.signIn('wei@new.example', 'wei', { fetch: chinese });
    await ann.query('mutation ($g: ID!, $u: [ID!]!) { inviteToGroup(groupID: $g, userIDs: $u) { id } }', {
      g: groupID,
      u: [wei.id],
    });
    await using hers = await wei.ws();
    await using his = await cleo.ws();
    const message = await says(cleo, { group: groupID }, 'rude');
    await reports(wei, message, 'HARASSMENT');
    await act({ caseID: await caseOf(message), kind: 'WARN', explanation: 'Be kind' });
    const isNotice = ({ contentType }: { contentType: number }) => contentType === 2001;
    const report = told((await hers.notice(isNotice)).content);
    assert.deepEqual([report.kind, report.outcome], ['report-decided', 'ACTED']);
    assert.match(report.text ?? '', /感谢您的举报/);
    const pushed = (await his.notice(isNotice)).content;
    const warning = told(pushed);
    assert.deepEqual(
      [warning.kind, warning.action, Object.keys(warning.texts ?? {})],
      ['decision', 'WARN', ['en', 'zh']],
    );
    assert.ok(!JSON.stringify(pushed).includes(wei.id));
    const [decision] = await decisions(cleo);
    assert.deepEqual([decision?.kind, decision?.explanation, decision?.reversed], ['WARN', 'Be kind', false]);
    assert.deepEqual(await decisions(bo), []);
  });

  test('counts as a strike, and from the third on mutes in the group, from the fifth on bans', async () => {
    const { bo, owner } = bench;
    const cases = [];
    for (let nth = 1; nth <= 5; nth++) cases.push(await offence(bo, `insult ${nth}`));
    const made: string[][] = [];
    for (const [at, caseID] of cases.entries()) {
      const kind = at === 0 ? 'WARN' : 'STRIKE';
      const { actions } = await act({ caseID, kind, strike: at === 0, note: `no. ${at + 1}` });
      made.push(
        actions.map(({ by, ...each }) => `${each.kind} ${each.state} by a ${by === null ? 'rule' : 'moderator'}`),
      );
    }
    assert.deepEqual(made, [
      ['WARN DONE by a moderator'],
      ['STRIKE DONE by a moderator'],
      ['STRIKE DONE by a moderator', 'MUTE_MEMBER DONE by a rule'],
      ['STRIKE DONE by a moderator', 'MUTE_MEMBER DONE by a rule'],
      ['STRIKE DONE by a moderator', 'BAN_USER DONE by a rule'],
    ]);
    const { user } = await get<Struck>(owner, STRIKES, { id: bo.id });
    assert.equal(user.strikes.length, 5);
    assert.ok(
      user.strikes.every(({ expiresAt }) => Math.abs(Date.parse(expiresAt) - Date.now() - 90 * 86_400_000) < 60_000),
    );
    assert.ok(Math.abs(Date.parse(user.ban?.until ?? '') - Date.now() - 7 * 86_400_000) < 60_000);
    await bench.sql(`update moderation.strikes set expires_at = now() - interval '1 second'`);
    await get(owner, 'mutation ($id: ID!) { unbanUser(userID: $id) { id } }', { id: bo.id });
    const after = await act({ caseID: cases[4], kind: 'STRIKE' });
    assert.equal(after.actions.filter(({ by }) => by === null).length, 1, 'expired strikes count no more');
  });

  test('is what the settings of the house say, which only change to what makes sense', async () => {
    const { owner } = bench;
    const SET = `mutation ($input: ModerationSettingsInput!) { setModerationSettings(input: $input, reason: "Milder") {
      secondOpinion strikeDays appealDays strikeRules { strikes consequence hours } } }`;
    const wrong = [
      { strikeDays: 0 },
      { appealDays: 999 },
      { strikeRules: [{ strikes: 0, consequence: 'BAN_USER', hours: 1 }] },
      { strikeRules: [{ strikes: 1, consequence: 'BAN_USER', hours: 0 }] },
    ];
    for (const input of wrong) assert.deepEqual(await reasons(owner, SET, { input }), ['INPUT_INVALID']);
    assert.deepEqual(await reasons(kim, SET, { input: { strikeDays: 30 } }), ['SCOPE_MISSING']);
    assert.deepEqual(await get(owner, SET, { input: { strikeRules: [] } }), {
      setModerationSettings: {
        ...{ secondOpinion: ['BAN_USER', 'DISMISS_GROUP'], strikeDays: 90, appealDays: 14 },
        strikeRules: [],
      },
    });
  });

  test('may be appealed once, is heard by somebody else, and taken back where they were right', async () => {
    const { cleo, owner, ann, sql } = bench;
    const caseID = await offence(cleo, 'a joke');
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await act({ caseID, kind: 'MUTE_MEMBER', until, strike: true, explanation: 'An insult' });
    await release(caseID);
    const [mine] = await decisions(cleo);
    assert.deepEqual([mine?.kind, mine?.explanation], ['MUTE_MEMBER', 'An insult']);
    assert.ok(mine?.appealableUntil);
    const appeal = { id: mine?.id, text: 'It was a joke' };
    assert.deepEqual(await refused(ann, APPEAL, appeal), ['NOT_FOUND']);
    assert.deepEqual(await refused(cleo, APPEAL, { ...appeal, text: ' ' }), ['INPUT_INVALID']);
    await cleo.query(APPEAL, appeal);
    assert.deepEqual(await refused(cleo, APPEAL, appeal), ['APPEAL_MADE']);
    const hear = { id: caseID, granted: true };
    assert.deepEqual(await reasons(owner, HEAR, hear), ['APPEAL_OWN']);
    assert.deepEqual(await reasons(kim, ACT, { input: { caseID, kind: 'WARN' } }), ['APPEAL_PENDING']);
    const next = await get<{ claimNextCase: { id: string; state: string } }>(
      kim,
      'mutation { claimNextCase { id state } }',
    );
    assert.deepEqual(next.claimNextCase, { id: caseID, state: 'APPEALED' });
    await using socket = await cleo.ws();
    type Heard = { decideAppeal: { state: string; appeal: object; actions: { kind: string; state: string }[] } };
    const { decideAppeal } = await get<Heard>(kim, HEAR, hear);
    assert.deepEqual(decideAppeal, {
      state: 'RESOLVED',
      appeal: { granted: true, decidedBy: { name: 'kim' } },
      actions: [
        { kind: 'MUTE_MEMBER', state: 'REVERSED' },
        { kind: 'UNMUTE_MEMBER', state: 'DONE' },
      ],
    });
    const notice = await socket.notice(({ content }) => JSON.stringify(content).includes('appeal-decided'));
    assert.equal(told(notice.content).granted, true);
    const [after] = await decisions(cleo);
    assert.deepEqual(
      [after?.reversed, after?.appealableUntil, after?.appeal?.answer, after?.appeal?.decidedBy],
      [true, null, 'We looked again', null],
    );
    const { user } = await get<Struck>(owner, STRIKES, { id: cleo.id });
    assert.ok(user.strikes.every(({ removedAt }) => removedAt !== null));
    await says(cleo, { group: bench.groupID }, 'I may speak again');
    assert.deepEqual(await reasons(kim, HEAR, hear), ['NOT_FOUND']);
    const late = await offence(cleo, 'another');
    await act({ caseID: late, kind: 'WARN' });
    await sql(`update moderation.actions set created_at = now() - interval '15 days' where case_id = $1`, [late]);
    const [old] = await decisions(cleo);
    assert.equal(old?.appealableUntil, null);
    assert.deepEqual(await refused(cleo, APPEAL, { id: old?.id, text: 'late' }), ['APPEAL_LATE']);
  });

  test('does not swallow what is reported of them while it is heard', async () => {
    const { ann, cleo, groupID } = bench;
    const eve = await bench.world.signIn('eve@new.example', 'eve');
    await ann.query('mutation ($g: ID!, $u: [ID!]!) { inviteToGroup(groupID: $g, userIDs: $u) { id } }', {
      g: groupID,
      u: [eve.id],
    });
    const report = 'mutation ($id: ID!) { reportUser(input: { userID: $id, reason: SPAM }) { id } }';
    await ann.query(report, { id: eve.id });
    const caseID = await caseOf(eve.id);
    await act({ caseID, kind: 'WARN' });
    const [decision] = await decisions(eve);
    await eve.query(APPEAL, { id: decision?.id, text: 'No' });
    await cleo.query(report, { id: eve.id });
    type Heard = { decideAppeal: { state: string; actions: { state: string }[] } };
    assert.equal((await get<Heard>(kim, HEAR, { id: caseID, granted: false })).decideAppeal.state, 'OPEN');
    const found = await bench.sql('select round, outcome from moderation.reports where case_id = $1 order by round', [
      caseID,
    ]);
    assert.deepEqual(found, [
      { round: 1, outcome: 'ACTED' },
      { round: 2, outcome: 'PENDING' },
    ]);
  });
});
