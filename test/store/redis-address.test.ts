import assert from 'node:assert/strict';
import { test } from 'node:test';
import pino from 'pino';
import { readRedisURL } from '../../subgraphs/kit/redis-address.ts';
import { createRedisStore } from '../../subgraphs/kit/redis-store.ts';

const PLAIN = { cluster: false, tls: false, username: '', password: '', db: 0 };

const READ = {
  'redis://cache': { ...PLAIN, nodes: [{ host: 'cache', port: 6379 }] },
  'redis://127.0.0.1:7000/3': { ...PLAIN, nodes: [{ host: '127.0.0.1', port: 7000 }], db: 3 },
  'redis://[::1]:7000': { ...PLAIN, nodes: [{ host: '::1', port: 7000 }] },
  'rediss://ann:p%40ss:w%2Ford@cache:7000': {
    ...PLAIN,
    nodes: [{ host: 'cache', port: 7000 }],
    tls: true,
    username: 'ann',
    password: 'p@ss:w/ord',
  },
  'redis://:100%@cache': { ...PLAIN, nodes: [{ host: 'cache', port: 6379 }], password: '100%' },
  'redis://:secret@a:1,b:2,[::1]': {
    ...PLAIN,
    cluster: true,
    nodes: [
      { host: 'a', port: 1 },
      { host: 'b', port: 2 },
      { host: '::1', port: 6379 },
    ],
    password: 'secret',
  },
  'rediss+cluster://entry:7000': { ...PLAIN, cluster: true, nodes: [{ host: 'entry', port: 7000 }], tls: true },
};

for (const [url, address] of Object.entries(READ))
  test(`REDIS_URL ${url} is understood`, () => {
    assert.deepEqual(readRedisURL(url), address);
  });

for (const url of [
  '',
  'cache:6379',
  'http://cache',
  'redis://',
  'redis://a,',
  'redis://cache/db',
  'redis://cache:99999',
])
  test(`REDIS_URL ${JSON.stringify(url)} is refused`, () => {
    assert.equal(readRedisURL(url), null);
  });

test('the refusal of a REDIS_URL does not repeat its password', async () => {
  const opened = createRedisStore('redis://:secret@', pino({ level: 'silent' }));
  await assert.rejects(
    opened,
    (error: Error) => /^REDIS_URL: redis/.test(error.message) && !/secret/.test(String(error)),
  );
});
