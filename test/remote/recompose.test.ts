import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { graphqlSync } from 'graphql';
import { pino } from 'pino';
import { createObserver } from '../../gateway/observe.ts';
import { createRemote } from '../../gateway/remote/remote.ts';
import { plainWire } from '../../gateway/remote/wire.ts';
import { compose, openWorld, subgraph } from '../gateway/world.ts';
import { type Mood, serveMoody } from './moody.ts';

const RESOLVERS = { Query: { hello: () => 'hello', more: () => 'more', mine: () => 'mine' } };
const talker = (fields: string) => subgraph('openim', `type Query { hello: String ${fields} }`, RESOLVERS);
const other = subgraph('media', 'type Query { tune: String }', { Query: { tune: () => 'la' } });

/** The subgraph says that it is this. */
const saying =
  (sdl: string): Mood =>
  (_, response, query) => {
    if (!query.includes('_service')) return false;
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: { _service: { sdl } } }));
    return true;
  };

test('a subgraph that becomes another is composed anew, with no operation failing; one that does not fit is refused', async () => {
  const old = talker('');
  await using moody = await serveMoody(talker('more: String mine: String @authenticated'));
  const { data } = graphqlSync({ schema: old.schema, source: '{ _service { sdl } }' });
  const told = data as { _service: { sdl: string } } | null;
  moody.mood = saying(told?._service.sdl ?? '');
  const observer = createObserver();
  const remote = createRemote({ wire: plainWire, observer, log: pino({ level: 'silent' }) });
  const folder = await mkdtemp(join(tmpdir(), 'composed-'));
  const composedFile = join(folder, 'data', 'composed.json');
  const start = (subgraphs: Parameters<typeof compose>[0], seen = createObserver()) =>
    openWorld({
      ...{ subgraphs, supergraph: compose(subgraphs), observer: seen, lookElsewhere: 20, composedFile },
      elsewhere: new Map([['openim', remote.source('openim', moody.url)]]),
    });
  await using world = await start([old, other], observer);
  const changes = async (outcome: string): Promise<number> =>
    Number(
      new RegExp(`supergraph_changes_total{outcome="${outcome}"} (\\d+)`).exec((await observer.page()).text)?.[1] ?? 0,
    );
  const until = async (outcome: string, count: number): Promise<void> => {
    while ((await changes(outcome)) < count) await pause(20);
  };
  assert.equal((await world.ask('{ more }')).json.errors[0].extensions.reason, 'QUERY_INVALID');

  const enough = new AbortController();
  const storm = Array.from({ length: 5 }, async () => {
    while (!enough.signal.aborted)
      assert.deepEqual((await world.ask('{ hello tune }')).json, { data: { hello: 'hello', tune: 'la' } });
  });
  moody.mood = () => false;
  await until('taken', 1);
  assert.deepEqual((await world.ask('{ more tune }')).json, { data: { more: 'more', tune: 'la' } });
  const guarded = await world.ask('{ mine }');
  assert.equal(guarded.json.errors[0].extensions.reason, 'SIGNATURE_MISSING', 'its directives are enforced');

  for (const [nth, bad] of ['type Query { hello: Missing }', 'type Query {', 'type Query { tune: Int }'].entries()) {
    moody.mood = saying(bad);
    await until('refused', nth + 1);
    assert.deepEqual((await world.ask('{ more tune }')).json, { data: { more: 'more', tune: 'la' } });
  }
  enough.abort();
  await Promise.all(storm);
  assert.deepEqual([await changes('taken'), await changes('refused')], [1, 3]);

  // It still says what does not fit; a gateway that starts now begins with the last that did.
  const reasonOf = async ({ ask }: typeof world): Promise<unknown> =>
    (await ask('{ more }')).json.errors?.[0].extensions.reason ?? 'ok';
  {
    await using again = await start([old, other]);
    assert.equal(await reasonOf(again), 'ok');
    await using another = await start([old, subgraph('media', 'type Query { song: String }', {})]);
    assert.equal(await reasonOf(another), 'QUERY_INVALID', 'a program with other subgraphs begins with its own');
  }
  await writeFile(composedFile, '{');
  await using anew = await start([old, other]);
  assert.equal(await reasonOf(anew), 'QUERY_INVALID');
  await rm(folder, { recursive: true });
  await remote.stop();
});
