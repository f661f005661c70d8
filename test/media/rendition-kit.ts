import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import type { Knex } from 'knex';
import { pino } from 'pino';
import sharp from 'sharp';
import { createApp } from '../../gateway/http/app.ts';
import { createObserver } from '../../gateway/observe.ts';
import { serveMedia } from '../../gateway/routes/media.ts';
import { parseSessionKEK } from '../../subgraphs/identity/keys/kek.ts';
import { migrate, openDatabase } from '../../subgraphs/kit/database.ts';
import type { Signer } from '../../subgraphs/kit/seal.ts';
import type { OriginalFault } from '../../subgraphs/media/originals/original-fault.ts';
import type { Originals } from '../../subgraphs/media/originals/originals.ts';
import { openDiskShelf } from '../../subgraphs/media/renditions/disk-shelf.ts';
import { createMeter } from '../../subgraphs/media/renditions/meter.ts';
import { createRenditions, type Renditions } from '../../subgraphs/media/renditions/renditions.ts';
import type { Shelf } from '../../subgraphs/media/renditions/shelf.ts';
import shrink from '../../subgraphs/media/renditions/shrink.ts';
import { createShakyStore, type ShakyStore } from '../identity/shaky-store.ts';
import { emptyDatabase } from '../world/database.ts';

export const KEK = `k1:${Buffer.alloc(32, 1).toString('base64url')}`;
export const NEWER_KEK = `k2:${Buffer.alloc(32, 2).toString('base64url')}`;
export const signerOf = (keys: string): Signer => parseSessionKEK(keys).signer('media addresses');

export const TAKES = {
  avif: 'image/avif,image/webp,image/apng,image/*,*/*;q=0.8',
  webp: 'image/webp,*/*',
  anything: '*/*',
} as const;

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: Buffer;
}

/** As it is written: fetch would add headers of its own, and mend paths. */
export function get(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const asked = request(url, { method, headers, agent: false }, async (answer) => {
    const bytes = Buffer.concat(await answer.toArray());
    resolve({ status: answer.statusCode ?? 0, headers: answer.headers as Answer['headers'], bytes });
  });
  asked.on('error', reject).end();
  return promise;
}

export interface Node {
  readonly url: string;
  readonly renditions: Renditions;
  readonly log: readonly string[];
}

interface NodeOptions {
  readonly keys?: string;
  readonly shelf?: Shelf;
  /** Bytes of its folder. */
  readonly most?: number;
  readonly corsOrigins?: readonly string[];
}

/** What is where a file should lie; a function is called when it is read. */
type Lying = Buffer | OriginalFault | (() => Promise<Buffer>);
type File = Partial<Record<'state' | 'mime_type' | 'version' | 'width' | 'height' | 'animated', unknown>>;

/** One database, one store, one folder, and originals that are counted as they are read. */
export interface Studio extends AsyncDisposable {
  readonly db: Knex;
  readonly store: ShakyStore;
  readonly folder: string;
  /** Addresses of the originals that were read, in order. */
  readonly reads: readonly string[];
  node(options?: NodeOptions): Promise<Node>;
  /** A file that is known, and where its original lies. */
  file(original: Lying, facts?: File): Promise<string>;
  /** Of the folder. */
  kept(): Promise<string[]>;
}

export async function openStudio(): Promise<Studio> {
  const undo = new AsyncDisposableStack();
  const database = undo.use(await emptyDatabase());
  const silent = pino({ level: 'silent' });
  const db = openDatabase(database.url, silent);
  undo.defer(() => db.destroy());
  await migrate(db, { schema: 'media', directory: join(import.meta.dirname, '../../subgraphs/media/migrations') });
  const store = createShakyStore();
  const home = await mkdtemp(join(tmpdir(), 'renditions-'));
  undo.defer(() => rm(home, { recursive: true, force: true }));
  const folder = join(home, 'renditions');
  const reads: string[] = [];
  const lying = new Map<string, Lying>();
  const originals: Originals = {
    async read(url) {
      reads.push(url);
      const lies = lying.get(url);
      const original = typeof lies === 'function' ? await lies() : lies;
      if (!Buffer.isBuffer(original)) throw original;
      return { bytes: original, contentType: null };
    },
  };

  return {
    ...{ db, store, folder, reads },
    async node({ keys = KEK, shelf, most = 1024 * 1024, corsOrigins = [] } = {}) {
      const log: string[] = [];
      const sink = pino({ level: 'trace' }, { write: (line: string) => void log.push(line) });
      const observer = createObserver();
      const app = createApp({ log: sink, trustProxy: [], corsOrigins, observer });
      const meter = createMeter(observer.register);
      let url = '';
      const renditions = createRenditions({
        ...{ db, store, originals, shrink, meter, log: sink, mostBytes: 50 * 1024 * 1024, url: () => url },
        shelf: shelf ?? (await openDiskShelf({ folder, most })),
        signer: signerOf(keys),
      });
      serveMedia(app, renditions.desk);
      await app.listen({ host: '127.0.0.1', port: 0 });
      undo.defer(() => app.close());
      url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
      return { url, renditions, log };
    },
    async file(original, facts = {}) {
      const id = `file${lying.size}`.padEnd(27, '-');
      const url = `https://files.example/${id}`;
      lying.set(url, original);
      const row = {
        id,
        url,
        kind: 'picture',
        state: 'READY',
        mime_type: 'image/jpeg',
        width: 1200,
        height: 800,
        version: 1,
      };
      await db.table('media.files').insert({ ...row, ...facts });
      return id;
    },
    kept: () => readdir(folder).catch(() => []),
    [Symbol.asyncDispose]: () => undo.disposeAsync(),
  };
}

/** A photograph of a size, as a camera would make it: on its side, with the place where it was taken. */
export async function photograph(width = 1200, height = 800): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  return sharp({ create: { width: height, height: width, channels: 3, background: '#000', noise } })
    .withExif({
      IFD0: { Make: 'CameraMaker', Orientation: '6' },
      IFD3: { GPSLatitude: '51/1 30/1 0/1', GPSLatitudeRef: 'N', GPSLongitude: '0/1 7/1 0/1', GPSLongitudeRef: 'W' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 60 })
    .toBuffer();
}

/** A GIF of so many frames, none like the one before. */
export async function moving(frames: number): Promise<Buffer> {
  const [width, pageHeight, channels] = [120, 60, 3] as const;
  const pixels = Buffer.alloc(width * pageHeight * channels * frames);
  for (let at = 0; at < frames; at += 1)
    pixels.fill(at % 2 === 0 ? 0 : 255, at * width * pageHeight * channels, (at + 1) * width * pageHeight * channels);
  return sharp(pixels, { raw: { width, height: pageHeight * frames, channels, pageHeight } })
    .gif()
    .toBuffer();
}

/** A PNG of a few bytes that says of itself that it is so many pixels wide and high. */
export function vast(side: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  const pixels = deflateSync(Buffer.alloc(1_000_000));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}
