import { createHash, randomInt } from 'node:crypto';
import type { Knex } from 'knex';
import { Fault } from '../../kit/fault.ts';
import { newSortableID } from '../ids.ts';

export interface InvitationRow {
  readonly id: string;
  readonly label: string;
  readonly most_uses: number;
  readonly uses: number;
  readonly created_by: string;
  readonly created_at: Date;
  readonly expires_at: Date | null;
  readonly revoked_at: Date | null;
}

/** With its code, where it was made just now. */
export type ShownInvitation = InvitationRow & { readonly code?: string };

export interface NewInvitation {
  readonly label: string;
  readonly mostUses: number;
  readonly expiresAt: Date | null;
  readonly createdBy: string;
}

/** Codes that let somebody register; kept as a hash, and shown once. */
export interface Invitations {
  create(invitation: NewInvitation, on: Knex): Promise<InvitationRow & { readonly code: string }>;
  /** Newest first. */
  list(page: { limit: number; after: string | null }): Promise<readonly InvitationRow[]>;
  count(): Promise<number>;
  /** Who was let in by it keeps their account. Null where there is none, or it was revoked before. */
  revoke(id: string, on: Knex): Promise<InvitationRow | null>;
  /** Counts one use; resolves with its id. INVITATION_REQUIRED, INVITATION_INVALID or INVITATION_USED. */
  use(code: string | null, on: Knex): Promise<string>;
}

const SHOWN = ['id', 'label', 'most_uses', 'uses', 'created_by', 'created_at', 'expires_at', 'revoked_at'] as const;
/** Crockford's, without what is read as something else. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 4;

/** Eighty random bits, in groups as one reads them out: `7K2M-…`. */
const newCode = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-');

/** As people type it: case, spaces and dashes do not matter, nor O for 0, I and L for 1. */
const plain = (code: string): string =>
  code.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

// A hash without a key: nobody guesses eighty bits.
const hashOf = (code: string): string =>
  createHash('sha256')
    .update(`invitation:${plain(code)}`)
    .digest('base64url');

export function createInvitations(db: Knex): Invitations {
  const table = (on: Knex = db) => on.table('identity.invitations');

  async function refusal(code_hash: string, on: Knex): Promise<Fault> {
    const row = await table(on).where({ code_hash }).first<InvitationRow | undefined>();
    const over = row?.expires_at != null && row.expires_at <= new Date();
    return new Fault(row === undefined || row.revoked_at !== null || over ? 'INVITATION_INVALID' : 'INVITATION_USED');
  }

  return {
    async create({ label, mostUses, expiresAt, createdBy }, on) {
      const code = newCode();
      const row = { id: newSortableID(), code_hash: hashOf(code), label, most_uses: mostUses, created_by: createdBy };
      const [made] = await table(on)
        .insert({ ...row, expires_at: expiresAt })
        .returning<InvitationRow[]>(SHOWN);
      return { ...(made as InvitationRow), code };
    },

    async list({ limit, after }) {
      const rows = table().orderBy('id', 'desc').limit(limit).select<InvitationRow[]>(SHOWN);
      return after === null ? rows : rows.where('id', '<', after);
    },

    count: async () => Number((await table().count<{ count: string }[]>('id'))[0]?.count ?? 0),

    async revoke(id, on) {
      const [row] = await table(on)
        .where({ id })
        .whereNull('revoked_at')
        .update({ revoked_at: on.fn.now() })
        .returning<InvitationRow[]>(SHOWN);
      return row ?? null;
    },

    async use(code, on) {
      if (code === null) throw new Fault('INVITATION_REQUIRED');
      const code_hash = hashOf(code);
      const [used] = await table(on)
        .where({ code_hash })
        .whereNull('revoked_at')
        .where((open) => open.whereNull('expires_at').orWhere('expires_at', '>', on.fn.now()))
        .whereRaw('uses < most_uses')
        .increment('uses', 1)
        .returning<{ id: string }[]>('id');
      if (used === undefined) throw await refusal(code_hash, on);
      return used.id;
    },
  };
}
