import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { WebSocket } from 'ws';
import { asking } from '../world/admin.ts';
import { overSSE, overWebSocket, QUEUE } from './listening.ts';
import { openStage, type Stage, signed } from './stage.ts';

const BEGIN = { after: 'latest' };

describe('whoever listens', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage[Symbol.asyncDispose]());

  const post = (headers: Record<string, string>, body: string): Promise<Response> =>
    fetch(`${stage.url}/graphql/stream`, {
      method: 'POST',
      headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...headers },
      body,
    });
  const reasonOf = async (response: Response): Promise<string | undefined> =>
    /"reason":"(\w+)"/.exec(await response.text())?.[1];

  test('as nobody, or as a user, is told nothing of the queue', async () => {
    const { url, ann } = stage;
    assert.equal(await overSSE(url, {}, [QUEUE, BEGIN]).refusal(), 'SIGNATURE_MISSING');
    await using nobody = overWebSocket(url, {});
    assert.equal(await nobody.listen(QUEUE, BEGIN).refusal(), 'SIGNATURE_MISSING');
    const body = JSON.stringify({ query: QUEUE });
    assert.equal(await reasonOf(await post(await signed(ann, 'POST', body), body)), 'SCOPE_MISSING');
  });

  test('as a user signs each connection anew: an SSE request like any other, a WebSocket in connection_init', async () => {
    const { url, ann } = stage;
    const body = JSON.stringify({ query: QUEUE });
    const headers = await signed(ann, 'POST', body);
    assert.equal(await reasonOf(await post(headers, `${body} `)), 'DIGEST_MISMATCH');
    assert.equal(await reasonOf(await post(headers, body)), 'SCOPE_MISSING');
    const replayed = await post(headers, body);
    assert.deepEqual([replayed.status, await reasonOf(replayed)], [401, 'REPLAYED']);

    const { 'signature-input': signatureInput = '', signature = '' } = await signed(ann, 'GET');
    await using first = overWebSocket(url, { signatureInput, signature });
    assert.equal(await first.listen(QUEUE, BEGIN).refusal(), 'SCOPE_MISSING');
    await using second = overWebSocket(url, { signatureInput, signature });
    second
      .listen(QUEUE, BEGIN)
      .next()
      .catch(() => undefined);
    assert.deepEqual(await second.closed.then(({ code, reason }) => [code, reason]), [4403, 'REPLAYED']);
    await using forged = overWebSocket(url, {
      signatureInput: signatureInput.replace(/nonce="./, 'nonce="_'),
      signature,
    });
    forged
      .listen(QUEUE, BEGIN)
      .next()
      .catch(() => undefined);
    assert.deepEqual(await forged.closed.then(({ code, reason }) => [code, reason]), [4401, 'SIGNATURE_INVALID']);
  });

  test('loses the stream with the role, at the next event, and hears nothing of it', async () => {
    const { url } = stage;
    const { authorization, id } = await stage.moderator('sacked');
    const sse = overSSE(url, { authorization }, [QUEUE, BEGIN]);
    await using socket = overWebSocket(url, { authorization });
    const ws = socket.listen(QUEUE, BEGIN);
    await Promise.all([sse.event(), ws.event()]);
    await stage.newCase();
    assert.ok((await sse.event()).case && (await ws.event()).case);
    await stage.giveRoles(id, 'SUPPORT');
    await stage.newCase();
    for (const stream of [sse, ws]) {
      const told = await stream.next();
      assert.deepEqual([told?.data, told?.errors?.[0]?.extensions.reason], [{ queueChanged: null }, 'SCOPE_MISSING']);
      assert.equal(await stream.next(), null);
    }
    // The connection is theirs still: what it may tell is decided for each operation.
    assert.equal(await socket.listen(QUEUE, BEGIN).refusal(), 'SCOPE_MISSING');
  });

  test('loses the stream with the sign-in, and the connection with it', async () => {
    const { url } = stage;
    const { authorization } = await stage.moderator('leaver');
    const sse = overSSE(url, { authorization }, [QUEUE, BEGIN]);
    await using socket = overWebSocket(url, { authorization });
    const ws = socket.listen(QUEUE, BEGIN);
    await Promise.all([sse.event(), ws.event()]);
    await asking(url, { authorization })('mutation { adminLogout(everywhere: true) }');
    await stage.newCase();
    assert.equal(await sse.refusal(), 'TOKEN_INVALID');
    assert.equal(await sse.next(), null);
    assert.equal(await ws.refusal(), 'TOKEN_INVALID');
    assert.deepEqual(await socket.closed.then(({ code, reason }) => [code, reason]), [4401, 'TOKEN_INVALID']);
  });

  test('finds subscriptions at the stream only, and nothing else there', async () => {
    const { url, authorization } = stage;
    const { errors } = await asking(url, { authorization })(QUEUE);
    assert.equal(errors[0]?.extensions.reason, 'STREAM_ELSEWHERE');
    const query = '{ currentAdmin { id } }';
    assert.equal(await overSSE(url, { authorization }, [query]).refusal(), 'SUBSCRIPTIONS_ONLY');
    await using socket = overWebSocket(url, { authorization });
    assert.equal(await socket.listen(query).refusal(), 'SUBSCRIPTIONS_ONLY');
    assert.equal(await socket.listen('mutation { adminLogout }').refusal(), 'SUBSCRIPTIONS_ONLY');
    const twice = 'subscription { a: queueChanged { cursor } b: queueChanged { cursor } }';
    assert.equal(await socket.listen(twice).refusal(), 'QUERY_INVALID');
    assert.equal(await socket.listen('subscription {').refusal(), 'QUERY_SYNTAX');
    const deep = `subscription { queueChanged { case ${'{ accused { cases { nodes '.repeat(12)}{ id }${' } } }'.repeat(12)} } }`;
    assert.equal(await socket.listen(deep).refusal(), 'QUERY_TOO_LARGE');
    const plain = await fetch(`${url}/graphql/stream`, { headers: { authorization } });
    assert.deepEqual([plain.status, await reasonOf(plain)], [406, 'STREAM_NOT_ACCEPTED']);
    assert.equal(await reasonOf(await post({ authorization }, '{}')), 'REQUEST_MALFORMED');
  });

  test('is shown subscriptions by introspection where they may use them', async () => {
    const { url, authorization, ann } = stage;
    const query = '{ __schema { subscriptionType { fields { name } } } __type(name: "CaseEvent") { name } }';
    type Shown = { __schema: { subscriptionType: { fields: { name: string }[] } | null }; __type: object | null };
    const { data } = await asking(url, { authorization })<Shown>(query);
    const names = data?.__schema.subscriptionType?.fields.map(({ name }) => name);
    assert.deepEqual(names?.toSorted(), ['caseChanged', 'mediaChanged', 'queueChanged']);
    const user = await ann.query<Shown, object>(query);
    const users = user.__schema.subscriptionType?.fields.map(({ name }) => name);
    assert.deepEqual([users, user.__type], [['mediaChanged'], null]);
  });

  test('may have thirty-two streams at a node, and another when one has ended', async () => {
    const { url } = stage;
    const { authorization } = await stage.moderator('hoarder');
    await using socket = overWebSocket(url, { authorization });
    const streams = Array.from({ length: 32 }, () => socket.listen(QUEUE, BEGIN));
    await Promise.all(streams.map((stream) => stream.event()));
    assert.equal(await overSSE(url, { authorization }, [QUEUE, BEGIN]).refusal(), 'STREAMS_LIMITED');
    await streams[0]?.stop();
    // Of one connection, what was sent first is done first.
    await socket.listen(QUEUE, BEGIN).event();
    assert.equal(await socket.listen(QUEUE, BEGIN).refusal(), 'STREAMS_LIMITED');
  });

  test('opens a WebSocket there and nowhere else; who offers another protocol is answered in HTTP', async () => {
    const { url } = stage;
    const elsewhere = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const [error] = (await once(elsewhere, 'error')) as [Error];
    assert.match(error.message, /Unexpected server response/);
    const offered = request(`${url}/healthz`, { headers: { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c' } });
    const [answer] = await once(offered.end(), 'response');
    assert.equal(answer.statusCode, 200);
    answer.resume();
    const silent = new WebSocket(`${url.replace('http', 'ws')}/graphql/stream`, 'other-protocol');
    await once(silent, 'error');
  });

  test('is sent elsewhere when the node stops: streams end without a word that they are complete', async () => {
    const { authorization } = stage;
    const node = await stage.node();
    const sse = overSSE(node.url, { authorization }, [QUEUE, BEGIN]);
    await using socket = overWebSocket(node.url, { authorization });
    const ws = socket.listen(QUEUE, BEGIN);
    const { cursor } = await sse.event();
    await ws.event();
    const [cut, , closed] = [assert.rejects(sse.next()), ws.next().catch(() => null), socket.closed];
    await node[Symbol.asyncDispose]();
    await cut;
    assert.equal((await closed).code, 1001);
    const id = await stage.newCase();
    assert.equal((await overSSE(stage.url, { authorization }, [QUEUE, { after: cursor }]).event()).case?.id, id);
  });
});
