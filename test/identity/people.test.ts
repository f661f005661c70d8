import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openWorld } from './world.ts';

const told = (faults: readonly { extensions: Record<string, unknown> }[]): unknown[] =>
  faults.map(({ extensions }) => extensions.field);

describe('people whom OpenIM knows', { concurrency: 2 }, () => {
  test('are linked with their addresses in one spelling, and sign in as themselves', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const people = [
      { userID: 'ann_1', nickname: 'Ann', phone: '+86 138 0013 8000', email: ' Ann@Example.com ' },
      { userID: '张伟', email: 'zhang@example.com' },
    ];
    assert.deepEqual(await node.identity.linkPeople(people), { linked: 2, faults: [] });
    assert.equal((await node.signIn('+8613800138000')).userID, 'ann_1');
    assert.equal((await node.signIn('ann@example.com', { platform: 'IOS' })).userID, 'ann_1');
    assert.equal((await node.signIn('zhang@example.com')).userID, '张伟');
  });

  test('linked again, change nothing; an address that is not named stays', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const ann = { userID: 'ann', nickname: 'Ann', phone: '+8613800138000', email: 'ann@example.com' };
    assert.equal((await node.identity.linkPeople([ann])).linked, 1);
    const before = await world.db('identity.accounts');
    assert.deepEqual(await node.identity.linkPeople([ann]), { linked: 0, faults: [] });
    assert.deepEqual(await node.identity.linkPeople([{ userID: 'ann', email: 'ann@example.com' }]), {
      linked: 0,
      faults: [],
    });
    assert.deepEqual(await world.db('identity.accounts'), before);
    assert.equal((await node.identity.linkPeople([{ ...ann, email: 'new@example.com' }])).linked, 1);
    assert.equal((await world.db('identity.accounts').first('email')).email, 'new@example.com');
  });

  test('are all linked or none: every row that is wrong is told of, by its number', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const taken = await node.signIn('taken@example.com');
    const { linked, faults } = await node.identity.linkPeople([
      { userID: 'good', email: 'good@example.com' },
      { userID: 'no spaces', email: 'b@example.com' },
      { userID: 'nowhere' },
      { userID: 'phone', phone: '12345' },
      { userID: 'mail', email: 'a@b@c' },
      { userID: 'good', email: 'other@example.com' },
      { userID: 'twin', email: 'GOOD@example.com' },
      { userID: 'thief', email: 'taken@example.com' },
      { userID: taken.userID, phone: '+447400123456' },
      { userID: 'list', email: 'a@example.com,b@example.com' },
    ]);
    assert.equal(linked, 0);
    assert.deepEqual(told(faults as never), [
      'row 2, userID',
      'row 3',
      'row 4, phone',
      'row 5, email',
      'row 6',
      'row 7',
      'row 8',
      'row 10, email',
    ]);
    assert.deepEqual(await world.db('identity.accounts').pluck('user_id'), [taken.userID]);
    for (const { message } of faults) assert.doesNotMatch(message, /taken|12345|a@b/);
  });

  test('may come from a file that holds numbers and nulls: each is a fault of its row', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const rows = [
      { userID: 'ann', phone: 8613800138000 },
      { userID: 'bo', email: {} },
      { userID: 7, email: 'seven@example.com' },
      { userID: null, email: 'nobody@example.com' },
      { userID: 'chen', email: 'chen@example.com', nickname: 1 },
    ];
    const { linked, faults } = await node.identity.linkPeople(rows as never);
    assert.equal(linked, 0);
    assert.deepEqual(told(faults as never), [
      'row 1, phone',
      'row 2, email',
      'row 3, userID',
      'row 4, userID',
      'row 5, nickname',
    ]);
    assert.deepEqual(await world.db('identity.accounts'), []);
  });

  test('may be many', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const people = Array.from({ length: 70_000 }, (_, n) => ({ userID: `u${n}`, email: `u${n}@example.com` }));
    assert.deepEqual(await node.identity.linkPeople(people), { linked: 70_000, faults: [] });
    assert.deepEqual(await node.identity.linkPeople(people), { linked: 0, faults: [] });
  });
});
