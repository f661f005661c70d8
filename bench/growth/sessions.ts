import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { SessionKEK } from '../../subgraphs/identity/keys/kek.ts';
import { createHotCopies, hotSession } from '../../subgraphs/identity/sessions/hot-copy.ts';
import { boundTo, type SessionRow } from '../../subgraphs/identity/sessions/session.ts';
import type { Store } from '../../subgraphs/kit/store.ts';

const DAY_MS = 86_400_000;
const IDLE_MS = 7 * DAY_MS;
const WEB = 5;
const BATCH = 1_000;

export interface Member {
  readonly userID: string;
  readonly sessionID: string;
  readonly key: Uint8Array<ArrayBuffer>;
}

/** The same one each time, so that nobody has to be kept. */
export const member = (nth: number): Member => ({
  userID: `growth${nth}`,
  sessionID: createHash('sha256').update(`session ${nth}`).digest('base64url').slice(0, 22),
  key: new Uint8Array(createHash('sha256').update(`key ${nth}`).digest()),
});

export interface Places {
  readonly db: Knex;
  readonly store: Store;
  readonly kek: SessionKEK;
}

/** Signs in those from `from` to `to`, each somebody else: what a handshake leaves in Postgres and in the store. */
export async function signIn(places: Places, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += BATCH) {
    const members = Array.from({ length: Math.min(BATCH, to - start) }, (_, nth) => member(start + nth));
    await write(places, members);
  }
}

async function write({ db, store, kek }: Places, members: readonly Member[]): Promise<void> {
  const now = new Date();
  const sessions = members.map((one) => rowOf(one, kek, now));
  const device = { name: 'Bench', platform: WEB };
  const accounts = members.map(({ userID }) => ({
    ...{ user_id: userID, email: `${userID}@example.com`, nickname: 'Bench', registered_at: now },
  }));
  await db.batchInsert('identity.accounts', accounts, BATCH);
  const devices = sessions.map(({ device_id: id, user_id }) => ({ id, user_id, ...device }));
  await db.batchInsert('identity.devices', devices, BATCH);
  await db.batchInsert('identity.sessions', [...sessions], BATCH);
  const hot = createHotCopies(store, IDLE_MS);
  await Promise.all(sessions.map((row) => hot.write(hotSession(row))));
}

function rowOf({ userID, sessionID, key }: Member, kek: SessionKEK, now: Date): SessionRow {
  const owner = { id: sessionID, user_id: userID };
  return {
    ...owner,
    ...{ login_id: `login-${sessionID}`, device_id: `device-${sessionID}`, platform: WEB, address: null },
    sealed_key: kek.seal(key, boundTo(owner)),
    ...{ created_at: now, last_seen_at: now, expires_at: new Date(now.getTime() + 30 * DAY_MS) },
    ...{ confirmed_at: null, renewed_by: null, works_until: null, ended_at: null },
  };
}
