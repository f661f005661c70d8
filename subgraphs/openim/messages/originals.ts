import DataLoader from 'dataloader';
import { Fault } from '../../kit/fault.ts';
import type { ConversationModel } from '../model/conversation.ts';
import type { Origin } from '../model/kinds.ts';
import { type MessageModel, messageOf } from '../model/message.ts';
import type { WireMessage } from '../rest/wire.ts';
import type { Pull } from './pull.ts';

/** Seqs of a conversation that are read for the originals of one request, in one range. */
const WIDEST = 500;

/** The real messages behind snapshots; null for one that is gone, not the viewer's, or too far from the others. */
export type Originals = DataLoader<Origin, MessageModel | null, string>;

interface OriginalsParts {
  readonly pull: Pull;
  /** What this request has read already. */
  readonly seen: (messageID: string) => WireMessage | undefined;
  readonly seqByID: DataLoader<string, number | null>;
  readonly conversationByID: DataLoader<string, ConversationModel>;
}

interface Wanted extends Origin {
  readonly at: number;
}

/**
 * A snapshot is its writer's word: what it names is looked for only in conversations of the viewer's, and must be
 * there under that very id.
 */
export const createOriginals = (parts: OriginalsParts): Originals =>
  new DataLoader(
    async (origins) => {
      const unread = origins.filter(({ messageID }) => parts.seen(messageID) === undefined);
      const failed = await read(unread, parts);
      return origins.map(({ messageID, conversationID }) => {
        const row = parts.seen(messageID);
        return row === undefined ? (failed.get(conversationID) ?? null) : messageOf(conversationID, row);
      });
    },
    { cacheKeyFn: ({ messageID }) => messageID },
  );

/** One call for all conversations. Answers which conversations could not be read now. */
async function read(origins: readonly Origin[], parts: OriginalsParts): Promise<ReadonlyMap<string, Error>> {
  const failed = new Map<string, Error>();
  await Promise.all(
    [...Map.groupBy(origins, ({ conversationID }) => conversationID)].map(async ([conversationID, some]) => {
      try {
        const { window } = await parts.conversationByID.load(conversationID);
        const wanted = (await placed(some, parts)).filter(({ at }) => window.begin <= at && at <= window.end);
        if (wanted.length > 0) await parts.pull.load({ conversationID, ...rangeOf(wanted) });
      } catch (error) {
        if (!isAbsence(error)) failed.set(conversationID, error as Error);
      }
    }),
  );
  return failed;
}

async function placed(origins: readonly Origin[], { seqByID }: OriginalsParts): Promise<Wanted[]> {
  const seqs = await seqByID.loadMany(origins.map(({ messageID }) => messageID));
  return origins.flatMap((origin, nth) => {
    const known = seqs[nth];
    const at = typeof known === 'number' ? known : origin.seq;
    return at === null ? [] : [{ ...origin, at }];
  });
}

/** The newest, and what lies near enough to be read with it. */
function rangeOf(wanted: readonly Wanted[]): { begin: number; end: number } {
  const end = Math.max(...wanted.map(({ at }) => at));
  return { begin: Math.min(...wanted.map(({ at }) => at).filter((at) => at > end - WIDEST)), end };
}

const isAbsence = (error: unknown): boolean =>
  error instanceof Fault && (error.reason === 'NOT_YOURS' || error.reason === 'NOT_FOUND');
