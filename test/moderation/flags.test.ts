import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Knex } from 'knex';
import { openDatabase } from '../../subgraphs/kit/database.ts';
import type { Flag, Flags } from '../../subgraphs/kit/flags.ts';
import { createFlags } from '../../subgraphs/moderation/cases/flags.ts';
import { log } from '../openim-rest/double.ts';
import { type Bench, get, openBench, reasons, reports, says } from './bench.ts';

const CASE = `query ($id: ID!) { moderationCase(id: $id) {
  state round reportCount priority flags { id source reason note } accused { nickname }
  evidence { graphic message { senderName content { summary } } neighbours { content { summary } } }
} }`;

interface Seen {
  readonly moderationCase: {
    readonly state: string;
    readonly round: number;
    readonly reportCount: number;
    readonly priority: number;
    readonly flags: readonly { readonly id: string; readonly source: string; readonly note: string | null }[];
    readonly evidence: { readonly message: { readonly content: { readonly summary: string } } };
  };
}

describe('a flag', () => {
  let bench: Bench;
  let db: Knex;
  let flags: Flags;
  before(async () => {
    bench = await openBench();
    db = openDatabase(bench.databaseURL, log);
    flags = createFlags(db, async () => undefined);
  });
  after(async () => {
    await db.destroy();
    await bench[Symbol.asyncDispose]();
  });

  const look = async (id: string) => (await get<Seen>(bench.owner, CASE, { id })).moderationCase;
  const flagOf = (more: Partial<Flag>): Flag => ({
    key: 'rule:no-pills:1',
    subject: { kind: 'MESSAGE', id: 'si_a_b:1' },
    reason: 'SPAM',
    source: 'rule:no-pills',
    note: 'pills',
    weight: null,
    evidence: {
      message: {
        sendID: bench.bo.id,
        senderNickname: 'bo',
        contentType: 101,
        content: '{"content":"buy \\u0000 pills"}',
      },
      neighbours: [],
      ...{ profile: null, accusedID: bench.bo.id, groupID: bench.groupID, reach: 3 },
    },
    ...more,
  });

  test('opens a case with what was found, once, however often and from however many places it is told', async () => {
    const subject = { kind: 'MESSAGE', id: `sg_${bench.groupID}:gone` } as const;
    const told = await Promise.all(Array.from({ length: 5 }, () => flags.flag(flagOf({ subject }))));
    assert.equal(new Set(told.map(({ caseID }) => caseID)).size, 1);
    const found = await look(told[0]?.caseID ?? '');
    assert.deepEqual([found.state, found.reportCount, found.flags.length], ['OPEN', 0, 1]);
    assert.deepEqual([found.flags[0]?.source, found.flags[0]?.note], ['rule:no-pills', 'pills']);
    assert.equal(found.evidence.message.content.summary, 'buy pills');
  });

  test('raises a case that people have reported, and both are in it', async () => {
    const { ann, bo, groupID } = bench;
    const id = await says(bo, { group: groupID }, 'look');
    await reports(ann, id);
    const subject = { kind: 'MESSAGE', id } as const;
    const { caseID } = await flags.flag(flagOf({ key: 'other', subject }));
    const before = await look(caseID);
    await flags.flag(flagOf({ key: 'forged', subject, reason: 'OTHER', weight: 100 }));
    const raised = await look(caseID);
    assert.deepEqual([raised.reportCount, raised.flags.length], [1, 2]);
    assert.ok(raised.priority > before.priority + 60);
  });

  test('opens a decided case about somebody again, and not one about a message', async () => {
    const DISMISS = 'mutation ($id: ID!) { takeModerationAction(input: { caseID: $id, kind: DISMISS }) { state } }';
    for (const [kind, state] of [
      ['USER', 'IN_REVIEW'],
      ['MESSAGE', 'RESOLVED'],
    ] as const) {
      const subject = { kind, id: `sg_x:${kind}` };
      const { caseID } = await flags.flag(flagOf({ key: `${kind} 1`, subject }));
      await get(bench.owner, DISMISS, { id: caseID });
      await flags.flag(flagOf({ key: `${kind} 2`, subject }));
      const { state: now } = await look(caseID);
      assert.equal(now, state === 'IN_REVIEW' ? 'OPEN' : state);
    }
  });

  test('and whatever else a client names is nothing of ours', async () => {
    for (const id of ['none', 'a\u0000b', "'; drop table moderation.cases; --"]) {
      assert.deepEqual(await get(bench.owner, '{ moderationCase(id: "none") { id } }'), { moderationCase: null });
      for (const name of ['claimCase', 'releaseCase', 'confirmModerationAction', 'declineModerationAction'])
        assert.deepEqual(await reasons(bench.owner, `mutation ($id: ID!) { ${name}(id: $id) { id } }`, { id }), [
          'NOT_FOUND',
        ]);
    }
    const note = 'mutation ($t: String!) { saveCannedNote(title: $t, text: "x", reason: "y") { id } }';
    assert.deepEqual(await reasons(bench.owner, note, { t: 'a\u0000b' }), ['INPUT_INVALID']);
  });
});
