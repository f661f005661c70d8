import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { said } from './facts.ts';
import { until } from './until.ts';

const PROGRAM = join(import.meta.dirname, 'program.ts');
const STREAMS = 12;

interface Node {
  readonly child: ChildProcess;
  /** False: it died, or refused. */
  keep(stream: string, seq: number): Promise<boolean>;
}

async function startNode(url: string): Promise<Node> {
  const child = fork(PROGRAM, [url]);
  const waiting = new Map<number, (kept: boolean) => void>();
  let calls = 0;
  child.on('message', ({ call, kept }: { call?: number; kept?: boolean }) => {
    if (call !== undefined) waiting.get(call)?.(kept === true);
  });
  child.once('exit', () => {
    for (const answer of waiting.values()) answer(false);
  });
  await once(child, 'message');
  return {
    child,
    keep(stream, seq) {
      if (!child.connected) return Promise.resolve(false);
      calls += 1;
      const call = calls;
      const { promise, resolve } = Promise.withResolvers<boolean>();
      waiting.set(call, resolve);
      child.send({ call, facts: [said(stream, seq)] }, (error) => error && resolve(false));
      return promise;
    },
  };
}

/** Tells two nodes of messages, kills one after the other while they keep and deliver, and looks what is left. */
export async function killNodes(url: string, { kills }: { kills: number }): Promise<void> {
  await using undo = new AsyncDisposableStack();
  const client = new pg.Client(url);
  await client.connect();
  undo.defer(() => client.end());
  await client.query(`create table effects (place bigserial, consumer text, key text, stream text,
    told int default 1, primary key (consumer, key))`);
  const start = async (): Promise<Node> => {
    const node = await startNode(url);
    undo.defer(() => void node.child.kill('SIGKILL'));
    return node;
  };
  const nodes = [await start(), await start()];
  const accepted: string[] = [];
  let telling = true;

  /** One conversation: a message that nobody answered for is told again, to the node that there is then. */
  async function converse(stream: string, node: () => Node): Promise<void> {
    for (let seq = 0; telling; seq += 1) {
      while (!(await node().keep(stream, seq))) await new Promise(setImmediate);
      accepted.push(`message:${stream}:${seq}`);
    }
  }
  const conversations = Array.from({ length: STREAMS }, (_, index) =>
    converse(`stream${index}`, () => nodes[index % 2] as Node),
  );
  for (let kill = 0; kill < kills; kill += 1) {
    const enough = accepted.length + randomInt(50, 400);
    await until(() => accepted.length >= enough);
    const { child } = nodes[kill % 2] as Node;
    child.kill('SIGKILL');
    await once(child, 'exit');
    nodes[kill % 2] = await start();
  }
  telling = false;
  await Promise.all(conversations);
  const effects = async () => (await client.query('select count(*)::int as count from effects')).rows[0].count;
  await until(async () => (await effects()) >= 2 * accepted.length, 90_000);

  const { rows } = await client.query<{ consumer: string; key: string; stream: string }>(
    'select consumer, key, stream from effects order by place',
  );
  for (const consumer of ['one', 'two']) {
    const own = rows.filter((row) => row.consumer === consumer);
    assert.deepEqual(own.map(({ key }) => key).toSorted(), accepted.toSorted());
    for (const [stream, told] of Map.groupBy(own, (row) => row.stream))
      assert.deepEqual(
        told.map(({ key }) => key),
        told.map((_, seq) => `message:${stream}:${seq}`),
      );
  }
  assert.equal((await client.query('select 1 from events.set_aside')).rowCount, 0);
  for (const { child } of nodes) {
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    assert.equal(code, 0);
  }
}
