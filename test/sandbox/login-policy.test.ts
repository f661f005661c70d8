import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mock, suite, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '../../sandbox/index.ts';
import { startSandbox } from '../../sandbox/index.ts';
import { Client, call, issue, patiently, register } from './wire.ts';

interface Row {
  policy: 0 | 1 | 4 | 5;
  first: number;
  second: number;
  afterIssuingB: { restA: number; parseA: number; wsAOpen: boolean; restB: number };
  afterConnectingB: { wsAOpen: boolean; wsAKickedFrame: boolean; restA: number; restB: number; wsBOpen: boolean };
  reconnectWithA: { first: { errCode: number }; wsBStillOpen: boolean; restB: number };
}

const { rows } = JSON.parse(readFileSync(new URL('../recordings/tokens-matrix.json', import.meta.url), 'utf8')) as {
  rows: Row[];
};

const rest = async (sandbox: Sandbox, token: string): Promise<number> =>
  (await call(sandbox, '/user/get_users_info', { userIDs: [] }, token)).errCode;
const isOpen = (client: Client): boolean => client.closed === undefined;
const wasKicked = (client: Client): boolean => client.frames.some(({ reqIdentifier }) => reqIdentifier === 2002);

const play = async (sandbox: Sandbox, row: Row): Promise<Omit<Row, 'policy' | 'first' | 'second'>> => {
  const { first, second } = row;
  const userID = `p${first}to${second}`;
  await register(sandbox, userID);
  const tokenA = await issue(sandbox, userID, first);
  const wsA = await new Client(sandbox, { userID, token: tokenA, platformID: first }).opened();
  // Tokens of one second are one string.
  await sleep(1100);
  const tokenB = await issue(sandbox, userID, second);
  const afterIssuingB = {
    restA: await rest(sandbox, tokenA),
    parseA: (await call(sandbox, '/auth/parse_token', { token: tokenA })).errCode,
    wsAOpen: isOpen(wsA),
    restB: await rest(sandbox, tokenB),
  };
  const wsB = await new Client(sandbox, { userID, token: tokenB, platformID: second }).opened();
  await patiently(() => isOpen(wsA) === row.afterConnectingB.wsAOpen, 5000);
  const afterConnectingB = {
    wsAOpen: isOpen(wsA),
    wsAKickedFrame: wasKicked(wsA),
    restA: await rest(sandbox, tokenA),
    restB: await rest(sandbox, tokenB),
    wsBOpen: isOpen(wsB),
  };
  const again = new Client(sandbox, { userID, token: tokenA, platformID: first });
  await patiently(() => again.texts.length > 0, 5000);
  const { errCode } = JSON.parse(again.texts[0] ?? '{}') as { errCode: number };
  return {
    afterIssuingB,
    afterConnectingB,
    reconnectWithA: { first: { errCode }, wsBStillOpen: isOpen(wsB), restB: await rest(sandbox, tokenB) },
  };
};

/** Only what we observe of a recorded row. */
const observed = (row: Row): object => ({
  afterIssuingB: {
    restA: row.afterIssuingB.restA,
    parseA: row.afterIssuingB.parseA,
    wsAOpen: row.afterIssuingB.wsAOpen,
    restB: row.afterIssuingB.restB,
  },
  afterConnectingB: {
    wsAOpen: row.afterConnectingB.wsAOpen,
    wsAKickedFrame: row.afterConnectingB.wsAKickedFrame,
    restA: row.afterConnectingB.restA,
    restB: row.afterConnectingB.restB,
    wsBOpen: row.afterConnectingB.wsBOpen,
  },
  reconnectWithA: {
    first: { errCode: row.reconnectWithA.first.errCode },
    wsBStillOpen: row.reconnectWithA.wsBStillOpen,
    restB: row.reconnectWithA.restB,
  },
});

suite('a second login does to the first what the policy says', { concurrency: true }, () => {
  for (const [policy, recorded] of Map.groupBy(rows, (row) => row.policy)) {
    test(`policy ${policy}`, { concurrency: true }, async (context) => {
      const sandbox = await startSandbox({ multiLoginPolicy: policy });
      await Promise.all(
        recorded.map((row) =>
          context.test(`platform ${row.first}, then ${row.second}`, async () =>
            assert.deepEqual(await play(sandbox, row), observed(row)),
          ),
        ),
      );
      await sandbox.stop();
    });
  }
});

test('policy 0 keeps thirty logins on one platform, and puts out the oldest', async () => {
  const sandbox = await startSandbox({ multiLoginPolicy: 0 });
  await register(sandbox, 'many');
  const tokens: string[] = [];
  // A second each: tokens of one second are one string.
  mock.timers.enable({ apis: ['Date'], now: Date.now() });
  for (let login = 0; login < 31; login++) {
    mock.timers.tick(1000);
    tokens.push(await issue(sandbox, 'many'));
  }
  const codes = await Promise.all(tokens.map((token) => rest(sandbox, token)));
  mock.timers.reset();
  assert.deepEqual(codes, [1506, ...Array.from({ length: 30 }, () => 0)]);
  await sandbox.stop();
});
