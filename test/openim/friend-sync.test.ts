import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Actor } from '../world/world.ts';
import { asAdminNow, openStage, type Stage } from './stage.ts';

interface Point {
  readonly versionID: string;
  readonly version: string;
}
interface Changes {
  readonly full: boolean;
  readonly point: Point;
  readonly deletedIDs: readonly string[];
  readonly inserted: readonly { readonly id: string; readonly user: { readonly nickname: string } }[];
  readonly updated: readonly { readonly id: string; readonly remark: string | null; readonly pinned: boolean }[];
  readonly orderChanged: boolean;
}
interface IDs {
  readonly point: Point;
  readonly hash: string;
  readonly unchanged: boolean;
  readonly ids: readonly string[] | null;
}

const CHANGES = `query ($since: SyncPointInput) {
  friendChanges(since: $since) {
    full point { versionID version } deletedIDs orderChanged
    inserted { id since user { nickname } } updated { id remark pinned }
  }
}`;
const IDS = 'query ($hash: String) { friendIDs(unlessHash: $hash) { point { versionID version } hash unchanged ids } }';

describe('a contact list is followed', () => {
  let stage: Stage;
  let ann: Actor;
  before(async () => {
    stage = await openStage();
    ann = await stage.person('ann');
    const others = ['bo', 'cy', 'dee'].map((userID) => ({ userID, nickname: userID.toUpperCase(), faceURL: '' }));
    await stage.openim.users.register(others, asAdminNow());
  });
  after(() => stage[Symbol.asyncDispose]());

  const befriend = (...friendUserIDs: readonly string[]) =>
    stage.post('/friend/import_friend', { ownerUserID: 'ann', friendUserIDs });
  const edit = (friendUserID: string, change: object) =>
    stage.post('/friend/update_friends', { ownerUserID: 'ann', friendUserIDs: [friendUserID], ...change });
  const changes = async (since?: Point, actor = ann): Promise<Changes> =>
    (await actor.query<{ friendChanges: Changes }, object>(CHANGES, { since })).friendChanges;
  const ids = async (hash?: string, actor = ann): Promise<IDs> =>
    (await actor.query<{ friendIDs: IDs }, object>(IDS, { hash })).friendIDs;

  test('from a point on, by what came, what changed and who left', async () => {
    const begun = await changes();
    assert.deepEqual({ ...begun, point: null }, { ...NOTHING, full: true, point: null });

    await befriend('bo', 'cy');
    const came = await changes(begun.point);
    assert.deepEqual(
      came.inserted.map(({ id, user }) => [id, user.nickname]),
      [
        ['bo', 'BO'],
        ['cy', 'CY'],
      ],
    );
    assert.deepEqual([came.full, came.updated, came.deletedIDs, came.orderChanged], [false, [], [], false]);

    await edit('bo', { remark: 'Bobby' });
    await stage.post('/friend/delete_friend', { ownerUserID: 'ann', friendUserID: 'cy' });
    const changed = await changes(came.point);
    assert.deepEqual(changed.updated, [{ id: 'bo', remark: 'Bobby', pinned: false }]);
    assert.deepEqual([changed.deletedIDs, changed.inserted, changed.orderChanged], [['cy'], [], false]);

    await edit('bo', { isPinned: true });
    const moved = await changes(changed.point);
    assert.deepEqual(moved.updated, [{ id: 'bo', remark: 'Bobby', pinned: true }]);
    assert.equal(moved.orderChanged, true);

    const still = await changes(moved.point);
    assert.deepEqual(still, { ...NOTHING, full: false, point: moved.point });
  });

  test('with when they became friends, and at the price of one call', async () => {
    const { point } = await changes();
    await befriend('dee');
    const { result, routes } = await stage.price(() =>
      ann.query<{ friendChanges: { inserted: { since: string }[] } }, object>(
        'query ($since: SyncPointInput) { friendChanges(since: $since) { inserted { id since } } }',
        { since: point },
      ),
    );
    assert.deepEqual(routes, ['/friend/get_incremental_friends']);
    const since = Date.parse(result.friendChanges.inserted[0]?.since ?? '');
    assert.ok(Math.abs(since - Date.now()) < 60_000, String(since));
  });

  test('as a whole where the point is of another list, or too far back', async () => {
    const { point } = await changes();
    assert.equal((await changes({ ...point, versionID: '000000000000000000000001' })).full, true);
    assert.equal((await changes({ ...point, version: '9007199254740991' })).full, true);
    const crowd = Array.from({ length: 201 }, (_, at) => ({ userID: `f${at}`, nickname: `F${at}`, faceURL: '' }));
    await stage.openim.users.register(crowd, asAdminNow());
    await befriend(...crowd.map(({ userID }) => userID));
    const lost = await changes(point);
    assert.deepEqual({ ...lost, point: null }, { ...NOTHING, full: true, point: null });
    assert.equal(lost.point.versionID, point.versionID);
  });

  test('from a mistaken point not at all', async () => {
    const { point } = await changes();
    const wrong: readonly (readonly [object, string])[] = [
      [{ ...point, versionID: 'zz' }, 'since.versionID'],
      [{ ...point, versionID: '' }, 'since.versionID'],
      [{ ...point, version: '-1' }, 'since.version'],
      [{ ...point, version: '1.5' }, 'since.version'],
      [{ ...point, version: '18446744073709551616' }, 'since.version'],
    ];
    for (const [since, field] of wrong) {
      const { result, routes } = await stage.price(() => ann.client.query(CHANGES, { since }));
      assert.deepEqual([result.errors[0]?.extensions.field, routes], [field, []]);
    }
  });

  test('by the hash of its ids, exact to the last digit', async () => {
    const known = await ids();
    assert.equal(known.unchanged, false);
    assert.ok(known.ids?.includes('bo'), String(known.ids));
    const { result, routes } = await stage.price(() => ids(known.hash));
    assert.deepEqual(result, { ...known, unchanged: true, ids: null });
    assert.deepEqual(routes, ['/friend/get_full_friend_user_ids']);
    const nearly = String(BigInt(known.hash) ^ 1n);
    assert.deepEqual(await ids(nearly), known);
    for (const hash of ['', '-1', 'x', '18446744073709551616']) {
      const { errors } = await ann.client.query(IDS, { hash });
      assert.deepEqual(errors[0]?.extensions.field, 'unlessHash');
    }
  });

  test('by nobody but whose it is', async () => {
    const eve = await stage.person('eve');
    const { point } = await changes();
    assert.deepEqual((await changes(point, eve)).inserted, []);
    const { ids: none, unchanged, hash } = await ids(undefined, eve);
    assert.deepEqual([none, unchanged, hash], [[], false, '0']);
    assert.deepEqual(await ids('0', eve), { ...(await ids(undefined, eve)), unchanged: true, ids: null });
  });
});

const NOTHING = { deletedIDs: [], inserted: [], updated: [], orderChanged: false };
