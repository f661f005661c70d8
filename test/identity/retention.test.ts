import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openWorld, type World } from './world.ts';

const DAY = 86_400_000;
const ago = (ms: number): Date => new Date(Date.now() - ms);

/** Whether a row of the table is gone within a second. */
async function gone({ db }: World, table: string, row: object): Promise<boolean> {
  for (let looks = 0; looks < 50; looks += 1) {
    if ((await db(table).where(row).first()) === undefined) return true;
    await pause(20);
  }
  return false;
}

describe('what has run out is deleted by the next node that starts', { concurrency: 2 }, () => {
  test('sessions that ended more than thirty days ago, and no other', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const [old, late, alive] = [
      await node.signIn('a@example.com'),
      await node.signIn('b@example.com'),
      await node.signIn('c@example.com'),
    ];
    const end = (id: string, days: number) =>
      world
        .db('identity.sessions')
        .where({ id })
        .update({ ended_at: ago(days * DAY) });
    await end(old.keyid, 31);
    await end(late.keyid, 29);
    const next = await world.node();
    assert.equal(await gone(world, 'identity.sessions', { id: old.keyid }), true);
    assert.deepEqual(await world.db('identity.sessions').orderBy('created_at').pluck('id'), [late.keyid, alive.keyid]);
    assert.equal(await next.who(alive), 'ok');
  });

  test('one-time codes, and refresh tokens of admins', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const { id } = (await node.request('a@example.com')).data.requestOTP;
    const { id: fresh } = (await node.request('b@example.com')).data.requestOTP;
    await world
      .db('identity.challenges')
      .where({ id })
      .update({ expires_at: ago(DAY) });
    const [admin_id] = [(await world.db('identity.admins').insert(ADMIN).returning('id'))[0].id];
    const signIn = (name: string, expires_at: Date) => ({ id: name, admin_id, expires_at });
    await world.db('identity.admin_sign_ins').insert([signIn('old', ago(1_000)), signIn('good', ago(-DAY))]);
    const token = (name: string) => ({ token_hash: name, family: name });
    await world.db('identity.admin_refresh_tokens').insert([token('old'), token('good')]);
    await world.node();
    assert.equal(await gone(world, 'identity.challenges', { id }), true);
    assert.equal(await gone(world, 'identity.admin_refresh_tokens', { token_hash: 'old' }), true);
    assert.deepEqual(await world.db('identity.challenges').pluck('id'), [fresh]);
    assert.deepEqual(await world.db('identity.admin_refresh_tokens').pluck('token_hash'), ['good']);
  });

  test('nonces whose signatures are too old to be good again', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const ann = await node.signIn('a@example.com');
    const nonce = (name: string, until: Date) => ({ session_id: ann.keyid, nonce: name, until });
    await world.db('identity.nonces').insert([nonce('old', ago(1_000)), nonce('young', ago(-60_000))]);
    await world.node();
    assert.equal(await gone(world, 'identity.nonces', { nonce: 'old' }), true);
    assert.deepEqual(await world.db('identity.nonces').pluck('nonce'), ['young']);
  });
});

const ADMIN = { id: 'x', email: 'x@example.com', name: 'X', password_hash: 'none', roles: ['OWNER'] };
