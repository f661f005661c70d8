import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pino from 'pino';
import { type EmbeddedPostgres, joinPostgres, startPostgres } from '../../embedded/postgres/launcher.ts';
import { query } from './run.ts';

const log = pino({ level: 'silent' });
let dataDir: string;
let postgres: EmbeddedPostgres;

before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'embedded-test-'));
  postgres = await startPostgres({ dataDir, log });
});
after(async () => {
  await postgres.stop();
  await rm(dataDir, { recursive: true });
});

test('what was committed survives a power cut', async () => {
  const rows = await query(
    postgres.url,
    `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') order by name`,
  );
  assert.deepEqual(
    rows.map((row) => row.setting),
    ['on', 'on', 'on'],
  );
});

test('nothing listens on the network, and nobody enters without the password', async () => {
  assert.deepEqual(await query(postgres.url, 'show listen_addresses'), [{ listen_addresses: '' }]);
  const url = new URL(postgres.url);
  const socketFolder = url.searchParams.get('host') ?? '';
  assert.equal((await stat(socketFolder)).mode & 0o777, 0o700);
  assert.equal((await stat(join(dataDir, 'postgres', 'password'))).mode & 0o777, 0o600);
  assert.equal(url.password, await readFile(join(dataDir, 'postgres', 'password'), 'utf8'));
  for (const guess of ['', 'openim', 'postgres']) {
    url.password = guess;
    await assert.rejects(query(url.href, 'select 1'), /password/);
  }
});

test('text sorts, folds and matches the same on every machine', async () => {
  const [row] = await query(
    postgres.url,
    `select array(select t from unnest(array['b','ä','a','B','你']) t order by t) as sorted,
            lower('ÀÉÎ') as folded, '你好' ~ '^\\w+$' as letters, current_setting('timezone') as zone,
            current_setting('server_encoding') as encoding`,
  );
  assert.deepEqual(row, {
    sorted: ['B', 'a', 'b', 'ä', '你'],
    folded: 'àéî',
    letters: true,
    zone: 'UTC',
    encoding: 'UTF8',
  });
});

test('parts of Chinese words are found by trigrams', async () => {
  await query(postgres.url, 'create extension pg_trgm');
  const [row] = await query(postgres.url, `select array_length(show_trgm('你好世界'), 1) as trigrams`);
  assert.deepEqual(row, { trigrams: 5 });
});

test('a command joins the server of a gateway that runs, and leaves it running', async () => {
  await query(postgres.url, 'create table notes as select 1 as one');
  const joined = await joinPostgres({ dataDir, log });
  assert.deepEqual(await query(joined.url, 'select one from notes'), [{ one: 1 }]);
  await joined.stop();
  assert.deepEqual(await query(postgres.url, 'select one from notes'), [{ one: 1 }]);
});

test('stopping twice is no error, and a command alone starts and stops a server of its own', async () => {
  await Promise.all([postgres.stop(), postgres.stop()]);
  await assert.rejects(query(postgres.url, 'select 1'));
  postgres = await joinPostgres({ dataDir, log });
  assert.deepEqual(await query(postgres.url, 'select one from notes'), [{ one: 1 }]);
});
