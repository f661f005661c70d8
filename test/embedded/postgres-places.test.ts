import assert from 'node:assert/strict';
import { chmod, chown, mkdir, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { AS_ROOT, NOBODY, openCheckout, PLATFORM } from './checkout.ts';
import { query, serversOf } from './run.ts';

const ONE = [{ one: 1 }];

describe('where an embedded Postgres can live', { concurrency: 3 }, () => {
  test('in a checkout that only its owner can enter, found again at the second start', async () => {
    await using checkout = await openCheckout({ closed: true });
    const first = await checkout.run();
    await query(first.url, 'create table notes (text text)');
    const { uid } = await stat(`/proc/${(await serversOf(checkout.dataDir))[0]}`);
    assert.equal(uid, AS_ROOT ? NOBODY.uid : process.getuid?.(), 'never as root');
    await first.end('SIGTERM');
    const second = await checkout.run();
    assert.deepEqual(
      await query(second.url, 'select count(*)::int as one from pg_tables where tablename = $$notes$$'),
      ONE,
    );
    assert.equal((await stat(checkout.folder)).mode & 0o777, 0o700, 'the folder is left as it was');
  });

  test('in a folder with a long path, spaces and other scripts', async () => {
    await using checkout = await openCheckout({
      install: true,
      path: `${'a long name '.repeat(12)}/"quotes", 数据/${'x'.repeat(120)}`,
    });
    const run = await checkout.run();
    assert.ok(run.url, run.said());
    assert.deepEqual(await query(run.url, 'select 1 as one'), ONE);
  });

  test('with a temporary folder whose path is too long for a socket', async () => {
    await using checkout = await openCheckout();
    const temp = join(checkout.temp, 'x'.repeat(100));
    await mkdir(temp);
    const run = await checkout.run({ temp });
    assert.ok(run.url, run.said());
    assert.deepEqual(await query(run.url, 'select 1 as one'), ONE);
  });

  test('without the links that the package makes when it is installed, which it is then left without', async () => {
    await using checkout = await openCheckout({ install: true });
    await removeLinks(checkout.native);
    const before = await readdir(checkout.native, { recursive: true });
    const run = await checkout.run();
    assert.ok(run.url, run.said());
    assert.deepEqual(await query(run.url, 'select 1 as one'), ONE);
    await run.end('SIGTERM');
    assert.deepEqual(await readdir(checkout.native, { recursive: true }), before);
  });

  test('from a copy that is made once, and mended when something in it is missing', async () => {
    await using checkout = await openCheckout({ install: true });
    await removeLinks(checkout.native);
    await (await checkout.run()).end('SIGTERM');
    const [copy = '', ...more] = await readdir(checkout.temp);
    assert.deepEqual(more, []);
    const made = await stat(join(checkout.temp, copy));
    await (await checkout.run()).end('SIGTERM');
    assert.equal((await stat(join(checkout.temp, copy))).ino, made.ino);
    await truncate(join(checkout.temp, copy, 'share', 'postgresql', 'postgres.bki'), 10);
    const run = await checkout.run({ dataDir: join(checkout.folder, 'other') });
    assert.ok(run.url, run.said());
    assert.deepEqual(await query(run.url, 'select 1 as one'), ONE);
  });

  for (const how of ['made', 'changed'] as const)
    test(`never from a copy that somebody else could have ${how}`, async () => {
      await using checkout = await openCheckout({ install: true });
      await removeLinks(checkout.native);
      await (await checkout.run()).end('SIGTERM');
      const [name = ''] = await readdir(checkout.temp);
      const copy = join(checkout.temp, name);
      const { size } = await stat(join(copy, 'bin', 'postgres'));
      await writeFile(join(copy, 'bin', 'postgres'), '#!/bin/sh\necho planted >&2; exit 1\n'.padEnd(size, '#'));
      // Only root can give a folder away; an ordinary user sees the second kind twice.
      if (AS_ROOT && how === 'made') await chown(copy, NOBODY.uid, NOBODY.gid);
      else await chmod(copy, 0o777);
      const run = await checkout.run();
      assert.ok(run.url, run.said());
      assert.deepEqual(await query(run.url, 'select 1 as one'), ONE);
      assert.deepEqual(
        (await readdir(checkout.temp)).filter((entry) => entry === `${name}-2`),
        [`${name}-2`],
      );
    });

  test('next to others that start at the same moment', async () => {
    await using checkout = await openCheckout({ install: true });
    await removeLinks(checkout.native);
    const names = ['a', 'b', 'c', 'd'];
    const runs = await Promise.all(names.map((name) => checkout.run({ dataDir: join(checkout.folder, name) })));
    for (const run of runs) assert.deepEqual(await query(run.url, 'select 1 as one'), ONE);
    const copies = (await readdir(checkout.temp)).filter((name) => name.startsWith('openim-graphql-postgres'));
    assert.equal(copies.length, 1);
  });
});

describe('where an embedded Postgres cannot live', { concurrency: 3 }, () => {
  const refused = async (run: { url: string | null; said(): string }, says: RegExp): Promise<void> => {
    assert.equal(run.url, null);
    assert.match(run.said(), says);
    assert.doesNotMatch(run.said(), /\n\s+at /, 'no stack');
  };

  test('a folder that this user may not write, and a path that leads through a file', async () => {
    await using checkout = await openCheckout();
    const locked = join(checkout.folder, 'locked');
    await mkdir(locked, { mode: 0o555 });
    await refused(
      await checkout.run({ as: 'ordinary', dataDir: join(locked, 'data') }),
      /locked.*may not write.*DATA_DIR.*DATABASE_URL/,
    );
    const file = join(checkout.folder, 'package.json');
    await refused(await checkout.run({ dataDir: join(file, 'data') }), /part of the path is a file/);
  });

  test('data of another major version, which is left alone', async () => {
    await using checkout = await openCheckout();
    const cluster = join(checkout.dataDir, 'postgres', 'cluster');
    await mkdir(cluster, { recursive: true });
    await writeFile(join(cluster, 'PG_VERSION'), '15\n');
    await refused(await checkout.run(), /holds data of PostgreSQL 15, and the embedded one is 18.*pg_dump/);
    assert.deepEqual(await readdir(cluster), ['PG_VERSION']);
  });

  test('data whose password was lost', async () => {
    await using checkout = await openCheckout();
    await (await checkout.run()).end('SIGTERM');
    await rm(join(checkout.dataDir, 'postgres', 'password'));
    await refused(await checkout.run(), /postgres\/password: put it back/);
  });

  test('a disk that fills up in the middle; the next start, with room, succeeds', async () => {
    await using checkout = await openCheckout();
    // A file may grow to 1000 blocks only: the writes of initdb fail as they do where no block is left.
    const run = await checkout.run({ limit: '-f 1000' });
    await refused(run, /could not be set up: .*DATA_DIR.*DATABASE_URL/s);
    assert.deepEqual((await readdir(join(checkout.dataDir, 'postgres'))).sort(), ['lock', 'owner', 'password']);
    assert.deepEqual(await readdir(checkout.temp), []);
    assert.deepEqual(await query((await checkout.run()).url, 'select 1 as one'), ONE);
  });

  test('a platform for which npm installed nothing, or something that does not run here', async () => {
    await using checkout = await openCheckout({ install: true });
    await rm(join(checkout.native, 'lib'), { recursive: true });
    await mkdir(join(checkout.native, 'lib'));
    await refused(await checkout.run(), /does not run on this machine \(.*\)\. Set DATABASE_URL/);
    await rm(join(checkout.folder, 'node_modules', PLATFORM), { recursive: true });
    await refused(await checkout.run(), new RegExp(`${PLATFORM} is not installed.*DATABASE_URL`));
  });
});

async function removeLinks(native: string): Promise<void> {
  for (const entry of await readdir(native, { recursive: true, withFileTypes: true }))
    if (entry.isSymbolicLink()) await rm(join(entry.parentPath, entry.name));
}
