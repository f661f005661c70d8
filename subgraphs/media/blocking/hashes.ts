import { badInput } from '../../kit/fault.ts';
import { bitsOf, tellsApart } from '../../kit/perceptual-hash.ts';

/** What an entry is compared by. */
export type HashKind = 'PERCEPTUAL' | 'SHA256' | 'FILE';

/** A hash as an admin gives it, read. */
export interface NewHash {
  readonly kind: HashKind;
  /** 64 bits, as `0` and `1`. */
  readonly phash_bits: string | null;
  readonly sha256: Buffer | null;
  readonly file_id: string | null;
  readonly distance: number;
  readonly provenance: string | null;
  /** Where each has one of its own. */
  readonly reason?: string;
}

interface GivenHash {
  readonly perceptual?: string | null;
  readonly sha256?: string | null;
  readonly distance?: number | null;
  readonly provenance?: string | null;
}

export const MOST_HASHES_AT_ONCE = 10_000;
/** Of 64 bits: pictures that are further apart are more often two than one. */
const MOST_DISTANCE = 12;
export const USUAL_DISTANCE = 4;
const LONGEST_PROVENANCE = 300;
const MOST_TOLD = 10;

/** INPUT_INVALID tells which of them cannot be used, by their place from 0. */
export function hashesOf(given: readonly GivenHash[], field: string): readonly NewHash[] {
  if (given.length === 0 || given.length > MOST_HASHES_AT_ONCE)
    throw badInput(field, `1 to ${MOST_HASHES_AT_ONCE} hashes are expected`);
  const read = given.map(hashOf);
  const wrong = read.flatMap((each, at) => (typeof each === 'string' ? [`${field}[${at}]: ${each}`] : []));
  if (wrong.length > 0) {
    const more = wrong.length > MOST_TOLD ? `; and ${wrong.length - MOST_TOLD} more` : '';
    throw badInput(field, `${wrong.slice(0, MOST_TOLD).join('; ')}${more}`);
  }
  return read.filter((each) => typeof each !== 'string');
}

function hashOf({ perceptual, sha256, distance, provenance }: GivenHash): NewHash | string {
  if ((perceptual == null) === (sha256 == null)) return 'either perceptual or sha256 is expected';
  if ((provenance?.length ?? 0) > LONGEST_PROVENANCE || provenance?.includes('\0'))
    return `a provenance of at most ${LONGEST_PROVENANCE} characters is expected`;
  const rest = { file_id: null, provenance: provenance ?? null };
  if (sha256 != null) {
    if (!/^[0-9a-f]{64}$/i.test(sha256)) return 'a sha256 of 64 hexadecimal digits is expected';
    if (distance != null) return 'no distance is expected: only perceptual hashes have one';
    return { ...rest, kind: 'SHA256', phash_bits: null, sha256: Buffer.from(sha256, 'hex'), distance: 0 };
  }
  if (!/^[0-9a-f]{16}$/i.test(perceptual ?? '')) return 'a perceptual hash of 16 hexadecimal digits is expected';
  if (distance != null && (distance < 0 || distance > MOST_DISTANCE))
    return `a distance from 0 to ${MOST_DISTANCE} is expected`;
  const bits = bitsOf(Buffer.from(perceptual ?? '', 'hex'));
  if (!tellsApart(bits))
    return 'the hash of a picture that shows something is expected: this one is like any plain one';
  return { ...rest, kind: 'PERCEPTUAL', phash_bits: bits, sha256: null, distance: distance ?? USUAL_DISTANCE };
}

/** A distance for a file that is blocked. */
export function distanceOf(distance: number | null | undefined): number {
  if (distance == null) return USUAL_DISTANCE;
  if (distance >= 0 && distance <= MOST_DISTANCE) return distance;
  throw badInput('distance', `a number from 0 to ${MOST_DISTANCE} is expected`);
}

export const hexOf = (bits: string): string => BigInt(`0b${bits}`).toString(16).padStart(16, '0');
