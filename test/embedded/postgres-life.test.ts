import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { findProcesses } from '../../embedded/postgres/processes.ts';
import { AS_ROOT, NOBODY, openCheckout } from './checkout.ts';
import { query, serversOf, untilGone } from './run.ts';

const REMEMBER = `create table if not exists notes (text text); insert into notes values ('kept'); `;
const KEPT = [{ text: 'kept' }];

describe('the life of an embedded Postgres', { concurrency: 3 }, () => {
  for (const as of ['us', 'ordinary'] as const) {
    test(`started as ${as === 'us' ? 'whoever runs the tests' : 'an ordinary user'}, it keeps its data between runs`, async () => {
      await using checkout = await openCheckout();
      const first = await checkout.run({ as });
      assert.ok(first.url, first.said());
      await query(first.url, REMEMBER);
      assert.equal(await first.end('SIGTERM'), 0);
      const second = await checkout.run({ as });
      assert.deepEqual(await query(second.url, 'select text from notes'), KEPT);
    });
  }

  test('Ctrl-C leaves no process and no file outside DATA_DIR', async () => {
    await using checkout = await openCheckout();
    const run = await checkout.run();
    assert.ok((await serversOf(checkout.dataDir)).length > 1, run.said());
    assert.equal((await readdir(checkout.temp)).length, 1);
    assert.equal(await run.end('SIGINT'), 0);
    assert.deepEqual(await serversOf(checkout.dataDir), []);
    assert.deepEqual(await readdir(checkout.temp), []);
  });

  test('when its program is killed, the server stops by itself, and the data is found again', async () => {
    await using checkout = await openCheckout();
    const killed = await checkout.run();
    await query(killed.url, REMEMBER);
    await killed.end('SIGKILL');
    await untilGone(checkout.dataDir);
    const next = await checkout.run();
    assert.equal(next.said(), '');
    assert.deepEqual(await query(next.url, 'select text from notes'), KEPT);
  });

  test('an orphan whose watchdog died too is stopped by the next start', async () => {
    await using checkout = await openCheckout();
    const killed = await checkout.run();
    await query(killed.url, REMEMBER);
    const orphans = await serversOf(checkout.dataDir);
    await killWatchdog(checkout.dataDir, checkout.temp);
    await killed.end('SIGKILL');
    assert.deepEqual(await query(killed.url, 'select text from notes'), KEPT, 'the orphan runs on');
    const next = await checkout.run();
    assert.match(next.said(), /earlier run left behind/);
    assert.deepEqual(await query(next.url, 'select text from notes'), KEPT);
    const now = new Set(await serversOf(checkout.dataDir));
    assert.ok(now.size > 0 && orphans.every((pid) => !now.has(pid)));
  });

  test('a second start in the same folder is refused with the name of the first, which runs on', async () => {
    await using checkout = await openCheckout();
    const first = await checkout.run();
    const servers = await serversOf(checkout.dataDir);
    const second = await checkout.run();
    assert.equal(second.url, null);
    assert.equal(await second.end('SIGTERM'), 1);
    assert.match(second.said(), new RegExp(`${checkout.dataDir} is in use by the process ${first.pid}\\b.*DATA_DIR`));
    // Postgres starts helpers of its own now and then; those that were there are still there.
    const now = await serversOf(checkout.dataDir);
    assert.deepEqual(
      servers.filter((pid) => !now.includes(pid)),
      [],
    );
    assert.deepEqual(await query(first.url, 'select 1 as one'), [{ one: 1 }]);
  });

  test('a pid file that names a stranger of the same user harms neither the start nor the stranger', async () => {
    await using checkout = await openCheckout();
    await (await checkout.run()).end('SIGTERM');
    const cluster = join(checkout.dataDir, 'postgres', 'cluster');
    const { uid, gid } = await stat(cluster);
    const stranger = spawn('sleep', ['60'], AS_ROOT ? { uid, gid, cwd: '/' } : {});
    await writeFile(join(cluster, 'postmaster.pid'), `${stranger.pid}\n/proc/self/cwd\n1\n5432\n/tmp\n\n`);
    const next = await checkout.run();
    assert.deepEqual(await query(next.url, 'select 1 as one'), [{ one: 1 }], next.said());
    assert.equal(stranger.exitCode ?? stranger.signalCode, null);
    stranger.kill();
    await once(stranger, 'exit');
  });

  test('what an ordinary user has made, root can start as well, and the user again', async () => {
    await using checkout = await openCheckout();
    for (const as of ['ordinary', 'us', 'ordinary'] as const) {
      const run = await checkout.run({ as });
      assert.ok(run.url, run.said());
      await query(run.url, REMEMBER);
      const { uid } = await stat(join(checkout.dataDir, 'postgres', 'cluster'));
      assert.equal(uid, AS_ROOT ? NOBODY.uid : process.getuid?.());
      await run.end('SIGTERM');
    }
  });
});

async function killWatchdog(dataDir: string, temp: string): Promise<void> {
  const pidFile = await readFile(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8');
  const { uid } = await stat(join(dataDir, 'postgres', 'cluster'));
  const [watchdog, ...more] = await findProcesses(uid, `openim-graphql-watchdog\0${pidFile.split('\n')[0]}\0${temp}`);
  assert.ok(watchdog && more.length === 0);
  process.kill(watchdog, 'SIGKILL');
}
