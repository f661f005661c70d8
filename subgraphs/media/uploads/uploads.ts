import type { Knex } from 'knex';
import { badInput, Fault } from '../../kit/fault.ts';
import { type MediaReference, mediaReference } from '../../kit/media-claim.ts';
import type { Store } from '../../kit/store.ts';
import type { Call } from '../../openim/rest/call.ts';
import type { Objects } from '../../openim/rest/objects.ts';
import { complete } from './complete.ts';
import { expectParts, type Wanted } from './input.ts';
import type { UploadLimits } from './limits.ts';
import { kindOf, type Placed, place, sign } from './place.ts';
import { createShelf, type UploadRow } from './shelf.ts';

export interface UploadOptions {
  readonly db: Knex;
  readonly store: Store;
  readonly objects: Objects;
  readonly limits: UploadLimits;
  /** Where clients reach OpenIM's files, without a slash at the end. */
  readonly apiURL: () => string;
}

/** Uploads of one user at a time: `owner` is who asks. */
export interface Uploads {
  readonly limits: UploadLimits;
  create(owner: string, wanted: Wanted, call: Call): Promise<Placed>;
  /** Signs parts anew, all that are missing where none is named; `stored` are put already. */
  sign(
    owner: string,
    asked: { id: string; partNumbers: readonly number[] | null; stored: readonly number[] },
    call: Call,
  ): Promise<Placed>;
  complete(owner: string, id: string, call: Call): Promise<UploadRow>;
  mediaOf(row: UploadRow): MediaReference;
  remainingBytes(owner: string): Promise<number>;
  sweep(): Promise<void>;
}

export function createUploads({ db, store, objects, limits, apiURL }: UploadOptions): Uploads {
  const shelf = createShelf(db);

  async function heard(row: UploadRow, stored: readonly number[]): Promise<UploadRow> {
    expectNumbers(row, 'storedParts', stored);
    const all = new Set([...row.stored_parts, ...stored]);
    if (row.way === 'POST' || all.size === row.stored_parts.length) return row;
    return shelf.change(row, { stored_parts: [...all].sort((a, b) => a - b) });
  }

  return {
    limits,

    async create(owner, wanted, call) {
      const partSize = await objects.partSize(wanted.size, call);
      expectParts(wanted, partSize);
      const row =
        (await shelf.same(owner, wanted)) ?? (await shelf.open(owner, { wanted, partSize }, limits.quotaBytes));
      return place(row, { objects, shelf }, call);
    },

    async sign(owner, { id, partNumbers, stored }, call) {
      const row = await shelf.find(id, owner);
      if (row === null) throw new Fault('NOT_FOUND', { what: 'The upload' });
      if (row.state === 'COMPLETE') throw new Fault('UPLOAD_COMPLETE');
      if (row.expires_at.getTime() < Date.now()) throw new Fault('UPLOAD_EXPIRED');
      expectNumbers(row, 'partNumbers', partNumbers ?? []);
      const now = await heard(row, stored);
      const inParts = now.way === 'PUT' && now.ticket !== null && now.part_md5s.length > 1;
      if (partNumbers === null || !inParts) return place(now, { objects, shelf }, call);
      return { row: now, parts: await sign(now, partNumbers, { objects, call }) };
    },

    async complete(owner, id, call) {
      const row = await shelf.attempt(id, owner);
      if (row === null) throw new Fault('NOT_FOUND', { what: 'The upload' });
      return complete(row, { objects, shelf, store }, call);
    },

    mediaOf: ({ object_name, mime_type, size }) =>
      mediaReference({
        kind: kindOf(mime_type),
        url: `${apiURL()}/object/${object_name.split('/').map(encodeURIComponent).join('/')}`,
        mimeType: mime_type,
        size,
      }),

    remainingBytes: async (owner) => Math.max(0, limits.quotaBytes - (await shelf.used(owner))),
    sweep: shelf.sweep,
  };
}

function expectNumbers({ part_md5s }: UploadRow, field: string, partNumbers: readonly number[]): void {
  const isOne = (partNumber: number) => partNumber >= 1 && partNumber <= part_md5s.length;
  if (!partNumbers.every(isOne)) throw badInput(field, `numbers from 1 to ${part_md5s.length} are expected`);
}
