import { randomUUID } from 'node:crypto';
import type { Registry } from 'prom-client';
import type { Judge } from '../../kit/decisions.ts';
import type { Announce, Consumer } from '../../kit/events.ts';
import type { ReadGroupStaff } from '../../kit/group-staff.ts';
import { hear } from '../../kit/hear.ts';
import type { MessageHistory } from '../../kit/message-history.ts';
import { repeat } from '../../kit/repeat.ts';
import type { Store } from '../../kit/store.ts';
import { type Held, type HeldState, type Holding, hold } from '../holds/hold.ts';
import { createAccounts } from './accounts.ts';
import { type AutomodParts, createAutomod, judgeLabels } from './automod.ts';
import { createTextClassifier, type TextClassifierSettings } from './classifier/ask.ts';
import { createTextWatch } from './classifier/consumer.ts';
import { createTally, type Seen } from './conditions/tally.ts';
import { createJudge, type Sending } from './judge.ts';
import { insertMatches, type NewMatch } from './matches.ts';
import { openRuleBook, type RuleBook } from './rule-book.ts';
import { createStaff, type Staff } from './staff.ts';
import { sweepWords } from './word-imports.ts';

export interface Rules {
  readonly book: RuleBook;
  readonly judge: Judge;
  /** For who tries a rule on what was said. */
  readonly staff: Staff;
  /** Automod, and who asks the classifier of texts where there is one. */
  readonly consumers: readonly Consumer[];
  stop(): Promise<void>;
}

export interface RulesParts extends Omit<AutomodParts, 'book' | 'staff' | 'hold'> {
  readonly history: Pick<MessageHistory, 'around' | 'newest'>;
  readonly announce: Announce;
  readonly readStaff: ReadGroupStaff;
  readonly store: Store;
  /** Null: nobody is asked about texts. */
  readonly textClassifier: TextClassifierSettings | null;
  readonly register: Registry;
}

const CHANNEL = 'moderation:seen';
/** What was seen is told to the other nodes together: a flood over several nodes is one, a moment later. */
const TELL_MS = 50;
const MOST_TOLD = 5_000;
const NOTE_MS = 500;
const SWEEP_MS = 3_600_000;

interface News {
  readonly from: string;
  readonly seen: readonly Seen[];
  readonly sendings: readonly Sending[];
}

/** Rules, in force on this node. */
export async function openRules(parts: RulesParts): Promise<Rules> {
  const { db, store, log, serviceUserID } = parts;
  const node = randomUUID();
  let news: { seen: Seen[]; sendings: Sending[] } = { seen: [], sendings: [] };
  const told = (): number => news.seen.length + news.sendings.length;
  const tally = createTally((seen) => void (told() < MOST_TOLD && news.seen.push(seen)));
  const { registeredAt } = createAccounts();
  const book = await openRuleBook({ db, store, log, tally, registeredAt });
  const staff = createStaff(parts);
  const judge = createJudge({
    ...{ book, staff, serviceUserID },
    hold: holdingBack(parts, ['RELEASING']),
    tell: (sending) => {
      if (told() < MOST_TOLD) news.sendings.push(sending);
      // Its content is asked for in the next moment.
      telling.now();
    },
    note: (match) => void (notes.length < MOST_TOLD && notes.push(match)),
  });
  let notes: NewMatch[] = [];
  const keepNotes = async (): Promise<void> => {
    const some = notes;
    notes = [];
    await insertMatches(some, db);
  };
  const noting = repeat(NOTE_MS, keepNotes, (err) => log.warn({ err }, 'what rules decided could not be kept'));

  const tellNews = async (): Promise<void> => {
    if (told() === 0) return;
    const message: News = { from: node, ...news };
    news = { seen: [], sendings: [] };
    await store.publish(CHANNEL, JSON.stringify(message));
  };
  const telling = repeat(TELL_MS, tellNews, (err) => log.warn({ err }, 'other nodes could not be told what was seen'));
  const end = await hear(store, CHANNEL, (message) => {
    const { from, seen, sendings } = JSON.parse(message) as News;
    if (from === node) return;
    seen.forEach(tally.learn);
    sendings.forEach(judge.learn);
  });
  const sweeping = repeat(
    SWEEP_MS,
    () => sweepWords(db),
    (err) => log.warn({ err }, 'words could not be swept'),
  );
  const after = { ...parts, book, staff, hold: holdingBack(parts, ['RELEASING', 'RELEASED']) };
  const automod = createAutomod(after);
  const asking = openAsking(after);
  return {
    book,
    judge,
    staff,
    consumers: asking === null ? [automod] : [automod, asking.consumer],
    async stop() {
      await end();
      await Promise.all([telling, noting, sweeping, automod, book].map((chore) => chore.stop()));
      await asking?.close();
    },
  };
}

/** In these states a message may go on, or be there. */
const holdingBack =
  (parts: Pick<RulesParts, 'db' | 'flags' | 'announce' | 'history'>, released: readonly HeldState[]) =>
  (holding: Holding): Promise<Held> =>
    hold(holding, { ...parts, released });

/** Null where there is no classifier of texts. */
function openAsking(parts: RulesParts & Pick<AutomodParts, 'book' | 'staff' | 'hold'>) {
  const { textClassifier } = parts;
  if (textClassifier === null) return null;
  const classifier = createTextClassifier(textClassifier);
  const consumer = createTextWatch({
    ...{ ...parts, classifier },
    judge: (asked, labels, span) => judgeLabels(asked, labels, { ...parts, span }),
  });
  return { consumer, close: () => classifier.close() };
}
