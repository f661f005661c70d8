import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { Fault } from '../../kit/fault.ts';
import type { DocumentSigner, SharedLists, SignedDocument } from '../../kit/shared-lists.ts';
import type { WordListRow } from '../rules/word-store.ts';
import { BAN, type PolicyDocument, TYPE } from './document.ts';

/** What one document holds: it is made in memory. */
const MOST_SHARED = 200_000;
/** Seconds that a document is good, and after which it is signed anew. */
const LIFE = 7 * 86_400;
const RENEWED = 86_400;
const MOST_KEPT = 8;

interface Signed extends SignedDocument {
  readonly version: number;
  readonly kid: string;
  readonly until: number;
}

export interface Publishing {
  readonly db: Knex;
  readonly signer: DocumentSigner;
  /** Known once the port is. */
  readonly issuer: () => string;
}

/** Lists of ours that an admin shares, each as a signed document; nothing for others. */
export function createSharedLists({ db, signer, issuer }: Publishing): SharedLists {
  const kept = new LRUCache<string, Signed>({ max: MOST_KEPT });

  async function sign(row: WordListRow): Promise<Signed> {
    const iat = Math.floor(Date.now() / 1_000);
    const words = await db
      .table('moderation.words')
      .where({ generation: row.generation })
      .orderBy('word')
      .pluck('word');
    const kind = row.kind === 'WORDS' ? 'keyword' : 'domain';
    const document: PolicyDocument = {
      ...{ iss: issuer(), list: row.id, version: row.version, iat, exp: iat + LIFE },
      entries: words.map((entity: string) => ({ kind, entity, recommendation: BAN })),
    };
    const { jws, kid } = await signer.sign(JSON.stringify(document), TYPE);
    const etag = `"${createHash('sha256').update(jws).digest('base64url')}"`;
    return { jws, kid, etag, version: row.version, until: (iat + RENEWED) * 1_000 };
  }

  return {
    async read(id) {
      const where = { id, shared: true };
      const row = await db.table('moderation.word_lists').where(where).first<WordListRow | undefined>();
      if (row === undefined || row.size > MOST_SHARED) return null;
      const known = kept.get(id);
      if (known && known.version === row.version && known.kid === signer.kid() && known.until > Date.now())
        return known;
      const signed = await sign(row);
      kept.set(id, signed);
      return signed;
    },
  };
}

/** Published from now on, or no longer. Lists of others are theirs to publish. */
export async function setShared(row: WordListRow, shared: boolean, on: Knex.Transaction): Promise<WordListRow> {
  if (shared && row.size > MOST_SHARED)
    throw new Fault('TOO_MANY', { what: 'entries of a list that is shared', most: MOST_SHARED });
  const [after] = await on
    .table('moderation.word_lists')
    .where({ id: row.id })
    .update({ shared })
    .returning<WordListRow[]>('*');
  return after as WordListRow;
}
