import { hash } from 'node:crypto';
import { bounded } from './bounded.ts';

/** What a message or a profile says of one file: who holds it writes it, the media subgraph reads it. */
export interface MediaClaim {
  readonly kind: 'picture' | 'sound' | 'video' | 'file';
  readonly url: unknown;
  readonly mimeType?: unknown;
  readonly size?: unknown;
  readonly width?: unknown;
  readonly height?: unknown;
  readonly duration?: unknown;
  /** A picture of somebody else's page: whoever loaded it from there would tell that site who they are. */
  readonly foreign?: true;
  /** A provider of GIFs told of it, and nobody has sent it: not read until then, as hundreds are that nobody looks at. */
  readonly offered?: true;
  /** It came in a message that an admin reads, who did not choose to see it: shown blurred until they do. */
  readonly review?: true;
}

/** A `Media` as another subgraph hands it to the gateway: its key, and nothing else. */
export interface MediaReference {
  readonly id: string;
  readonly claim: MediaClaim;
}

export const mediaReference = (claim: MediaClaim): MediaReference => ({ id: mediaID(claim), claim });

/** Parameters that ask OpenIM for a smaller copy of the same object. */
const RENDITION = ['type', 'width', 'height', 'format'];

/** Ids of addresses met lately: the faces and files of a page that is read again. */
const IDS = bounded<string, string>(10_000);
const LONGEST_KEPT = 300;

/**
 * The same file has the same id wherever it appears: a hash of its address without what only asks for a rendition.
 * Text that is no address has an id, too, because a message's file is there even where it cannot be loaded. A foreign
 * page's picture has one of its own: by whichever way it is come to, it is loaded from us.
 */
function mediaID({ url, foreign }: MediaClaim): string {
  const text = typeof url === 'string' ? url : (JSON.stringify(url) ?? '');
  const isForeign = foreign === true;
  const key = (isForeign ? 'f' : 'o') + text;
  const known = IDS.get(key);
  if (known !== undefined) return known;
  const id = hash('sha256', (isForeign ? 'foreign\n' : '') + normalised(text), 'base64url').slice(0, 27);
  if (key.length <= LONGEST_KEPT) IDS.set(key, id);
  return id;
}

function normalised(text: string): string {
  const address = URL.parse(text);
  if (address === null) return text;
  if (address.pathname.includes('/object/')) for (const name of RENDITION) address.searchParams.delete(name);
  address.hash = '';
  return address.href;
}
