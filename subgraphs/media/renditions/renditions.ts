import DataLoader from 'dataloader';
import type { Knex } from 'knex';
import type { RenditionAnswer, RenditionDesk } from '../../kit/renditions.ts';
import type { Signer } from '../../kit/seal.ts';
import { type FileRow, filesByID } from '../files/table.ts';
import { type Copy, nameOf, pathOf, readAddress } from './address.ts';
import { BUSY, type Failing } from './failing.ts';
import { formatFor, typeOf } from './formats.ts';
import { type Box, rungFor, type Size, sizeAt } from './ladder.ts';
import { createMaking, type Made, type MakingOptions } from './making.ts';

export interface RenditionOptions extends MakingOptions {
  readonly db: Knex;
  readonly signer: Signer;
  /** Where clients reach us, without a slash at the end; known once the port is. */
  readonly url: () => string;
}

/** A file that is a picture; its size is known. */
export type Picture = Size & Pick<FileRow, 'id' | 'version'>;

/** `reviewed`: for a moderator who chose to see what is blocked; for two days at most. */
type Shown = { readonly blurred?: boolean; readonly reviewed?: boolean };

export interface Renditions {
  /** Where a copy is that is no wider or higher than the box; the same for the same file and box. Asks nobody. */
  urlFor(picture: Picture, how: Box & Shown): string;
  readonly desk: RenditionDesk;
}

/** Requests that come within it are one statement. */
const TOGETHER_MS = 2;
/** What somebody waits for a picture; it is made all the same. */
const WAIT_MS = 12_000;
/** Raised when the same original is to come out differently: what was kept is made again. */
const RECIPE = 1;

const NONE: RenditionAnswer = { kind: 'none', seconds: 0 };
const LOST: RenditionAnswer = { kind: 'later', seconds: 5 };

/** Smaller copies of pictures, at addresses that we sign, made when they are asked for first. */
export function createRenditions(options: RenditionOptions): Renditions {
  const { db, signer, url, meter, log } = options;
  const make = createMaking(options);
  const rows = looking(db);
  async function answer(copy: Copy, ask: { accept: string; ifNoneMatch: string }): Promise<RenditionAnswer> {
    const file = await rows.load(copy.id);
    if (file === null || !isShown(file, copy)) return NONE;
    const own = copy.reviewed !== null;
    const animated = file.animated === true && !copy.blurred;
    const format = formatFor(ask.accept, { size: sizeAt(file, copy), animated });
    // The file's own version: an address that was made before it changed is good for what it is now.
    const name = `${nameOf({ ...copy, version: file.version, reviewed: null })}.${RECIPE}.${format}`;
    const etag = `W/"${name}"`;
    if (matches(ask.ifNoneMatch, etag)) return { kind: 'same', etag, own };
    const { side, length, blurred } = copy;
    const original = `${file.id}.${file.version}`;
    const wanted = { name, original, url: file.url, rung: { side, length }, format, blurred };
    const found = await within(WAIT_MS, make(wanted));
    if ('kind' in found) {
      meter.answered(found.kind);
      return found;
    }
    const { bytes, outcome } = found;
    meter.answered(outcome);
    return { kind: 'picture', etag, own, type: typeOf(bytes) ?? 'application/octet-stream', bytes };
  }

  return {
    urlFor({ id, version, width, height }, { blurred = false, reviewed = false, ...box }) {
      const copy = { id, version, blurred, reviewed: reviewed ? today() : null };
      return `${url()}${pathOf({ ...copy, ...rungFor({ width, height }, box) }, signer)}`;
    },
    desk: {
      async answer(ask) {
        const copy = readAddress(ask, signer);
        if (copy === null) return NONE;
        return answer(copy, ask).catch((error: unknown) => {
          log.warn({ err: error }, 'it could not be found out whether a picture may be shown');
          return LOST;
        });
      },
    },
  };
}

/** A page asks for its pictures at once: they are looked up together, and each request anew. */
const looking = (db: Knex) =>
  new DataLoader<string, FileRow | null>(
    async (ids) => {
      const found = await filesByID([...new Set(ids)], db);
      return ids.map((id) => found.get(id) ?? null);
    },
    { cache: false, maxBatchSize: 500, batchScheduleFn: (look) => setTimeout(look, TOGETHER_MS) },
  );

const DAY_MS = 86_400_000;
const today = (): number => Math.floor(Date.now() / DAY_MS);

/** Of what is blocked, only who decides on it sees anything: nobody else is given such an address. */
function isShown(file: FileRow, { blurred, reviewed }: Copy): file is FileRow & Size {
  if (reviewed !== null && today() - reviewed > 1) return false;
  const states = blurred || reviewed !== null ? ['READY', 'BLOCKED'] : ['READY'];
  return states.includes(file.state) && isPicture(file);
}

/** What `pictures/open.ts` opens, told apart without loading a decoder here. */
const READABLE = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif']);

/** A picture that is read here, or a video of which there is a still: what stands for it was made from that. */
export function isPicture(
  file: Pick<FileRow, 'mime_type' | 'width' | 'height' | 'thumb_hash'>,
): file is typeof file & Size {
  const type = file.mime_type ?? '';
  const hasStill = type.startsWith('video/') && file.thumb_hash !== null;
  return (READABLE.has(type) || hasStill) && file.width !== null && file.height !== null;
}

/** RFC 9110 §13.1.2: weakly. */
const matches = (ifNoneMatch: string, etag: string): boolean =>
  ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((each) => each.trim().replace(/^(?!W\/)/, 'W/') === etag);

async function within(ms: number, done: Promise<Made | Failing>): Promise<Made | Failing> {
  const { promise, resolve } = Promise.withResolvers<Failing>();
  const impatience = setTimeout(() => resolve(BUSY), ms);
  try {
    return await Promise.race([done, promise]);
  } finally {
    clearTimeout(impatience);
  }
}
