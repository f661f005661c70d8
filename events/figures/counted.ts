import { createHash } from 'node:crypto';
import type { ChatEvent, KeptMessage } from '../../subgraphs/kit/events.ts';

/** Something that is counted once, however often it is told. */
export interface Counted {
  /** Of the conversation or group that it is of. */
  readonly digest: string;
  /** Which of what is remembered there says whether it was counted. */
  readonly memory: 'messages' | 'revoked' | 'made';
  /** 0 where there is but one. */
  readonly seq: number;
  /** UTC, YYYY-MM-DD. */
  readonly day: string;
  readonly room: 'DIRECT' | 'GROUP' | 'NOTICE' | 'ANY';
  readonly what: 'TEXT' | 'MEDIA' | 'OTHER' | 'REVOKED' | 'NEW_GROUP';
  /** Who wrote it; null where nobody did. */
  readonly writer: string | null;
}

const TEXT = new Set([101, 106, 114, 117, 118]);
const MEDIA = new Set([102, 103, 104, 105, 115]);
const FIRST_NOTICE = 1_000;
const ACCOUNT_NOTICE = 1_400;
const ROOMS: Readonly<Record<number, Counted['room']>> = { 1: 'DIRECT', 3: 'GROUP', 4: 'NOTICE' };

const DAY_MS = 86_400_000;
/** Before that there was no OpenIM. */
const EARLIEST = Date.UTC(2015, 0, 1);

/** What an event adds to the figures; nothing, for OpenIM's own notifications among the messages. */
export function countedIn(event: ChatEvent): readonly Counted[] {
  const { fact } = event;
  const day = dayOf(event);
  switch (fact.kind) {
    case 'MESSAGE_SAVED':
      return messageIn(fact.message, day);
    case 'MESSAGE_REVOKED': {
      const place = { digest: digestOf(fact.conversationID), memory: 'revoked', seq: fact.seq } as const;
      return [{ ...place, day, room: roomNamed(fact.conversationID), what: 'REVOKED', writer: null }];
    }
    case 'GROUP_CREATED': {
      const place = { digest: digestOf(`sg_${fact.groupID}`), memory: 'made', seq: 0 } as const;
      return [{ ...place, day, room: 'GROUP', what: 'NEW_GROUP', writer: null }];
    }
    default:
      return [];
  }
}

function messageIn(message: KeptMessage, day: string): readonly Counted[] {
  const { contentType, conversationID, seq, sendID: writer } = message;
  if (contentType >= FIRST_NOTICE && contentType !== ACCOUNT_NOTICE) return [];
  const what = TEXT.has(contentType) ? 'TEXT' : MEDIA.has(contentType) ? 'MEDIA' : 'OTHER';
  const room = ROOMS[message.sessionType] ?? 'ANY';
  return [{ digest: digestOf(conversationID), memory: 'messages', seq, day, room, what, writer }];
}

const roomNamed = (conversationID: string): Counted['room'] =>
  conversationID.startsWith('sg_') ? 'GROUP' : conversationID.startsWith('sn_') ? 'NOTICE' : 'DIRECT';

const digestOf = (id: string): string => createHash('md5').update(id).digest('hex');

/** Clients say when they wrote; they are believed where that is possible. What a callback tells has just happened. */
function dayOf({ id, at, source }: ChatEvent): string {
  const told = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
  const possible = at.getTime() <= told && at.getTime() >= (source === 'CALLBACK' ? told - DAY_MS : EARLIEST);
  return new Date(possible ? at.getTime() : told).toISOString().slice(0, 10);
}
