import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contender } from './contender.ts';
import { CONTENDERS } from './contenders.ts';
import { type Flags, readFlags } from './flags.ts';
import { coresFor, type Ground, openGround } from './ground.ts';
import { type Round, round, verify } from './measure.ts';
import type { Operation } from './operations.ts';
import { fallsBelow, marksOf, type Row, rowsOf, tableOf } from './report.ts';

/** Messages of a page. */
const PAGE = 50;
const WARMING_S = 2;
/** Of its marks, that ours has at least where the short form does not fail. */
const LOOSE = 0.5;
/** The API gives out no more than 100 messages at once. */
const PAGES = [1, 10, 25, 50, 100];
const CONNECTIONS = [1, 4, 16, 64, 256];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** All of them in turns, each first as often as the others; what they answer is compared before. */
async function compare(
  contenders: readonly Contender[],
  ground: Ground,
  { operation, flags, last = PAGE }: { operation: Operation; flags: Flags; last?: number },
): Promise<Row[]> {
  const { seconds, connections, rounds } = flags;
  const [floor] = contenders;
  if (floor === undefined) return [];
  const seen = new Map<string, Round[]>(contenders.map(({ name }) => [name, []]));
  const asked = { operation, last, connections };
  for (const contender of contenders) {
    await verify({ contender, floor }, ground, asked);
    const warm = await round({ contender, floor }, ground, { ...asked, seconds: WARMING_S, count: 0 });
    rates.set(contender, warm.rate);
  }
  for (let nth = 0; nth < rounds; nth += 1)
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const contender = contenders[(nth + turn) % contenders.length] ?? floor;
      const count = Math.ceil((rates.get(contender) ?? 0) * seconds * AHEAD);
      const one = await round({ contender, floor }, ground, { ...asked, seconds, count });
      rates.set(contender, one.rate);
      seen.get(contender.name)?.push(one);
    }
  return rowsOf(seen);
}

/** So many more questions are ready as were asked in the round before. */
const AHEAD = 1.3;
const rates = new Map<Contender, number>();

/** The page as it grows, or as more ask for it at once: the floor and ours. */
async function grow(contenders: readonly Contender[], ground: Ground, flags: Flags): Promise<void> {
  const operation = flags.operations.find(({ name }) => name === 'page');
  if (operation === undefined) return;
  for (const size of flags.grow === 'page' ? PAGES : CONNECTIONS) {
    const each = flags.grow === 'page' ? { flags, last: size } : { flags: { ...flags, connections: size } };
    const rows = await compare(contenders, ground, { operation, ...each });
    say(`\n${tableOf(`${size} ${flags.grow === 'page' ? 'rows' : 'at once'}`, rows)}`);
  }
}

async function run(flags: Flags, ground: Ground, stack: AsyncDisposableStack): Promise<void> {
  const contenders: Contender[] = [];
  // The floor says what is expected: it is there whatever else is asked for.
  for (const [name, open] of Object.entries(CONTENDERS))
    if (name === 'rest' || flags.only.includes(name)) contenders.push(await open(ground, stack));
  const machine = { cores: cpus().length, processor: cpus()[0]?.model, node: process.version };
  say(`${machine.cores} cores (${machine.processor}), Node ${machine.node}, ${new Date().toISOString()}`);
  say(
    `${flags.rounds} rounds of ${flags.seconds} s, ${flags.connections} connections, contender on core ${flags.cores}`,
  );
  if (flags.grow !== undefined) return grow(contenders, ground, flags);
  const found: Record<string, readonly Row[]> = {};
  for (const operation of flags.operations) {
    const rows = await compare(contenders, ground, { operation, flags });
    say(`\n${tableOf(operation.name, rows)}`);
    found[operation.name] = rows;
  }
  say(`\n${marksOf(found).join('\n')}`);
  if (flags.short && fallsBelow(found, LOOSE)) process.exitCode = 1;
  if (flags.json !== undefined)
    await writeFile(flags.json, JSON.stringify({ at: new Date().toISOString(), machine, operations: found }, null, 2));
}

// Whoever stops it stops what it has started.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const flags = readFlags(process.argv.slice(2));
const cores = coresFor(flags.cores);
if (cores !== null) execFileSync('taskset', ['-acp', cores.load, String(process.pid)]);
const data = await mkdtemp(join(tmpdir(), 'bench-'));
try {
  await using stack = new AsyncDisposableStack();
  await run(flags, await openGround({ data, cores, profile: flags.profile }, stack), stack);
} finally {
  await rm(data, { recursive: true, force: true });
}
