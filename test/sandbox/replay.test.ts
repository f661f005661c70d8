import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, suite, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Sandbox } from '../../sandbox/index.ts';
import { startSandbox } from '../../sandbox/index.ts';
import { putForm, putPart, withOwnBytes } from './object-bytes.ts';
import { RECORDED_PREFIX, RECORDINGS, readScenarios } from './recording.ts';
import type { Interludes } from './replay.ts';
import { Replay } from './replay.ts';

const AREAS = ['auth', 'user', 'errors', 'conversation', 'msg', 'statistics', 'friend', 'group', 'third'];

const PRESENCE_EVERY_MS = 20;

/** What the recorder did beside its calls. */
const interludes = (prefix: string): Record<string, Interludes> => ({
  user_online: {
    5: async ({ target, token }) => {
      const userID = `${prefix}uo_on`;
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
  object_multipart: { 14: putPart(prefix) },
  object_form: { 5: putForm },
});

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
          const found = await new Replay(sandbox, withOwnBytes(steps, prefix)).run(interludes(prefix)[scenario]);
          const score = `${steps.length - found.length} of ${steps.length} steps agree`;
          assert.equal(found.length, 0, `${score}:\n${found.join('\n')}`);
        });
      }
    }
  }
});
