import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../bench/free-port.ts';
import { openSocket } from '../../contract/socket/openim-socket.ts';
import { overWebSocket, QUEUE } from '../live/listening.ts';
import { signed } from '../live/stage.ts';
import { type Node, openProduction, type Production } from './nodes.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const NGINX = ['/usr/sbin/nginx', '/usr/bin/nginx'].find((path) => existsSync(path));

interface Front extends AsyncDisposable {
  readonly url: string;
  readonly wsURL: string;
  /** The access log. */
  log(): string;
}

/** Debian's nginx with our configuration; only the names of the compose file's network become addresses of this machine. */
async function openFront({ openim }: Production, [a, b]: readonly [Node, Node]): Promise<Front> {
  if (NGINX === undefined)
    throw new TypeError('nginx is not installed: this test needs it (apt-get install nginx-light)');
  const folder = await mkdtemp(join(tmpdir(), 'nginx-'));
  await chmod(folder, 0o755);
  const port = await freePort();
  const log = join(folder, 'access.log');
  const file = join(folder, 'nginx.conf');
  const configuration = readFileSync(join(ROOT, 'deploy/nginx.conf'), 'utf8')
    .replace('gateway-1:4000', `127.0.0.1:${a.port}`)
    .replace('gateway-2:4000', `127.0.0.1:${b.port}`)
    .replace('openim-server:10001', new URL(openim.wsURL).host)
    .replace('listen 8080', `listen 127.0.0.1:${port}`)
    .replace('listen 8081', `listen 127.0.0.1:${await freePort()}`)
    .replace('/tmp/nginx.pid', join(folder, 'nginx.pid'))
    .replace('/dev/stdout', log);
  await writeFile(file, configuration);
  execFileSync(NGINX, ['-t', '-c', file, '-p', folder], { stdio: 'pipe' });
  const child: ChildProcess = spawn(NGINX, ['-c', file, '-p', folder, '-g', 'daemon off;'], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  for (let nth = 0; nth < 50 && !(await fetch(`${url}/healthz`).catch(() => null))?.ok; nth++) await pause(100);
  return {
    url,
    wsURL: `ws://127.0.0.1:${port}/ws`,
    log: () => readFileSync(log, 'utf8'),
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const ME = '{ me { id nickname } }';

test('behind nginx, signed requests verify on either node, and the WebSocket goes straight to OpenIM without its token in a log', async () => {
  await using world = await openProduction();
  const nodes = await Promise.all([world.node(), world.node()]);
  await using front = await openFront(world, nodes);
  const ann = await world.signIn(front.url, 'ann@example.com');
  for (let nth = 0; nth < 6; nth++) assert.deepEqual((await ann.query(ME as never)).errors, []);

  const session = await ann.session();
  assert.ok(session?.imToken);
  await using socket = await openSocket({
    wsURL: front.wsURL,
    userID: session.userID,
    token: session.imToken,
    platformID: 5,
  });
  assert.equal(socket.pushed.length, 0);
  assert.match(front.log(), /"POST \/graphql"/);
  assert.doesNotMatch(front.log(), new RegExp(`${session.imToken.slice(0, 20)}|token=`));
});

test('behind nginx, a stream is opened by a signed request or a signed WebSocket, and each event comes when it is told', async () => {
  await using world = await openProduction();
  const nodes = await Promise.all([world.node(), world.node()]);
  await using front = await openFront(world, nodes);
  const ann = await world.signIn(front.url, 'ann@example.com');
  const session = await ann.session();
  assert.ok(session);
  const body = JSON.stringify({ query: QUEUE });
  const headers = { accept: 'text/event-stream', 'content-type': 'application/json' };
  const response = await fetch(`${front.url}/graphql/stream`, {
    ...{ method: 'POST', body },
    headers: { ...headers, ...(await signed({ session }, 'POST', body)) },
  });
  // A user has no queue: that they are told so says that the signature was good.
  assert.match(await response.text(), /event: next[\s\S]+SCOPE_MISSING[\s\S]+event: complete/);
  const { 'signature-input': signatureInput = '', signature = '' } = await signed({ session }, 'GET');
  await using socket = overWebSocket(front.url, { signatureInput, signature });
  assert.equal(await socket.listen(QUEUE).refusal(), 'SCOPE_MISSING');
});

test('what is for operators and OpenIM is not there from outside', async () => {
  await using world = await openProduction();
  const nodes = await Promise.all([world.node(), world.node()]);
  await using front = await openFront(world, nodes);
  for (const path of ['/metrics', '/readyz', '/dev/outbox', '/webhooks/openim/x/y'])
    assert.equal((await fetch(front.url + path)).status, 404, path);
  assert.equal((await fetch(`${front.url}/.well-known/openim-graphql`)).status, 200);
});

test('clients behind nginx have limits of their own', async () => {
  await using world = await openProduction();
  const limits = { OTP_LIMITS: 'resend=1,addressHour=3' };
  const nodes = await Promise.all([world.node(limits), world.node(limits)]);
  await using front = await openFront(world, nodes);
  const ask = async (from: string, email: string): Promise<string> => {
    const query = `mutation { requestOTP(input: { email: "${email}" }) { id } }`;
    // What a client claims of its own address is not believed: nginx tells whom it speaks to.
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': from };
    return (await fetch(`${front.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })).text();
  };
  for (let nth = 0; nth < 3; nth++) assert.doesNotMatch(await ask(`10.0.0.${nth}`, `p${nth}@example.com`), /OTP_LIMIT/);
  assert.match(await ask('10.0.0.9', 'p9@example.com'), /OTP_LIMIT/);
});

test('with one node gone, the other answers, and nothing that was sent is sent again', async () => {
  await using world = await openProduction();
  const nodes = await Promise.all([world.node(), world.node()]);
  await using front = await openFront(world, nodes);
  const ann = await world.signIn(front.url, 'ann@example.com');
  await nodes[0].stop('SIGKILL');
  for (let nth = 0; nth < 6; nth++) assert.deepEqual((await ann.query(ME as never)).errors, []);
});
