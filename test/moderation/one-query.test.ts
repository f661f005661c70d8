import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parse } from 'graphql';
import { createPlanner } from '../../gateway/executor/planner.ts';
import { authDirectives, withoutAuthDirectives } from '../../gateway/policy/directives.ts';
import { readSupergraph } from '../../gateway/supergraph/file.ts';
import { servedScreens } from '../screens/served.ts';
import type { Actor } from '../world/world.ts';
import { type Bench, get, openBench, reports, says } from './bench.ts';

const supergraph = parse(readSupergraph());
const planner = createPlanner(withoutAuthDirectives(supergraph, authDirectives(supergraph)));

describe('a case in one query, across all subgraphs', () => {
  let bench: Bench;
  let crowd: Actor[];
  before(async () => {
    bench = await openBench();
    crowd = [];
    for (let nth = 0; nth < 8; nth++) crowd.push(await bench.world.signIn(`p${nth}@new.example`, `p${nth}`));
    await bench.ann.query('mutation ($g: ID!, $u: [ID!]!) { inviteToGroup(groupID: $g, userIDs: $u) { id } }', {
      g: bench.groupID,
      u: crowd.map(({ id }) => id),
    });
  });
  after(() => bench[Symbol.asyncDispose]());

  test('costs the same, however many report and however much was said around it', async () => {
    const { ann, bo, groupID, owner, world } = bench;
    const small = await says(bo, { group: groupID }, 'alone');
    await reports(ann, small);
    for (let nth = 0; nth < 20; nth++) await says(bo, { group: groupID }, 'space');
    for (const each of crowd.slice(0, 5)) await says(each, { group: groupID }, 'hm');
    const large = await says(bo, { group: groupID }, 'in company');
    for (const each of crowd.slice(3)) await says(each, { group: groupID }, 'oh');
    for (const each of [ann, ...crowd]) await reports(each, large);
    const [one, other] = await bench.sql<{ id: string }>('select id from moderation.cases order by report_count');
    const CASE = servedScreens().get('Case') ?? '';
    await get(owner, CASE, { id: one?.id });
    await get(owner, CASE, { id: other?.id });
    const first = await world.price(() => get<object>(owner, CASE, { id: one?.id }));
    const second = await world.price(() => get<object>(owner, CASE, { id: other?.id }));
    assert.ok(JSON.stringify(second.result).length > 2 * JSON.stringify(first.result).length);
    assert.deepEqual([second.calls(), second.statements], [first.calls(), first.statements]);
    assert.ok(first.calls() <= 7 && first.statements <= 26, `${first.calls()} calls, ${first.statements} statements`);
    assert.ok(fetchesOf(CASE) <= 30, `${fetchesOf(CASE)} fetches`);
  });

  test('and so does a page of the queue, however many cases there are of a group', async () => {
    const { bo, ann, groupID, owner, world } = bench;
    const QUEUE = servedScreens().get('Queue') ?? '';
    await get(owner, QUEUE);
    const first = await world.price(() => get<object>(owner, QUEUE));
    for (const each of [bo, ...crowd]) await reports(ann, await says(each, { group: groupID }, 'one more'));
    await get(owner, QUEUE);
    const second = await world.price(() => get<object>(owner, QUEUE));
    assert.ok(JSON.stringify(second.result).length > 3 * JSON.stringify(first.result).length);
    assert.deepEqual([second.calls(), second.statements], [first.calls(), first.statements]);
  });
});

/** How often the plan of an operation asks a subgraph. */
function fetchesOf(operation: string): number {
  const plan = planner.plan(parse(operation), undefined);
  return JSON.stringify(plan).split('"kind":"Fetch"').length - 1;
}
