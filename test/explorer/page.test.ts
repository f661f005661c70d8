import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { buildSchema, parse, validate } from 'graphql';
import { openExplorer } from '../../explorer/index.ts';
import { savedOperations } from '../../explorer/operations.ts';
import { send } from '../gateway/world.ts';
import { openWorld } from '../world/world.ts';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';
const QUERY = '/graphql?query=%7B__typename%7D';

test('browsers are shown the page at /graphql, and every GraphQL client is answered as before', async () => {
  await using world = await openWorld();
  const get = (accept: string, path = QUERY, headers = {}) =>
    send(world.running.port, { method: 'GET', path, headers: { accept, ...headers } });

  for (const accept of [BROWSER, 'text/html', 'text/html, application/json;q=0.5'])
    assert.match((await get(accept)).headers['content-type'] as string, /^text\/html/, accept);

  for (const accept of [
    '*/*',
    'application/json',
    'application/graphql-response+json, application/json;q=0.9',
    'application/json, text/html',
    'text/html;q=0.5, application/json',
    'text/html;q=0, */*',
  ])
    assert.deepEqual((await get(accept)).json, { data: { __typename: 'Query' } }, accept);

  const signed = await get(BROWSER, QUERY, { signature: 'sig1=:AA==:' });
  assert.equal(signed.json.errors[0].extensions.reason, 'SIGNATURE_MALFORMED');
  const bearer = await get(BROWSER, QUERY, { authorization: 'Bearer x' });
  assert.equal(bearer.json.errors[0].extensions.reason, 'TOKEN_INVALID');
});

test('the page may not be framed, runs nothing of elsewhere, and is sent once until it changes', async () => {
  await using world = await openWorld();
  const get = (headers: Record<string, string>, method = 'GET', path = '/graphql') =>
    send(world.running.port, { method, path, headers });
  const { headers, text } = await get({ accept: BROWSER });
  const policy = String(headers['content-security-policy']);
  assert.match(policy, /default-src 'none'.*connect-src 'self'.*frame-ancestors 'none'/);
  assert.doesNotMatch(policy, /https?:|script-src[^;]*unsafe|\*/);
  assert.equal(headers['x-frame-options'], 'DENY');
  assert.equal(headers['cache-control'], 'no-cache');
  assert.match(text, /ann@example\.com/);

  const again = await get({ accept: BROWSER, 'if-none-match': String(headers.etag) });
  assert.deepEqual([again.status, again.text], [304, '']);
  const head = await get({ accept: BROWSER }, 'HEAD');
  assert.deepEqual([head.status, head.headers.etag, head.text], [200, headers.etag, '']);

  const script = await get({ 'accept-encoding': 'gzip' }, 'GET', '/explorer/graphiql/graphiql.js');
  assert.equal(script.headers['content-encoding'], 'gzip');
  assert.ok(Number(script.headers['content-length']) < 2_000_000);
  const module = await get({}, 'GET', '/explorer/modules/client/index.ts');
  assert.match(module.headers['content-type'] as string, /^text\/javascript/);
  assert.doesNotMatch(module.text, /export interface/);
  for (const path of [
    '/explorer/modules/gateway/main.ts',
    '/explorer/modules/%2e%2e/package.json',
    '/explorer/nothing',
  ])
    assert.notEqual((await get({ accept: BROWSER }, 'GET', path)).status, 200, path);
});

/** The page on its own, as a gateway hands it out. */
async function pageFor(people: readonly { nickname: string; email: string }[]): Promise<string> {
  const file = await openExplorer({ people, outbox: false }).file('');
  return gunzipSync(file?.gzipped ?? '').toString();
}

test('in production the page names nobody; where it does, a name stays text', async () => {
  const alone = await pageFor([]);
  assert.match(alone, /"people":\[\],"outbox":false/);
  const rude = await pageFor([{ nickname: '</script><script>alert(1)//', email: 'ann@example.com' }]);
  assert.equal(rude.split('</script>').length, alone.split('</script>').length);
});

test('every saved operation holds to the schema', () => {
  const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../schema/api.graphql'), 'utf8'));
  for (const { title, query } of savedOperations()) assert.deepEqual(validate(schema, parse(query)), [], title);
});
