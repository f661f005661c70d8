import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Knex } from 'knex';
import { badInput, Fault } from '../../kit/fault.ts';
import type { AdminRow } from './admins.ts';
import type { Ceremonies, Ceremony } from './ceremonies.ts';

/** More is nobody's set of keys. */
const MOST = 20;

/** Ed25519, ES256, RS256 (COSE): what authenticators have; named, so that the runtime is not asked for newer ones. */
const ALGORITHMS = [-8, -7, -257];

/** Where passkeys are good: WebAuthn binds each to a domain, and answers to pages of these origins. */
export interface RelyingParty {
  readonly id: string;
  readonly origins: () => readonly string[];
}

export interface PasskeyRow {
  readonly id: string;
  readonly admin_id: string;
  readonly name: string;
  readonly public_key: Buffer;
  readonly counter: string;
  readonly created_at: Date;
  readonly last_used_at: Date | null;
}

/** Passkeys of admins (WebAuthn Level 3), with user verification demanded: what one has, and a finger or a PIN. */
export interface Passkeys {
  of(adminIDs: readonly string[]): Promise<ReadonlyMap<string, readonly PasskeyRow[]>>;
  beginRegistration(admin: AdminRow): Promise<Ceremony>;
  /** Throws PASSKEY_REFUSED. */
  finishRegistration(admin: AdminRow, answer: { id: string; name: string; response: unknown }): Promise<void>;
  /** The same for everybody: which keys there are is the authenticator's to know. */
  beginLogin(): Promise<Ceremony>;
  /** Whose key has signed. Throws PASSKEY_REFUSED, whatever was wrong. */
  finishLogin(answer: { id: string; response: unknown }): Promise<string>;
  /** False where the admin has no such key. */
  remove(adminID: string, id: string | 'all', on?: Knex): Promise<boolean>;
}

export function createPasskeys(db: Knex, ceremonies: Ceremonies, party: RelyingParty): Passkeys {
  const table = (on = db) => on.table('identity.admin_passkeys');

  const of: Passkeys['of'] = async (adminIDs) => {
    const rows = await table().whereIn('admin_id', adminIDs).orderBy('created_at').select<PasskeyRow[]>();
    return Map.groupBy(rows, (row) => row.admin_id);
  };

  return {
    of,

    async beginRegistration({ id, email, name }) {
      const known = (await of([id])).get(id) ?? [];
      if (known.length >= MOST) throw new Fault('TOO_MANY', { what: 'passkeys', most: MOST });
      const options = await generateRegistrationOptions({
        rpName: 'openim-graphql',
        rpID: party.id,
        userName: email,
        userDisplayName: name,
        userID: new TextEncoder().encode(id),
        excludeCredentials: known.map((key) => ({ id: key.id })),
        supportedAlgorithmIDs: ALGORITHMS,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      return ceremonies.begin({ kind: 'registration', adminID: id, options });
    },

    async finishRegistration(admin, { id, name, response }) {
      const challenge = await ceremonies.take({ kind: 'registration', adminID: admin.id, id });
      const { id: key, publicKey, counter } = await registered(response, challenge, party);
      const row = { id: key, admin_id: admin.id, name, public_key: Buffer.from(publicKey), counter };
      const made = await table().insert(row).onConflict('id').ignore().returning('id');
      if (made.length === 0) throw new Fault('PASSKEY_REFUSED');
    },

    async beginLogin() {
      const options = await generateAuthenticationOptions({ rpID: party.id, userVerification: 'required' });
      return ceremonies.begin({ kind: 'login', adminID: null, options });
    },

    async finishLogin({ id, response }) {
      const expectedChallenge = await ceremonies.take({ kind: 'login', adminID: null, id });
      const key = await table()
        .where({ id: credentialOf(response) })
        .first<PasskeyRow | undefined>();
      if (key === undefined) throw new Fault('PASSKEY_REFUSED');
      const newCounter = await signed(response, { key, expectedChallenge }, party);
      await table().where({ id: key.id }).update({ counter: newCounter, last_used_at: db.fn.now() });
      return key.admin_id;
    },

    async remove(adminID, id, on = db) {
      const rows = table(on).where({ admin_id: adminID });
      return (await (id === 'all' ? rows : rows.where({ id })).delete()) > 0;
    },
  };
}

async function registered(response: unknown, expectedChallenge: string, party: RelyingParty) {
  const { registrationInfo } = await refusing(() =>
    verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge,
      expectedOrigin: [...party.origins()],
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  if (registrationInfo === undefined) throw new Fault('PASSKEY_REFUSED');
  return registrationInfo.credential;
}

/** The authenticator's new counter. */
async function signed(
  response: unknown,
  { key, expectedChallenge }: { key: PasskeyRow; expectedChallenge: string },
  party: RelyingParty,
): Promise<number> {
  const { verified, authenticationInfo } = await refusing(() =>
    verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge,
      expectedOrigin: [...party.origins()],
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: { id: key.id, publicKey: new Uint8Array(key.public_key), counter: Number(key.counter) },
    }),
  );
  if (!verified) throw new Fault('PASSKEY_REFUSED');
  return authenticationInfo.newCounter;
}

/** The library throws at what it does not accept, with words for its caller's log; a client is told one thing. */
async function refusing<Result>(verify: () => Promise<Result>): Promise<Result> {
  try {
    return await verify();
  } catch {
    throw new Fault('PASSKEY_REFUSED');
  }
}

function credentialOf(response: unknown): string {
  const id = typeof response === 'object' && response !== null && 'id' in response ? response.id : null;
  if (typeof id === 'string') return id;
  throw badInput('response', 'what navigator.credentials answered is expected, as its toJSON() writes it');
}
