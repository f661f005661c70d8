import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { compose, openWorld, subgraph, type World } from './world.ts';

const RESOLVERS = { Query: { hello: () => 'hello', more: () => 'more', mine: () => 'mine' } };
const made = (fields: string) => subgraph('openim', `type Query { hello: String ${fields} }`, RESOLVERS);

/** What the subgraph can do from the beginning; the supergraph comes to know of it. */
const WHOLE = made('more: String mine: String @authenticated');
const FIRST = compose([made('mine: String')]);
const SECOND = compose([WHOLE]);
const BAD: Readonly<Record<string, string>> = {
  'that is no GraphQL': 'type Query {',
  'of a subgraph that nobody is': SECOND.replace('"openim"', '"nobody"'),
  'with a protection that nobody enforces': SECOND.replace(
    'schema\n',
    'schema\n  @link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY)\n',
  ),
  'that is no supergraph': 'type Query { hello: String }',
};

describe('a supergraph in a file', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'supergraph-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const fileOf = (name: string, sdl: string) => {
    const file = join(folder, `${name}.graphql`);
    writeFileSync(file, sdl);
    return { file, lastGood: join(folder, `${name}.good`) };
  };
  const open = (supergraph: { file: string; lastGood: string }): Promise<World> =>
    openWorld({ subgraphs: [WHOLE], supergraph });
  const changes = async (world: World, outcome: string): Promise<number> => {
    const { text } = await world.send({ method: 'GET', path: '/metrics' });
    return Number(new RegExp(`gateway_supergraph_changes_total{outcome="${outcome}"} (\\d+)`).exec(text)?.[1] ?? 0);
  };
  const until = async (world: World, outcome: string, count: number): Promise<void> => {
    while ((await changes(world, outcome)) < count) await pause(20);
  };

  test('is served anew when it changes, and no operation fails meanwhile', async () => {
    const from = fileOf('changing', FIRST);
    await using world = await open(from);
    const none = await world.ask('{ more }');
    assert.equal(none.json.errors[0].extensions.reason, 'QUERY_INVALID');
    assert.deepEqual((await world.ask('{ mine }')).json.data, { mine: 'mine' });

    const enough = new AbortController();
    let asked = 0;
    const storm = Array.from({ length: 20 }, async () => {
      while (!enough.signal.aborted) {
        asked += 1;
        assert.deepEqual((await world.ask('{ hello }')).json, { data: { hello: 'hello' } });
        assert.deepEqual((await world.askSigned('{ hello mine }')).json, { data: { hello: 'hello', mine: 'mine' } });
      }
    });
    for (const [nth, sdl] of [SECOND, FIRST, SECOND].entries()) {
      writeFileSync(from.file, sdl);
      await until(world, 'taken', nth + 1);
    }
    enough.abort();
    await Promise.all(storm);
    assert.ok(asked > 20);
    assert.deepEqual((await world.ask('{ more }')).json, { data: { more: 'more' } });
    const guarded = await world.ask('{ mine }');
    assert.deepEqual(guarded.json.data, { mine: null }, 'its directives are those of the new one');
    assert.equal(guarded.json.errors[0].extensions.reason, 'SIGNATURE_MISSING');
  });

  for (const [what, sdl] of Object.entries(BAD))
    test(`${what} is refused: the last good one stays, also over a restart`, async () => {
      const from = fileOf(what.replaceAll(' ', '-'), SECOND);
      {
        await using world = await open(from);
        writeFileSync(from.file, sdl);
        await until(world, 'refused', 1);
        assert.deepEqual((await world.ask('{ more }')).json, { data: { more: 'more' } });
        assert.ok(world.log.some((line) => line.includes('the last one stays')));
      }
      await using again = await open(from);
      assert.deepEqual((await again.ask('{ more }')).json, { data: { more: 'more' } });
      writeFileSync(from.file, FIRST);
      await until(again, 'taken', 1);
      assert.equal((await again.ask('{ more }')).json.errors[0].extensions.reason, 'QUERY_INVALID');
    });

  test('that never was good starts nothing', async () => {
    await assert.rejects(open(fileOf('never', 'type Query {')));
  });
});
