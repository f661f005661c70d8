import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { ZipFile } from 'yazl';
import { type AdminQuery, asking, bearerOf } from '../world/admin.ts';
import type { World } from '../world/world.ts';

export interface Uploaded {
  readonly status: number;
  readonly id: string;
  readonly kind: string;
  readonly stickers: number;
  /** What was refused, as the gateway says it. */
  readonly says: string;
}

/** The seeded admin, with a way to bring pictures and archives. */
export interface StickerAdmin {
  readonly ask: AdminQuery;
  /** The one field of a mutation that went well. */
  change<Result>(field: string, variables?: object): Promise<Result>;
  upload(bytes: Uint8Array): Promise<Uploaded>;
}

export async function stickerAdmin(world: World): Promise<StickerAdmin> {
  const authorization = await bearerOf(world);
  const ask = asking(world.url, { authorization });
  return {
    ask,
    async change<Result>(field: string, variables: object = {}) {
      const { data, errors } = await ask<Record<string, Result>>(field, variables);
      const [value] = Object.values(data ?? {});
      if (errors.length > 0 || value === undefined) throw new Error(JSON.stringify(errors));
      return value;
    },
    async upload(bytes) {
      const answer = await fetch(`${world.url}/stickers/uploads`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/octet-stream' },
        body: Buffer.from(bytes),
      });
      const told = (await answer.json()) as Partial<Uploaded> & { errors?: { message: string }[] };
      return {
        ...{ status: answer.status, id: told.id ?? '', kind: told.kind ?? '', stickers: told.stickers ?? 0 },
        says: told.errors?.[0]?.message ?? '',
      };
    },
  };
}

/** A picture of one colour. */
export const picture = (
  background: string,
  { side = 64, format = 'png' }: { side?: number; format?: 'png' | 'jpeg' | 'webp' } = {},
): Promise<Buffer> =>
  sharp({ create: { width: side, height: side, channels: 3, background } })
    .toFormat(format)
    .toBuffer();

/** So many frames, each of another grey. */
export async function movingPicture(frames = 3, side = 32): Promise<Buffer> {
  const pages = await Promise.all(
    Array.from({ length: frames }, (_, nth) => picture(`rgb(${nth * 20},${nth * 20},${nth * 20})`, { side })),
  );
  return sharp(pages, { join: { animated: true } })
    .gif()
    .toBuffer();
}

export async function zipOf(files: Readonly<Record<string, Uint8Array | object>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files))
    zip.addBuffer(content instanceof Uint8Array ? Buffer.from(content) : Buffer.from(JSON.stringify(content)), name);
  zip.end();
  return buffer(zip.outputStream as unknown as AsyncIterable<Uint8Array>);
}

/** The same bytes with another text of the same length in all its places: what no honest program would pack. */
export function forged(archive: Buffer, from: string, to: string): Buffer {
  const made = Buffer.from(archive);
  for (let at = made.indexOf(from); at >= 0; at = made.indexOf(from, at + 1)) made.write(to, at, 'latin1');
  return made;
}
