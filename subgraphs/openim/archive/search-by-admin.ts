import type { Knex } from 'knex';
import type { Coverages } from '../../kit/coverage.ts';
import { connection } from '../../kit/page.ts';
import type { MessagePage } from '../messages/page.ts';
import { messageOf } from '../model/message.ts';
import { archivedOf } from './candidates.ts';
import type { Archivable } from './entry.ts';
import { edgeOf, type SearchAsked } from './search.ts';
import { unsearchedAnywhere } from './unsearched.ts';

/** Everybody's messages as the archive has them, newest first: one statement, and no call to OpenIM. */
export async function searchAll(
  db: Knex,
  { wanted, rows, after }: SearchAsked,
  coverages: Coverages,
): Promise<MessagePage> {
  const found = await archivedOf(db, { wanted, rooms: null, after, limit: rows + 1 });
  const edges = found.slice(0, rows).flatMap((place) => {
    // Its sender's client wrote the status, too, and may not hide a message with it.
    const message = messageOf(place.conversationID, { ...(place.raw as Archivable), status: 0 });
    return message === null ? [] : [edgeOf(wanted, place, message)];
  });
  const page = connection(edges, { next: found.length > rows, previous: after !== null });
  return { ...page, edges, unsearched: () => unsearchedAnywhere(db, wanted.conversationID, coverages) };
}
