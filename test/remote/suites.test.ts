import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** Of each part what crosses from one to another: signing in, whole screens, faults and deadlines, what executors do. */
const SUITES = ['gateway/failure', 'executor/differential', 'identity/renewal', 'screens/screens'];

for (const suite of SUITES)
  test(`with every subgraph behind HTTP: test/${suite}.test.ts`, async () => {
    const { NODE_TEST_CONTEXT: _, ...environment } = process.env;
    const env = { ...environment, APART: 'all' };
    const files = ['--test', '--test-reporter=tap', `test/${suite}.test.ts`];
    const { stdout } = await run(process.execPath, files, { cwd: ROOT, env, maxBuffer: 1e8 });
    assert.match(stdout, /^# fail 0$/m);
    assert.doesNotMatch(stdout, /^# pass 0$/m);
  });
