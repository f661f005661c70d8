import type { Knex } from 'knex';
import { Fault } from '../kit/fault.ts';
import type { RequestScope } from '../kit/request.ts';
import type { UserViewer } from '../kit/viewer.ts';
import type { HandedToken } from '../openim/rest/tokens/broker.ts';
import { ends, PLATFORMS } from '../openim/rest/tokens/policy.ts';
import { holdPerson } from './accounts.ts';
import { banOf, refusalOf } from './bans/ban.ts';
import type { ChatLogin } from './chat-login.ts';
import { type DeviceRow, keepDevice, type NewDevice } from './devices.ts';
import { countSignIn } from './figures/count.ts';
import { newID } from './ids.ts';
import type { Endings } from './sessions/endings.ts';
import { type Agreement, sealAgreement } from './sessions/handshake.ts';
import { oweNotice } from './sessions/notices.ts';
import { type SessionRow, viewerOf } from './sessions/session.ts';
import type { NewSession, Sessions } from './sessions/sessions.ts';
import type { IdentitySettings } from './settings.ts';

export interface SignInParts {
  readonly db: Knex;
  readonly sessions: Sessions;
  readonly endings: Endings;
  readonly chatLogin: ChatLogin;
  readonly settings: IdentitySettings;
  /** Tells the other devices. */
  readonly notify: () => void;
}

/** A session that was just made; only this answer carries the server's half of the handshake. */
export interface SignedIn {
  readonly session: SessionRow;
  readonly serverPublicKey: string;
  readonly serverSignature: string;
  /** Whether the account was made by this sign-in. */
  readonly newUser: boolean;
  /** Null while OpenIM does not answer: the session is good all the same. */
  readonly imToken: HandedToken | null;
}

export interface SignIn {
  /** After the right code. `binding` is the challenge's id. */
  begin(
    who: { device: NewDevice; newUser: boolean; agreement: Agreement; binding: string },
    scope: RequestScope,
  ): Promise<SignedIn>;
  /** A new key for the same sign-in and device (SESSION.md §3). */
  renew(viewer: UserViewer, agreement: Agreement, scope: RequestScope): Promise<SignedIn>;
}

type Handshaken = Omit<SignedIn, 'imToken' | 'newUser'>;
type Unkeyed = Omit<NewSession, 'key'> & { readonly agreement: Agreement; readonly binding: string };

export function createSignIn({ db, sessions, endings, chatLogin, settings, notify }: SignInParts): SignIn {
  async function open({ agreement, binding, ...session }: Unkeyed, on: Knex): Promise<Handshaken> {
    const { device } = session;
    const names = { sessionID: session.id, userID: device.user_id, deviceID: device.id, binding };
    const { key, serverSignature } = sealAgreement(agreement, names, settings.identityKey.privateKey);
    const serverPublicKey = Buffer.from(agreement.serverKey).toString('base64url');
    return { session: await sessions.open({ ...session, key }, on), serverPublicKey, serverSignature };
  }

  async function finish(made: Handshaken, newUser: boolean, scope: RequestScope): Promise<SignedIn> {
    const { session } = made;
    await sessions.warm(session);
    scope.become(viewerOf(session));
    const imToken = await chatLogin(session.user_id, session.platform, scope);
    const ban = imToken === null ? null : await banOf(db, session.user_id);
    if (ban === null) return { ...made, newUser, imToken };
    // Who was banned while the token was made: that it was ended may have been before.
    await endings.owe([{ ...session, ended_at: new Date() }], db);
    await endings.pay(session.user_id);
    throw refusalOf(ban);
  }

  return {
    async begin({ device: asked, newUser, agreement, binding }, scope) {
      const made = await db.transaction(async (on) => {
        await holdPerson(on, asked.userID);
        const ban = await banOf(on, asked.userID);
        if (ban !== null) throw refusalOf(ban);
        const device = await keepDevice(on, asked);
        const ended = await sessions.end((query) => earlier(query, device, settings), on);
        await endings.owe(ended, on);
        const opened = await open({ ...firstOf(device, scope.ip, settings), agreement, binding }, on);
        await oweNotice(opened.session, device, on);
        await countSignIn(device.user_id, on);
        return opened;
      });
      notify();
      return finish(made, newUser, scope);
    },

    async renew(viewer, agreement, scope) {
      const made = await db.transaction(async (on) => {
        await holdPerson(on, viewer.id);
        const old = await renewable(viewer.session, on);
        // A key that was never used may have been lost with its answer: the new one takes its place.
        const replaced = await sessions.end(
          (query) => query.where({ id: old.renewed_by }).whereNull('confirmed_at'),
          on,
        );
        if (old.renewed_by !== null && replaced.length === 0) throw new Fault('SESSION_RENEWED');
        await endings.owe(replaced, on);
        const device = { id: old.device_id, user_id: old.user_id, platform: old.platform };
        const { login_id: loginID, expires_at: expiresAt, address, id: renews } = old;
        const session = { id: newID(), loginID, device, expiresAt, address, renews };
        return open({ ...session, agreement, binding: old.id }, on);
      });
      return finish(made, false, scope);
    },
  };
}

/** The first session of a sign-in; those that renew it keep its id as their `loginID`, and its end. */
function firstOf(device: DeviceRow, address: string, { sessionLife }: IdentitySettings): Omit<NewSession, 'key'> {
  const id = newID();
  const expiresAt = new Date(Date.now() + sessionLife * 1000);
  return { id, loginID: id, device, expiresAt, address, renews: null };
}

async function renewable(id: string, on: Knex): Promise<SessionRow> {
  const [old] = await on.table('identity.sessions').where({ id }).select<SessionRow[]>();
  if (old === undefined || old.ended_at !== null) throw new Fault('SESSION_REVOKED');
  if (old.works_until !== null) throw new Fault('SESSION_RENEWED');
  return old;
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
