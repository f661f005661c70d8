import { Pool } from 'undici';
import { percentile } from '../sample.ts';
import { difference } from './answers.ts';
import type { Contender } from './contender.ts';
import type { Ground } from './ground.ts';
import { type About, ask, type Load, type Loaded, load, type Question } from './load.ts';
import type { Operation } from './operations.ts';
import { coresSpent, memoryUsedBy, spentBy } from './processes.ts';

/** One contender, one operation, a few seconds. */
export interface Round {
  /** Requests a second. */
  readonly rate: number;
  /** ms */
  readonly p50: number;
  readonly p99: number;
  /** µs of processor a request, of all its processes. */
  readonly cpu: number;
  /** The part of it that is of processes below: the database. */
  readonly cpuBelow: number;
  /** Bytes, of all its processes. */
  readonly rss: number;
  /** Calls to OpenIM a request. */
  readonly calls: number;
  /** Of these, those that OpenIM itself had to be asked: they say more of the sandbox than of the contender. */
  readonly unknown: number;
  /** Of the contender's cores' time, what others took: processes of other work, and the machine below. */
  readonly disturbed: number;
}

export interface Asked extends Load {
  readonly operation: Operation;
  /** Messages of a page. */
  readonly last: number;
}

/** Of each person, so many groups; all of these are asked for before anything is timed, and then known to `upstream.ts`. */
const GROUPS_EACH = 8;

let asked = 0;

/** Another person each time, and another of their groups. */
function aboutNext({ world: { people, groupIDs } }: Ground, last: number): About {
  asked += 1;
  const person = asked % people.length;
  const nth = Math.floor(asked / people.length) % GROUPS_EACH;
  const groupID = groupIDs[(person * 7 + nth) % groupIDs.length] ?? '';
  return { person, groupID, last, text: `What is said as number ${asked}` };
}

interface Pair {
  readonly contender: Contender;
  /** Who says what is expected. */
  readonly floor: Contender;
}

type Sample = Loaded['samples'][number];

/** Who differs is asked once more: under load, a contender's own connection may have been closed as it was used. */
async function compare({ contender, floor }: Pair, operation: Operation, samples: readonly Sample[]): Promise<void> {
  const [pool, again] = [new Pool(floor.url), new Pool(contender.url)];
  for (const { question, answer } of samples) {
    const expected = await ask(pool, await floor.question(operation, question.about), true);
    if (difference(operation, { seen: answer, expected }) === null) continue;
    const seen = await ask(again, await contender.question(operation, question.about), true);
    const different = difference(operation, { seen, expected });
    if (different !== null) throw new TypeError(`${contender.name} answers another ${different}`);
  }
  await Promise.all([pool.close(), again.close()]);
}

/** Asks all that there is, and compares each answer with what the floor says. */
export async function verify(pair: Pair, ground: Ground, { operation, last }: Pick<Asked, 'operation' | 'last'>) {
  const pool = new Pool(pair.contender.url);
  const samples: Sample[] = [];
  for (let nth = 0; nth < ground.world.people.length * GROUPS_EACH; nth += 1) {
    const question = await pair.contender.question(operation, aboutNext(ground, last));
    samples.push({ question, answer: await ask(pool, question, true) });
  }
  await pool.close();
  await compare(pair, operation, samples);
}

async function countedBy({ upstream }: Ground): Promise<{ calls: number; unknown: number }> {
  const counted = (await (await fetch(`${upstream}/counted`)).json()) as Counted;
  return { calls: Object.values(counted.calls).reduce((sum, count) => sum + count, 0), unknown: counted.unknown };
}

interface Counted {
  readonly calls: Readonly<Record<string, number>>;
  readonly unknown: number;
}

const coresOf = ({ cores }: Ground): number[] => cores?.contender.split(',').map(Number) ?? [];

/** Made before the clock runs: what signing costs is the client's. */
async function prepared(contender: Contender, ground: Ground, { operation, last, count }: Asked & { count: number }) {
  const questions: Question[] = [];
  while (questions.length < count) questions.push(await contender.question(operation, aboutNext(ground, last)));
  return questions;
}

export async function round(pair: Pair, ground: Ground, wanted: Asked & { count: number }): Promise<Round> {
  const { contender } = pair;
  const { operation, last } = wanted;
  const ready = await prepared(contender, ground, wanted);
  const next = () => ready.pop() ?? contender.question(operation, aboutNext(ground, last));
  await countedBy(ground);
  const before = { ...spentBy(contender.pids), ...coresSpent(coresOf(ground)) };
  const { times, seconds, samples } = await load(contender.url, next, wanted);
  const after = { ...spentBy(contender.pids), ...coresSpent(coresOf(ground)) };
  const { calls, unknown } = await countedBy(ground);
  await compare(pair, operation, samples);
  const cpu = after.cpu - before.cpu;
  const others = Math.max(0, after.busy - before.busy - cpu) + after.stolen - before.stolen;
  return {
    rate: times.length / seconds,
    ...{ p50: percentile(times, 0.5), p99: percentile(times, 0.99), rss: memoryUsedBy(contender.pids) },
    cpu: (cpu / times.length) * 1e6,
    cpuBelow: ((after.cpuBelow - before.cpuBelow) / times.length) * 1e6,
    calls: calls / times.length,
    unknown,
    disturbed: others / seconds / Math.max(1, coresOf(ground).length),
  };
}
