import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { interludes } from '../../contract/replay/interludes.ts';
import { withOwnBytes } from '../../contract/replay/object-bytes.ts';
import { RECORDED_PREFIX, RECORDINGS, readScenarios } from '../../contract/replay/recording.ts';
import { Replay } from '../../contract/replay/replay.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import { startSandbox } from '../../sandbox/index.ts';

const AREAS = ['auth', 'user', 'errors', 'conversation', 'msg', 'statistics', 'friend', 'group', 'third'];

const PRESENCE_EVERY_MS = 20;

let sandbox: Sandbox;
before(async () => {
  sandbox = await startSandbox({ presenceEveryMs: PRESENCE_EVERY_MS });
});
after(() => sandbox.stop());

// Every scenario has users of its own, so all may play at once; under other names the answers must be the same.
suite('the answers are those of the recordings', { concurrency: true }, () => {
  for (const prefix of [RECORDED_PREFIX, 'ct_zz9_']) {
    for (const area of AREAS) {
      for (const [scenario, steps] of readScenarios(new URL(`${area}.jsonl`, RECORDINGS), prefix)) {
        test(`${prefix}${scenario}`, async () => {
          const found = await new Replay(sandbox, withOwnBytes(steps, prefix)).run(
            interludes(prefix, PRESENCE_EVERY_MS * 3)[scenario],
          );
          const score = `${steps.length - found.length} of ${steps.length} steps agree`;
          assert.equal(
            found.length,
            0,
            `${score}:\n${found.map(({ step, route, what }) => `#${step} ${route}\n    ${what}`).join('\n')}`,
          );
        });
      }
    }
  }
});
