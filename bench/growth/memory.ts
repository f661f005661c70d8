import { many } from './load.ts';
import { distinctQueries } from './operations.ts';
import { type Member, member } from './sessions.ts';
import { openWorld, type World } from './world.ts';

const LEVELS = [1_000, 10_000, 50_000, 100_000];
const OPERATIONS = 1_000;
/** Requests of each measurement. */
const SAMPLE = 5_000;
/** Measurements after all is there, until memory is flat or not. */
const ROUNDS = 12;
const MOST_MB = 450;
/** Share of its memory by which the last third of the rounds may have grown. */
const FLAT = 0.02;
const ME = '{ me { id email } }';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const mb = (bytes: number): string => (bytes / 2 ** 20).toFixed(0).padStart(5);

async function asked(world: World, query: string, by: Member): Promise<boolean> {
  const { status, text } = await world.load.ask(JSON.stringify({ query }), by);
  if (status >= 500 || status === 401) throw new TypeError(`${status}: ${text}`);
  return status === 200;
}

async function mustAnswer(world: World, query: string, by: Member): Promise<void> {
  if (!(await asked(world, query, by))) throw new TypeError(`refused: ${query}`);
}

interface Cost {
  readonly rss: number;
  readonly heap: number;
  /** µs of processor time a request. */
  readonly cpu: number;
}

async function costOf(world: World, times: number, work: (nth: number) => Promise<void>): Promise<Cost> {
  const before = await world.gateway.usage();
  await many(times, work);
  const { rss, heap, cpu } = await world.gateway.usage();
  return { rss, heap, cpu: ((cpu - before.cpu) / times) * 1e6 };
}

/** Somebody of the first `count`, by a stride that meets all of them. */
const someone = (nth: number, count: number): Member => member((nth * 7_919) % count);

async function grow(world: World, levels: readonly number[]): Promise<void> {
  let before = 0;
  for (const level of levels) {
    const from = before;
    await world.signIn(from, level);
    const first = await costOf(world, level - from, (nth) => mustAnswer(world, ME, member(from + nth)));
    const then = await costOf(world, SAMPLE, (nth) => mustAnswer(world, ME, someone(nth, level)));
    const cost = `first use ${first.cpu.toFixed(0)} µs, then ${then.cpu.toFixed(0)} µs a request`;
    say(`${String(level).padStart(7)} sessions   RSS ${mb(then.rss)} MB   heap ${mb(then.heap)} MB   ${cost}`);
    before = level;
  }
}

async function askDistinct(world: World): Promise<readonly string[]> {
  const next = distinctQueries('schema/api.graphql');
  const answered: string[] = [];
  let refused = 0;
  while (answered.length < OPERATIONS) {
    const queries = Array.from({ length: 50 }, next);
    await many(queries.length, async (nth) => {
      const query = queries[nth] ?? '';
      if (await asked(world, query, member(0))) answered.push(query);
      else refused += 1;
    });
    if (refused > OPERATIONS) throw new TypeError('too many of the operations were refused');
  }
  const { rss, heap } = await world.gateway.usage();
  say(
    `${String(answered.length).padStart(7)} operations RSS ${mb(rss)} MB   heap ${mb(heap)} MB   (${refused} refused)`,
  );
  return answered;
}

/** RSS after each round of both: sessions in turn, and one in ten a distinct operation. */
async function goOn(world: World, sessions: number, queries: readonly string[]): Promise<readonly number[]> {
  const seen: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { rss, heap, cpu } = await costOf(world, SAMPLE, async (nth) => {
      const at = round * SAMPLE + nth;
      if (nth % 10 === 0) await asked(world, queries[(at / 10) % queries.length] ?? ME, member(0));
      else await mustAnswer(world, ME, someone(at, sessions));
    });
    seen.push(rss);
    say(
      `  round ${String(round + 1).padStart(2)}        RSS ${mb(rss)} MB   heap ${mb(heap)} MB   ${cpu.toFixed(0)} µs a request`,
    );
  }
  return seen;
}

/** By how much a line through them rises from the first to the last. */
function rise(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const above = values.reduce((sum, value, nth) => sum + (nth - middle) * (value - mean), 0);
  const spread = values.reduce((sum, _, nth) => sum + (nth - middle) ** 2, 0);
  return (above / spread) * (values.length - 1);
}

await using world = await openWorld({ registered: [member(0).userID] });
const most = Number(process.argv[2] ?? LEVELS.at(-1));
const start = await world.gateway.usage();
say(`${'0'.padStart(7)} sessions   RSS ${mb(start.rss)} MB   heap ${mb(start.heap)} MB`);
await grow(world, [...LEVELS.filter((level) => level < most), most]);
const queries = await askDistinct(world);
const seen = await goOn(world, most, queries);
const last = seen.slice(-ROUNDS / 3);
const [rss = Number.NaN] = last.slice(-1);
const risen = rise(last);
const flat = risen <= FLAT * rss;
say(
  `RSS ${mb(rss)} MB, ${flat ? 'flat' : 'not flat'}: ${mb(risen)} MB more over the last third of ${ROUNDS * SAMPLE} requests`,
);
say(`heap in use after a collection ${mb(await world.gateway.collected())} MB`);
if (!flat || rss > MOST_MB * 2 ** 20) process.exitCode = 1;
