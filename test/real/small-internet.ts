import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createGuardedGet } from '../../subgraphs/kit/guarded-get.ts';
import { openNameServer } from '../media/name-server.ts';

/** Run in a network of its own, where this address of the public internet is ours. */
const PUBLIC = '93.184.215.14';
const WANTED = { accept: 'text/html', most: () => 1_000, timeout: 20_000 };
const HTML = { 'content-type': 'text/html' };

const listen = async (host: string, listener: RequestListener) => {
  const server = createServer(listener).listen(80, host);
  await once(server, 'listening');
  return server;
};

/** `/` is a page; below it stands where its visitor is sent on to. */
const site = await listen(PUBLIC, ({ url = '' }, response) => {
  const location = decodeURIComponent(url.slice(1));
  if (location === '') response.writeHead(200, HTML).end('a page');
  else response.writeHead(302, { location }).end();
});
let reached = 0;
const inside = await listen('127.0.0.1', (_, response) => {
  reached += 1;
  response.writeHead(200, HTML).end('our own');
});
let turn = 0;
const names = await openNameServer((name) => {
  if (name === 'site.example') return [PUBLIC];
  if (name === 'inside.example') return ['127.0.0.1'];
  turn += 1;
  return name === 'turning.example' ? [turn % 2 === 1 ? PUBLIC : '127.0.0.1'] : [];
});

const guarded = createGuardedGet({ allowPrivate: false });
const outcomes: [string, string][] = [];
const asked: readonly string[] = JSON.parse(process.argv[2] ?? '[]');
for (const address of asked) {
  const outcome = await guarded.get(address, WANTED).then(
    ({ bytes }) => bytes.toString(),
    (error: { code?: string; name: string }) => error.code ?? error.name,
  );
  outcomes.push([address, outcome]);
}
process.stdout.write(JSON.stringify({ outcomes, reached }));
await guarded.close();
for (const server of [site, inside]) {
  server.closeAllConnections();
  server.close();
}
names[Symbol.dispose]();
