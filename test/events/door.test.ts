import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { emptyDatabase } from '../world/database.ts';
import { openWorld, type World } from '../world/world.ts';
import { letterOf, PASSWORD, post, type Recorded, recorded, SECRET } from './openim.ts';
import { until } from './until.ts';

const undo = new AsyncDisposableStack();
let world: World;
let database: pg.Client;

const HANDLED = { actionCode: 0, errCode: 0, errMsg: '', errDlt: '', nextCode: 0 };
const SAVED = recorded.find(({ command }) => command === 'callbackAfterMsgSaveDBCommand') as Recorded;

async function count(sql: string, values: unknown[] = []): Promise<number> {
  const { rows } = await database.query<{ count: string }>(`select count(*) from ${sql}`, values);
  return Number(rows[0]?.count);
}

async function callbacks(command: string, outcome: string): Promise<number> {
  const text = await (await fetch(`${world.url}/metrics`)).text();
  const line = `gateway_callback_seconds_count{command="${command}",outcome="${outcome}"} `;
  return Number(
    text
      .split('\n')
      .find((each) => each.startsWith(line))
      ?.slice(line.length) ?? 0,
  );
}

/** By conversation and seq: what makes a message one. */
function distinctMessages(): number {
  const saved = recorded.filter(({ command }) => command === 'callbackAfterMsgSaveDBCommand');
  const placeOf = ({ body }: Recorded): string => {
    const { sessionType, sendID, recvID, groupID, seq } = body as Record<string, string | number>;
    const pair = [String(sendID), String(recvID)].sort().join('_');
    return `${sessionType === 3 ? `sg_${groupID}` : `s${sessionType === 1 ? 'i' : 'n'}_${pair}`}:${seq}`;
  };
  return new Set(saved.map(placeOf)).size;
}

describe('where OpenIM posts its callbacks', () => {
  before(async () => {
    const { url } = undo.use(await emptyDatabase());
    world = undo.use(await openWorld({ DATABASE_URL: url, WEBHOOK_SECRETS: `${SECRET}:${PASSWORD},older-path-00002` }));
    database = new pg.Client(url);
    await database.connect();
    undo.defer(() => database.end());
  });

  after(() => undo.disposeAsync());

  describe('what OpenIM recorded', () => {
    test('is let be, each with the answer that OpenIM needs', async () => {
      assert.equal(new Set(recorded.map(({ command }) => command)).size, 51);
      for (const one of recorded) {
        const { status, json } = await post(world.url, letterOf(one));
        assert.equal(status, 200, one.command);
        const { actionCode, errCode, errMsg, errDlt, nextCode, ...told } = json;
        assert.deepEqual({ actionCode, errCode, errMsg, errDlt, nextCode }, HANDLED);
        const { callbackCommand: _, operationID: __, ...body } = one.body;
        if (one.command === 'callbackBeforeSetGroupInfoCommand') assert.deepEqual(told, body);
        else if (one.command === 'callbackBeforeSetGroupInfoExCommand') {
          const touched = Object.entries(body).filter(([name, value]) => value !== null && name !== 'notification');
          assert.deepEqual(told, Object.fromEntries(touched));
        } else assert.deepEqual(told, {}, one.command);
      }
      assert.equal(await count('events.odd_callbacks'), 0);
    });

    test('is one event, however often and in whatever order it comes', async () => {
      const before = await count('events.inbox');
      assert.ok(before > 40, `${before} events`);
      for (const one of recorded.toReversed()) {
        await post(world.url, letterOf(one));
        await post(world.url, letterOf(one));
      }
      assert.equal(await count('events.inbox'), before);
      assert.equal(await count('events.inbox where kind = $1', ['MESSAGE_SAVED']), distinctMessages());
    });
  });

  describe('whoever is not OpenIM', () => {
    test('finds nothing, whatever they know a part of', async () => {
      const nothing = await fetch(`${world.url}/webhooks/nothing`, { method: 'POST' });
      const expected = await nothing.text();
      for (const wrong of [
        { secret: 'another-secret-0001' },
        { secret: 'x' },
        { password: 'another-password-01' },
        { password: null },
        { method: 'GET' },
      ]) {
        const { status, text } = await post(world.url, { ...letterOf(SAVED), ...wrong });
        assert.deepEqual([status, text], [404, expected], JSON.stringify(wrong));
      }
      assert.match(await (await fetch(`${world.url}/metrics`)).text(), /refusals_total\{reason="WEBHOOK_REFUSED"\} 4/);
    });

    test('is OpenIM, who has not learnt of the new secret yet', async () => {
      for (const password of [null, 'whatever-it-was-0001'])
        assert.equal((await post(world.url, { ...letterOf(SAVED), secret: 'older-path-00002', password })).status, 200);
    });

    test('is elsewhere than OpenIM may be', async () => {
      await using elsewhere = await openWorld({ WEBHOOK_SECRETS: SECRET, WEBHOOK_CIDR: '10.0.0.0/8,fd00::/8' });
      assert.equal((await post(elsewhere.url, letterOf(SAVED))).status, 404);
    });
  });

  describe('what cannot be read', () => {
    test('is kept aside, counted, and passes', async () => {
      const command = 'callbackAfterMsgSaveDBCommand';
      const odd: readonly [string | Uint8Array, string][] = [
        ['{"callbackCommand": "callbackAfter', 'NOT_JSON'],
        ['', 'NOT_JSON'],
        [new Uint8Array([0x22, 0xff, 0x22]), 'NOT_JSON'],
        ['[]', 'OTHER_COMMAND'],
        ['null', 'OTHER_COMMAND'],
        [JSON.stringify({ ...SAVED.body, callbackCommand: 'callbackAfterUserOnlineCommand' }), 'OTHER_COMMAND'],
        [JSON.stringify({ ...SAVED.body, seq: { $gt: 1 } }), 'OTHER_SHAPE'],
        [JSON.stringify({ ...SAVED.body, content: 'x'.repeat(1024 * 1024) }), 'TOO_LARGE'],
      ];
      for (const [body] of odd) {
        const { status, json } = await post(world.url, { command, body });
        assert.deepEqual([status, json], [200, HANDLED]);
      }
      assert.equal(await callbacks(command, 'aside'), odd.length);
      await until(async () => (await count('events.odd_callbacks')) === odd.length);
      const { rows } = await database.query<{ because: string; body: Buffer }>(
        'select because, body from events.odd_callbacks',
      );
      const kept = rows.map(({ because, body }) => `${because} ${body.toString('base64')}`).sort();
      assert.deepEqual(kept, odd.map(([body, because]) => `${because} ${Buffer.from(body).toString('base64')}`).sort());
    });

    test('tells a group what it is called all the same, as OpenIM would take it to be called nothing', async () => {
      const command = 'callbackBeforeSetGroupInfoExCommand';
      const told = { groupID: 'g1', groupName: 'Tea', introduction: null, needVerification: 'no number' };
      const body = JSON.stringify({ callbackCommand: command, operationID: 'op', ...told });
      const { introduction: _, ...echo } = told;
      assert.deepEqual((await post(world.url, { command, body })).json, { ...HANDLED, ...echo });
    });

    test('is a command that nobody knows yet: it passes and is counted', async () => {
      const before = await callbacks('unknown', 'unknown');
      const { status, json } = await post(world.url, { command: 'callbackBeforeTeleportCommand', body: '{}' });
      assert.deepEqual([status, json], [200, HANDLED]);
      assert.equal(await callbacks('unknown', 'unknown'), before + 1);
    });
  });

  test('neither the secret nor what was said stands in a log', () => {
    const log = world.log.join('\n');
    assert.ok(log.includes('/webhooks/openim/:secret/:command'));
    for (const secret of [SECRET, PASSWORD, 'older-path-00002', Buffer.from(`openim:${PASSWORD}`).toString('base64')])
      assert.ok(!log.includes(secret), secret);
    assert.ok(!log.includes('hello u2'));
  });
});
