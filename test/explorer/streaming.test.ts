import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openFetcher } from '../../explorer/panel/fetcher.ts';
import { QUEUE } from '../live/listening.ts';
import { openStage } from '../live/stage.ts';

test('what the page subscribes to comes event by event, as whoever the tab is, until it is stopped', async () => {
  await using stage = await openStage();
  const { authorization } = stage;
  const identity = {
    ...{ kind: 'admin' as const, address: 'admin@example.com' },
    credentials: async () => ({ authorization }),
    refused: async () => false,
    signOut: async () => undefined,
  };
  const fetcher = openFetcher(new URL(`${stage.url}/graphql`), async () => identity);
  const stream = (await fetcher({ query: QUEUE, variables: { after: 'latest' } })) as AsyncGenerator<{
    data: { queueChanged: { case: { id: string } | null } };
  }>;
  assert.equal((await stream.next()).value.data.queueChanged.case, null);
  const id = await stage.newCase();
  assert.equal((await stream.next()).value.data.queueChanged.case?.id, id);
  await stream.return(undefined);
  const refused = (await fetcher({ query: 'subscription {' })) as AsyncGenerator<{ errors: object[] }>;
  assert.equal((await refused.next()).value.errors.length, 1);
  assert.equal((await refused.next()).done, true);
});
