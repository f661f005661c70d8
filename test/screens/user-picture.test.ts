import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { savedOperations } from '../../explorer/operations.ts';
import { adminWith, type Bench, get, openBench, reasons, reports, says } from '../moderation/bench.ts';
import type { AdminQuery } from '../world/admin.ts';
import type { Actor } from '../world/world.ts';

const PICTURE = savedOperations().find(({ query }) => query.includes('query UserPicture'))?.query ?? '';
const READS = '{ auditLog(first: 10) { nodes { action target } } }';

interface Named {
  readonly id: string;
  readonly nickname?: string;
}
interface Rows<Row> {
  readonly totalCount: number;
  readonly nodes: readonly Row[];
}
interface Picture {
  readonly user: {
    readonly nickname: string;
    readonly email: string | null;
    readonly devices: readonly { readonly name: string; readonly platform: string }[];
    readonly sessions: readonly { readonly address: string | null; readonly device: { readonly name: string } }[];
    readonly ban: { readonly reason: string } | null;
    readonly groups: Rows<{ readonly name: string }>;
    readonly friends: { readonly totalCount: number; readonly edges: readonly { readonly node: Named }[] };
    readonly blockedUsers: Rows<Named>;
    readonly reports: Rows<{ readonly reason: string; readonly reporter: Named }> | null;
    readonly reportsMade: Rows<{ readonly reason: string }> | null;
    readonly recentMessages:
      | readonly { readonly content: { readonly summary: string }; readonly recipient: Named | null }[]
      | null;
  };
  readonly bans: { readonly nodes: readonly { readonly reason: string }[] };
}

describe('a user’s whole picture in one operation', () => {
  let bench: Bench;
  let bo: Actor;
  let ask: (admin: AdminQuery, id?: string) => ReturnType<AdminQuery>;
  before(async () => {
    bench = await openBench();
    const { ann, cleo, owner, groupID } = bench;
    bo = bench.bo;
    ask = (admin, id = bo.id) => admin(PICTURE, { id });
    await bo.query('mutation ($id: ID!) { addFriend(userID: $id) { id } }', { id: ann.id });
    await ann.query('mutation ($id: ID!) { respondToFriendRequest(userID: $id, accept: true) { id } }', { id: bo.id });
    await bo.query('mutation ($id: ID!) { blockUser(userID: $id) { id } }', { id: cleo.id });
    await says(bo, { group: groupID }, 'to all');
    await reports(ann, await says(bo, { to: ann.id }, 'to ann'), 'HARASSMENT');
    await reports(bo, await says(ann, { to: bo.id }, 'stop it'), 'OTHER');
    await get(owner, 'mutation ($id: ID!) { banUser(userID: $id, reason: "first", until: null) { id } }', {
      id: bo.id,
    });
    await get(owner, 'mutation ($id: ID!) { unbanUser(userID: $id, reason: "enough") { id } }', { id: bo.id });
    bo = await bench.world.signIn('bo@new.example');
  });
  after(() => bench[Symbol.asyncDispose]());

  test('has everything, for a handful of calls and statements', async () => {
    const { ann, cleo, owner, world } = bench;
    await ask(owner);
    const { result, calls, statements } = await world.price(() => get<Picture>(owner, PICTURE, { id: bo.id }));
    const { user, bans } = result;
    assert.deepEqual([user.nickname, user.email], ['bo', 'bo@new.example']);
    assert.deepEqual(user.devices.map(({ platform }) => platform).slice(0, 1), ['WEB']);
    assert.deepEqual(
      user.sessions.map(({ address, device }) => [address, device.name]),
      [['127.0.0.1', 'Test']],
    );
    assert.deepEqual([user.ban, bans.nodes.map(({ reason }) => reason)], [null, ['first']]);
    assert.deepEqual(
      user.groups.nodes.map(({ name }) => name),
      ['Tea'],
    );
    assert.deepEqual(
      user.friends.edges.map(({ node }) => node),
      [{ id: ann.id, nickname: 'ann' }],
    );
    assert.deepEqual(user.blockedUsers.nodes, [{ id: cleo.id, nickname: 'cleo' }]);
    const about = user.reports?.nodes.map(({ reason, reporter }) => [reason, reporter.nickname]);
    assert.deepEqual([user.reports?.totalCount, about], [1, [['HARASSMENT', 'ann']]]);
    assert.deepEqual(
      user.reportsMade?.nodes.map(({ reason }) => reason),
      ['OTHER'],
    );
    assert.deepEqual(
      user.recentMessages?.map(({ content, recipient }) => [content.summary, recipient?.nickname]),
      [
        ['to ann', 'ann'],
        ['to all', undefined],
      ],
    );
    assert.ok(calls() <= 9, `${calls()} calls to OpenIM`);
    assert.ok(statements <= 28, `${statements} statements`);
  });

  test('is recorded as read, before anything of it is told', async () => {
    const { owner } = bench;
    await ask(owner);
    const { auditLog } = await get<{ auditLog: { nodes: { action: string; target: string }[] } }>(owner, READS);
    for (const action of ['user.read-messages', 'user.read-addresses'])
      assert.ok(
        auditLog.nodes.some((entry) => entry.action === action && entry.target === `user:${bo.id}`),
        action,
      );
    await bench.sql('alter table identity.audit rename to lost');
    const { data, errors } = await ask(owner);
    await bench.sql('alter table identity.lost rename to audit');
    assert.deepEqual([(data as Picture).user.recentMessages, (data as Picture).user.email], [null, null]);
    assert.ok(errors.length > 0);
  });

  test('a role is told what its scopes open, and refused the rest by name', async () => {
    const { world, owner } = bench;
    const told = async (role: string) => {
      const admin = await adminWith(role, { world, owner, name: role.toLowerCase() });
      const { data, errors } = await ask(admin);
      const refused = errors.map(({ path, extensions }) => [path?.at(-1), extensions.reason]);
      assert.ok(refused.every(([, reason]) => reason === 'SCOPE_MISSING'));
      const { user } = data as Picture;
      return { user, refused: [...new Set(refused.map(([field]) => field))].sort() };
    };
    const support = await told('SUPPORT');
    assert.deepEqual(support.refused, ['cases', 'recentMessages', 'reports', 'reportsMade', 'strikes']);
    assert.equal(support.user.email, 'bo@new.example');
    const analyst = await told('ANALYST');
    assert.deepEqual(analyst.refused, ['recentMessages']);
    assert.deepEqual([analyst.user.email, analyst.user.sessions[0]?.address], [null, null]);
    assert.equal(analyst.user.reports?.totalCount, 1);
    const moderator = await told('MODERATOR');
    assert.deepEqual([moderator.refused, moderator.user.email, moderator.user.recentMessages?.length], [[], null, 2]);
  });

  test('no user is told any of it of another, and no question is answered of too many at once', async () => {
    const { ann, owner, cleo } = bench;
    const { data, errors } = await ann.client.query(PICTURE, { id: bo.id });
    const { user } = data as unknown as Picture;
    for (const field of ['devices', 'sessions', 'friends', 'blockedUsers', 'reports', 'recentMessages'] as const)
      assert.equal(user[field], null, field);
    assert.ok(errors.every(({ extensions }) => extensions.reason === 'SCOPE_MISSING'));
    const many = Array.from({ length: 21 }, (_, at) => [ann.id, bo.id, cleo.id][at] ?? `nobody${at}`);
    for (let nth = 3; nth < many.length; nth++)
      many[nth] = (await bench.world.signIn(`many${nth}@new.example`, `many${nth}`)).id;
    const EACH = 'query ($ids: [ID!]!) { users(ids: $ids) { recentMessages(first: 1) { id } } }';
    assert.ok((await reasons(owner, EACH, { ids: many })).includes('INPUT_INVALID'));
    assert.deepEqual(await reasons(owner, EACH, { ids: many.slice(0, 20) }), []);
  });

  test('long lists are told page by page', async () => {
    const { owner } = bench;
    for (const nth of [1, 2]) {
      const other = await bench.world.signIn(`reported${nth}@new.example`, `reported${nth}`);
      await reports(bo, await says(other, { to: bo.id }, 'hello'), 'SPAM');
    }
    const PAGE = `query ($id: ID!, $after: String) { user(id: $id) { reportsMade(first: 2, after: $after) {
      totalCount nodes { reason } pageInfo { hasNextPage endCursor }
    } } }`;
    type Page = { user: { reportsMade: Rows<{ reason: string }> & { pageInfo: { endCursor: string } } } };
    const first = await get<Page>(owner, PAGE, { id: bo.id });
    const rest = await get<Page>(owner, PAGE, { id: bo.id, after: first.user.reportsMade.pageInfo.endCursor });
    const all = [first, rest].map(({ user }) => user.reportsMade.nodes.map(({ reason }) => reason));
    assert.deepEqual([first.user.reportsMade.totalCount, all], [3, [['SPAM', 'SPAM'], ['OTHER']]]);
    const foreign = await reasons(owner, PAGE.replace('reportsMade(', 'reportsMade: reports('), {
      ...{ id: bo.id, after: first.user.reportsMade.pageInfo.endCursor },
    });
    assert.deepEqual(foreign, ['CURSOR_INVALID']);
  });
});
