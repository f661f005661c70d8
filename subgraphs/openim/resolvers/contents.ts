import type { GraphQLResolveInfo } from 'graphql';
import { Fault } from '../../kit/fault.ts';
import type { MediaReference } from '../../kit/media-claim.ts';
import type { OpenIMContext } from '../context.ts';
import { seenMessage } from '../model/content.ts';
import type { Content, Origin, Snapshot } from '../model/kinds.ts';
import { linksIn } from '../model/links.ts';
import { summaryOf } from '../model/summary.ts';
import { person } from './people.ts';

const summary = (content: Content, _: unknown, { scope }: OpenIMContext): string => summaryOf(content, scope.language);

/** Users see what is theirs; an admin anybody's, with the scope, and on record. */
function originalFor(origin: Origin, { scope: { viewer }, originalOf, readByAdmin }: OpenIMContext) {
  if (viewer.kind !== 'admin') return originalOf.load(origin);
  if (!viewer.scopes.has('messages:read')) return null;
  return readByAdmin.load(origin.messageID).catch((error: unknown) => {
    if (error instanceof Fault && error.reason === 'NOT_FOUND') return null;
    throw error;
  });
}

/** What people sent each other is nothing that an admin has to see unprepared. */
const shownTo = (media: MediaReference, { scope: { viewer } }: OpenIMContext): MediaReference =>
  viewer.kind === 'admin' ? { ...media, claim: { ...media.claim, review: true } } : media;

const source = (content: { source: MediaReference }, _: unknown, context: OpenIMContext): MediaReference =>
  shownTo(content.source, context);

const links = ({ text }: { text: string }): { url: string }[] => linksIn(text);

const textual = { summary, links };
const plain = { summary };

export const contents = {
  TextContent: textual,
  AtTextContent: textual,
  QuoteContent: textual,
  MarkdownContent: textual,
  PictureContent: {
    ...{ summary, source },
    thumbnail: ({ thumbnail }: { thumbnail: MediaReference | null }, _: unknown, context: OpenIMContext) =>
      thumbnail && shownTo(thumbnail, context),
  },
  SoundContent: { summary, source },
  VideoContent: {
    ...{ summary, source },
    snapshot: ({ snapshot }: { snapshot: MediaReference | null }, _: unknown, context: OpenIMContext) =>
      snapshot && shownTo(snapshot, context),
  },
  FileContent: { summary, source },
  MergerContent: plain,
  LocationContent: plain,
  CustomContent: plain,
  StickerContent: {
    summary,
    sticker: ({ stickerID }: { stickerID: string | null }) => (stickerID === null ? null : { id: stickerID }),
  },
  TypingContent: plain,
  NotificationContent: plain,
  UnknownContent: plain,
  CardContent: {
    summary,
    user: ({ userID }: { userID: string }, _: unknown, context: OpenIMContext, info: GraphQLResolveInfo) =>
      person(userID, context, info),
  },
  RevokedContent: {
    summary,
    revokedBy: (
      { revokerID }: { revokerID: string | null },
      _: unknown,
      context: OpenIMContext,
      info: GraphQLResolveInfo,
    ) => person(revokerID, context, info),
  },
  Mention: {
    user: ({ userID }: { userID: string }, _: unknown, context: OpenIMContext, info: GraphQLResolveInfo) =>
      person(userID, context, info),
  },
  MessageSnapshot: {
    sender: ({ senderID }: Snapshot, _: unknown, context: OpenIMContext, info: GraphQLResolveInfo) =>
      person(senderID, context, info),
    __resolveReference: ({ raw }: { raw: unknown }): Snapshot => seenMessage(raw),
    original: ({ origin }: Snapshot, _: unknown, context: OpenIMContext) => origin && originalFor(origin, context),
  },
};
