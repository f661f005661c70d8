import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { graphql } from 'graphql';
import type { Knex } from 'knex';
import { createAuditLog } from '../../subgraphs/identity/audit/log.ts';
import { verifyAudit } from '../../subgraphs/identity/audit/verify.ts';
import { ADMIN_LOGIN } from './documents.ts';
import { openOffice } from './office.ts';
import { openWorld } from './world.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const LOG = `query ($target: String, $actor: String, $action: String, $from: DateTime, $to: DateTime, $first: Int, $after: String) {
  auditLog(target: $target, actor: $actor, action: $action, from: $from, to: $to, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id actor action target detail at admin { email } hash }
  }
}`;

/** `npm run audit`, on that database. */
function audit(db: Knex, ...words: string[]): { readonly status: number | null; readonly said: string } {
  const { connectionString } = (db.client as { config: { connection: { connectionString: string } } }).config
    .connection;
  const env = { PATH: process.env.PATH ?? '', DATABASE_URL: connectionString };
  const args = ['gateway/admin.ts', 'audit', ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, env, encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

async function fill(db: Knex, count: number): Promise<void> {
  const entry = (nth: number) => ({ action: 'test.entry', target: `user:u${nth}`, reason: `for ${nth}` });
  for (let nth = 0; nth < count; nth += 1) await createAuditLog(db).record('system', entry(nth));
}

/** As somebody would who owns the database, and has not only our password. */
async function tamper(db: Knex, statement: string): Promise<void> {
  for (const table of ['audit', 'audit_details', 'audit_head'])
    await db.raw(`alter table identity.${table} disable trigger all`);
  await db.raw(statement);
}

describe('the audit log', { concurrency: 2 }, () => {
  test('tells who signed in as an admin, and who tried, from where; for those with the scope alone', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    for (const email of ['admin@example.com', 'nobody@example.com'])
      await office.node.ask({ query: ADMIN_LOGIN, variables: { email, password: 'wrong' }, from: '198.51.100.7' });
    const { data, text } = await office.ask(LOG);
    const { nodes } = data.auditLog;
    const admin = `admin:${(await world.db('identity.admins').first('id')).id}`;
    assert.deepEqual(
      nodes.map(({ id, actor, action, target }: Record<string, unknown>) => [id, actor, action, target]),
      [
        ['4', 'anonymous', 'admin.login-refused', null],
        ['3', 'anonymous', 'admin.login-refused', admin],
        ['2', 'anonymous', 'admin.login', admin],
        ['1', 'system', 'admin.create', admin],
      ],
    );
    assert.equal(nodes[1].detail.from, '198.51.100.7');
    assert.deepEqual(nodes[3].detail.after, { roles: ['OWNER'] });
    assert.doesNotMatch(text, /nobody@example\.com|wrong/);
    const ann = await office.node.signIn('ann@example.com');
    assert.equal((await office.node.ask({ query: LOG, as: ann })).reason, 'SCOPE_MISSING');
  });

  test('is searched by what, whom, who and when, page after page', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    await fill(world.db, 5);
    const find = async (filter: object) => (await office.do(LOG, filter)).auditLog;
    const ids = async (filter: object) => (await find(filter)).nodes.map(({ id }: { id: string }) => id);
    assert.deepEqual(await ids({ target: 'user:u2' }), ['5']);
    assert.deepEqual(await ids({ action: 'test.' }), ['7', '6', '5', '4', '3']);
    assert.deepEqual(await ids({ action: 'test' }), []);
    assert.deepEqual(await ids({ actor: 'system', action: 'admin.create' }), ['1']);
    const { at } = (await find({ target: 'user:u2' })).nodes[0];
    assert.equal((await ids({ from: at, action: 'test.' })).at(-1), '5');
    assert.equal((await ids({ to: at, action: 'test.' }))[0], '4');
    const page = await find({ first: 2, action: 'test.' });
    assert.deepEqual([page.totalCount, page.pageInfo.hasNextPage], [5, true]);
    assert.deepEqual(await ids({ first: 2, action: 'test.', after: page.pageInfo.endCursor }), ['5', '4']);
    for (const [field, value] of Object.entries({ target: 'user:\u0000', actor: 'x'.repeat(300), action: '' }))
      assert.equal((await office.ask(LOG, { [field]: value })).extensions.field, field);
    assert.equal((await office.ask(LOG, { after: 'nonsense' })).reason, 'CURSOR_INVALID');
  });

  test('tells of an admin who looks at somebody’s addresses; of one’s own it does not', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const ann = await office.node.signIn('ann@example.com');
    const own = await office.node.ask({ query: '{ me { email phone } }', as: ann });
    assert.deepEqual(own.data, { me: { email: 'ann@example.com', phone: null } });
    const looks = async () => (await office.do(LOG, { target: `user:${ann.userID}` })).auditLog.nodes;
    assert.deepEqual(await looks(), []);
    const { identity } = office.node;
    const viewer = { kind: 'admin', id: 'x', scopes: new Set(['users:pii']) } as const;
    const contextValue = identity.subgraph.contextFor({ viewer, ip: '192.0.2.9' } as never);
    const { data } = await graphql({
      schema: identity.subgraph.schema,
      source: `{ _entities(representations: [{ __typename: "User", id: "${ann.userID}" }]) { ... on User { email phone } } }`,
      contextValue,
    });
    assert.match(JSON.stringify(data), /ann@example\.com/);
    const [look, ...more] = await looks();
    assert.deepEqual(
      [look.actor, look.action, look.detail.from, more],
      ['admin:x', 'user.read-addresses', '192.0.2.9', []],
    );
  });

  test('is one chain, however many nodes add to it at once; what is rolled back leaves no gap', async () => {
    await using world = await openWorld();
    const nodes = [await world.node(), await world.node()];
    const work = Array.from({ length: 40 }, (_, nth) => {
      const db = nodes[nth % 2]?.db as Knex;
      return db.transaction(async (on) => {
        await createAuditLog(db).record('system', { action: 'test.entry', target: null, reason: null }, on);
        if (nth % 5 === 0) throw new RangeError('rolled back');
      });
    });
    await Promise.allSettled(work);
    const { status, said } = audit(world.db, 'verify');
    assert.match(said, /^32 entries are whole; .* Keep elsewhere: 32:[0-9a-f]{64}\n$/);
    assert.equal(status, 0);
  });
});

describe('what was done to the audit log', { concurrency: 2 }, () => {
  test('is refused to whoever has our password', async () => {
    await using world = await openWorld();
    await world.node();
    await fill(world.db, 2);
    for (const statement of [
      `update identity.audit set action = 'x'`,
      'delete from identity.audit where seq = 1',
      'truncate identity.audit cascade',
      `update identity.audit_details set details = '{}'`,
      'truncate identity.audit_details',
      'delete from identity.audit_head',
    ])
      await assert.rejects(world.db.raw(statement), /only added to/, statement);
  });

  const deeds: Readonly<Record<string, readonly [statement: string, said: RegExp]>> = {
    'one changed letter': [`update identity.audit set action = 'test.Entry' where seq = 4`, /Entry 4: it was changed/],
    'another time': [`update identity.audit set at = at + interval '1 ms' where seq = 4`, /Entry 4: it was changed/],
    'another hash': [
      `update identity.audit set hash = overlay(hash placing 'g' from 3) where seq = 4`,
      /Entry 4: it was changed/,
    ],
    'another reason': [
      `update identity.audit_details set details = replace(details, 'for 3', 'for 9') where seq = 4`,
      /Entry 4: its details were changed/,
    ],
    'an entry that is gone': ['delete from identity.audit where seq = 4', /Entry 4: it is missing/],
    'two entries in another order': [
      `update identity.audit set seq = 9 - seq where seq in (4, 5)`,
      /Entry 4: it was changed/,
    ],
    'an end that is gone': ['delete from identity.audit where seq > 6', /Entry 7: the end of the log is missing/],
    'a head that is gone': ['delete from identity.audit_head', /the end of the log is missing/],
  };
  test('is found, and the entry named', async () => {
    await using world = await openWorld();
    await world.node();
    await fill(world.db, 8);
    for (const [name, [statement, said]] of Object.entries(deeds)) {
      const on = await world.db.transaction();
      await on.raw('alter table identity.audit_details drop constraint audit_details_seq_foreign');
      await on.raw('alter table identity.audit drop constraint audit_pkey');
      await tamper(on, statement);
      const { wrong } = await verifyAudit(on, null);
      assert.match(`Entry ${wrong?.seq}: ${wrong?.why}`, said, name);
      await on.rollback();
    }
    await tamper(world.db, 'delete from identity.audit_head');
    assert.equal(audit(world.db, 'verify').status, 1);
  });

  test('by somebody who wrote all of it anew is found with a hash that was kept elsewhere', async () => {
    await using world = await openWorld();
    await world.node();
    await fill(world.db, 3);
    const [kept = ''] = /\d+:[0-9a-f]{64}/.exec(audit(world.db, 'verify').said) ?? [];
    await fill(world.db, 2);
    assert.equal(audit(world.db, 'verify', kept).status, 0);
    await tamper(world.db, 'truncate identity.audit, identity.audit_details');
    await world.db.raw(`update identity.audit_head set seq = 0, hash = ''`);
    const shorter = audit(world.db, 'verify', kept);
    assert.deepEqual([audit(world.db, 'verify').status, shorter.status], [0, 1]);
    assert.match(shorter.said, /Entry 1: the end of the log is missing/);
    await fill(world.db, 5);
    const other = audit(world.db, 'verify', kept);
    assert.deepEqual([audit(world.db, 'verify').status, other.status], [0, 1]);
    assert.match(other.said, /Entry 3: it, or one before it, was written anew/);
  });

  test('when details are erased, is told, and is no fault', async () => {
    await using world = await openWorld();
    await world.node();
    await fill(world.db, 3);
    await world.db.raw('delete from identity.audit_details where seq = 2');
    const { status, said } = audit(world.db, 'verify');
    assert.match(said, /^3 entries are whole; of 1 the details were erased/);
    assert.equal(status, 0);
    const lines = audit(world.db, 'export').said.trim().split('\n');
    const entries = lines.map((line) => JSON.parse(line));
    assert.deepEqual(
      entries.map(({ seq, target, details }) => [seq, target, details?.reason]),
      [
        ['3', 'user:u2', 'for 2'],
        ['2', 'user:u1', undefined],
        ['1', 'user:u0', 'for 0'],
      ],
    );
  });
});
