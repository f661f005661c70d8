import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Receiver } from './receiver.ts';
import type { Server } from './wire.ts';
import { adminToken, Client, call, issue, register } from './wire.ts';

const MAIN = new URL('../../sandbox/main.ts', import.meta.url).pathname;
const directory = mkdtempSync(join(tmpdir(), 'sandbox-'));
after(() => rmSync(directory, { recursive: true, force: true }));
const plainFile = join(directory, 'file');
writeFileSync(plainFile, 'no directory');

interface Ended {
  status: number | null;
  told: string;
  complained: string;
}

const start = (...options: string[]): { child: ChildProcess; ended: Promise<Ended> } => {
  const child = spawn(process.execPath, [MAIN, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { told: '', complained: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    texts.told += String(chunk);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    texts.complained += String(chunk);
  });
  const ended = once(child, 'close').then(([status]) => ({ status: status as number | null, ...texts }));
  return { child, ended };
};

/** A running sandbox by what it says of itself. */
const run = async (...options: string[]): Promise<{ server: Server; stop: () => Promise<Ended> }> => {
  const { child, ended } = start('--api-port', '0', '--ws-port', '0', ...options);
  const [line] = (await Promise.race([
    once(child.stdout ?? child, 'data'),
    ended.then(({ complained }) => assert.fail(complained)),
  ])) as [Buffer];
  const told = /API (\S+), WebSocket (\S+), .*secret (\S+), admin (\S+)\n/.exec(String(line));
  const [, apiURL = '', wsURL = '', secret = '', adminUserID = ''] = told ?? [];
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { server: { apiURL, wsURL, secret, adminUserID }, stop };
};

const isRegistered = async (server: Server, userID: string): Promise<boolean> => {
  const { data } = await call(server, '/user/get_users_info', { userIDs: [userID] }, await adminToken(server));
  return data?.usersInfo !== null;
};

test('it says where it is, answers as OpenIM’s own admin, and ends well when it is asked to', async () => {
  const { server, stop } = await run();
  assert.deepEqual([server.secret, server.adminUserID], ['openIM123', 'imAdmin']);
  await register(server, 'ann');
  const client = await new Client(server, { userID: 'ann', token: await issue(server, 'ann') }).opened();
  assert.equal(client.texts.length, 1);
  const { status, complained } = await stop();
  assert.deepEqual([status, complained], [0, '']);
});

test('what it knows is kept in the directory, and forgotten when it starts afresh', async () => {
  const data = join(directory, 'kept');
  const first = await run('--data', data);
  await register(first.server, 'ann');
  await first.stop();
  const second = await run('--data', data);
  assert.equal(await isRegistered(second.server, 'ann'), true);
  assert.equal(second.server.apiURL, first.server.apiURL, 'the ports of the last run are taken again');
  await second.stop();
  const third = await run('--data', data, '--fresh');
  assert.equal(await isRegistered(third.server, 'ann'), false);
  await third.stop();
});

test('callbacks are posted where it was told, and only those that were named', async () => {
  await using receiver = await Receiver.open();
  const { server, stop } = await run(
    ...[
      '--callback-url',
      receiver.url,
      '--callbacks',
      'beforeUserRegister,afterUserRegister',
      '--callback-timeout',
      '2',
    ],
  );
  await register(server, 'ann');
  await receiver.told('callbackAfterUserRegisterCommand');
  await call(
    server,
    '/user/update_user_info',
    { userInfo: { userID: 'ann', nickname: 'n' } },
    await adminToken(server),
  );
  assert.deepEqual(
    receiver.heard.map(({ command }) => command),
    ['callbackBeforeUserRegisterCommand', 'callbackAfterUserRegisterCommand'],
  );
  await stop();
});

test('seeded people are there, under the login policy that was chosen', async () => {
  const { server, stop } = await run('--seed', '--multi-login-policy', '0');
  assert.equal(await isRegistered(server, 'ann'), true);
  const first = await issue(server, 'ann');
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await issue(server, 'ann');
  assert.equal((await call(server, '/user/get_users_info', { userIDs: [] }, first)).errCode, 0);
  await stop();
});

test('help tells every option', async () => {
  const { status, told, complained } = await start('--help').ended;
  assert.deepEqual([status, complained], [0, '']);
  for (const option of ['api-port', 'ws-port', 'store-port', 'host', 'data', 'fresh', 'seed', 'multi-login-policy'])
    assert.ok(told.includes(`--${option}`), option);
  for (const option of ['callback-url', 'callbacks', 'callback-timeout', 'help'])
    assert.ok(told.includes(`--${option}`));
  assert.match(told, /\/sandbox\/faults/);
});

const WRONG: [string, RegExp][] = [
  ['--api-port x', /--api-port must be a port between 0 and 65535, not "x"/],
  ['--ws-port 70000', /--ws-port must be a port between 0 and 65535, not "70000"/],
  ['--api-port 10002 --ws-port 10002', /--ws-port must differ from the other ports, and is 10002/],
  [`--data ${plainFile}`, /--data must name a directory, and .* is something else/],
  ['--data=', /--data must name a directory/],
  ['--multi-login-policy 2', /--multi-login-policy must be 0, 1, 4 or 5, not "2"/],
  ['--callback-url nowhere', /--callback-url must be an http or https URL, for example .*, not "nowhere"/],
  ['--callback-url http://here/?a=b', /--callback-url must end with its path/],
  [
    '--callback-url http://here --callbacks beforeAll',
    /--callbacks knows no "beforeAll"; there are beforeSendSingleMsg/,
  ],
  ['--callbacks beforeAddFriend', /--callbacks needs --callback-url/],
  ['--callback-url http://here --callback-timeout soon', /--callback-timeout must be a number of seconds, not "soon"/],
  ['--bogus', /Unknown option '--bogus'/],
  ['extra', /Unexpected argument 'extra'/],
];
for (const [options, words] of WRONG) {
  test(`"${options.replace(directory, '…')}" does not start it, and says why`, async () => {
    const { status, told, complained } = await start(...options.split(' ')).ended;
    assert.deepEqual([status, told], [1, '']);
    assert.match(complained, words);
    assert.match(complained, /npm run sandbox -- --help tells all options\.\n$/);
  });
}

test('a port that is taken is told', async () => {
  const { server, stop } = await run();
  const { port } = new URL(server.apiURL);
  const { status, complained } = await start('--api-port', port, '--ws-port', '0').ended;
  assert.equal(status, 1);
  assert.match(complained, new RegExp(`port ${port} is taken; choose another one or 0 for any`));
  await stop();
});
