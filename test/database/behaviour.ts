import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Knex } from 'knex';
import pino from 'pino';
import { migrate, openDatabase } from '../../subgraphs/kit/database.ts';
import { Fault } from '../../subgraphs/kit/fault.ts';

export const silent = pino({ level: 'silent' });

/** What `openDatabase` and `migrate` promise, asked of the database at `url()`; a schema is used by one test only. */
export function databaseBehaviour(name: string, url: () => string): void {
  test(`${name}: four nodes that start at once migrate one after another, and each migration runs once`, async () => {
    await using world = await openWorld(url());
    await world.writes(
      '001-things',
      `await db.raw('select pg_sleep(0.2)');
      await db.schema.createTable('things', (t) => { t.text('id').primary(); });
      await db('things').insert({ id: 'made once' });`,
    );
    const nodes = Array.from({ length: 4 }, () => openDatabase(url(), silent));
    await Promise.all(nodes.map((node) => migrate(node, { schema: 'nodes', directory: world.directory })));
    for (const node of nodes) await node.destroy();
    assert.deepEqual(await world.db('nodes.things'), [{ id: 'made once' }]);
  });

  test(`${name}: each schema has its own tables and its own migrations, and a start without news changes nothing`, async () => {
    await using world = await openWorld(url());
    await world.writes('001-things', `await db.schema.createTable('things', (t) => { t.text('id'); });`);
    for (const schema of ['left', 'right', 'left']) await migrate(world.db, { schema, directory: world.directory });
    await world.writes('002-more', `await db.schema.alterTable('things', (t) => { t.integer('more'); });`);
    await migrate(world.db, { schema: 'left', directory: world.directory });
    const columns = await world
      .db('information_schema.columns')
      .where('table_name', 'things')
      .whereIn('table_schema', ['left', 'right'])
      .select('table_schema as schema', 'column_name as column')
      .orderBy(['table_schema', 'column_name']);
    assert.deepEqual(
      columns.map((c) => `${c.schema}.${c.column}`),
      ['left.id', 'left.more', 'right.id'],
    );
  });

  test(`${name}: a migration that fails leaves nothing behind, and its mended form runs`, async () => {
    await using world = await openWorld(url());
    const good = `await db.schema.createTable('things', (t) => { t.text('id'); });`;
    await world.writes('001-things', `${good} await db.raw('select 1 / 0');`);
    await assert.rejects(migrate(world.db, { schema: 'mended', directory: world.directory }), /division by zero/);
    await using mended = await openWorld(url());
    await mended.writes('001-things', good);
    await migrate(world.db, { schema: 'mended', directory: mended.directory });
    assert.deepEqual(await world.db('mended.things'), []);
  });

  test(`${name}: a node that died in the middle of its migrations stops no other`, async () => {
    await using world = await openWorld(url());
    await world.writes('001-things', `await db.schema.createTable('things', (t) => { t.text('id'); });`);
    await migrate(world.db, { schema: 'locked', directory: world.directory });
    await world.db('locked.migrations_lock').update({ is_locked: 1 });
    await world.writes('002-more', `await db.schema.createTable('more', (t) => { t.text('id'); });`);
    await migrate(world.db, { schema: 'locked', directory: world.directory });
    assert.deepEqual(await world.db('locked.more'), []);
  });

  test(`${name}: an error names the constraint and no value`, async () => {
    await using world = await openWorld(url());
    await world.db.raw('create table public.people (email text primary key)');
    const insert = () => world.db('public.people').insert({ email: 'ann@example.org' });
    await insert();
    await assert.rejects(insert(), (error: Error & { code?: string; constraint?: string }) => {
      assert.deepEqual([error.code, error.constraint], ['23505', 'people_pkey']);
      const lines: string[] = [];
      pino({}, { write: (line) => lines.push(line) }).error({ err: error });
      return !/ann@example/.test(lines.join()) && !/ann@example/.test(JSON.stringify(error));
    });
    await world.db.schema.dropTable('public.people');
  });

  test(`${name}: a statement that takes too long, and a connection that is cut, are STORE_UNAVAILABLE`, async () => {
    await using world = await openWorld(url());
    await refused(
      world.db.transaction(async (trx) => {
        await trx.raw('set local statement_timeout = 50');
        await trx.raw('select pg_sleep(5)');
      }),
    );
    await refused(world.db.raw('select pg_terminate_backend(pg_backend_pid())'));
    await refused(
      world.db.transaction(async (trx) => {
        await trx.raw('select pg_terminate_backend(pg_backend_pid())');
      }),
    );
    assert.deepEqual((await world.db.raw('select 1 as one')).rows, [{ one: 1 }]);
  });

  test(`${name}: more requests than connections wait for their turn`, async () => {
    await using world = await openWorld(url());
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, i) => world.db.raw('select pg_sleep(0.02), ?::int as i', [i])),
    );
    assert.deepEqual(
      answers.map((answer) => answer.rows[0].i),
      Array.from({ length: 60 }, (_, i) => i),
    );
    const open = await world.db('pg_stat_activity').where('application_name', 'openim-graphql').select('pid');
    assert.ok(open.length > 1 && open.length <= 16, String(open.length));
  });
}

export async function refused(asked: Promise<unknown>): Promise<void> {
  await assert.rejects(asked, (error) => {
    assert.ok(error instanceof Fault, String(error));
    assert.equal(error.reason, 'STORE_UNAVAILABLE');
    assert.doesNotMatch(JSON.stringify(error), /select|127\.0\.0\.1|sock/i, 'neither SQL nor host reach a client');
    return true;
  });
}

interface World extends AsyncDisposable {
  readonly db: Knex;
  readonly directory: string;
  writes(migration: string, up: string): Promise<void>;
}

async function openWorld(url: string): Promise<World> {
  const directory = await mkdtemp(join(tmpdir(), 'migrations-'));
  const db = openDatabase(url, silent);
  return {
    db,
    directory,
    writes: (migration, up) =>
      writeFile(
        join(directory, `${migration}.ts`),
        `import type { Knex } from 'knex';\nexport async function up(db: Knex): Promise<void> { ${up} }\nexport async function down(): Promise<void> {}\n`,
      ),
    async [Symbol.asyncDispose]() {
      await db.destroy();
      await rm(directory, { recursive: true });
    },
  };
}
