import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AuditEntry, AuditLog } from '../../subgraphs/kit/audit.ts';
import { Fault } from '../../subgraphs/kit/fault.ts';
import { openWorld, type World } from './world.ts';

const viewer = { kind: 'admin', id: 'root', scopes: new Set<string>() } as const;
const why = 'reason: " they asked "';

const DEEDS: Readonly<Record<string, readonly [string, AuditEntry]>> = {
  '/user/update_user_info_ex': [
    `updateUserProfile(userID: "ann", input: { nickname: "Annie", ex: "x" }, ${why}) { id }`,
    {
      ...{ action: 'user.updateProfile', target: 'user:ann', reason: 'they asked' },
      before: { nickname: 'Ann', faceURL: '', ex: '' },
      after: { nickname: 'Annie', faceURL: '', ex: 'x' },
    },
  ],
  '/friend/import_friend': [
    `importFriends(userID: "ann", friendIDs: ["bo", "bo"], ${why}) { id }`,
    {
      ...{ action: 'user.importFriends', target: 'user:ann', reason: 'they asked' },
      after: { friendIDs: ['bo'] },
    },
  ],
  '/user/add_notification_account': [
    `createNotificationAccount(input: { id: "news", nickname: "News" }, ${why}) { id }`,
    {
      ...{ action: 'notificationAccount.create', target: 'user:news', reason: 'they asked' },
      after: { userID: 'news', nickname: 'News', faceURL: '', appMangerLevel: 3 },
    },
  ],
  '/user/update_notification_account': [
    `updateNotificationAccount(id: "helper", input: { nickname: "Help" }, ${why}) { id }`,
    {
      ...{ action: 'notificationAccount.update', target: 'user:helper', reason: 'they asked' },
      before: { userID: 'helper', nickname: 'Helper', faceURL: '', appMangerLevel: 4 },
      after: { userID: 'helper', nickname: 'Help', faceURL: '', appMangerLevel: 4 },
    },
  ],
  '/user/set_user_client_config': [
    `setClientConfig(userID: "ann", configs: [{ key: "theme", value: "dark" }], ${why}) { id }`,
    {
      ...{ action: 'clientConfig.set', target: 'user:ann', reason: 'they asked' },
      before: { size: '14' },
      after: { size: '14', theme: 'dark' },
    },
  ],
  '/user/del_user_client_config': [
    `deleteClientConfig(userID: "ann", keys: ["size"], ${why})`,
    {
      ...{ action: 'clientConfig.delete', target: 'user:ann', reason: 'they asked' },
      before: { size: '14' },
      after: {},
    },
  ],
  '/third/logs/delete': [
    `deleteLogs(ids: ["1", "1"], ${why})`,
    { ...{ action: 'logs.delete', target: null, reason: 'they asked' }, before: { logIDs: ['1'] } },
  ],
};

interface Recorder extends AuditLog {
  readonly entries: AuditEntry[];
  /** What OpenIM had been asked when each was recorded. */
  readonly asked: (readonly string[])[];
}

async function openRecorded(record: AuditLog['record'] = async () => undefined) {
  let world: World | null = null;
  const audit: Recorder = {
    entries: [],
    asked: [],
    async record(by, entries) {
      assert.deepEqual(by, { viewer, from: '127.0.0.1' });
      audit.entries.push(...[entries].flat());
      audit.asked.push([...(world?.calls() ?? [])]);
      await record(by, entries);
    },
  };
  world = await openWorld({ audit });
  await world.person('ann', 'Ann');
  await world.person('bo', 'Bo');
  const helper = { userID: 'helper', nickName: 'Helper', faceURL: '', appMangerLevel: 4 };
  await world.post('/user/add_notification_account', helper);
  await world.post('/user/set_user_client_config', { userID: 'ann', configs: { size: '14' } });
  return { world, audit, admin: world.viewer(viewer) };
}

describe('what an admin does in OpenIM', () => {
  for (const [route, [deed, entry]] of Object.entries(DEEDS)) {
    test(`is recorded before it is done: ${route}`, async () => {
      const { world, audit, admin } = await openRecorded();
      await using _world = world;
      world.resetMeter();
      await admin.ask(`mutation { ${deed} }`);
      assert.deepEqual(audit.entries, [entry]);
      assert.ok(world.calls().includes(route), world.calls().join(' '));
      assert.ok(!audit.asked[0]?.includes(route));
    });

    test(`is not done where it cannot be recorded: ${route}`, async () => {
      const { world, admin } = await openRecorded(() => Promise.reject(new Fault('STORE_UNAVAILABLE')));
      await using _world = world;
      world.resetMeter();
      assert.deepEqual((await admin.ask(`mutation { ${deed} }`)).reasons, ['STORE_UNAVAILABLE']);
      assert.ok(!world.calls().includes(route), world.calls().join(' '));
    });
  }
});
