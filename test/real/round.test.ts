import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Redis } from 'ioredis';
import { openProduction } from './nodes.ts';

const REQUESTS = 40;
/** What a signed request asks of the store: its nonce, since when nonces are kept, whether the session was ended. */
const OF_REQUEST = /^evalsha \w+ 3 identity:nonce:\S+ identity:epoch identity:ended:\S+ \d+$/;

test('a signed request is one round to Redis, and one command of three keys', async () => {
  await using world = await openProduction();
  const node = await world.node();
  const ann = await world.signIn(node.url, 'ann@example.com');
  // The first use of a session is written down.
  await ann.query('{ __typename }');
  await using stack = new AsyncDisposableStack();
  const asking = stack.adopt(new Redis(world.redis.url), (redis) => redis.disconnect());
  const watching = stack.adopt(await asking.monitor(), (redis) => redis.disconnect());
  const commands: string[] = [];
  watching.on('monitor', (_time: string, command: readonly string[], from: string) => {
    if (from !== 'lua') commands.push(command.join(' '));
  });
  const reads = async (): Promise<number> =>
    Number(/total_reads_processed:(\d+)/.exec(await asking.info('stats'))?.[1]);

  const before = await reads();
  for (let nth = 0; nth < REQUESTS; nth += 1) await ann.query('{ __typename }');
  const made = (await reads()) - before;
  while (commands.filter((command) => command.startsWith('info')).length < 2)
    await new Promise((resolve) => watching.once('monitor', resolve));

  const ofRequests = commands.filter((command) => OF_REQUEST.test(command));
  assert.equal(ofRequests.length, REQUESTS);
  // What else is asked meanwhile (a beat, a session's copy after its second) is a round each at most.
  const others = commands.length - ofRequests.length;
  assert.ok(made <= REQUESTS + others, `${made} rounds for ${REQUESTS} requests and ${others} other commands`);
});
