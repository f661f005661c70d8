import type { Logger } from 'pino';
import { bounded } from '../../kit/bounded.ts';
import { messageID } from '../conversation-id.ts';
import { REVOKED } from '../model/content.ts';
import { type Archivable, entryOf } from './entry.ts';
import type { ArchiveTable } from './table.ts';

/** A message as it was read, of a conversation. */
interface Noted {
  readonly conversationID: string;
  readonly message: Archivable;
}

/** What was read is archived behind the answer, once for each process. */
export interface Notes {
  note(conversationID: string, messages: readonly Archivable[]): void;
  /** They are gone from OpenIM. */
  forget(conversationID: string, seqs: readonly number[]): void;
  /** Waits for what is being written. */
  drain(): Promise<void>;
}

const MOST_KNOWN = 50_000;

/** What is read within so many ms is written in one statement. */
const WRITE_AFTER_MS = 25;

export function createNotes(archive: ArchiveTable, log: Logger): Notes {
  const told = bounded<string, true>(MOST_KNOWN);
  const writing = new Set<Promise<unknown>>();
  let waiting: Noted[] = [];

  function write(work: Promise<unknown>, keys: readonly string[]): void {
    const written = work
      .catch((error: unknown) => {
        for (const key of keys) told.delete(key);
        log.warn({ err: error }, 'the message index was not written');
      })
      .finally(() => writing.delete(written));
    writing.add(written);
  }

  function flush(): void {
    const noted = waiting;
    waiting = [];
    if (noted.length > 0) write(keepAll(noted, archive), noted.map(keyOf));
  }

  return {
    note(conversationID, messages) {
      const fresh: Noted[] = [];
      for (const message of messages) {
        const noted = { conversationID, message };
        const key = keyOf(noted);
        if (told.has(key)) continue;
        told.set(key, true);
        fresh.push(noted);
      }
      if (fresh.length === 0) return;
      if (waiting.length === 0) setTimeout(flush, WRITE_AFTER_MS);
      waiting.push(...fresh);
    },

    forget(conversationID, seqs) {
      const keyed = seqs.map((seq) => ({ seq, key: `${conversationID} ${seq} gone` }));
      const fresh = keyed.filter(({ key }) => !told.has(key));
      if (fresh.length === 0) return;
      for (const { key } of fresh) told.set(key, true);
      write(
        archive.forget(
          conversationID,
          fresh.map(({ seq }) => seq),
        ),
        fresh.map(({ key }) => key),
      );
    },

    drain: async () => {
      flush();
      await Promise.all(writing);
    },
  };
}

/** What messages say, and that some were taken back since they were kept. */
async function keepAll(noted: readonly Noted[], archive: ArchiveTable): Promise<void> {
  await archive.keep(noted.map(({ conversationID, message }) => entryOf(conversationID, message)));
  const revoked = noted.filter(({ message }) => message.contentType === REVOKED);
  for (const [conversationID, some] of Map.groupBy(revoked, (each) => each.conversationID))
    await archive.revoke(
      conversationID,
      some.map(({ message }) => message.seq),
    );
}

/** A message that is taken back is another one. */
const keyOf = ({ conversationID, message: { serverMsgID, contentType } }: Noted): string =>
  `${messageID(conversationID, serverMsgID)}${contentType === REVOKED ? ' revoked' : ''}`;
