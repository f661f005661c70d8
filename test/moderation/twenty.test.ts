import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { AdminQuery } from '../world/admin.ts';
import type { World } from '../world/world.ts';
import { type Bench, colleague, get, openBench, reasons, reports, says } from './bench.ts';

const CASES = 500;
const MODERATORS = 20;

const NEXT = 'mutation { claimNextCase { id } }';
const CLAIM = 'mutation ($id: ID!) { claimCase(id: $id) { id version state claimedUntil assignee { name } } }';
const RELEASE = 'mutation ($id: ID!) { releaseCase(id: $id) { state assignee { name } } }';
const DISMISS = 'mutation ($id: ID!) { takeModerationAction(input: { caseID: $id, kind: DISMISS }) { id state } }';
const QUEUE = `query ($state: CaseState, $mine: Boolean, $after: String) {
  moderationQueue(state: $state, mine: $mine, first: 100, after: $after) {
    totalCount nodes { id priority state } pageInfo { hasNextPage endCursor }
  }
}`;

interface Next {
  readonly claimNextCase: { readonly id: string } | null;
}
interface Claim {
  readonly claimCase: {
    readonly version: number;
    readonly claimedUntil: string;
    readonly state: string;
    readonly assignee: { readonly name: string } | null;
  };
}
interface Queue {
  readonly moderationQueue: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly id: string; readonly priority: number; readonly state: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

describe('on two nodes', () => {
  let bench: Bench;
  let other: World;
  let kim: AdminQuery;
  let lee: AdminQuery;
  before(async () => {
    bench = await openBench();
    other = await bench.node();
    [kim, lee] = [await colleague(bench.world, bench.owner, 'kim'), await colleague(other, bench.owner, 'lee')];
  });
  after(() => bench[Symbol.asyncDispose]());

  const claim = async (who: AdminQuery, id: string) => (await get<Claim>(who, CLAIM, { id })).claimCase;
  const caseIDs = async (): Promise<string[]> =>
    (await bench.sql<{ id: string }>('select id from moderation.cases')).map(({ id }) => id);

  test('reports of one message at the same time are one case, which is claimed by one', async () => {
    const { ann, bo, groupID } = bench;
    const dora = await other.signIn('dora@new.example', 'dora');
    await ann.query('mutation ($g: ID!, $u: [ID!]!) { inviteToGroup(groupID: $g, userIDs: $u) { id } }', {
      g: groupID,
      u: [dora.id],
    });
    const message = await says(bo, { group: groupID }, 'look at me');
    await Promise.all([reports(ann, message), reports(dora, message)]);
    const [id = '', ...more] = await caseIDs();
    assert.deepEqual(more, []);
    const both = await Promise.all([kim(CLAIM, { id }), lee(CLAIM, { id })]);
    const refused = both.flatMap(({ errors }) => errors.map(({ extensions }) => extensions?.reason));
    assert.deepEqual(refused, ['CASE_CLAIMED']);
  });

  test('a claim is renewed by its owner, let go of by nobody else, and lapses by the clock', async () => {
    const [id = ''] = await caseIDs();
    const [holder, rival] = (await reasons(kim, CLAIM, { id })).length === 0 ? [kim, lee] : [lee, kim];
    const first = await claim(holder, id);
    assert.equal(first.state, 'IN_REVIEW');
    assert.ok(Math.abs(Date.parse(first.claimedUntil) - Date.now() - 900_000) < 60_000);
    const again = await claim(holder, id);
    assert.ok(again.claimedUntil > first.claimedUntil && again.version > first.version);
    for (const act of [CLAIM, DISMISS]) assert.deepEqual(await reasons(rival, act, { id }), ['CASE_CLAIMED']);
    assert.deepEqual(await reasons(rival, RELEASE, { id }), ['CLAIM_NEEDED']);
    await bench.sql(`update moderation.cases set claimed_until = now() - interval '1 second' where id = $1`, [id]);
    assert.deepEqual(await reasons(holder, RELEASE, { id }), ['CLAIM_NEEDED']);
    assert.equal((await claim(rival, id)).state, 'IN_REVIEW');
    assert.deepEqual(await get(rival, RELEASE, { id }), { releaseCase: { state: 'OPEN', assignee: null } });
    assert.deepEqual(await reasons(rival, CLAIM, { id: 'none' }), ['NOT_FOUND']);
    assert.equal(
      (await get<{ takeModerationAction: { state: string } }>(holder, DISMISS, { id })).takeModerationAction.state,
      'RESOLVED',
    );
    for (const act of [CLAIM, DISMISS]) assert.deepEqual(await reasons(rival, act, { id }), ['CASE_CLAIMED']);
    await get(holder, RELEASE, { id });
    for (const act of [CLAIM, DISMISS]) assert.deepEqual(await reasons(rival, act, { id }), ['CASE_RESOLVED']);
  });

  test('twenty moderators decide five hundred cases, most urgent first, and none of them twice', async () => {
    const { sql, world, owner } = bench;
    await sql(
      `insert into moderation.cases (id, subject_kind, subject_id, accused_id, rank)
       select gen_random_uuid(), 'USER', 'somebody' || nth, 'somebody' || nth, random() * 100
       from generate_series(1, $1) as nth`,
      [CASES],
    );
    const team: AdminQuery[] = [];
    for (let nth = 0; nth < MODERATORS; nth++)
      team.push(await colleague(nth % 2 === 0 ? world : other, owner, `moderator${nth}`));
    const taken: string[] = [];
    const work = async (who: AdminQuery): Promise<void> => {
      for (;;) {
        const { claimNextCase } = await get<Next>(who, NEXT);
        if (claimNextCase === null) return;
        taken.push(claimNextCase.id);
        await get(who, DISMISS, { id: claimNextCase.id });
      }
    };
    await Promise.all(team.map(work));
    assert.equal(taken.length, CASES);
    assert.equal(new Set(taken).size, CASES);
    const [decided] = await sql<{ actions: string; admins: string }>(
      `select count(*) as actions, count(distinct decided_by) as admins from moderation.actions
       join moderation.cases on cases.id = actions.case_id where cases.subject_id like 'somebody%'`,
    );
    assert.deepEqual([Number(decided?.actions), Number(decided?.admins)], [CASES, MODERATORS]);
  });

  test('the queue is in order, page by page, and counts what is asked for', async () => {
    await bench.sql(`update moderation.cases set state = 'OPEN', claimed_by = null, claimed_until = null`);
    const page = async (variables: object) => (await get<Queue>(kim, QUEUE, variables)).moderationQueue;
    const [first] = (await page({ state: 'OPEN' })).nodes;
    const mine = (await get<Next>(kim, NEXT)).claimNextCase?.id;
    assert.equal(mine, first?.id, 'the next case is the most urgent one');
    const all: { id: string; priority: number }[] = [];
    for (let at: string | null = null, more = true; more; ) {
      const { nodes, pageInfo, totalCount }: Queue['moderationQueue'] = await page({ state: 'OPEN', after: at });
      assert.equal(totalCount, CASES);
      all.push(...nodes);
      [at, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    assert.equal(new Set(all.map(({ id }) => id)).size, CASES);
    assert.ok(all.every(({ priority }, nth) => nth === 0 || priority <= (all[nth - 1]?.priority ?? 0)));
    const own = await page({ mine: true });
    assert.deepEqual([own.totalCount, own.nodes[0]?.id, own.nodes[0]?.state], [1, mine, 'IN_REVIEW']);
    assert.equal((await page({})).totalCount, CASES + 1);
    assert.equal((await page({ state: 'RESOLVED' })).totalCount, 0);
    for (const cursor of ['nonsense', Buffer.from('cases\nx y').toString('base64url')])
      assert.deepEqual(await reasons(kim, QUEUE, { after: cursor }), ['CURSOR_INVALID']);
  });
});
