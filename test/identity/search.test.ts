import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { ADMIN_LOGIN } from './documents.ts';
import { type Office, openOffice } from './office.ts';
import { openWorld, type World } from './world.ts';

const SEARCH = `query ($keyword: String!, $first: Int, $after: String) {
  searchUsers(keyword: $keyword, first: $first, after: $after) {
    totalCount nodes { id } pageInfo { hasNextPage endCursor }
  }
}`;

interface Person {
  readonly userID: string;
  readonly nickname: string;
  readonly phone?: string;
  readonly email?: string;
}

const PEOPLE: readonly Person[] = [
  { userID: 'u1', nickname: 'José Álvarez', phone: '+34600111222' },
  { userID: 'u2', nickname: '王小明' },
  { userID: 'u3', nickname: '张伟', email: 'zhang.wei@example.com' },
  { userID: 'u4', nickname: 'Jon Snow' },
  { userID: 'u5', nickname: 'jonathan' },
  { userID: 'u6', nickname: 'Big Jon' },
  { userID: 'u7', nickname: '100%_sure' },
  { userID: 'Jon', nickname: 'Somebody' },
];

/** Puts people where they would be after they were seen. */
async function settle({ db }: World, office: Office, people: readonly Person[]): Promise<void> {
  office.node.identity.directory.note(people);
  const rows = people.filter(({ phone, email }) => phone || email);
  if (rows.length > 0)
    await db('identity.accounts').insert(rows.map(({ userID, ...rest }) => ({ user_id: userID, ...rest })));
  for (let looks = 0; looks < 200; looks += 1) {
    const written = await db('identity.directory').whereIn('user_id', [people.at(-1)?.userID ?? '']);
    if (written.length === 1) return;
    await pause(25);
  }
  assert.fail('nobody was written down');
}

const ids = async (office: Office, keyword: string): Promise<string[]> =>
  (await office.do(SEARCH, { keyword })).searchUsers.nodes.map(({ id }: { id: string }) => id);

describe('people are searched', { concurrency: 2 }, () => {
  test('by a piece of their name or id: exactly that first, then what begins so, then the rest', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    await settle(world, office, PEOPLE);
    assert.deepEqual(await ids(office, 'jon'), ['u4', 'u5', 'Jon', 'u6']);
    assert.deepEqual((await ids(office, 'Jon'))[0], 'Jon');
    assert.deepEqual(await ids(office, 'jose alvarez'), ['u1']);
    assert.deepEqual(await ids(office, 'ÁLVAREZ'), ['u1']);
    assert.deepEqual(await ids(office, 'ｊｏｎ snow'), ['u4']);
  });

  test('in Chinese, by one character or two', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    await settle(world, office, PEOPLE);
    assert.deepEqual(await ids(office, '小明'), ['u2']);
    assert.deepEqual(await ids(office, '伟'), ['u3']);
  });

  test('mistyped; and what is a pattern to SQL is text', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    await settle(world, office, PEOPLE);
    assert.deepEqual(await ids(office, 'jonnathan'), ['u5']);
    for (const keyword of ['%', '0%_s', '_']) assert.deepEqual(await ids(office, keyword), ['u7'], keyword);
    assert.deepEqual(await ids(office, '\\'), []);
  });

  test('by phone and mail address, by those alone who may see them', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    await settle(world, office, PEOPLE);
    assert.deepEqual(await ids(office, '+34 600-111'), ['u1']);
    assert.deepEqual(await ids(office, 'ZHANG.WEI@'), ['u3']);
    await world.db('identity.admins').update({ roles: ['ANALYST'] });
    assert.deepEqual(await ids(office, '+34 600-111'), []);
    assert.deepEqual(await ids(office, 'zhang.wei@'), []);
    const nobody = await office.node.ask({ query: SEARCH, variables: { keyword: 'jon' } });
    assert.equal(nobody.reason, 'SIGNATURE_MISSING');
    const ann = await office.node.signIn('ann@example.com');
    assert.equal(
      (await office.node.ask({ query: SEARCH, variables: { keyword: 'jon' }, as: ann })).reason,
      'SCOPE_MISSING',
    );
  });

  test('who has just registered is found at once, and whoever OpenIM has is found after a walk', async () => {
    await using world = await openWorld();
    const first = await openOffice(world);
    const ann = await first.node.signIn('ann@example.com', { nickname: 'Annabel' });
    assert.deepEqual(await ids(first, 'annab'), [ann.userID]);
    await world.db('identity.directory').delete();
    await world.db('identity.settings').where({ name: 'directory-walk' }).delete();
    const second = await world.node();
    const login = await second.ask({
      query: ADMIN_LOGIN,
      variables: { email: 'admin@example.com', password: first.password },
    });
    const found = async (): Promise<number> =>
      (await second.ask({ query: SEARCH, variables: { keyword: 'annab' }, bearer: login.data.adminLogin.accessToken }))
        .data.searchUsers.totalCount;
    for (let looks = 0; looks < 200 && (await found()) === 0; looks += 1) await pause(50);
    assert.equal(await found(), 1);
  });

  test('ten thousand of them page by page, nobody twice, nobody left out, one statement a page', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    await settle(
      world,
      office,
      Array.from({ length: 10_000 }, (_, nth) => ({
        userID: `p${nth}`,
        nickname: nth % 20 === 0 ? `Mei ${nth}` : `Otto ${nth}`,
      })),
    );
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const statements: string[] = [];
      const listen = ({ sql }: { sql: string }): void => void statements.push(sql);
      office.node.db.on('query', listen);
      const { searchUsers } = await office.do(SEARCH, { keyword: 'mei', first: 100, after });
      office.node.db.removeListener('query', listen);
      assert.equal(statements.filter((sql) => sql.includes('identity.directory')).length, 1);
      assert.equal(searchUsers.totalCount, 500);
      seen.push(...searchUsers.nodes.map(({ id }: { id: string }) => id));
      after = searchUsers.pageInfo.hasNextPage ? searchUsers.pageInfo.endCursor : null;
    } while (after !== null);
    assert.equal(seen.length, 500);
    assert.equal(new Set(seen).size, 500);
    // So few rows are read faster as they lie; with more of them the index is there.
    let plan: unknown;
    await world.db.transaction(async (on) => {
      await on.raw('set local enable_seqscan = off');
      plan = await on.raw(`explain select user_id from identity.directory where words like '%mei 4%'`);
    });
    assert.match(JSON.stringify(plan), /directory_words/);
  });

  test('what is wrong with the question is named', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    for (const keyword of ['', '  ', 'x'.repeat(101)])
      assert.equal((await office.ask(SEARCH, { keyword })).extensions.field, 'keyword');
    assert.equal((await office.ask(SEARCH, { keyword: 'x', first: 101 })).extensions.field, 'first');
    const forged = Buffer.from('users\nx:y').toString('base64url');
    for (const after of ['x', forged])
      assert.equal((await office.ask(SEARCH, { keyword: 'x', after })).reason, 'CURSOR_INVALID');
  });
});
