import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { REFUSED } from '../../subgraphs/openim/forward/refused.ts';
import { TABLE } from '../../subgraphs/openim/forward/table.ts';
import { forgeries } from './forgeries.ts';
import { MISTAKEN, SAMPLES } from './samples.ts';
import { openStage } from './stage.ts';

/** What the official SDKs have in their sources: the JavaScript one, and the core of all others. */
const SDK_ROUTES = JSON.parse(readFileSync(new URL('data/sdk-routes.json', import.meta.url), 'utf8')) as Record<
  string,
  string[]
>;

test('every row has a sample, and every route of the official SDKs is forwarded or refused', () => {
  assert.deepEqual(Object.keys(SAMPLES).sort(), Object.keys(TABLE).sort());
  for (const route of Object.keys(TABLE)) assert.ok(!REFUSED.has(route), route);
  for (const route of Object.values(SDK_ROUTES).flat()) assert.ok(route in TABLE || REFUSED.has(route), route);
  for (const [route, { rules, rest }] of Object.entries(TABLE)) assert.ok(rules.length > 0 || rest, route);
});

test('each row answers one who asks for what is theirs', async () => {
  await using stage = await openStage();
  for (const [route, sample] of Object.entries(SAMPLES)) {
    const { status, envelope } = await stage.as(stage.ann, route, await sample(stage));
    if (route === MISTAKEN) assert.equal(status, 404);
    else assert.equal(envelope.errCode, 0, `${route}: ${JSON.stringify(envelope)}`);
  }
});

test('each rule of each row keeps an outsider out, however the body is written, and OpenIM is not asked', async () => {
  await using stage = await openStage();
  for (const [route, { rules }] of Object.entries(TABLE)) {
    const body = (await SAMPLES[route]?.(stage)) ?? {};
    for (const [what, forged] of rules.flatMap((rule) => forgeries(rule, body, stage))) {
      const { result, calls } = await stage.world.price(() => stage.as(stage.mallory, route, forged));
      const { errCode } = result.envelope;
      assert.ok(errCode === 1001 || errCode === 1002, `${route}, ${what}: ${result.text}`);
      assert.equal(calls(route), 0, `${route}, ${what}`);
    }
  }
});

test('where the rest is left to OpenIM, OpenIM refuses an outsider', async () => {
  await using stage = await openStage();
  for (const [route, { rest = '' }] of Object.entries(TABLE)) {
    if (!rest.startsWith('OpenIM: ')) continue;
    const body = await SAMPLES[route]?.(stage);
    const own = JSON.stringify(body).replaceAll(stage.ann.id, stage.mallory.id);
    for (const each of [JSON.stringify(body), own]) {
      const { text, envelope } = await stage.as(stage.mallory, route, each);
      const empty = envelope.data !== undefined && !text.includes(stage.ann.id) && !text.includes(stage.bo.id);
      assert.ok(envelope.errCode !== 0 || empty, `${route} ${each}: ${text}`);
    }
  }
});
