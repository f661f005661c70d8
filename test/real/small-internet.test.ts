import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const PROGRAM = join(import.meta.dirname, 'small-internet.ts');
const OWN_NETWORK = 'ip link set lo up && ip address add 93.184.215.14/32 dev lo && exec "$@"';

const UNSHARE = ['unshare', '--map-root-user', '--net'] as const;
/** Not everywhere may a process have a network of its own: in a container it takes a right that few are given. */
const may = spawnSync(UNSHARE[0], [...UNSHARE.slice(1), 'ip', 'link', 'set', 'lo', 'up']).status === 0;
const skip = may ? false : 'no network of its own is to be had here (unshare, ip)';

/** Asks in a network of its own, in which one public address is ours (Linux, with iproute2). */
async function ask(addresses: readonly string[]) {
  const program = ['sh', '-c', OWN_NETWORK, 'sh', process.execPath, PROGRAM, JSON.stringify(addresses)];
  const { stdout } = await promisify(execFile)(UNSHARE[0], [...UNSHARE.slice(1), ...program]);
  const { outcomes, reached } = JSON.parse(stdout) as { outcomes: [string, string][]; reached: number };
  return { outcomes, reached };
}

const from = (to: string): string => `http://site.example/${encodeURIComponent(to)}`;

test('on the public internet a page is fetched, and nothing that it or its name servers say leads inside', {
  skip,
}, async () => {
  const expected: [string, string][] = [
    ['http://site.example/', 'a page'],
    [from('/'), 'a page'],
    [from('http://inside.example/'), 'PRIVATE_ADDRESS'],
    ...[
      ...['http://127.0.0.1/', 'http://[::1]/', 'http://2130706433/', '//169.254.169.254/latest', 'http://localhost/'],
      ...['http://site.example:22/', 'http://u:p@site.example/', 'file:///etc/passwd', 'gopher://site.example/'],
    ].map((to): [string, string] => [from(to), 'ADDRESS_REFUSED']),
    // A name that leads elsewhere every time it is asked for.
    ['http://turning.example/', 'a page'],
    ['http://turning.example/', 'PRIVATE_ADDRESS'],
    ['http://turning.example/', 'a page'],
  ];
  const { outcomes, reached } = await ask(expected.map(([address]) => address));
  assert.deepEqual(outcomes, expected);
  assert.equal(reached, 0);
});
