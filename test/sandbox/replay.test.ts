import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, suite, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Sandbox } from '../../sandbox/index.ts';
import { startSandbox } from '../../sandbox/index.ts';
import { RECORDINGS, readScenarios } from './recording.ts';
import type { Interludes } from './replay.ts';
import { Replay } from './replay.ts';

const AREAS = ['auth', 'user', 'errors', 'conversation', 'msg', 'statistics', 'friend'];

const PRESENCE_EVERY_MS = 20;

/** What the recorder did beside its calls. */
const INTERLUDES: Record<string, Interludes> = {
  user_online: {
    5: async ({ target, token }) => {
      const userID = 'ct_a_uo_on';
      const query = new URLSearchParams({
        sendID: userID,
        token: token(userID),
        platformID: '5',
        operationID: 'replay',
        isBackground: 'false',
        sdkType: 'js',
      });
      await once(new WebSocket(`${target.wsURL}/?${query}`), 'open');
      await sleep(PRESENCE_EVERY_MS * 3);
    },
  },
};

let sandbox: Sandbox;
before(async () => {
  sandbox = await startSandbox({ presenceEveryMs: PRESENCE_EVERY_MS });
});
after(() => sandbox.stop());

// Every scenario has its own users, so they may all play at once.
suite('the answers are those of the recordings', { concurrency: true }, () => {
  for (const area of AREAS) {
    for (const [scenario, steps] of readScenarios(new URL(`${area}.jsonl`, RECORDINGS))) {
      test(scenario, async () => {
        const found = await new Replay(sandbox, steps).run(INTERLUDES[scenario]);
        assert.equal(
          found.length,
          0,
          `${steps.length - found.length} of ${steps.length} steps agree:\n${found.join('\n')}`,
        );
      });
    }
  }
});
