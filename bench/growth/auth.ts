import { availableParallelism } from 'node:os';
import { percentile } from '../sample.ts';
import { many } from './load.ts';
import { type Member, member } from './sessions.ts';
import { openWorld, type World } from './world.ts';

const PEOPLE = 200;
const ROUND = 5_000;
const ROUNDS = 12;
const BODY = JSON.stringify({ query: '{ __typename }' });
/** µs of processor time. */
const MOST = 60;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** µs of the gateway's processor time that one of these requests takes. */
async function costOf(world: World, by: (nth: number) => Member | null): Promise<number> {
  const before = await world.gateway.usage();
  await many(ROUND, async (nth) => {
    const { status, text } = await world.load.ask(BODY, by(nth));
    if (status !== 200) throw new TypeError(`${status}: ${text}`);
  });
  const { cpu } = await world.gateway.usage();
  return ((cpu - before.cpu) / ROUND) * 1e6;
}

const spread = (values: readonly number[], digits = 0): string => {
  const [low, middle, high] = [0.1, 0.5, 0.9].map((share) => percentile(values, share).toFixed(digits));
  return `${middle} (${low} to ${high})`;
};

// The last core: what asks and what is asked by the gateway share the others.
await using world = await openWorld({ core: availableParallelism() - 1, registered: [member(0).userID] });
await world.signIn(0, PEOPLE);
const signed = (nth: number): Member => member(nth % PEOPLE);
const anonymous = (): null => null;
const pairs: { readonly without: number; readonly with: number }[] = [];
for (let round = -2; round < ROUNDS; round += 1) {
  const first = await costOf(world, round % 2 === 0 ? signed : anonymous);
  const second = await costOf(world, round % 2 === 0 ? anonymous : signed);
  if (round >= 0) pairs.push(round % 2 === 0 ? { with: first, without: second } : { with: second, without: first });
}
const more = pairs.map((pair) => pair.with - pair.without);
say(`µs of processor time a request, the middle of ${ROUNDS} rounds of ${ROUND} in turns (10 % to 90 %)`);
say(`anonymous   ${spread(pairs.map(({ without }) => without))}`);
say(`signed      ${spread(pairs.map((pair) => pair.with))}`);
say(
  `full auth   ${spread(more)}   ×${spread(
    pairs.map((pair) => pair.with / pair.without),
    2,
  )}`,
);
if (percentile(more, 0.5) > MOST) process.exitCode = 1;
