import type { Knex } from 'knex';
import { type Entry, entryOf } from '../subgraphs/openim/archive/entry.ts';
import { createArchiveTable } from '../subgraphs/openim/archive/table.ts';

/** Conversations, and people who write in them. The first of each have the most. */
const GROUPS = 5_000;
const PEOPLE = 10_000;
const WORDS = 30_000;
const AT_ONCE = 4;
const BATCH = 500;
const BEGAN = Date.UTC(2025, 0, 1);

/** Numbers that look random and are the same each time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const SYLLABLES = 'ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu'.split(
  ' ',
);

/** The word of this rank: the first are in every second message, the last in a few. */
export function word(rank: number): string {
  let rest = rank + SYLLABLES.length;
  let found = '';
  for (; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) found += SYLLABLES[rest % SYLLABLES.length] ?? '';
  return found;
}

export const ideograph = (rank: number): string => String.fromCodePoint(0x4e00 + rank);

export const group = (rank: number): string => `sg_group${rank}`;
export const person = (rank: number): string => `person${rank}`;

/** Of a few things much, of most little. */
const skewed = (roll: number, count: number): number => Math.min(count - 1, Math.floor(count ** roll) - 1);

/** Messages as people write them: two thirds in words, a fifth in Chinese, the rest pictures, links and mentions. */
export async function fill(db: Knex, rows: number, told: (done: number) => void): Promise<void> {
  const roll = dice(7);
  const table = createArchiveTable(db);
  const seqs = new Map<string, number>();
  let made = 0;
  const next = (): Entry[] => {
    const count = Math.min(BATCH, rows - made);
    return Array.from({ length: count }, () => {
      made += 1;
      return message(made, roll, seqs);
    });
  };
  const writer = async (): Promise<void> => {
    for (let entries = next(); entries.length > 0; entries = next()) {
      await table.keep(entries);
      told(made);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, writer));
}

function message(nth: number, roll: () => number, seqs: Map<string, number>): Entry {
  const conversationID = group(skewed(roll(), GROUPS));
  const seq = (seqs.get(conversationID) ?? 0) + 1;
  seqs.set(conversationID, seq);
  const { contentType, content } = said(roll);
  const time = BEGAN + nth * 20_000;
  return entryOf(conversationID, {
    ...{ seq, serverMsgID: `server${nth}`, clientMsgID: `client${nth}`, sendID: person(skewed(roll(), PEOPLE)) },
    ...{ recvID: '', groupID: conversationID.slice(3), senderPlatformID: 5, senderNickname: 'Somebody' },
    ...{ senderFaceURL: '', sessionType: 3, msgFrom: 100, contentType, content: JSON.stringify(content) },
    ...{ sendTime: time, createTime: time, status: 2, atUserIDList: [], ex: '' },
  });
}

function said(roll: () => number): { contentType: number; content: object } {
  const kind = roll();
  const words = Array.from({ length: 3 + Math.floor(roll() * 12) }, () => word(skewed(roll(), WORDS))).join(' ');
  if (kind < 0.65) return { contentType: 101, content: { content: words } };
  if (kind < 0.85) {
    const characters = Array.from({ length: 4 + Math.floor(roll() * 20) }, () => ideograph(skewed(roll(), 3_000)));
    return { contentType: 101, content: { content: characters.join('') } };
  }
  if (kind < 0.9) return { contentType: 101, content: { content: `${words} https://example.com/${words.length}` } };
  if (kind < 0.93) {
    const atUserList = [person(skewed(roll(), PEOPLE))];
    return { contentType: 106, content: { text: words, atUserList } };
  }
  const picture = { url: 'https://example.com/a.png', width: 1, height: 1, type: 'image/png' };
  return { contentType: 102, content: { sourcePicture: picture, bigPicture: picture, snapshotPicture: picture } };
}
