import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { bounded } from '../../kit/bounded.ts';
import type { NamedPerson, PeopleDirectory } from '../../kit/people-directory.ts';
import { repeat } from '../../kit/repeat.ts';
import { spelling } from './spelling.ts';

/** Names are written together, a moment after they were seen. */
const EVERY_MS = 500;
const BATCH = 1_000;

export interface Directory extends PeopleDirectory {
  /** Writes now, and resolves when it is written. */
  keep(people: readonly NamedPerson[], on?: Knex): Promise<void>;
  stop(): Promise<void>;
}

export function createDirectory(db: Knex, log: Logger): Directory {
  /** What is known to be written: most people are read again and again under the same name. */
  const known = bounded<string, string>(50_000);
  const waiting = new Map<string, string>();

  async function keep(people: readonly NamedPerson[], on: Knex = db): Promise<void> {
    const rows = people.map(({ userID, nickname }) => ({
      user_id: userID,
      nickname,
      words: `${spelling(nickname)}\n${spelling(userID)}`,
    }));
    for (let from = 0; from < rows.length; from += BATCH)
      await on
        .table('identity.directory')
        // In one order, so that two nodes that write the same people do not wait for each other in a ring.
        .insert(rows.slice(from, from + BATCH).toSorted((a, b) => (a.user_id < b.user_id ? -1 : 1)))
        .onConflict('user_id')
        .merge()
        .whereRaw('directory.words <> excluded.words or directory.nickname <> excluded.nickname');
  }

  async function flush(): Promise<void> {
    if (waiting.size === 0) return;
    const people = Array.from(waiting, ([userID, nickname]) => ({ userID, nickname }));
    waiting.clear();
    await keep(people);
    for (const { userID, nickname } of people) known.set(userID, nickname);
  }
  // What could not be written is seen again, and walked over.
  const flushing = repeat(EVERY_MS, flush, (err) => log.warn({ err }, 'names could not be kept for searching'));

  return {
    note(people) {
      // A NUL is no text to Postgres; OpenIM takes it from anybody.
      for (const { userID, nickname } of people)
        if (known.get(userID) !== nickname && !nickname.includes('\0')) waiting.set(userID, nickname);
    },
    keep,
    async stop() {
      await flushing.stop();
      await flush().catch((err: unknown) => log.warn({ err }, 'names could not be kept for searching'));
    },
  };
}
