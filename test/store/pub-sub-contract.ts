import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../../subgraphs/kit/store.ts';

type Says = (what: string, body: (key: string) => Promise<void>) => void;

/** The part of the store's contract that is about messages. */
export function pubSubContract(says: Says, open: () => Store): void {
  says('messages reach each subscriber of their channel, in order, and nobody else', async (channel) => {
    const store = open();
    const sent = Array.from({ length: 100 }, (_, i) => String(i));
    const first = await listen(store, channel);
    const second = await listen(store, channel);
    const other = await listen(store, `${channel}:other`);
    await Promise.all(sent.map((message) => store.publish(channel, message)));
    await until(() => first.heard.length === 100 && second.heard.length === 100);
    assert.deepEqual(first.heard, sent);
    assert.deepEqual(second.heard, sent);
    assert.deepEqual(other.heard, []);
    await Promise.all([first.end(), second.end(), other.end()]);
  });

  says('what was published before a subscription never arrives in it', async (channel) => {
    const store = open();
    await store.publish(channel, 'early');
    // The nodes of a Cluster pass it on among themselves after the call.
    await sleep(100);
    const { heard, end } = await listen(store, channel);
    await store.publish(channel, 'late');
    await until(() => heard.length > 0);
    assert.deepEqual(heard, ['late']);
    await end();
  });

  says('who left hears nothing more, whoever stayed does, and leaving twice is no error', async (channel) => {
    const store = open();
    const gone = await listen(store, channel);
    const stays = await listen(store, channel);
    await gone.end();
    await gone.end();
    await store.publish(channel, 'after');
    await until(() => stays.heard.length === 1);
    await stays.end();
    const again = await listen(store, channel);
    await store.publish(channel, 'again');
    await until(() => again.heard.length === 1);
    assert.deepEqual([gone.heard, stays.heard, again.heard], [[], ['after'], ['again']]);
    await again.end();
  });

  says('the same function can listen twice, and a receiver that throws harms nobody', async (channel) => {
    const store = open();
    const heard: string[] = [];
    const receive = (message: string): void => {
      heard.push(message);
    };
    const ends = [
      await store.subscribe(channel, () => {
        throw new TypeError('a receiver of the test fails');
      }),
      await store.subscribe(channel, receive),
      await store.subscribe(channel, receive),
    ];
    await store.publish(channel, 'a');
    await until(() => heard.length === 2);
    for (const end of ends) await end();
    assert.deepEqual(heard, ['a', 'a']);
  });

  says('a message is delivered after the call that published it', async (channel) => {
    const store = open();
    const { heard, end } = await listen(store, channel);
    const published = store.publish(channel, 'a');
    assert.deepEqual(heard, []);
    await published;
    await until(() => heard.length === 1);
    await end();
  });
}

async function listen(store: Store, channel: string): Promise<{ heard: string[]; end: () => Promise<void> }> {
  const heard: string[] = [];
  const end = await store.subscribe(channel, (message) => heard.push(message));
  return { heard, end };
}

/** Waits for messages on their way; then a moment longer, so that one too many would be seen. */
async function until(arrived: () => boolean): Promise<void> {
  for (let waited = 0; !arrived() && waited < 2000; waited += 5) await sleep(5);
  await sleep(10);
  assert.ok(arrived(), 'the messages did not arrive within two seconds');
}
