import type { Knex } from 'knex';
import { Fault } from '../kit/fault.ts';
import type { RequestScope } from '../kit/request.ts';
import type { UserViewer } from '../kit/viewer.ts';
import type { HandedToken, TokenBroker } from '../openim/rest/tokens/broker.ts';
import { ends, PLATFORMS } from '../openim/rest/tokens/policy.ts';
import type { Account, Accounts } from './accounts.ts';
import { type DeviceRow, keepDevice, type NewDevice } from './devices.ts';
import { newID } from './ids.ts';
import type { Endings } from './sessions/endings.ts';
import { type Agreement, sessionKeyOf, signTranscript, transcriptOf } from './sessions/handshake.ts';
import { type SessionRow, viewerOf } from './sessions/session.ts';
import type { Sessions } from './sessions/sessions.ts';
import type { IdentitySettings } from './settings.ts';

export interface SignInParts {
  readonly db: Knex;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly endings: Endings;
  readonly tokens: TokenBroker;
  readonly settings: IdentitySettings;
}

/** A session that was just made; only this answer carries the server's half of the handshake. */
export interface SignedIn {
  readonly session: SessionRow;
  readonly serverPublicKey: string;
  readonly serverSignature: string;
  /** Null while OpenIM does not answer: the session is good all the same. */
  readonly imToken: HandedToken | null;
}

export interface SignIn {
  /** After the right code. `binding` is the challenge's id. */
  begin(
    who: { account: Account; device: Omit<NewDevice, 'userID'>; agreement: Agreement; binding: string },
    scope: RequestScope,
  ): Promise<SignedIn>;
  /** A new key for the same sign-in and device (SESSION.md §3). */
  renew(viewer: UserViewer, agreement: Agreement, scope: RequestScope): Promise<SignedIn>;
}

interface Made {
  readonly session: SessionRow;
  readonly owed: readonly string[];
}

export function createSignIn(parts: SignInParts): SignIn {
  const { db, accounts, sessions, endings, tokens, settings } = parts;

  const seal = (agreement: Agreement, ids: { sessionID: string; device: DeviceRow | SessionRow; binding: string }) => {
    const deviceID = 'device_id' in ids.device ? ids.device.device_id : ids.device.id;
    const names = { sessionID: ids.sessionID, userID: ids.device.user_id, deviceID, binding: ids.binding };
    const transcript = transcriptOf(agreement, names);
    return {
      key: sessionKeyOf(agreement, transcript),
      signature: signTranscript(transcript, settings.identityKey.privateKey),
    };
  };

  /** Null rather than an error: who signed in is signed in, and renewSession gives the token later. */
  async function imToken(account: Account, session: SessionRow, scope: RequestScope): Promise<HandedToken | null> {
    try {
      if (!account.registered) {
        await tokens.ensureUser({ userID: account.userID, nickname: account.nickname, faceURL: '' }, scope);
        await accounts.markRegistered(account.userID);
      }
      return await tokens.forLogin(account.userID, session.platform, scope);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      scope.log.warn({ err: error }, 'signed in without an OpenIM token');
      return null;
    }
  }

  async function finish(
    made: Made,
    answer: { agreement: Agreement; signature: string },
    scope: RequestScope,
  ): Promise<SignedIn> {
    const { session, owed } = made;
    await Promise.all([endings.pay(owed), sessions.warm(session)]);
    const account = (await accounts.byIDs([session.user_id])).get(session.user_id);
    if (account === undefined) throw new Fault('SESSION_UNKNOWN');
    scope.become(viewerOf(session));
    return {
      session,
      serverPublicKey: Buffer.from(answer.agreement.serverKey).toString('base64url'),
      serverSignature: answer.signature,
      imToken: await imToken(account, session, scope),
    };
  }

  return {
    async begin({ account, device: asked, agreement, binding }, scope) {
      const id = newID();
      let signature = '';
      const made = await db.transaction(async (on): Promise<Made> => {
        const device = await keepDevice(on, { ...asked, userID: account.userID });
        const handshake = seal(agreement, { sessionID: id, device, binding });
        signature = handshake.signature;
        const ended = await sessions.end((query) => earlier(query, device, settings), on);
        const owed = await endings.owe(ended, on);
        const expiresAt = new Date(Date.now() + settings.sessionLife * 1000);
        const session = await sessions.open(
          { id, loginID: id, device, key: handshake.key, expiresAt, renews: null },
          on,
        );
        return { session, owed };
      });
      return finish(made, { agreement, signature }, scope);
    },

    async renew(viewer, agreement, scope) {
      const id = newID();
      let signature = '';
      const session = await db.transaction(async (on) => {
        const [old] = await on
          .table('identity.sessions')
          .where({ id: viewer.session })
          .forUpdate()
          .select<SessionRow[]>();
        if (old === undefined || old.ended_at !== null) throw new Fault('SESSION_REVOKED');
        if (old.works_until !== null) throw new Fault('SESSION_RENEWED');
        // A key that was never confirmed may have been lost with its answer: the new one takes its place.
        if (old.renewed_by !== null) await sessions.end((query) => query.where({ id: old.renewed_by }), on);
        const handshake = seal(agreement, { sessionID: id, device: old, binding: old.id });
        signature = handshake.signature;
        const device = { id: old.device_id, user_id: old.user_id, platform: old.platform };
        return sessions.open(
          { id, loginID: old.login_id, device, key: handshake.key, expiresAt: old.expires_at, renews: old.id },
          on,
        );
      });
      return finish({ session, owed: [] }, { agreement, signature }, scope);
    },
  };
}

/** The sessions whose OpenIM token the new one ends, and those on the device itself: it has one user at a time. */
function earlier(
  query: Knex.QueryBuilder,
  { id, user_id, platform }: DeviceRow,
  { multiLoginPolicy }: IdentitySettings,
): void {
  const platforms = PLATFORMS.filter((other) => ends(multiLoginPolicy, platform, other));
  query.where({ user_id }).where((which) => which.whereIn('platform', platforms).orWhere({ device_id: id }));
}
