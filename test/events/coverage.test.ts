import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signInAdmin } from '../world/admin.ts';
import { openWorld } from '../world/world.ts';
import { until } from './until.ts';

interface Covered {
  readonly coverage: { expected: number; told: number; found: number; missing: number; checkedAt: string | null };
  readonly totalCoverage: { missing: number; conversations: number; neverChecked: number; usersNotWalked: number };
}

const COVERAGE = `query ($id: ID!) {
  coverage(conversationID: $id) { expected told found gone missing checkedAt }
  totalCoverage { missing conversations neverChecked usersNotWalked expected told found gone incomplete oldestCheckAt }
}`;

test('an admin sees how much of a conversation is known, and so does whoever reads the metrics', async () => {
  await using world = await openWorld({ RECONCILER_RATE: '100' });
  const ann = await world.signIn('ann@example.com');
  const bo = await world.signIn('bo@example.com');
  const id = `si_${[ann.id, bo.id].toSorted().join('_')}`;
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
