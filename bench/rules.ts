import { setImmediate as turn } from 'node:timers/promises';
import { compileRule } from '../subgraphs/moderation/rules/compile.ts';
import { createTally } from '../subgraphs/moderation/rules/conditions/tally.ts';
import { createJudge } from '../subgraphs/moderation/rules/judge.ts';
import type { Condition, Definition } from '../subgraphs/moderation/rules/rule.ts';
import { compileDomainList, compileList } from '../subgraphs/moderation/rules/text/compile-list.ts';
import { isListed } from '../subgraphs/moderation/rules/text/domains.ts';
import { memoryOf } from '../subgraphs/moderation/rules/text/word-list.ts';
import { percentile } from './sample.ts';

const WORDS = 1_000;
const PATTERNS = 50;
const DECISIONS = 20_000;
const SLOWEST_P99_MS = 5;
const FEWEST_A_SECOND = 2_000;
const LIST = 1_000_000;
const TEXTS = [
  'Shall we meet at the station at half past seven, or is that too early for you?',
  'Look at this: https://shop.example.com/offer?id=17 — w h a t a price!!!',
  'Встретимся у вокзала в половине восьмого, если для тебя это не слишком рано.',
  '我们七点半在车站见面好吗?如果太早就告诉我。',
];

const tell = (line: string): boolean => process.stdout.write(`${line}\n`);

/** Words that nobody writes: what is measured is looking for them. */
const made = (nth: number): string => `${((nth * 2_654_435_761) >>> 0).toString(36)}q${nth.toString(36)}`;

function judgeOf(conditions: readonly Condition[]) {
  const rules = conditions.map((condition, at) => {
    const definition: Definition = {
      ...{ name: 'bench', description: null, order: at, groupIDs: null, exemptUserIDs: [], exemptGroupIDs: [] },
      ...{ state: 'ON', places: ['SINGLE_CHATS'], conditions: [condition], pastDeadline: 'PASS' },
      actions: [{ kind: 'REFUSE', reason: null, minutes: null }],
    };
    const ground = { lists: new Map(), tally: createTally(), registeredAt: () => null };
    return compileRule({ id: `${at}`, version: 1, at: new Date(), definition }, ground);
  });
  const nothing = (): void => undefined;
  const staff = { roleNow: () => 'MEMBER' as const };
  const hold = async () => 'WAITING' as const;
  return createJudge({ book: { rules }, staff, hold, serviceUserID: 'imAdmin', tell: nothing, note: nothing });
}

function decisions(): boolean {
  const words = Array.from({ length: WORDS }, (_, nth) => made(nth));
  const judge = judgeOf([
    { kind: 'keywords', listIDs: [], words, match: 'SUBSTRING' },
    ...Array.from(
      { length: PATTERNS },
      (_, nth): Condition => ({
        ...{ kind: 'pattern', pattern: `(?:buy|sell)${nth}\\s+\\w+\\d{2,6}`, ignoreCase: true },
      }),
    ),
    { kind: 'links', domains: ['evil.example'], links: 'LISTED' },
    { kind: 'flood', moreThan: 900, seconds: 60, by: 'USER' },
  ]);
  const times: number[] = [];
  const began = performance.now();
  for (let nth = 0; nth < DECISIONS; nth++) {
    const content = JSON.stringify({ content: `${TEXTS[nth % TEXTS.length]} ${nth}` });
    const start = performance.now();
    judge.decide({
      ...{ kind: 'SEND', userID: `u${nth % 500}`, platformID: 5, to: { kind: 'USER', id: 'bo' }, contentType: 101 },
      ...{ content, atUserIDs: [], ex: '', clientMsgID: `c${nth}`, at: new Date() },
    });
    times.push(performance.now() - start);
  }
  const perSecond = Math.round(DECISIONS / ((performance.now() - began) / 1_000));
  const [median, p99] = [percentile(times, 0.5), percentile(times, 0.99)];
  tell(
    `${WORDS} words, ${PATTERNS} patterns: ${perSecond} decisions a second, median ${median.toFixed(3)} ms, p99 ${p99.toFixed(3)} ms`,
  );
  return perSecond >= FEWEST_A_SECOND && p99 < SLOWEST_P99_MS;
}

async function* pages(of: (nth: number) => string): AsyncIterable<readonly string[]> {
  const page = 20_000;
  for (let from = 0; from < LIST; from += page) {
    yield Array.from({ length: page }, (_, at) => of(from + at));
    // As where they are read from a database.
    await turn();
  }
}

/** How long the event loop is held up at most meanwhile is what other people notice. */
async function millionWords(): Promise<void> {
  let longest = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const began = performance.now();
  const list = await compileList(LIST, pages(made));
  const seconds = (performance.now() - began) / 1_000;
  clearInterval(watch);
  const megabytes = memoryOf(list).reduce((sum, { byteLength }) => sum + byteLength, 0) / 1e6;
  tell(
    `${LIST} words: compiled in ${seconds.toFixed(1)} s in a thread, ${megabytes.toFixed(0)} MB, event loop held up ${longest.toFixed(0)} ms at most`,
  );
}

/** A list that is subscribed to may hold so many. */
async function millionDomains(): Promise<void> {
  const domain = (nth: number): string => `${made(nth)}.example`;
  const list = await compileDomainList(LIST, pages(domain));
  const began = performance.now();
  for (let nth = 0; nth < DECISIONS; nth++) isListed(list, domain(nth * 97));
  const micros = ((performance.now() - began) * 1_000) / DECISIONS;
  tell(`${LIST} domains: ${(list.byteLength / 1e6).toFixed(0)} MB, ${micros.toFixed(1)} µs to look one up`);
}

const fast = decisions();
await millionWords();
await millionDomains();
process.exitCode = fast ? 0 : 1;
