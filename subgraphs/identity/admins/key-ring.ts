import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { repeat } from '../../kit/repeat.ts';
import { newID } from '../ids.ts';
import { type AdminKey, type AdminKeys, derOf, generateAdminKey, jwkOf, keyFromDER } from '../keys/admin-keys.ts';
import type { SessionKEK } from '../keys/kek.ts';

/** ms between two looks at what rotations have made; a kid that nobody knows is looked for at once, this often. */
const LOOK_MS = 10_000;
const MISS_MS = 1_000;
/** ms from a rotation to the new key's first signature: by then every node has looked, and every cache of the keys is old. */
const SPREAD_MS = 120_000;
/** ms from there to the old keys' end: their last token has expired, whatever the clocks say. */
const OVERLAP_MS = 660_000;

/** The keys of access tokens: those of the settings, and those that rotations made, shared by all nodes. */
export interface KeyRing {
  signing(): AdminKey;
  /** A key that is good now. */
  find(kid: string): Promise<AdminKey | undefined>;
  /** Public halves of all that are good now, or will be in two minutes. */
  jwks(): readonly Readonly<Record<string, unknown>>[];
  stop(): Promise<void>;
}

interface Row {
  readonly kid: string;
  readonly sealed_key: string | null;
  readonly signs_from: Date;
  readonly retires_at: Date | null;
}

interface Held {
  readonly key: AdminKey;
  readonly signsFrom: number;
  readonly retiresAt: number;
}

export interface KeyRingParts {
  readonly db: Knex;
  readonly kek: SessionKEK;
  /** Of the settings. */
  readonly given: AdminKeys;
  readonly log: Logger;
}

/** What a key's seal is bound to. */
export const boundToKey = (kid: string): string => `admin key ${kid}`;

export async function openKeyRing({ db, kek, given, log }: KeyRingParts): Promise<KeyRing> {
  let held: readonly Held[] = [];
  let lookedAt = 0;

  async function look(): Promise<void> {
    lookedAt = Date.now();
    const rows = await db.table('identity.admin_keys').orderBy('signs_from', 'desc').select<Row[]>();
    const made = rows.flatMap((row) => {
      const der = row.sealed_key === null ? null : kek.open(row.sealed_key, boundToKey(row.kid));
      return der === null ? [] : [heldOf(keyFromDER(row.kid, der), row)];
    });
    // Of the settings: the first before the others, and all after what a rotation has made.
    const set = given.map((key) =>
      heldOf(
        key,
        rows.find(({ kid }) => kid === key.kid),
      ),
    );
    held = [...made, ...set];
  }

  const good = (): readonly Held[] => held.filter(({ retiresAt }) => retiresAt > Date.now());
  const looking = repeat(LOOK_MS, look, (error) => log.warn({ err: error }, 'the admin keys could not be read'));
  await look();

  return {
    // There is always one: a rotation retires no key before its own signs.
    signing: () => good().find(({ signsFrom }) => signsFrom <= Date.now())?.key ?? given[0],
    async find(kid) {
      const here = (): AdminKey | undefined => good().find(({ key }) => key.kid === kid)?.key;
      if (here() === undefined && Date.now() - lookedAt > MISS_MS) await look();
      return here();
    },
    jwks: () => good().map(({ key }) => jwkOf(key)),
    stop: () => looking.stop(),
  };
}

const heldOf = (key: AdminKey, row: Row | undefined): Held => ({
  key,
  signsFrom: row?.sealed_key ? row.signs_from.getTime() : 0,
  retiresAt: row?.retires_at?.getTime() ?? Number.POSITIVE_INFINITY,
});

/**
 * `npm run admin -- rotate-keys`: a new key, which signs in two minutes, when every node knows it; all others are taken
 * until the last token that they signed has expired, and not an hour longer. Resolves with the new key's id.
 */
export async function rotateKeys(
  on: Knex.Transaction,
  { kek, given }: Pick<KeyRingParts, 'kek' | 'given'>,
): Promise<Rotation> {
  const key = generateAdminKey(`r${newID()}`);
  const signsFrom = new Date(Date.now() + SPREAD_MS);
  const retiresAt = new Date(signsFrom.getTime() + OVERLAP_MS);
  const table = () => on.table('identity.admin_keys');
  const old = given.map(({ kid }) => ({ kid, sealed_key: null, signs_from: new Date(0), retires_at: retiresAt }));
  await table().insert(old).onConflict('kid').ignore();
  await table().whereNull('retires_at').update({ retires_at: retiresAt });
  await table().where('retires_at', '<', on.fn.now()).whereNotNull('sealed_key').delete();
  await table().insert({ kid: key.kid, sealed_key: kek.seal(derOf(key), boundToKey(key.kid)), signs_from: signsFrom });
  return { kid: key.kid, signsFrom, retiresAt };
}

export interface Rotation {
  readonly kid: string;
  readonly signsFrom: Date;
  readonly retiresAt: Date;
}
