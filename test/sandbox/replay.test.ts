import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSandbox } from '../../sandbox/index.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import { readScenarios, RECORDINGS } from './recording.ts';
import { Replay } from './replay.ts';

const AREAS = ['auth', 'user', 'errors', 'conversation', 'msg'];

let sandbox: Sandbox;
before(async () => {
  sandbox = await startSandbox();
});
after(() => sandbox.stop());

for (const area of AREAS) {
  for (const [scenario, steps] of readScenarios(new URL(`${area}.jsonl`, RECORDINGS))) {
    test(scenario, { concurrency: true }, async () => {
      const found = await new Replay(sandbox, steps).run();
      assert.equal(found.length, 0, `${steps.length - found.length} of ${steps.length} steps agree:\n${found.join('\n')}`);
    });
  }
}
