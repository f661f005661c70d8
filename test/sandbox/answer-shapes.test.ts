import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Question } from './answer-questions.ts';
import { questions } from './answer-questions.ts';
import { faultsOfAnswer, knownRoutes } from './answer-shapes.ts';
import { liveThroughAll } from './callback-story.ts';
import { Receiver } from './receiver.ts';
import type { Town } from './town.ts';

/** What the story on which this stands has asked already, and what answers nothing. */
const isAskedElsewhere = (path: string): boolean =>
  !/\/get_|\/search_|newest_seq|pull_msg|check_msg|is_friend/.test(path);

suite('every answer is made of what the real one is made of', { timeout: 60_000 }, async () => {
  await using receiver = await Receiver.open();
  const { town, groupID, end } = await liveThroughAll(receiver, { dismisses: false });
  await town.settle('lonely');
  const asked = questions({ groupID, admin: town.adminID });
  const answers = await ask(town, asked);

  for (const [path, rows] of Map.groupBy(answers, (row) => row.path)) {
    test(path, () => {
      for (const { errCode, errDlt, data, body } of rows) {
        assert.equal(errCode, 0, `${JSON.stringify(body)}: ${errDlt}`);
        assert.deepEqual(faultsOfAnswer(path, data), [], JSON.stringify(body));
      }
    });
  }

  test('no route that answers something is left out', () => {
    const left = new Set(asked.map(([, path]) => path));
    const others = ['/auth/get_admin_token', '/friend/get_incremental_blacks'];
    const missing = knownRoutes.filter((path) => !left.has(path) && !isAskedElsewhere(path) && !others.includes(path));
    assert.deepEqual(missing, []);
  });

  await end();
});

const ask = async (town: Town, asked: readonly Question[]) => {
  const answers = [];
  for (const [userID, path, body] of asked) answers.push({ path, body, ...(await town.ask(userID, path, body)) });
  return answers;
};
