import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { asking } from '../world/admin.ts';
import { type CaseEvent, type Listening, ONE, overSSE, overWebSocket, QUEUE } from './listening.ts';
import { openStage, type Stage } from './stage.ts';

describe('a stream', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage[Symbol.asyncDispose]());

  /** Everything up to the event of this case and version. */
  async function until(stream: Listening, last: { id: string; version: number }): Promise<CaseEvent[]> {
    const heard: CaseEvent[] = [];
    for (;;) {
      const event = await stream.event();
      heard.push(event);
      if (event.case?.id === last.id && event.case.version === last.version) return heard;
    }
  }
  const versionOf = async (id: string): Promise<number> =>
    Number(
      (await stage.sql<{ version: number }>('select version from moderation.cases where id = $1', [id]))[0]?.version,
    );

  test('tells over SSE and over WebSocket what becomes of a case, with the selection of each', async () => {
    const { url, authorization } = stage;
    const sse = overSSE(url, { authorization }, [QUEUE, { after: 'latest' }]);
    await using socket = overWebSocket(url, { authorization });
    const ws = socket.listen(QUEUE, { after: 'latest' });
    const [begin, same] = [await sse.event(), await ws.event()];
    assert.deepEqual([begin.case, begin.gap, same.case, same.gap], [null, false, null, false]);
    const id = await stage.newCase();
    for (const stream of [sse, ws]) {
      const opened = await stream.event();
      assert.deepEqual([opened.case?.id, opened.gap], [id, false]);
    }
    const one = overSSE(url, { authorization }, [ONE, { id, after: 'latest' }]);
    assert.equal((await one.event()).case?.id, id);
    await stage.claim(id);
    const states = [await sse.event(), await ws.event(), await one.event()].map((event) => event.case?.state);
    assert.deepEqual(states, ['IN_REVIEW', 'IN_REVIEW', 'IN_REVIEW']);
    await sse.stop();
    await one.stop();
  });

  test('without a cursor tells what happens from then on, and nothing first', async () => {
    const { url, authorization } = stage;
    const other = await stage.newCase();
    await using socket = overWebSocket(url, { authorization });
    const begun = socket.listen(QUEUE, { after: 'latest' });
    await begun.event();
    const stream = socket.listen(QUEUE);
    const first = stream.event();
    // Of one connection, what is asked first is answered first.
    const answered = socket.listen(QUEUE, { after: 'latest' });
    await answered.event();
    await stage.claim(other);
    assert.deepEqual((await first).case, { id: other, version: await versionOf(other), state: 'IN_REVIEW' });
  });

  test('that was cut goes on from its cursor: nothing is lost, nothing told twice', async () => {
    const { url, authorization } = stage;
    const [a, b] = [await stage.newCase(), await stage.newCase()];
    const before = overSSE(url, { authorization }, [QUEUE, { after: 'latest' }]);
    await before.event();
    await stage.claim(a);
    const { cursor } = await before.event();
    await before.stop();
    await stage.claim(b);
    await stage.release(a);
    await stage.claim(a);
    const c = await stage.newCase();
    await using socket = overWebSocket(url, { authorization });
    const resumed = socket.listen(QUEUE, { after: cursor });
    const missed = await until(resumed, { id: c, version: await versionOf(c) });
    // Of each case the newest, in the order in which they became that.
    assert.deepEqual(
      missed.map((event) => event.case?.id),
      [b, a, c],
    );
    assert.deepEqual(
      missed.map(({ gap }) => gap),
      [false, false, false],
    );
    await stage.release(a);
    assert.equal((await resumed.event()).case?.version, await versionOf(a));
    const again = socket.listen(ONE, { id: b, after: cursor });
    assert.equal((await again.event()).case?.id, b);
  });

  test('says that there is a gap where it cannot know what was missed, and goes on', async () => {
    const { url, authorization } = stage;
    const id = await stage.newCase();
    await using socket = overWebSocket(url, { authorization });
    const queue = socket.listen(QUEUE, { after: '999999999' });
    const gap = await queue.event();
    assert.deepEqual([gap.gap, gap.case], [true, null]);
    await stage.claim(id);
    const next = await queue.event();
    assert.deepEqual([next.gap, next.case?.id], [false, id]);
    await stage.sql('delete from moderation.changes where place < (select max(place) from moderation.changes)');
    const one = await socket.listen(ONE, { id, after: gap.cursor }).event();
    assert.deepEqual([one.gap, one.case?.id, one.cursor], [false, id, next.cursor]);
    const old = await socket.listen(ONE, { id, after: '1' }).event();
    assert.deepEqual([old.gap, old.case?.id], [true, id]);
    assert.equal(await socket.listen(QUEUE, { after: 'soon' }).refusal(), 'INPUT_INVALID');
  });

  test('answers a selection with aliases, fragments, variables, unions and errors as a query does', async () => {
    const { url } = stage;
    const { authorization, id: reader } = await stage.moderator('reader');
    await stage.giveRoles(reader, 'ANALYST');
    const id = await stage.newCase();
    const selection = `fragment Who on User { name: nickname ...More } fragment More on User { id email }
      fragment What on ModerationCase { subject { ... on Message { text: content { summary } } ... on User { id } } }`;
    const fields =
      'number: version evidence { shown: message { content { summary } } } ...What accused { ...Who } assignee @include(if: $all) { name }';
    const ask = asking(url, { authorization });
    const asked = `query ($key: ID!, $all: Boolean!) { thing: moderationCase(id: $key) { ${fields} } } ${selection}`;
    const expected = await ask<{ thing: unknown }>(asked, { key: id, all: true });
    const streamed = `subscription Told($key: ID!, $all: Boolean!) {
      told: caseChanged(id: $key, after: "latest") { at: cursor thing: case { ${fields} } again: case { number: version } }
    } ${selection}`;
    const stream = overSSE(url, { authorization }, [streamed, { key: id, all: true }]);
    const heard = await stream.next();
    const told = heard?.data?.told as unknown as { thing: unknown; again: object } | undefined;
    assert.deepEqual(told?.thing, expected.data?.thing);
    assert.deepEqual(Object.keys(told?.again ?? {}), ['number']);
    assert.ok(expected.errors.length > 0);
    assert.deepEqual(
      heard?.errors?.map(({ path, extensions }) => [path?.slice(1), extensions]),
      expected.errors.map(({ path, extensions }) => [path, extensions]),
    );
    await stream.stop();
  });

  test('is what two hundred changes of one case are to a reader that does not read: the newest, and few before', async () => {
    const { url, authorization } = stage;
    const id = await stage.newCase();
    // Each event is half a megabyte, so that no buffer between here and there holds many.
    const wide = Array.from({ length: 250 }, (_, at) => `${'a'.repeat(2_000)}${at}: id`).join(' ');
    const query = `subscription ($id: ID!) { caseChanged(id: $id, after: "latest") { cursor gap case { id version ${wide} } } }`;
    const body = JSON.stringify({ query, variables: { id } });
    const headers = { authorization, accept: 'text/event-stream', 'content-type': 'application/json' };
    const response = await fetch(`${url}/graphql/stream`, { method: 'POST', headers, body });
    assert.equal(response.status, 200);
    for (let times = 0; times < 100; times += 1) {
      await stage.claim(id);
      await stage.release(id);
    }
    const last = await versionOf(id);
    const versions: number[] = [];
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString('latin1');
      for (const [whole, version] of text.matchAll(/"version":(\d+)[\s\S]*?\n\n/g)) {
        versions.push(Number(version));
        text = text.slice(text.indexOf(whole) + whole.length);
      }
      if (versions.at(-1) === last) break;
    }
    assert.ok(versions.length < 100, `${versions.length} were told`);
    // A case is read when its event is told, so that two events may both find the newer of two versions; an older one, never.
    assert.deepEqual(
      versions,
      versions.toSorted((a, b) => a - b),
    );
  });

  test('whose reader is gone before it begins is over, however many there were', async () => {
    const { url, authorization } = stage;
    const { hostname, port } = new URL(url);
    const query = `subscription { queueChanged(after: "latest") { cursor } }`;
    const body = JSON.stringify({ query });
    const request = [
      ...['POST /graphql/stream HTTP/1.1', `host: ${hostname}:${port}`, `authorization: ${authorization}`],
      ...['accept: text/event-stream', 'content-type: application/json', `content-length: ${body.length}`],
      `\r\n${body}`,
    ].join('\r\n');
    // More than one reader may have at a time.
    for (let nth = 0; nth < 100; nth += 1) {
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      socket.write(request);
      const webSocket = new WebSocket(`${url.replace('http', 'ws')}/graphql/stream`, 'graphql-transport-ws');
      await once(webSocket, 'open');
      webSocket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } }));
      await once(webSocket, 'message');
      webSocket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query } }));
      await pause(nth % 10);
      socket.destroy();
      webSocket.terminate();
    }
    const open = async (): Promise<string | undefined> =>
      /^gateway_streams (\d+)$/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1];
    for (let left = await open(); left !== '0'; left = await open()) await pause(50);
    const stream = overSSE(url, { authorization }, [QUEUE, { after: 'latest' }]);
    assert.equal((await stream.event()).gap, false);
    await stream.stop();
  });
});
