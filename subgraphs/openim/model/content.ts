import { type MediaClaim, type MediaReference, mediaReference } from '../../kit/media-claim.ts';
import { eventOf } from './events.ts';
import { fileNameOf } from './file-name.ts';
import {
  addressOf,
  type Fields,
  fieldsOf,
  intOf,
  listOf,
  numberOf,
  parseFields,
  shallow,
  textOf,
  timeOf,
  wordsOf,
} from './json.ts';
import type { Content, Snapshot, TextEntity } from './kinds.ts';
import { CARRIED } from './marks.ts';
import { NOTIFICATIONS } from './notifications.ts';
import { snapshotOf } from './snapshot.ts';

/** Quotes may hold bundles that hold quotes; the schema says how deep. */
const MOST_NESTED = 4;
/** Of the rows of one bundle, the marks of one text, the lines of one summary. */
const MOST_PARTS = 100;
/** OpenIM's own limit. */
const MOST_MENTIONS = 1_000;
export const REVOKED = 2101;
const AT_ALL = 'AtAllTag';

/** Reads a message's content. Total: what cannot be read as its type is UnknownContent. `fields`: its JSON, parsed before. */
export function contentOf(contentType: number, text: string, fields = parseFields(text)): Content {
  const read = fields === null ? null : readFields(contentType, fields, 0);
  return read ?? { __typename: 'UnknownContent', raw: text };
}

/** The same for content that was parsed already, as a quoted message carries it. Null for an unknown type. */
function readFields(contentType: number, fields: Fields, depth: number): Content | null {
  const reader = READERS[contentType];
  if (reader !== undefined) return reader(fields, depth);
  const name = NOTIFICATIONS[contentType];
  if (name === undefined) return null;
  const detail = parseFields(textOf(fields.detail)) ?? filled(fieldsOf(fields.detail));
  if (contentType === REVOKED) return revoked(detail ?? {});
  const event = detail && eventOf(contentType, detail, (type, found) => READERS[type]?.(found, MOST_NESTED) ?? null);
  return { __typename: 'NotificationContent', name, detail: shallow(detail), event };
}

const READERS: Readonly<Record<number, (fields: Fields, depth: number) => Content>> = {
  101: (fields) => textual('TextContent', fields.content),
  102: ({ sourcePicture, bigPicture, snapshotPicture, alt, unknown }) => ({
    __typename: 'PictureContent',
    source: picture(hasURL(sourcePicture) ? sourcePicture : bigPicture, unknown),
    thumbnail: hasURL(snapshotPicture) ? picture(snapshotPicture, unknown) : null,
    alt: wordsOf(alt),
  }),
  103: ({ sourceUrl, dataSize, duration, soundType, unknown }) => ({
    __typename: 'SoundContent',
    source: file({ kind: 'sound', url: sourceUrl, size: dataSize, duration, mimeType: soundType }, unknown),
  }),
  104: (fields) => ({
    __typename: 'VideoContent',
    source: file(
      {
        kind: 'video',
        url: fields.videoUrl,
        size: fields.videoSize,
        duration: fields.duration,
        mimeType: fields.videoType,
      },
      fields.unknown,
    ),
    snapshot:
      wordsOf(fields.snapshotUrl) === null || listOf(fields.unknown).includes('snapshot')
        ? null
        : videoSnapshot(fields),
    alt: wordsOf(fields.alt),
  }),
  105: ({ sourceUrl, fileSize, fileType, fileName, unknown }) => ({
    __typename: 'FileContent',
    source: file({ kind: 'file', url: sourceUrl, size: fileSize, mimeType: fileType }, unknown),
    name: fileNameOf(textOf(fileName)),
  }),
  106: ({ text, atUserList, atUsersInfo, quoteMessage }, depth) => ({
    ...textual('AtTextContent', text, quoteOf(quoteMessage, depth)),
    ...mentionsOf(atUserList, atUsersInfo),
  }),
  107: ({ title, abstractList, multiMessage }, depth) => ({
    __typename: 'MergerContent',
    title: textOf(title),
    summaries: listOf(abstractList).slice(0, MOST_PARTS).map(textOf),
    messages:
      depth >= MOST_NESTED
        ? []
        : listOf(multiMessage)
            .slice(0, MOST_PARTS)
            .map((each) => nested(fieldsOf(each), depth)),
  }),
  108: ({ userID, nickname, faceURL, ex }) => ({
    __typename: 'CardContent',
    userID: textOf(userID),
    nickname: wordsOf(nickname),
    faceURL: addressOf(faceURL),
    ex: wordsOf(ex),
  }),
  109: ({ description, latitude, longitude }) => ({
    __typename: 'LocationContent',
    description: wordsOf(description),
    latitude: within(90, numberOf(latitude)),
    longitude: within(180, numberOf(longitude)),
  }),
  110: custom,
  111: () => revoked({}),
  113: ({ msgTips }) => ({ __typename: 'TypingContent', tips: wordsOf(msgTips) }),
  114: ({ text, quoteMessage, messageEntityList }, depth) => ({
    ...textual('QuoteContent', text, quoteOf(quoteMessage, depth)),
    entities: entitiesOf(messageEntityList),
  }),
  115: ({ index, data, stickerID }) => ({
    __typename: 'StickerContent',
    index: intOf(index),
    data: textOf(data),
    stickerID: wordsOf(stickerID),
  }),
  117: ({ text, messageEntityList }) => ({
    ...textual('TextContent', text),
    entities: entitiesOf(messageEntityList),
  }),
  118: ({ content }) => textual('MarkdownContent', content),
  119: custom,
  120: custom,
};

function textual(
  __typename: 'TextContent' | 'AtTextContent' | 'QuoteContent' | 'MarkdownContent',
  text: unknown,
  quoted: Snapshot | null = null,
) {
  return { __typename, text: textOf(text), mentions: [], mentionsAll: false, quoted, entities: [] } as const;
}

const entitiesOf = (value: unknown): readonly TextEntity[] =>
  listOf(value)
    .slice(0, MOST_PARTS)
    .map(fieldsOf)
    .map(({ type, offset, length, url, ex }) => ({
      type: textOf(type),
      offset: intOf(offset) ?? 0,
      length: intOf(length) ?? 0,
      url: addressOf(url),
      ex: wordsOf(ex),
    }));

/** Degrees, the nearest that there are. */
const within = (most: number, degrees: number | null): number => Math.max(-most, Math.min(most, degrees ?? 0));

const TYPES_CARRIED: Readonly<Record<string, number>> = {
  [CARRIED.merger]: 107,
  [CARRIED.card]: 108,
  [CARRIED.location]: 109,
  [CARRIED.sticker]: 115,
};

/** Bundles, cards, places and stickers that we sent travel as custom messages. */
function custom(fields: Fields, depth: number): Content {
  const { data, description, extension } = fields;
  const carried = typeof extension === 'string' ? TYPES_CARRIED[extension] : undefined;
  const inner = carried === undefined ? null : parseFields(textOf(data));
  const read = inner === null || carried === undefined ? undefined : READERS[carried]?.(inner, depth);
  return (
    read ?? {
      __typename: 'CustomContent',
      data: textOf(data),
      description: wordsOf(description),
      extension: wordsOf(extension),
    }
  );
}

/** What is left of a message says `revokerID`; the notice of it, `revokerUserID`. */
const revoked = ({ revokerID, revokerUserID, revokerNickname, revokeTime }: Fields): Content => ({
  __typename: 'RevokedContent',
  revokerID: wordsOf(revokerID) ?? wordsOf(revokerUserID),
  revokerName: wordsOf(revokerNickname),
  revokedAt: timeOf(revokeTime),
});

const filled = (fields: Fields): Fields | null => (Object.keys(fields).length > 0 ? fields : null);

const hasURL = (value: unknown): boolean => wordsOf(fieldsOf(value).url) !== null;

/**
 * Without the fields that nobody knew and OpenIM demanded all the same; and what a client wrote as a list or an object
 * is no fact of a file.
 */
function file({ kind, url, ...facts }: MediaClaim, unknown: unknown): MediaReference {
  const names = listOf(unknown);
  const claim: Pick<MediaClaim, 'kind' | 'url'> & { [name: string]: unknown } = { kind, url: isFact(url) ? url : null };
  for (const [name, value] of Object.entries(facts)) if (isFact(value) && !names.includes(name)) claim[name] = value;
  return mediaReference(claim);
}

const isFact = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';

function picture(value: unknown, unknown: unknown): MediaReference {
  const { url, type, size, width, height } = fieldsOf(value);
  return file({ kind: 'picture', url, mimeType: type, size, width, height }, unknown);
}

const videoSnapshot = (fields: Fields): MediaReference =>
  picture(
    {
      url: fields.snapshotUrl,
      type: fields.snapshotType,
      size: fields.snapshotSize,
      width: fields.snapshotWidth,
      height: fields.snapshotHeight,
    },
    fields.unknown,
  );

const nested = (fields: Fields, depth: number): Snapshot =>
  snapshotOf(fields, (contentType, found) => readFields(contentType, found, depth + 1));

/** A message as OpenIM told it, kept elsewhere: whatever is in it, it is read. */
export const seenMessage = (raw: unknown): Snapshot => nested(fieldsOf(raw), -1);

function quoteOf(value: unknown, depth: number): Snapshot | null {
  const fields = fieldsOf(value);
  return depth >= MOST_NESTED || Object.keys(fields).length === 0 ? null : nested(fields, depth);
}

function mentionsOf(atUserList: unknown, atUsersInfo: unknown) {
  const names = new Map(
    listOf(atUsersInfo).map((each) => [textOf(fieldsOf(each).atUserID), wordsOf(fieldsOf(each).groupNickname)]),
  );
  const ids = [...new Set(listOf(atUserList).slice(0, MOST_MENTIONS).map(textOf))].filter((id) => id !== '');
  return {
    mentions: ids.filter((id) => id !== AT_ALL).map((userID) => ({ userID, name: names.get(userID) ?? null })),
    mentionsAll: ids.includes(AT_ALL),
  };
}
