import { randomUUID } from 'node:crypto';
import { mediaReference } from '../../subgraphs/kit/media-claim.ts';
import type { Bench } from '../moderation/bench.ts';

/** A file as it would be known after it was read. */
export interface Known {
  readonly id: string;
  readonly url: string;
}

interface Facts {
  readonly state?: string;
  /** Hexadecimal digits. */
  readonly phash?: string;
  readonly sha256?: string;
}

/** Writes files down as if they had been met and read, without a picture and a server that has it. */
export const knowing =
  ({ sql }: Pick<Bench, 'sql'>) =>
  async ({ state = 'READY', phash, sha256 }: Facts = {}): Promise<Known> => {
    const url = `https://files.example/${randomUUID()}.png`;
    const { id } = mediaReference({ kind: 'picture', url });
    const read = state === 'PENDING' ? null : new Date();
    await sql(
      `insert into media.files (id, url, kind, state, phash, sha256, read_at, seen_at)
       values ($1, $2, 'picture', $3, decode($4, 'hex'), decode($5, 'hex'), $6, now())`,
      [id, url, state, phash ?? null, sha256 ?? null, read],
    );
    return { id, url };
  };

/** The same hash with these of its 64 bits turned. */
export const turned = (phash: string, ...bits: readonly number[]): string =>
  bits
    .reduce((hash, bit) => hash ^ (1n << BigInt(bit)), BigInt(`0x${phash}`))
    .toString(16)
    .padStart(16, '0');
