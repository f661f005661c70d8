import type { Signer } from '../../kit/seal.ts';
import { isRung, type Rung } from './ladder.ts';

/** One copy of one file: how large, and whether nothing can be made out in it. */
export interface Copy extends Rung {
  readonly id: string;
  /** The file's, when the address was made: another version has another address, so that no cache shows an older one. */
  readonly version: number;
  readonly blurred: boolean;
  /** The day, counted from 1970, on which a moderator chose to see it, blocked as it is; null: nobody did. */
  readonly reviewed: number | null;
}

function rungOf({ side, length, blurred, reviewed }: Omit<Copy, 'id' | 'version'>): string {
  const how = reviewed === null ? '' : `-reviewed${reviewed}`;
  return `${side}${length}${blurred ? '-blurred' : how}`;
}

/** What tells copies of one file apart; good in an address and as a file's name. */
export const nameOf = (copy: Copy): string => `${copy.id}.${copy.version}.${rungOf(copy)}`;

/** `/media/<id>/<version>/<rung>/<mark>`, the same for the same copy. */
export const pathOf = (copy: Copy, signer: Signer): string =>
  `/media/${copy.id}/${copy.version}/${rungOf(copy)}/${signer.mark(nameOf(copy))}`;

/** Null for what we have not signed. */
export function readAddress(
  { id, version, rung, mark }: { id: string; version: string; rung: string; mark: string },
  signer: Signer,
): Copy | null {
  if (!signer.isOurs(mark, `${id}.${version}.${rung}`)) return null;
  const [, side, length, blurred, reviewed] = /^([wh])(\d{1,4})(?:(-blurred)|-reviewed(\d{1,6}))?$/.exec(rung) ?? [];
  if (side === undefined) return null;
  const copy: Copy = {
    ...{ id, version: Number(version), blurred: blurred !== undefined },
    reviewed: reviewed === undefined ? null : Number(reviewed),
    side: side === 'w' ? 'w' : 'h',
    length: Number(length),
  };
  // Signed by a release whose ladder was another one.
  return isRung(copy) ? copy : null;
}
