import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { StickerRow, PackRow } from '../catalog/rows.ts';
import type { ShownGif } from '../gifs/gifs.ts';
import type { EntitlementRow } from '../catalog/changes/entitlements.ts';
import type { PreviewRow } from '../links/previews.ts';
import type { BlockedDomainRow } from '../links/blocked.ts';
import type { Placed, Part } from '../uploads/place.ts';
import type { ToldLimits } from '../uploads/limits.ts';
import type { BlockListRow } from '../blocking/block-list.ts';
import type { EntryRow } from '../blocking/entries.ts';
import type { FileMatch } from '../blocking/matches.ts';
import type { MediaContext } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment: RFC 3339, milliseconds, UTC. */
  DateTime: { input: Date; output: Date | string | number; }
  /** What a message or a profile says of its file; written by the openim subgraph, read by media. */
  MediaClaim: { input: unknown; output: unknown; }
  /** An absolute web address, http or https. */
  URL: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** A new sticker. */
export type AddStickerInput = {
  /** What it is called, 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** What `POST /stickers/uploads` answered for its picture; good once. */
  readonly uploadID: Scalars['ID']['input'];
  /** What it is called and found by in several languages, each once. */
  readonly words?: InputMaybe<ReadonlyArray<StickerWordsInput>>;
};

/** Who looks after the service. */
export type Admin = {
  readonly __typename?: 'Admin';
  /** Stable. */
  readonly id: Scalars['ID']['output'];
};

/** A domain of which no link shows a preview. */
export type BlockedLinkDomain = {
  readonly __typename?: 'BlockedLinkDomain';
  /** Since when. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Who blocked it. */
  readonly createdBy?: Maybe<Admin>;
  /** In lower case, of letters, digits and hyphens (RFC 5890); it stands for every domain below it, too. */
  readonly domain: Scalars['String']['output'];
  /** Why, in the words of who blocked it. */
  readonly reason: Scalars['String']['output'];
};

/** A page of blocked domains. */
export type BlockedLinkDomainConnection = {
  readonly __typename?: 'BlockedLinkDomainConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<BlockedLinkDomainEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<BlockedLinkDomain>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Of all blocked domains. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page of blocked domains. */
export type BlockedLinkDomainEdge = {
  readonly __typename?: 'BlockedLinkDomainEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The domain. */
  readonly node: BlockedLinkDomain;
};

/** A new pack. */
export type CreateStickerPackInput = {
  /** Who drew it. */
  readonly author?: InputMaybe<Scalars['String']['input']>;
  /** Who was given this entitlement may send from it. With neither this nor `groupIDs`, everybody may. */
  readonly entitlement?: InputMaybe<Scalars['String']['input']>;
  /** OpenIM's groupIDs of the groups whose members may send from it, 50 at most. */
  readonly groupIDs?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** What it holds; STICKERS where nothing is said. */
  readonly kind?: InputMaybe<StickerPackKind>;
  /** What it is called, 1 to 100 characters. */
  readonly title: Scalars['String']['input'];
};

/** A file to upload. */
export type CreateUploadInput = {
  /** Its media type (RFC 6838), without parameters; `application/octet-stream` where nothing better is taken. */
  readonly mimeType: Scalars['String']['input'];
  /** What it is called; what does not belong into an address becomes `_`. */
  readonly name: Scalars['String']['input'];
  /** The MD5 of each part in order, 32 hexadecimal digits in lower case; `UploadLimits.partSize` tells how long a part is. */
  readonly partMD5s: ReadonlyArray<Scalars['String']['input']>;
  /** Its length in bytes, 1 at least, `UploadLimits.maxBytes` at most. */
  readonly size: Scalars['Float']['input'];
};

/**
 * A moving picture. It is sent as a picture: `content: { picture: { url, mimeType, size, width, height } }` with what
 * `media` says, so that every client shows it.
 */
export type Gif = {
  readonly __typename?: 'Gif';
  /** What the provider's terms want shown beside its GIFs; null: nothing. */
  readonly attribution?: Maybe<Scalars['String']['output']>;
  /** Unique among all sources. */
  readonly id: Scalars['ID']['output'];
  /** The picture. */
  readonly media: Media;
  /** Its page at the provider's. */
  readonly pageURL?: Maybe<Scalars['URL']['output']>;
  /** A smaller one, for a grid of many; null where the source has none: `media.thumbnail` may be. */
  readonly preview?: Maybe<Media>;
  /** Where it comes from: CATALOG also where the provider is away, or none is configured. */
  readonly source: GifSource;
  /** What it shows; may be empty. */
  readonly title: Scalars['String']['output'];
};

/** A page of GIFs. */
export type GifConnection = {
  readonly __typename?: 'GifConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<GifEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<Gif>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Null: they are not counted. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page of GIFs. */
export type GifEdge = {
  readonly __typename?: 'GifEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The GIF. */
  readonly node: Gif;
};

/** Where a GIF comes from. */
export type GifSource =
  /** Our own catalog. */
  | 'CATALOG'
  /** GIPHY, or a host that speaks as it does. */
  | 'GIPHY'
  /** Tenor, or a host that speaks as it does. */
  | 'TENOR';

/** A web address in a text. */
export type Link = {
  readonly __typename?: 'Link';
  /**
   * What its page says of itself. Null until it was fetched: that begins when somebody reads the link, and nobody waits for
   * it. Null also where there is nothing to tell, where the page was refused (docs/link-previews.md), and where an admin has
   * blocked its domain.
   */
  readonly preview?: Maybe<LinkPreview>;
  /** The address. */
  readonly url: Scalars['URL']['output'];
};

/**
 * What a page says of itself (Open Graph, Twitter cards, oEmbed, HTML): true only as far as its author is. Plain text, on
 * one line, without anything that cannot be seen or turns the direction of what stands beside it.
 */
export type LinkPreview = {
  readonly __typename?: 'LinkPreview';
  /** At most 500 characters. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /**
   * Its picture. `url` leads to a copy of ours, as large as they are made, and is null until there is one: whoever loaded
   * it from the site would tell the site that they have read the message.
   */
  readonly image?: Maybe<Media>;
  /** As the site calls itself, else the host that answered; at most 100 characters. */
  readonly siteName?: Maybe<Scalars['String']['output']>;
  /** At most 200 characters. */
  readonly title?: Maybe<Scalars['String']['output']>;
};

/**
 * One file, whatever carries it: a picture in a message, a voice note, somebody's avatar.
 * Its id is the same wherever the file appears. Until it was read, everything but the id is what the sender said of
 * the file, as far as it can be true: a size of nothing, a picture of no width or OpenIM's stand-in values are null.
 */
export type Media = {
  readonly __typename?: 'Media';
  /** Whether a picture moves. Null until READY, and for what is no picture. */
  readonly animated?: Maybe<Scalars['Boolean']['output']>;
  /** What the sender said of the file. */
  readonly claim: Scalars['MediaClaim']['output'];
  /** How a sound or a video is coded, as in the `codecs` parameter of a media type (RFC 6381). Null until READY. */
  readonly codec?: Maybe<Scalars['String']['output']>;
  /** The colour that a picture has most of, `#rrggbb`; of a moving one, of its first frame. Null until READY. */
  readonly dominantColor?: Maybe<Scalars['String']['output']>;
  /** Length in time of a sound or a video, in seconds. */
  readonly duration?: Maybe<Scalars['Float']['output']>;
  /** Why it is FAILED; null for any other. */
  readonly failure?: Maybe<MediaFailure>;
  /** Pixels from top to bottom, as shown. */
  readonly height?: Maybe<Scalars['Int']['output']>;
  /** Opaque; the same file has the same id wherever it appears. */
  readonly id: Scalars['ID']['output'];
  /** What the outside classifier says of it, surest first; empty until it was asked, and where none is set up. */
  readonly labels?: Maybe<ReadonlyArray<MediaLabel>>;
  /** Entries of block lists that it is like, of each list the nearest: why it is blocked, or what rules are told of it. */
  readonly matches?: Maybe<ReadonlyArray<MediaMatch>>;
  /** The file's media type (RFC 6838), e.g. `image/png`. */
  readonly mimeType?: Maybe<Scalars['String']['output']>;
  /** How the picture looks: 16 hexadecimal digits; pictures that look the same differ in few of the 64 bits. Null where it was not read, and for what is no picture. */
  readonly perceptualHash?: Maybe<Scalars['String']['output']>;
  /** The file's length in bytes. */
  readonly size?: Maybe<Scalars['Float']['output']>;
  /**
   * Whether the file was read. Until it is READY the other fields are what the sender said. It is read when somebody asks
   * for it first; `mediaChanged` tells when that is done. Null: what is known of files cannot be asked for right now,
   * or it is a GIF that a provider offers and nobody has sent.
   */
  readonly state?: Maybe<MediaState>;
  /**
   * What stands for a picture, or a video's still, until it is there: ThumbHash, base64. Null for what is neither, and until
   * `state` is READY.
   */
  readonly thumbHash?: Maybe<Scalars['String']['output']>;
  /**
   * Where a smaller copy of a picture is, or a still of a video, no wider or higher than asked and never larger than it (a
   * still: 1280 pixels): the nearest of
   * a ladder of sizes below (16, 32, 48, 64, 96, 160, 240, 320, 480, 640, 960, 1280, 1920, 2560 pixels, and others between
   * them). The address is the same whenever it is asked for, good for a day at least, and needs no signature; whoever
   * loads it gets AVIF or WebP where its `Accept` names them, else JPEG, PNG or GIF. It holds nothing that the camera
   * wrote. Null for what is neither, for videos and pictures that cannot be decoded here (HEIC, more than eight bits a colour
   * in videos), and until `state` is READY.
   *
   * An admin is shown what came in people's messages blurred, and so what is BLOCKED, with the scope `moderation:read`,
   * until they ask for it to be `clear`.
   */
  readonly thumbnail?: Maybe<Scalars['URL']['output']>;
  /** Where the file is loaded from. Null when what the sender gave is no web address. */
  readonly url?: Maybe<Scalars['URL']['output']>;
  /**
   * How loud a sound is: of each of 64 parts of the same length, from 0 for silence to 255 for the loudest part (root mean
   * squares of what is heard; of parts longer than ten seconds, of their first ten). Null for what is no sound, for sounds
   * that cannot be decoded (AMR, ALAC), and until `state` is READY.
   */
  readonly waveform?: Maybe<ReadonlyArray<Scalars['Int']['output']>>;
  /** Pixels from left to right, as shown. */
  readonly width?: Maybe<Scalars['Int']['output']>;
};


/**
 * One file, whatever carries it: a picture in a message, a voice note, somebody's avatar.
 * Its id is the same wherever the file appears. Until it was read, everything but the id is what the sender said of
 * the file, as far as it can be true: a size of nothing, a picture of no width or OpenIM's stand-in values are null.
 */
export type MediaThumbnailArgs = {
  clear?: InputMaybe<Scalars['Boolean']['input']>;
  height?: InputMaybe<Scalars['Int']['input']>;
  width: Scalars['Int']['input'];
};

/** An entry of a block list. */
export type MediaBlockEntry = {
  readonly __typename?: 'MediaBlockEntry';
  /** When it was added. */
  readonly addedAt: Scalars['DateTime']['output'];
  /** Who added it. */
  readonly addedBy?: Maybe<Admin>;
  /** In how many of its 64 bits a perceptual hash may differ. */
  readonly distance: Scalars['Int']['output'];
  /** Hexadecimal digits: 16 of a perceptual hash, 64 of a SHA-256; null of a file. */
  readonly hash?: Maybe<Scalars['String']['output']>;
  /** Ours, sortable by when it came. */
  readonly id: Scalars['ID']['output'];
  /** What is compared. */
  readonly kind: MediaHashKind;
  /** The list that it stands in. */
  readonly list?: Maybe<MediaBlockList>;
  /** `Media.id` of the file that was blocked; null where the hash was given. */
  readonly mediaID?: Maybe<Scalars['ID']['output']>;
  /** Where it comes from, in the words of who added it: a list, a report, a case. */
  readonly provenance?: Maybe<Scalars['String']['output']>;
  /** Why it is there. */
  readonly reason: Scalars['String']['output'];
};

/** A page of entries, oldest first. */
export type MediaBlockEntryConnection = {
  readonly __typename?: 'MediaBlockEntryConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<MediaBlockEntryEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<MediaBlockEntry>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Of all entries. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page of entries. */
export type MediaBlockEntryEdge = {
  readonly __typename?: 'MediaBlockEntryEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: MediaBlockEntry;
};

/**
 * Hashes that files are held to: of what somebody has seen, and does not want to be seen again. A file is held to them
 * when it was read, and when they come; one that is like an entry of a list that blocks is `BLOCKED` for everybody at once.
 */
export type MediaBlockList = {
  readonly __typename?: 'MediaBlockList';
  /** Whether what is like its entries is blocked. If not, it is only told to rules that name the list. */
  readonly blocks: Scalars['Boolean']['output'];
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** What it holds, and where it comes from. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** In the order in which they came. */
  readonly entries?: Maybe<MediaBlockEntryConnection>;
  /** Ours, stable; `house` is the list of what moderators have blocked one by one. */
  readonly id: Scalars['ID']['output'];
  /** What it is called. */
  readonly name: Scalars['String']['output'];
  /** How many entries it has. */
  readonly size: Scalars['Int']['output'];
  /** When its entries changed last. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** One more with each change. */
  readonly version: Scalars['Int']['output'];
};


/**
 * Hashes that files are held to: of what somebody has seen, and does not want to be seen again. A file is held to them
 * when it was read, and when they come; one that is like an entry of a list that blocks is `BLOCKED` for everybody at once.
 */
export type MediaBlockListEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of block lists, by name. */
export type MediaBlockListConnection = {
  readonly __typename?: 'MediaBlockListConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<MediaBlockListEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<MediaBlockList>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Of all lists. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page of block lists. */
export type MediaBlockListEdge = {
  readonly __typename?: 'MediaBlockListEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The list. */
  readonly node: MediaBlockList;
};

/** Why a file could not be read. */
export type MediaFailure =
  /** There is nothing at its address. */
  | 'NOT_FOUND'
  /** Its address leads to where this service does not go. */
  | 'REFUSED'
  /** It came, or was read, too slowly, several times. */
  | 'TIMED_OUT'
  /** It has more bytes than are read, 64 MiB. */
  | 'TOO_LARGE'
  /** It has more pixels than are opened, 50 million. */
  | 'TOO_MANY_PIXELS'
  /** It was sent as a picture, and is none that is shown. */
  | 'TYPE_REFUSED'
  /** Whoever has it did not answer, several times. */
  | 'UNREACHABLE'
  /** It is broken, cut off, or not what it begins as. */
  | 'UNREADABLE';

/** A hash for a block list: `perceptual` or `sha256`. */
export type MediaHashInput = {
  /** In how many of its 64 bits a perceptual hash may differ, 0 to 12; 4 unless said otherwise. */
  readonly distance?: InputMaybe<Scalars['Int']['input']>;
  /** How a picture looks: 16 hexadecimal digits, as `Media.perceptualHash` tells them. */
  readonly perceptual?: InputMaybe<Scalars['String']['input']>;
  /** Where it comes from; 300 characters at most. */
  readonly provenance?: InputMaybe<Scalars['String']['input']>;
  /** Of the file's bytes: 64 hexadecimal digits. */
  readonly sha256?: InputMaybe<Scalars['String']['input']>;
};

/** What an entry of a block list is compared by. */
export type MediaHashKind =
  /** One file by its id, wherever it appears. */
  | 'FILE'
  /** How a picture looks: it is found again scaled, recoloured or compressed anew. */
  | 'PERCEPTUAL'
  /** The bytes of a file, of any kind. */
  | 'SHA256';

/** What the outside classifier says of a file. */
export type MediaLabel = {
  readonly __typename?: 'MediaLabel';
  /** As the classifier calls it. */
  readonly name: Scalars['String']['output'];
  /** How sure it is, 0 to 1. */
  readonly score: Scalars['Float']['output'];
};

/** That a file is like an entry of a block list. */
export type MediaMatch = {
  readonly __typename?: 'MediaMatch';
  /** In how many of 64 bits they differ; 0 for the same bytes, and for the same file. */
  readonly distance: Scalars['Int']['output'];
  /** The entry; of each list the nearest. */
  readonly entry: MediaBlockEntry;
  /** When it was found. */
  readonly foundAt: Scalars['DateTime']['output'];
};

/** How far a file is known. */
export type MediaState =
  /** Nobody is to see it. */
  | 'BLOCKED'
  /** It is not to be had, or is broken, or is not what it was sent as: what is said of it is the sender's word. */
  | 'FAILED'
  /** It waits to be read, or is being read. */
  | 'PENDING'
  /** It was read: what is said of it is true. */
  | 'READY';

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Marks a sticker that the viewer may send as one of their favourites, 200 at most; one that is marked stays so. */
  readonly addFavouriteSticker?: Maybe<Sticker>;
  /**
   * Adds hashes to a list; those that it has stay as they are. Files that are known already are held to them in the
   * background, from then on.
   */
  readonly addMediaHashes?: Maybe<MediaBlockList>;
  /** Adds a sticker at the end of a pack, whose people may send it at once where the pack is published; 120 a pack. */
  readonly addSticker?: Maybe<Sticker>;
  /**
   * No link into a domain, or below it, shows a preview from then on, nor one that is sent on through it, nor a picture that
   * lies there; and nothing is fetched from there. Messages stay as they are. Asked again, the newer reason
   * holds.
   */
  readonly blockLinkDomain?: Maybe<BlockedLinkDomain>;
  /**
   * Hides a file from everybody: its address and its renditions are told no more, `state` is BLOCKED. So are files of the
   * same bytes, and pictures that look the same, those that are known a moment later, others when they come. Asked again,
   * the newer distance and reason hold.
   */
  readonly blockMedia?: Maybe<Media>;
  /** Ends an upload whose parts are all sent. Asked again, it answers the same. */
  readonly completeUpload?: Maybe<Media>;
  /** Makes an empty block list. `CONFLICT` where there is one of that name. */
  readonly createMediaBlockList?: Maybe<MediaBlockList>;
  /** Makes a draft at the end of all packs. */
  readonly createStickerPack?: Maybe<StickerPack>;
  /**
   * Begins an upload, or finds the unfinished one of the same file and name again. It is complete at once where the
   * viewer has uploaded the same bytes before; bytes that only others have uploaded are uploaded all the same.
   */
  readonly createUpload?: Maybe<Upload>;
  /** Deletes a list with its entries. What nothing else blocks is shown again a moment later. Answers the list as it was. */
  readonly deleteMediaBlockList?: Maybe<MediaBlockList>;
  /** Entitles users to packs that name this entitlement. Answers their userIDs; who has it keeps it. */
  readonly grantStickerEntitlement?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** Makes a draft of an archive that was uploaded to `POST /stickers/uploads` (docs/stickers.md): all of it or nothing. */
  readonly importStickerPack?: Maybe<StickerPack>;
  /** Lets those send from it whom it is for, also after it was withdrawn. It has to hold a sticker. */
  readonly publishStickerPack?: Maybe<StickerPack>;
  /** Takes the mark away. Answers the sticker, null where there is none; one that was not marked stays so. */
  readonly removeFavouriteSticker?: Maybe<Sticker>;
  /** Takes entries out of a list. What nothing else blocks is shown again a moment later. */
  readonly removeMediaHashes?: Maybe<MediaBlockList>;
  /** Takes a sticker out of its pack: messages still show it, and nobody may send it. */
  readonly removeSticker?: Maybe<Sticker>;
  /** Puts packs first in the order of all; those that are not named follow in theirs. Answers those that are named. */
  readonly reorderStickerPacks?: Maybe<ReadonlyArray<StickerPack>>;
  /** Puts stickers first in the order of their pack; those that are not named follow in theirs. */
  readonly reorderStickers?: Maybe<StickerPack>;
  /** Takes an entitlement away. Answers the userIDs; who does not have it stays so. */
  readonly revokeStickerEntitlement?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** Signs parts anew, when they have expired or the store has refused them; and is told which it holds already. */
  readonly signUploadParts?: Maybe<Upload>;
  /** Links into a domain show their previews again. What was known of them before is shown at once. */
  readonly unblockLinkDomain?: Maybe<BlockedLinkDomain>;
  /**
   * Shows a file again, and what was hidden for being like it. Where it is like an entry of another list, it is exempt from
   * now on: of two pictures that look the same to a machine, one may be harmless. `ALREADY_SO` where it is not blocked.
   */
  readonly unblockMedia?: Maybe<Media>;
  /** Changes what a sticker is called and found by; its picture stays, because messages show it. */
  readonly updateSticker?: Maybe<Sticker>;
  /** Changes a pack. */
  readonly updateStickerPack?: Maybe<StickerPack>;
  /** Lets nobody send from it any more; messages still show what was sent. */
  readonly withdrawStickerPack?: Maybe<StickerPack>;
};


export type MutationAddFavouriteStickerArgs = {
  stickerID: Scalars['ID']['input'];
};


export type MutationAddMediaHashesArgs = {
  hashes: ReadonlyArray<MediaHashInput>;
  listID: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationAddStickerArgs = {
  input: AddStickerInput;
  packID: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationBlockLinkDomainArgs = {
  domain: Scalars['String']['input'];
  reason: Scalars['String']['input'];
};


export type MutationBlockMediaArgs = {
  distance?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationCompleteUploadArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCreateMediaBlockListArgs = {
  blocks: Scalars['Boolean']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  reason: Scalars['String']['input'];
};


export type MutationCreateStickerPackArgs = {
  input: CreateStickerPackInput;
  reason: Scalars['String']['input'];
};


export type MutationCreateUploadArgs = {
  input: CreateUploadInput;
};


export type MutationDeleteMediaBlockListArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationGrantStickerEntitlementArgs = {
  name: Scalars['String']['input'];
  reason: Scalars['String']['input'];
  userIDs: ReadonlyArray<Scalars['ID']['input']>;
};


export type MutationImportStickerPackArgs = {
  reason: Scalars['String']['input'];
  uploadID: Scalars['ID']['input'];
};


export type MutationPublishStickerPackArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationRemoveFavouriteStickerArgs = {
  stickerID: Scalars['ID']['input'];
};


export type MutationRemoveMediaHashesArgs = {
  entryIDs: ReadonlyArray<Scalars['ID']['input']>;
  listID: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationRemoveStickerArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationReorderStickerPacksArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
  reason: Scalars['String']['input'];
};


export type MutationReorderStickersArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
  packID: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationRevokeStickerEntitlementArgs = {
  name: Scalars['String']['input'];
  reason: Scalars['String']['input'];
  userIDs: ReadonlyArray<Scalars['ID']['input']>;
};


export type MutationSignUploadPartsArgs = {
  partNumbers?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  storedParts?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  uploadID: Scalars['ID']['input'];
};


export type MutationUnblockLinkDomainArgs = {
  domain: Scalars['String']['input'];
  reason: Scalars['String']['input'];
};


export type MutationUnblockMediaArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationUpdateStickerArgs = {
  id: Scalars['ID']['input'];
  input: UpdateStickerInput;
  reason: Scalars['String']['input'];
};


export type MutationUpdateStickerPackArgs = {
  id: Scalars['ID']['input'];
  input: UpdateStickerPackInput;
  reason: Scalars['String']['input'];
};


export type MutationWithdrawStickerPackArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

/** Where a page stands in its list. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Of the page's last row; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there is more after `endCursor`. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is more before `startCursor`. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Of the page's first row; null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** What the object store takes as a part of a file. */
export type PartLimits = {
  readonly __typename?: 'PartLimits';
  /** Bytes of any part, at most. */
  readonly maxPartSize: Scalars['Float']['output'];
  /** Parts of one file, at most. */
  readonly maxParts: Scalars['Int']['output'];
  /** Bytes of a part that is not the last, at least. */
  readonly minPartSize: Scalars['Float']['output'];
};

export type Query = {
  readonly __typename?: 'Query';
  /** All packs, whatever their state, in their order. */
  readonly allStickerPacks?: Maybe<StickerPackConnection>;
  /** The domains of which no link shows a preview, by name. */
  readonly blockedLinkDomains?: Maybe<BlockedLinkDomainConnection>;
  /** What the viewer has marked and may still send, last marked first. */
  readonly favouriteStickers?: Maybe<StickerConnection>;
  /**
   * A file by its id. The id is made of the file's address, which nobody can guess: who has it has met the file. Null where
   * this service has not met it.
   */
  readonly media?: Maybe<Media>;
  /** A block list; null where there is none of that id. */
  readonly mediaBlockList?: Maybe<MediaBlockList>;
  /** The lists that files are held to, by name. */
  readonly mediaBlockLists?: Maybe<MediaBlockListConnection>;
  /** What the viewer has sent lately through this API and may still send, last sent first, 30 at most. */
  readonly recentStickers?: Maybe<ReadonlyArray<Sticker>>;
  /**
   * GIFs by a word, in the viewer's language (`Accept-Language`), at the provider that the operator has chosen; from our own
   * catalog where there is none, or it is away. The provider is told the word and the language, and not who asks.
   */
  readonly searchGifs?: Maybe<GifConnection>;
  /**
   * Stickers that the viewer may send, by their names and keywords in any language: first those with this very word, then
   * those with one that begins so, then those with one that looks like it. GIFs are found by `searchGifs`.
   */
  readonly searchStickers?: Maybe<StickerConnection>;
  /** Who has an entitlement, by userID. */
  readonly stickerEntitlements?: Maybe<StickerEntitlementConnection>;
  /** One pack; null where there is none, or it is not for the viewer. Admins with `stickers:read` see drafts, too. */
  readonly stickerPack?: Maybe<StickerPack>;
  /**
   * Published packs that are for the viewer (an admin: all that are published), in the order that the service gives them.
   * Whose groups cannot be asked for at OpenIM fails with UPSTREAM_UNAVAILABLE, where packs for groups are published.
   */
  readonly stickerPacks?: Maybe<StickerPackConnection>;
  /** What the provider says that people send now; our own catalog, where there is none or it is away, in its order. */
  readonly trendingGifs?: Maybe<GifConnection>;
  /** What the viewer may upload. */
  readonly uploadLimits?: Maybe<UploadLimits>;
};


export type QueryAllStickerPacksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kind?: InputMaybe<StickerPackKind>;
  state?: InputMaybe<StickerPackState>;
};


export type QueryBlockedLinkDomainsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryFavouriteStickersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryMediaArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMediaBlockListArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMediaBlockListsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerySearchGifsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  text: Scalars['String']['input'];
};


export type QuerySearchStickersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  text: Scalars['String']['input'];
};


export type QueryStickerEntitlementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  name: Scalars['String']['input'];
};


export type QueryStickerPackArgs = {
  id: Scalars['ID']['input'];
};


export type QueryStickerPacksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryTrendingGifsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A picture that is sent by itself, one of a pack. */
export type Sticker = {
  readonly __typename?: 'Sticker';
  /** Ours, stable. */
  readonly id: Scalars['ID']['output'];
  /** The picture. It is complete from the first moment on: never PENDING. */
  readonly image: Media;
  /** Words to find it by, in the viewer's language; where it has none in that, in English, else in another. */
  readonly keywords: ReadonlyArray<Scalars['String']['output']>;
  /** What it is called, in the viewer's language (`Accept-Language`) where it has a name in that. */
  readonly name: Scalars['String']['output'];
  /** The pack that it belongs to; null where that was withdrawn, or is not for the viewer. */
  readonly pack?: Maybe<StickerPack>;
  /** Whether it was taken out of its pack: messages still show it, and nobody may send it. */
  readonly removed: Scalars['Boolean']['output'];
  /** How often it was sent through this API; a send is counted about a second later. */
  readonly uses?: Maybe<Scalars['Float']['output']>;
  /** What it is called and found by, in all languages. */
  readonly words?: Maybe<ReadonlyArray<StickerWords>>;
};

/** A page of stickers. */
export type StickerConnection = {
  readonly __typename?: 'StickerConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<StickerEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<Sticker>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Null: they are not counted. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page of stickers. */
export type StickerEdge = {
  readonly __typename?: 'StickerEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The sticker. */
  readonly node: Sticker;
};

/** Who has an entitlement. */
export type StickerEntitlement = {
  readonly __typename?: 'StickerEntitlement';
  /** Since when. */
  readonly grantedAt: Scalars['DateTime']['output'];
  /** OpenIM's userID. */
  readonly userID: Scalars['ID']['output'];
};

/** A page of those who have an entitlement. */
export type StickerEntitlementConnection = {
  readonly __typename?: 'StickerEntitlementConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<StickerEntitlementEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<StickerEntitlement>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Null: they are not counted. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page of those who have an entitlement. */
export type StickerEntitlementEdge = {
  readonly __typename?: 'StickerEntitlementEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Who has it. */
  readonly node: StickerEntitlement;
};

/** Stickers that belong together. */
export type StickerPack = {
  readonly __typename?: 'StickerPack';
  /** Who drew it. */
  readonly author?: Maybe<Scalars['String']['output']>;
  /** A picture that stands for the pack: that of its first sticker. */
  readonly cover?: Maybe<Media>;
  /** Who was given this entitlement may send from it, whatever groups they are in. */
  readonly entitlement?: Maybe<Scalars['String']['output']>;
  /** OpenIM's groupIDs of the groups whose members may send from it. With neither these nor `entitlement`, everybody may. */
  readonly groupIDs?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** Ours, stable. */
  readonly id: Scalars['ID']['output'];
  /** What it holds. */
  readonly kind: StickerPackKind;
  /** Whether those whom it is for may send from it. */
  readonly published: Scalars['Boolean']['output'];
  /** Who may send from it. */
  readonly state?: Maybe<StickerPackState>;
  /** In their order, without removed ones. */
  readonly stickers: ReadonlyArray<Sticker>;
  /** What the pack is called. */
  readonly title: Scalars['String']['output'];
  /** How often its stickers were sent through this API, those that were removed since with them. */
  readonly uses?: Maybe<Scalars['Float']['output']>;
};

/** A page of sticker packs. */
export type StickerPackConnection = {
  readonly __typename?: 'StickerPackConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<StickerPackEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<StickerPack>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Of all packs of this list. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page of sticker packs. */
export type StickerPackEdge = {
  readonly __typename?: 'StickerPackEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The pack. */
  readonly node: StickerPack;
};

/** What a pack holds. */
export type StickerPackKind =
  /** GIFs, found by `searchGifs` and sent as pictures. */
  | 'GIFS'
  /** Stickers, sent as such. */
  | 'STICKERS';

/** Who may send from a pack. */
export type StickerPackState =
  /** Nobody yet, and nobody but admins sees it. */
  | 'DRAFT'
  /** Everybody whom it is for. */
  | 'PUBLISHED'
  /** Nobody any more; messages still show what was sent. */
  | 'WITHDRAWN';

/** What a sticker is called and found by in one language. */
export type StickerWords = {
  readonly __typename?: 'StickerWords';
  /** Words to find it by. */
  readonly keywords: ReadonlyArray<Scalars['String']['output']>;
  /** BCP 47, e.g. `zh-Hant`; `und` where nobody said which it is. */
  readonly language: Scalars['String']['output'];
  /** What it is called; null: as it is called anywhere. */
  readonly name?: Maybe<Scalars['String']['output']>;
};

/** What a sticker is called and found by in one language. */
export type StickerWordsInput = {
  /** Words to find it by, 30 at most, each of 50 characters at most. */
  readonly keywords?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** BCP 47 as it is written canonically, e.g. `zh-Hant`; `und` where it is not known. */
  readonly language: Scalars['String']['input'];
  /** What it is called; null: as it is called anywhere. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
};

/** What is absent stays as it is; neither can be cleared. */
export type UpdateStickerInput = {
  /** What it is called. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** What it is called and found by, in all languages: these take the place of all that were there. */
  readonly words?: InputMaybe<ReadonlyArray<StickerWordsInput>>;
};

/** What is absent stays as it is, null clears. */
export type UpdateStickerPackInput = {
  /** Who drew it. */
  readonly author?: InputMaybe<Scalars['String']['input']>;
  /** Who was given this entitlement may send from it. With neither this nor `groupIDs`, everybody may. */
  readonly entitlement?: InputMaybe<Scalars['String']['input']>;
  /** OpenIM's groupIDs of the groups whose members may send from it, 50 at most. */
  readonly groupIDs?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** What it is called; it cannot be cleared. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
};

/**
 * A file on its way into the object store. Its bytes go there directly, part by part, and never through this API:
 * `createUpload`, send the parts, `completeUpload`. It lives for a day; until then `createUpload` with the same file
 * and name finds it again, and asks for the missing parts only.
 */
export type Upload = {
  readonly __typename?: 'Upload';
  /** When it is forgotten. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Random; good for nobody but its owner. */
  readonly id: Scalars['ID']['output'];
  /** The stored file; null until it is complete. */
  readonly media?: Maybe<Media>;
  /** The media type (RFC 6838) as which it will be served. */
  readonly mimeType: Scalars['String']['output'];
  /** The file's name as it is stored: letters, digits, `.`, `-` and `_`. */
  readonly name: Scalars['String']['output'];
  /** Of how many parts it is. */
  readonly partCount: Scalars['Int']['output'];
  /** Bytes of each part but the last. */
  readonly partSize: Scalars['Float']['output'];
  /** The missing parts, ready to be sent: 100 at most, `signUploadParts` gives more. Empty once all are told as stored. */
  readonly parts: ReadonlyArray<UploadPart>;
  /** The file's length in bytes. */
  readonly size: Scalars['Float']['output'];
  /** Whether it waits for parts. */
  readonly state: UploadState;
  /** Bytes of the parts that the store is known to hold. */
  readonly storedBytes: Scalars['Float']['output'];
};

/** A name and its value: a header, or a field of a form. */
export type UploadField = {
  readonly __typename?: 'UploadField';
  /** As it is written. */
  readonly name: Scalars['String']['output'];
  /** As it is written. */
  readonly value: Scalars['String']['output'];
};

/** What may be uploaded, and how files are divided. */
export type UploadLimits = {
  readonly __typename?: 'UploadLimits';
  /** Bytes of one file. */
  readonly maxBytes: Scalars['Float']['output'];
  /** Media types that are taken, `type/*` for all of a kind; never one that a browser would run. */
  readonly mimeTypes: ReadonlyArray<Scalars['String']['output']>;
  /** What the object store takes as a part. */
  readonly partLimits?: Maybe<PartLimits>;
  /** Bytes of each part but the last of a file: it is divided so before its parts' MD5s are made. */
  readonly partSize?: Maybe<Scalars['Float']['output']>;
  /** Bytes that one user may upload within `quotaDays` days. */
  readonly quotaBytes: Scalars['Float']['output'];
  /** The days that `quotaBytes` speaks of. */
  readonly quotaDays: Scalars['Int']['output'];
  /** What is left of `quotaBytes` to the viewer. */
  readonly remainingBytes?: Maybe<Scalars['Float']['output']>;
};


/** What may be uploaded, and how files are divided. */
export type UploadLimitsPartSizeArgs = {
  size: Scalars['Float']['input'];
};

/** How a part is sent to the object store. */
export type UploadMethod =
  /** A POST of multipart/form-data: `fields` in their order, and then these bytes in the field `fileField`. */
  | 'POST'
  /** A PUT of exactly these bytes, with `headers`. */
  | 'PUT';

/** One request to the object store, which lets it pass as it is written here and refuses any other. */
export type UploadPart = {
  readonly __typename?: 'UploadPart';
  /** Until when the store lets it pass; then `signUploadParts`. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Fields to send with a POST, before the bytes. */
  readonly fields: ReadonlyArray<UploadField>;
  /** The name of the form's field that holds the bytes; null for a PUT. */
  readonly fileField?: Maybe<Scalars['String']['output']>;
  /** Headers to send with a PUT. */
  readonly headers: ReadonlyArray<UploadField>;
  /** How it is sent. */
  readonly method: UploadMethod;
  /** The part's first byte in the file. */
  readonly offset: Scalars['Float']['output'];
  /** From 1. */
  readonly partNumber: Scalars['Int']['output'];
  /** Bytes of the part. */
  readonly size: Scalars['Float']['output'];
  /** Where it is sent. */
  readonly url: Scalars['URL']['output'];
};

/** Whether an upload waits for its parts. */
export type UploadState =
  /** The file is stored, and `media` is there. */
  | 'COMPLETE'
  /** Parts are missing, or all are put and `completeUpload` was not called yet. */
  | 'OPEN';



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Link: Link;
  Media: Media;
  MediaBlockList: MediaBlockList;
  Sticker: Sticker;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Link:
    ( { __typename: 'Link' }
    & GraphQLRecursivePick<FederationTypes['Link'], {"url":true}> );
  Media:
    ( { __typename: 'Media' }
    & GraphQLRecursivePick<FederationTypes['Media'], {"id":true,"claim":true}> );
  MediaBlockList:
    ( { __typename: 'MediaBlockList' }
    & GraphQLRecursivePick<FederationTypes['MediaBlockList'], {"id":true}> );
  Sticker:
    ( { __typename: 'Sticker' }
    & GraphQLRecursivePick<FederationTypes['Sticker'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddStickerInput: AddStickerInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Admin: ResolverTypeWrapper<{ readonly id: string }>;
  BlockedLinkDomain: ResolverTypeWrapper<BlockedDomainRow>;
  BlockedLinkDomainConnection: ResolverTypeWrapper<Omit<BlockedLinkDomainConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['BlockedLinkDomainEdge']>, nodes: ReadonlyArray<ResolversTypes['BlockedLinkDomain']> }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  BlockedLinkDomainEdge: ResolverTypeWrapper<Omit<BlockedLinkDomainEdge, 'node'> & { node: ResolversTypes['BlockedLinkDomain'] }>;
  CreateStickerPackInput: CreateStickerPackInput;
  CreateUploadInput: CreateUploadInput;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Gif: ResolverTypeWrapper<ShownGif>;
  GifConnection: ResolverTypeWrapper<Omit<GifConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['GifEdge']>, nodes: ReadonlyArray<ResolversTypes['Gif']> }>;
  GifEdge: ResolverTypeWrapper<Omit<GifEdge, 'node'> & { node: ResolversTypes['Gif'] }>;
  GifSource: GifSource;
  Link: ResolverTypeWrapper<{ readonly url: string }>;
  LinkPreview: ResolverTypeWrapper<PreviewRow>;
  Media: ResolverTypeWrapper<Omit<Media, 'matches'> & { matches?: Maybe<ReadonlyArray<ResolversTypes['MediaMatch']>> }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  MediaBlockEntry: ResolverTypeWrapper<EntryRow>;
  MediaBlockEntryConnection: ResolverTypeWrapper<Omit<MediaBlockEntryConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['MediaBlockEntryEdge']>, nodes: ReadonlyArray<ResolversTypes['MediaBlockEntry']> }>;
  MediaBlockEntryEdge: ResolverTypeWrapper<Omit<MediaBlockEntryEdge, 'node'> & { node: ResolversTypes['MediaBlockEntry'] }>;
  MediaBlockList: ResolverTypeWrapper<BlockListRow>;
  MediaBlockListConnection: ResolverTypeWrapper<Omit<MediaBlockListConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['MediaBlockListEdge']>, nodes: ReadonlyArray<ResolversTypes['MediaBlockList']> }>;
  MediaBlockListEdge: ResolverTypeWrapper<Omit<MediaBlockListEdge, 'node'> & { node: ResolversTypes['MediaBlockList'] }>;
  MediaClaim: ResolverTypeWrapper<Scalars['MediaClaim']['output']>;
  MediaFailure: MediaFailure;
  MediaHashInput: MediaHashInput;
  MediaHashKind: MediaHashKind;
  MediaLabel: ResolverTypeWrapper<MediaLabel>;
  MediaMatch: ResolverTypeWrapper<FileMatch>;
  MediaState: MediaState;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PartLimits: ResolverTypeWrapper<PartLimits>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Sticker: ResolverTypeWrapper<StickerRow>;
  StickerConnection: ResolverTypeWrapper<Omit<StickerConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['StickerEdge']>, nodes: ReadonlyArray<ResolversTypes['Sticker']> }>;
  StickerEdge: ResolverTypeWrapper<Omit<StickerEdge, 'node'> & { node: ResolversTypes['Sticker'] }>;
  StickerEntitlement: ResolverTypeWrapper<EntitlementRow>;
  StickerEntitlementConnection: ResolverTypeWrapper<Omit<StickerEntitlementConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['StickerEntitlementEdge']>, nodes: ReadonlyArray<ResolversTypes['StickerEntitlement']> }>;
  StickerEntitlementEdge: ResolverTypeWrapper<Omit<StickerEntitlementEdge, 'node'> & { node: ResolversTypes['StickerEntitlement'] }>;
  StickerPack: ResolverTypeWrapper<PackRow>;
  StickerPackConnection: ResolverTypeWrapper<Omit<StickerPackConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['StickerPackEdge']>, nodes: ReadonlyArray<ResolversTypes['StickerPack']> }>;
  StickerPackEdge: ResolverTypeWrapper<Omit<StickerPackEdge, 'node'> & { node: ResolversTypes['StickerPack'] }>;
  StickerPackKind: StickerPackKind;
  StickerPackState: StickerPackState;
  StickerWords: ResolverTypeWrapper<StickerWords>;
  StickerWordsInput: StickerWordsInput;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  UpdateStickerInput: UpdateStickerInput;
  UpdateStickerPackInput: UpdateStickerPackInput;
  Upload: ResolverTypeWrapper<Placed>;
  UploadField: ResolverTypeWrapper<UploadField>;
  UploadLimits: ResolverTypeWrapper<ToldLimits>;
  UploadMethod: UploadMethod;
  UploadPart: ResolverTypeWrapper<Part>;
  UploadState: UploadState;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddStickerInput: AddStickerInput;
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  Admin: { readonly id: string };
  BlockedLinkDomain: BlockedDomainRow;
  BlockedLinkDomainConnection: Omit<BlockedLinkDomainConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['BlockedLinkDomainEdge']>, nodes: ReadonlyArray<ResolversParentTypes['BlockedLinkDomain']> };
  Int: Scalars['Int']['output'];
  BlockedLinkDomainEdge: Omit<BlockedLinkDomainEdge, 'node'> & { node: ResolversParentTypes['BlockedLinkDomain'] };
  CreateStickerPackInput: CreateStickerPackInput;
  CreateUploadInput: CreateUploadInput;
  Float: Scalars['Float']['output'];
  DateTime: Scalars['DateTime']['output'];
  Gif: ShownGif;
  GifConnection: Omit<GifConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['GifEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Gif']> };
  GifEdge: Omit<GifEdge, 'node'> & { node: ResolversParentTypes['Gif'] };
  Link: { readonly url: string };
  LinkPreview: PreviewRow;
  Media: Omit<Media, 'matches'> & { matches?: Maybe<ReadonlyArray<ResolversParentTypes['MediaMatch']>> } | FederationReferenceTypes['Media'];
  Boolean: Scalars['Boolean']['output'];
  MediaBlockEntry: EntryRow;
  MediaBlockEntryConnection: Omit<MediaBlockEntryConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['MediaBlockEntryEdge']>, nodes: ReadonlyArray<ResolversParentTypes['MediaBlockEntry']> };
  MediaBlockEntryEdge: Omit<MediaBlockEntryEdge, 'node'> & { node: ResolversParentTypes['MediaBlockEntry'] };
  MediaBlockList: BlockListRow;
  MediaBlockListConnection: Omit<MediaBlockListConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['MediaBlockListEdge']>, nodes: ReadonlyArray<ResolversParentTypes['MediaBlockList']> };
  MediaBlockListEdge: Omit<MediaBlockListEdge, 'node'> & { node: ResolversParentTypes['MediaBlockList'] };
  MediaClaim: Scalars['MediaClaim']['output'];
  MediaHashInput: MediaHashInput;
  MediaLabel: MediaLabel;
  MediaMatch: FileMatch;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  PartLimits: PartLimits;
  Query: Record<PropertyKey, never>;
  Sticker: StickerRow;
  StickerConnection: Omit<StickerConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['StickerEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Sticker']> };
  StickerEdge: Omit<StickerEdge, 'node'> & { node: ResolversParentTypes['Sticker'] };
  StickerEntitlement: EntitlementRow;
  StickerEntitlementConnection: Omit<StickerEntitlementConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['StickerEntitlementEdge']>, nodes: ReadonlyArray<ResolversParentTypes['StickerEntitlement']> };
  StickerEntitlementEdge: Omit<StickerEntitlementEdge, 'node'> & { node: ResolversParentTypes['StickerEntitlement'] };
  StickerPack: PackRow;
  StickerPackConnection: Omit<StickerPackConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['StickerPackEdge']>, nodes: ReadonlyArray<ResolversParentTypes['StickerPack']> };
  StickerPackEdge: Omit<StickerPackEdge, 'node'> & { node: ResolversParentTypes['StickerPack'] };
  StickerWords: StickerWords;
  StickerWordsInput: StickerWordsInput;
  URL: Scalars['URL']['output'];
  UpdateStickerInput: UpdateStickerInput;
  UpdateStickerPackInput: UpdateStickerPackInput;
  Upload: Placed;
  UploadField: UploadField;
  UploadLimits: ToldLimits;
  UploadPart: Part;
};

export type AdminResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['Admin'] = ResolversParentTypes['Admin']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type BlockedLinkDomainResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['BlockedLinkDomain'] = ResolversParentTypes['BlockedLinkDomain']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['Admin']>, ParentType, ContextType>;
  domain?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BlockedLinkDomainConnectionResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['BlockedLinkDomainConnection'] = ResolversParentTypes['BlockedLinkDomainConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['BlockedLinkDomainEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['BlockedLinkDomain']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type BlockedLinkDomainEdgeResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['BlockedLinkDomainEdge'] = ResolversParentTypes['BlockedLinkDomainEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['BlockedLinkDomain'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type GifResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['Gif'] = ResolversParentTypes['Gif']> = {
  attribution?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  media?: Resolver<ResolversTypes['Media'], ParentType, ContextType>;
  pageURL?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  preview?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['GifSource'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GifConnectionResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['GifConnection'] = ResolversParentTypes['GifConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['GifEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Gif']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type GifEdgeResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['GifEdge'] = ResolversParentTypes['GifEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Gif'], ParentType, ContextType>;
};

export type LinkResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['Link'] = ResolversParentTypes['Link'], FederationReferenceType extends FederationReferenceTypes['Link'] = FederationReferenceTypes['Link']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Link']> | FederationReferenceType, FederationReferenceType, ContextType>;
  preview?: Resolver<Maybe<ResolversTypes['LinkPreview']>, ParentType, ContextType>;
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
};

export type LinkPreviewResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['LinkPreview'] = ResolversParentTypes['LinkPreview']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  siteName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MediaResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['Media'] = ResolversParentTypes['Media'], FederationReferenceType extends FederationReferenceTypes['Media'] = FederationReferenceTypes['Media']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Media']> | FederationReferenceType, FederationReferenceType, ContextType>;
  animated?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  claim?: Resolver<ResolversTypes['MediaClaim'], ParentType, ContextType>;
  codec?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dominantColor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  duration?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['MediaFailure']>, ParentType, ContextType>;
  height?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  labels?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MediaLabel']>>, ParentType, ContextType>;
  matches?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MediaMatch']>>, ParentType, ContextType>;
  mimeType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  perceptualHash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  size?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['MediaState']>, ParentType, ContextType>;
  thumbHash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  thumbnail?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType, RequireFields<MediaThumbnailArgs, 'width'>>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  waveform?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Int']>>, ParentType, ContextType>;
  width?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type MediaBlockEntryResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['MediaBlockEntry'] = ResolversParentTypes['MediaBlockEntry']> = {
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  addedBy?: Resolver<Maybe<ResolversTypes['Admin']>, ParentType, ContextType>;
  distance?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MediaHashKind'], ParentType, ContextType>;
  list?: Resolver<Maybe<ResolversTypes['MediaBlockList']>, ParentType, ContextType>;
  mediaID?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  provenance?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MediaBlockEntryConnectionResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['MediaBlockEntryConnection'] = ResolversParentTypes['MediaBlockEntryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MediaBlockEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['MediaBlockEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type MediaBlockEntryEdgeResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['MediaBlockEntryEdge'] = ResolversParentTypes['MediaBlockEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MediaBlockEntry'], ParentType, ContextType>;
};

export type MediaBlockListResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['MediaBlockList'] = ResolversParentTypes['MediaBlockList'], FederationReferenceType extends FederationReferenceTypes['MediaBlockList'] = FederationReferenceTypes['MediaBlockList']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MediaBlockList']> | FederationReferenceType, FederationReferenceType, ContextType>;
  blocks?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  entries?: Resolver<Maybe<ResolversTypes['MediaBlockEntryConnection']>, ParentType, ContextType, Partial<MediaBlockListEntriesArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MediaBlockListConnectionResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['MediaBlockListConnection'] = ResolversParentTypes['MediaBlockListConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MediaBlockListEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['MediaBlockList']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type MediaBlockListEdgeResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['MediaBlockListEdge'] = ResolversParentTypes['MediaBlockListEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MediaBlockList'], ParentType, ContextType>;
};

export interface MediaClaimScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MediaClaim'], any> {
  name: 'MediaClaim';
}

export type MediaLabelResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['MediaLabel'] = ResolversParentTypes['MediaLabel']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type MediaMatchResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['MediaMatch'] = ResolversParentTypes['MediaMatch']> = {
  distance?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  entry?: Resolver<ResolversTypes['MediaBlockEntry'], ParentType, ContextType>;
  foundAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addFavouriteSticker?: Resolver<Maybe<ResolversTypes['Sticker']>, ParentType, ContextType, RequireFields<MutationAddFavouriteStickerArgs, 'stickerID'>>;
  addMediaHashes?: Resolver<Maybe<ResolversTypes['MediaBlockList']>, ParentType, ContextType, RequireFields<MutationAddMediaHashesArgs, 'hashes' | 'listID' | 'reason'>>;
  addSticker?: Resolver<Maybe<ResolversTypes['Sticker']>, ParentType, ContextType, RequireFields<MutationAddStickerArgs, 'input' | 'packID' | 'reason'>>;
  blockLinkDomain?: Resolver<Maybe<ResolversTypes['BlockedLinkDomain']>, ParentType, ContextType, RequireFields<MutationBlockLinkDomainArgs, 'domain' | 'reason'>>;
  blockMedia?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType, RequireFields<MutationBlockMediaArgs, 'id' | 'reason'>>;
  completeUpload?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType, RequireFields<MutationCompleteUploadArgs, 'id'>>;
  createMediaBlockList?: Resolver<Maybe<ResolversTypes['MediaBlockList']>, ParentType, ContextType, RequireFields<MutationCreateMediaBlockListArgs, 'blocks' | 'name' | 'reason'>>;
  createStickerPack?: Resolver<Maybe<ResolversTypes['StickerPack']>, ParentType, ContextType, RequireFields<MutationCreateStickerPackArgs, 'input' | 'reason'>>;
  createUpload?: Resolver<Maybe<ResolversTypes['Upload']>, ParentType, ContextType, RequireFields<MutationCreateUploadArgs, 'input'>>;
  deleteMediaBlockList?: Resolver<Maybe<ResolversTypes['MediaBlockList']>, ParentType, ContextType, RequireFields<MutationDeleteMediaBlockListArgs, 'id' | 'reason'>>;
  grantStickerEntitlement?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType, RequireFields<MutationGrantStickerEntitlementArgs, 'name' | 'reason' | 'userIDs'>>;
  importStickerPack?: Resolver<Maybe<ResolversTypes['StickerPack']>, ParentType, ContextType, RequireFields<MutationImportStickerPackArgs, 'reason' | 'uploadID'>>;
  publishStickerPack?: Resolver<Maybe<ResolversTypes['StickerPack']>, ParentType, ContextType, RequireFields<MutationPublishStickerPackArgs, 'id' | 'reason'>>;
  removeFavouriteSticker?: Resolver<Maybe<ResolversTypes['Sticker']>, ParentType, ContextType, RequireFields<MutationRemoveFavouriteStickerArgs, 'stickerID'>>;
  removeMediaHashes?: Resolver<Maybe<ResolversTypes['MediaBlockList']>, ParentType, ContextType, RequireFields<MutationRemoveMediaHashesArgs, 'entryIDs' | 'listID' | 'reason'>>;
  removeSticker?: Resolver<Maybe<ResolversTypes['Sticker']>, ParentType, ContextType, RequireFields<MutationRemoveStickerArgs, 'id' | 'reason'>>;
  reorderStickerPacks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['StickerPack']>>, ParentType, ContextType, RequireFields<MutationReorderStickerPacksArgs, 'ids' | 'reason'>>;
  reorderStickers?: Resolver<Maybe<ResolversTypes['StickerPack']>, ParentType, ContextType, RequireFields<MutationReorderStickersArgs, 'ids' | 'packID' | 'reason'>>;
  revokeStickerEntitlement?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType, RequireFields<MutationRevokeStickerEntitlementArgs, 'name' | 'reason' | 'userIDs'>>;
  signUploadParts?: Resolver<Maybe<ResolversTypes['Upload']>, ParentType, ContextType, RequireFields<MutationSignUploadPartsArgs, 'uploadID'>>;
  unblockLinkDomain?: Resolver<Maybe<ResolversTypes['BlockedLinkDomain']>, ParentType, ContextType, RequireFields<MutationUnblockLinkDomainArgs, 'domain' | 'reason'>>;
  unblockMedia?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType, RequireFields<MutationUnblockMediaArgs, 'id' | 'reason'>>;
  updateSticker?: Resolver<Maybe<ResolversTypes['Sticker']>, ParentType, ContextType, RequireFields<MutationUpdateStickerArgs, 'id' | 'input' | 'reason'>>;
  updateStickerPack?: Resolver<Maybe<ResolversTypes['StickerPack']>, ParentType, ContextType, RequireFields<MutationUpdateStickerPackArgs, 'id' | 'input' | 'reason'>>;
  withdrawStickerPack?: Resolver<Maybe<ResolversTypes['StickerPack']>, ParentType, ContextType, RequireFields<MutationWithdrawStickerPackArgs, 'id' | 'reason'>>;
};

export type PageInfoResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PartLimitsResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['PartLimits'] = ResolversParentTypes['PartLimits']> = {
  maxPartSize?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  maxParts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minPartSize?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  allStickerPacks?: Resolver<Maybe<ResolversTypes['StickerPackConnection']>, ParentType, ContextType, Partial<QueryAllStickerPacksArgs>>;
  blockedLinkDomains?: Resolver<Maybe<ResolversTypes['BlockedLinkDomainConnection']>, ParentType, ContextType, Partial<QueryBlockedLinkDomainsArgs>>;
  favouriteStickers?: Resolver<Maybe<ResolversTypes['StickerConnection']>, ParentType, ContextType, Partial<QueryFavouriteStickersArgs>>;
  media?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType, RequireFields<QueryMediaArgs, 'id'>>;
  mediaBlockList?: Resolver<Maybe<ResolversTypes['MediaBlockList']>, ParentType, ContextType, RequireFields<QueryMediaBlockListArgs, 'id'>>;
  mediaBlockLists?: Resolver<Maybe<ResolversTypes['MediaBlockListConnection']>, ParentType, ContextType, Partial<QueryMediaBlockListsArgs>>;
  recentStickers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Sticker']>>, ParentType, ContextType>;
  searchGifs?: Resolver<Maybe<ResolversTypes['GifConnection']>, ParentType, ContextType, RequireFields<QuerySearchGifsArgs, 'text'>>;
  searchStickers?: Resolver<Maybe<ResolversTypes['StickerConnection']>, ParentType, ContextType, RequireFields<QuerySearchStickersArgs, 'text'>>;
  stickerEntitlements?: Resolver<Maybe<ResolversTypes['StickerEntitlementConnection']>, ParentType, ContextType, RequireFields<QueryStickerEntitlementsArgs, 'name'>>;
  stickerPack?: Resolver<Maybe<ResolversTypes['StickerPack']>, ParentType, ContextType, RequireFields<QueryStickerPackArgs, 'id'>>;
  stickerPacks?: Resolver<Maybe<ResolversTypes['StickerPackConnection']>, ParentType, ContextType, Partial<QueryStickerPacksArgs>>;
  trendingGifs?: Resolver<Maybe<ResolversTypes['GifConnection']>, ParentType, ContextType, Partial<QueryTrendingGifsArgs>>;
  uploadLimits?: Resolver<Maybe<ResolversTypes['UploadLimits']>, ParentType, ContextType>;
};

export type StickerResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['Sticker'] = ResolversParentTypes['Sticker'], FederationReferenceType extends FederationReferenceTypes['Sticker'] = FederationReferenceTypes['Sticker']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Sticker']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  image?: Resolver<ResolversTypes['Media'], ParentType, ContextType>;
  keywords?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pack?: Resolver<Maybe<ResolversTypes['StickerPack']>, ParentType, ContextType>;
  removed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  uses?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  words?: Resolver<Maybe<ReadonlyArray<ResolversTypes['StickerWords']>>, ParentType, ContextType>;
};

export type StickerConnectionResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['StickerConnection'] = ResolversParentTypes['StickerConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['StickerEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Sticker']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type StickerEdgeResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['StickerEdge'] = ResolversParentTypes['StickerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Sticker'], ParentType, ContextType>;
};

export type StickerEntitlementResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['StickerEntitlement'] = ResolversParentTypes['StickerEntitlement']> = {
  grantedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  userID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type StickerEntitlementConnectionResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['StickerEntitlementConnection'] = ResolversParentTypes['StickerEntitlementConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['StickerEntitlementEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['StickerEntitlement']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type StickerEntitlementEdgeResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['StickerEntitlementEdge'] = ResolversParentTypes['StickerEntitlementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StickerEntitlement'], ParentType, ContextType>;
};

export type StickerPackResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['StickerPack'] = ResolversParentTypes['StickerPack']> = {
  author?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cover?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  entitlement?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  groupIDs?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['StickerPackKind'], ParentType, ContextType>;
  published?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['StickerPackState']>, ParentType, ContextType>;
  stickers?: Resolver<ReadonlyArray<ResolversTypes['Sticker']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  uses?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type StickerPackConnectionResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['StickerPackConnection'] = ResolversParentTypes['StickerPackConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['StickerPackEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['StickerPack']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type StickerPackEdgeResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['StickerPackEdge'] = ResolversParentTypes['StickerPackEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StickerPack'], ParentType, ContextType>;
};

export type StickerWordsResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['StickerWords'] = ResolversParentTypes['StickerWords']> = {
  keywords?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type UploadResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['Upload'] = ResolversParentTypes['Upload']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  media?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  mimeType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  partCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  partSize?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  parts?: Resolver<ReadonlyArray<ResolversTypes['UploadPart']>, ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['UploadState'], ParentType, ContextType>;
  storedBytes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type UploadFieldResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['UploadField'] = ResolversParentTypes['UploadField']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UploadLimitsResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['UploadLimits'] = ResolversParentTypes['UploadLimits']> = {
  maxBytes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  mimeTypes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  partLimits?: Resolver<Maybe<ResolversTypes['PartLimits']>, ParentType, ContextType>;
  partSize?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType, RequireFields<UploadLimitsPartSizeArgs, 'size'>>;
  quotaBytes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  quotaDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  remainingBytes?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type UploadPartResolvers<ContextType = MediaContext, ParentType extends ResolversParentTypes['UploadPart'] = ResolversParentTypes['UploadPart']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  fields?: Resolver<ReadonlyArray<ResolversTypes['UploadField']>, ParentType, ContextType>;
  fileField?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  headers?: Resolver<ReadonlyArray<ResolversTypes['UploadField']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['UploadMethod'], ParentType, ContextType>;
  offset?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  partNumber?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
};

export type Resolvers<ContextType = MediaContext> = {
  Admin?: AdminResolvers<ContextType>;
  BlockedLinkDomain?: BlockedLinkDomainResolvers<ContextType>;
  BlockedLinkDomainConnection?: BlockedLinkDomainConnectionResolvers<ContextType>;
  BlockedLinkDomainEdge?: BlockedLinkDomainEdgeResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Gif?: GifResolvers<ContextType>;
  GifConnection?: GifConnectionResolvers<ContextType>;
  GifEdge?: GifEdgeResolvers<ContextType>;
  Link?: LinkResolvers<ContextType>;
  LinkPreview?: LinkPreviewResolvers<ContextType>;
  Media?: MediaResolvers<ContextType>;
  MediaBlockEntry?: MediaBlockEntryResolvers<ContextType>;
  MediaBlockEntryConnection?: MediaBlockEntryConnectionResolvers<ContextType>;
  MediaBlockEntryEdge?: MediaBlockEntryEdgeResolvers<ContextType>;
  MediaBlockList?: MediaBlockListResolvers<ContextType>;
  MediaBlockListConnection?: MediaBlockListConnectionResolvers<ContextType>;
  MediaBlockListEdge?: MediaBlockListEdgeResolvers<ContextType>;
  MediaClaim?: GraphQLScalarType;
  MediaLabel?: MediaLabelResolvers<ContextType>;
  MediaMatch?: MediaMatchResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PartLimits?: PartLimitsResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Sticker?: StickerResolvers<ContextType>;
  StickerConnection?: StickerConnectionResolvers<ContextType>;
  StickerEdge?: StickerEdgeResolvers<ContextType>;
  StickerEntitlement?: StickerEntitlementResolvers<ContextType>;
  StickerEntitlementConnection?: StickerEntitlementConnectionResolvers<ContextType>;
  StickerEntitlementEdge?: StickerEntitlementEdgeResolvers<ContextType>;
  StickerPack?: StickerPackResolvers<ContextType>;
  StickerPackConnection?: StickerPackConnectionResolvers<ContextType>;
  StickerPackEdge?: StickerPackEdgeResolvers<ContextType>;
  StickerWords?: StickerWordsResolvers<ContextType>;
  URL?: GraphQLScalarType;
  Upload?: UploadResolvers<ContextType>;
  UploadField?: UploadFieldResolvers<ContextType>;
  UploadLimits?: UploadLimitsResolvers<ContextType>;
  UploadPart?: UploadPartResolvers<ContextType>;
};

