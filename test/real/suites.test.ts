import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { type RealServer, startDebianPostgres } from './servers.ts';

let postgres: RealServer;
before(async () => {
  postgres = await startDebianPostgres();
});
after(() => postgres[Symbol.asyncDispose]());

const ROOT = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** What leans on Postgres itself: trigrams, text search, triggers, cidr, advisory locks, rows that are claimed past each other. */
const SUITES = [
  ...['search', 'audit', 'registration', 'jobs', 'rights'].map((suite) => `identity/${suite}`),
  ...['archive', 'search'].map((suite) => `openim/${suite}`),
];
for (const suite of SUITES)
  test(`on an installed Postgres: test/${suite}.test.ts`, async () => {
    const { NODE_TEST_CONTEXT: _, ...environment } = process.env;
    const env = { ...environment, DATABASE_URL: postgres.url };
    const files = ['--test', '--test-reporter=tap', `test/${suite}.test.ts`];
    const { stdout } = await run(process.execPath, files, { cwd: ROOT, env, maxBuffer: 1e8 });
    assert.match(stdout, /^# fail 0$/m);
    assert.doesNotMatch(stdout, /^# pass 0$/m);
  });
