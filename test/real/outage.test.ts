import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from '../../client/index.ts';
import { type Node, openProduction, type Production } from './nodes.ts';

const ME = '{ me { id } }';

/** Somebody who is signed in, and what their client sent. */
async function signIn({ url }: Node, { mailbox }: Production) {
  const sent: RequestInit[] = [];
  const fetch: typeof globalThis.fetch = (address, request) => {
    if (request?.method === 'POST') sent.push(request);
    return globalThis.fetch(address, request);
  };
  const client = createClient({ url: `${url}/graphql`, device: { name: 'Test', platform: 'WEB' }, fetch });
  const { id } = await client.requestOTP({ email: 'ann@example.com' });
  await client.verifyOTP({ challengeID: id, code: await mailbox.codeFor('ann@example.com') });
  return {
    ask: async (): Promise<{ second: number; reason: unknown }> => {
      const second = Math.floor(Date.now() / 1000);
      const { errors } = await client.query(ME as never);
      return { second, reason: errors[0]?.extensions?.reason ?? null };
    },
    /** What was sent last, once more. */
    async again(node = url): Promise<unknown> {
      const answer = await globalThis.fetch(`${node}/graphql`, sent.at(-1));
      return ((await answer.json()) as { errors?: { extensions: { reason: string } }[] }).errors?.[0]?.extensions
        .reason;
    },
  };
}

for (const [what, signal] of [
  ['hangs', 'SIGSTOP'],
  ['dies', 'SIGKILL'],
] as const)
  test(`while Redis ${what}, only what was signed in that very second is refused, and nothing is good twice`, async () => {
    await using world = await openProduction();
    const node = await world.node();
    const ann = await signIn(node, world);
    assert.equal((await ann.ask()).reason, null);
    world.redis.signal(signal);
    const refused = new Set<number>();
    for (let answered = 0; answered < 25; ) {
      const { second, reason } = await ann.ask();
      if (reason === null) answered += 1;
      else {
        assert.equal(reason, 'REPLAYED');
        refused.add(second);
      }
      assert.equal(await ann.again(), 'REPLAYED');
      await pause(100);
    }
    assert.ok(refused.size <= 1, `refused in ${refused.size} seconds`);
  });
